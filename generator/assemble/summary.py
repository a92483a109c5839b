"""The section "In brief": three to five sentences, each a template filled from the facts, each cited.

A quotation mark in them encloses verbatim source text only (BRIEF.md, promise 1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.brief import Brief, SummarySentence
from generator.model.evidence import Evidence
from generator.model.facts import DatedEvent, Demand, Measure, Position
from generator.model.wording import listed, range_in_words

LEDE_WORDS = 32
QUOTED_WORDS = 16
PAIR = 2
CUT = re.compile(r"[,;—–]\s|\s(?=(?:amid|after|as|while|because|although|which|who)\s)")
ASKS = {
    "ultimatum": "{by} demands under a deadline or threat{of}: {what}",
    "demand": "{by} demands{of}: {what}",
    "call": "{by} calls{for_of}: {what}",
    "request": "{by} asks{for_of}: {what}",
}
ANSWERS = {
    "accepted": "accepted",
    "rejected": "rejected",
    "partial": "answered in part",
    "considering": "under consideration",
    "conditional": "answered with a condition",
}
STANDS = {
    "support": "{by} for pressure: {what}",
    "oppose": "{by} against: {what}",
    "conditional": "{by} on a condition: {what}",
    "undecided": "{by} undecided: {what}",
}


def summarise(brief: Brief) -> tuple[SummarySentence, ...]:
    """What happened, who wants what, where the sanctions debate stands, what is next; a part without facts is left out."""
    names = {actor.id: actor.name for actor in brief.actors}
    parts: list[Iterator[SummarySentence]] = [_happened(brief), _wanted(brief, names)]
    parts += [_debated(brief, names), _coming(brief)]
    return tuple(sentence for part in parts for sentence in part)


def _happened(brief: Brief) -> Iterator[SummarySentence]:
    if not brief.sentences:
        return
    lede = brief.article.cite(*brief.sentences[0])
    shown = shorten(lede.quote, LEDE_WORDS)
    yield SummarySentence(text=f"The report opens: {quoted(shown)}", evidence=(lede,))


def _wanted(brief: Brief, names: dict[str, str]) -> Iterator[SummarySentence]:
    salience = {actor.id: actor.salience for actor in brief.actors}
    told = [demand for demand in brief.demands if demand.by]
    if not told:
        return
    rank = {demand.id: place for place, demand in enumerate(brief.demands)}
    foremost = min(told, key=lambda d: (not d.responses, -max(salience.get(i, 0) for i in d.by), rank[d.id]))
    yield SummarySentence(text=_demand(foremost, names), evidence=_passages(foremost, *foremost.responses))


def _demand(demand: Demand, names: dict[str, str]) -> str:
    by, of = (listed([names[i] for i in ids if i in names]) for ids in (demand.by, demand.of))
    pattern = ASKS[demand.firmness] if by else "It is demanded{of}: {what}"
    text = pattern.format(
        by=by,
        of=f" of {of}" if of else "",
        for_of=f" on {of}" if of else "",
        what=quoted(shorten(demand.text, QUOTED_WORDS)),
    )
    if demand.responses:
        answer = demand.responses[0]
        whose = listed([names[i] for i in answer.by if i in names])
        text += f" {ANSWERS[answer.kind].capitalize()}{f' by {whose}' if whose else ''}."
    return text


def _debated(brief: Brief, names: dict[str, str]) -> Iterator[SummarySentence]:
    if brief.sanctions is None:
        return
    if brief.sanctions.measures:
        measure = brief.sanctions.measures[0]
        targets = listed([names[i] for i in measure.targets if i in names])
        senders = listed([names[i] for i in measure.senders if i in names])
        text = f"Sanctions {measure.status}{f' against {targets}' if targets else ''}{f' by {senders}' if senders else ''}: "
        yield SummarySentence(text=text + quoted(shorten(measure.text, QUOTED_WORDS)), evidence=_passages(measure))
    stands = [position for position in brief.sanctions.positions if position.by and not position.via]
    if stands:
        stand = stands[0]
        by = listed([names[i] for i in stand.by if i in names])
        text = STANDS[stand.stance].format(by=by, what=quoted(shorten(stand.text, QUOTED_WORDS)))
        yield SummarySentence(text=text, evidence=_passages(stand))


def _coming(brief: Brief) -> Iterator[SummarySentence]:
    ahead = [date for date in brief.dates if date.phase == "upcoming" and date.start]
    if ahead and ahead[0].start:
        date = ahead[0]
        when = range_in_words(ahead[0].start, date.end)
        text = f"Next: {when}, {quoted(shorten(date.what, QUOTED_WORDS))}"
        yield SummarySentence(text=text, evidence=_passages(date))


def _passages(*facts: Demand | Measure | Position | DatedEvent | object) -> tuple[Evidence, ...]:
    found: Iterable[Evidence] = (piece for fact in facts for piece in getattr(fact, "evidence", ()))
    return tuple(dict.fromkeys(found))


def quoted(text: str) -> str:
    """Verbatim text in curly quotation marks, where it does not bring its own, closed by a full stop."""
    inner = text.rstrip('”"')
    mark = "" if inner.endswith((".", "?", "!", "…")) else "."
    whole = text.startswith(("“", '"')) and text.endswith(("”", '"')) and len(re.findall('[“”"]', text)) == PAIR
    return f"{text}{mark}" if whole else f"“{text}”{mark}"


def shorten(text: str, words: int) -> str:
    """Text of at most so many words, cut at the last clause bound before that, or at a word, with an ellipsis."""
    pieces = list(re.finditer(r"\S+", text))
    if len(pieces) <= words:
        return text
    limit = pieces[words - 1].end()
    bounds = [found.start() for found in CUT.finditer(text, pieces[words // 2].start(), limit)]
    return f"{text[: bounds[-1] if bounds else limit].rstrip(' ,;—–')} …"
