"""The section "In brief": three to five sentences, each a template filled from the facts, each cited.

A quotation mark in them encloses verbatim source text only (BRIEF.md, promise 1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.brief import Brief, SummarySentence
from generator.model.evidence import Evidence
from generator.model.facts import Actor, DatedEvent, Demand, Measure, Position
from generator.model.wording import listed, range_in_words

LEDE_WORDS = 32
QUOTED_WORDS = 16
FEWEST = 3
PAIR = 2
CUT = re.compile(r"[,;—–]\s|\s(?=(?:amid|after|as|while|because|although|which|who)\s)")
Actors = dict[str, Actor]
ASKS = {
    "ultimatum": ("demands under a deadline or threat", "demand under a deadline or threat", "of"),
    "demand": ("demands", "demand", "of"),
    "call": ("calls", "call", "on"),
    "request": ("asks", "ask", "of"),
}
"""By firmness: the verb of one asker and of several, and the word before whom they ask."""
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
    """What happened, who wants what, where the sanctions debate stands, what is next, as far as there are facts."""
    actors = {actor.id: actor for actor in brief.actors}
    parts: list[Iterator[SummarySentence]] = [_happened(brief), _wanted(brief, actors)]
    parts += [_debated(brief, actors), _coming(brief)]
    found = [sentence for part in parts for sentence in part]
    if len(found) < FEWEST:
        found[1:1] = list(_said(brief, actors))[: FEWEST - len(found)]
    return tuple(found)


def _happened(brief: Brief) -> Iterator[SummarySentence]:
    if not brief.sentences:
        return
    lede = brief.article.cite(*brief.sentences[0])
    shown = shorten(lede.quote, LEDE_WORDS)
    yield SummarySentence(text=f"The report opens: {quoted(shown)}", evidence=(lede,))


def _said(brief: Brief, actors: Actors) -> Iterator[SummarySentence]:
    """What the foremost speakers said, one statement each; for briefs in which little else was found."""
    heard: set[str] = set()
    told = [statement for statement in brief.statements if statement.by and not statement.via]
    for statement in sorted(told, key=lambda s: -_weight(s.by, actors)):
        if heard.isdisjoint(statement.by):
            heard.update(statement.by)
            words = shorten(statement.text, QUOTED_WORDS)
            said = quoted(words) if statement.direct else f"{words}." if words[-1:].isalnum() else words
            yield SummarySentence(text=f"{_named(statement.by, actors)} said: {said}", evidence=_passages(statement))


def _named(ids: Iterable[str], actors: Actors) -> str:
    return listed([actors[i].name for i in ids if i in actors])


def _weight(ids: Iterable[str], actors: Actors) -> float:
    return max((actors[i].salience for i in ids if i in actors), default=0.0)


def _wanted(brief: Brief, actors: Actors) -> Iterator[SummarySentence]:
    told = [demand for demand in brief.demands if demand.by]
    if not told:
        return
    rank = {demand.id: place for place, demand in enumerate(brief.demands)}
    foremost = min(told, key=lambda d: (not d.responses, -_weight(d.by, actors), rank[d.id]))
    yield SummarySentence(text=_demand(foremost, actors), evidence=_passages(foremost, *foremost.responses))


def _demand(demand: Demand, actors: Actors) -> str:
    by, of = _named(demand.by, actors), _named(demand.of, actors)
    one, several, before = ASKS[demand.firmness]
    plural = len(demand.by) > 1 or any(actors[i].kind == "group" for i in demand.by if i in actors)
    addressed = f" {before} {of}" if of else ""
    text = f"{by} {several if plural else one}{addressed}: {quoted(shorten(demand.text, QUOTED_WORDS))}"
    if demand.responses:
        answer = demand.responses[0]
        whose = _named(answer.by, actors)
        text += f" {ANSWERS[answer.kind].capitalize()}{f' by {whose}' if whose else ''}."
    return text


def _debated(brief: Brief, actors: Actors) -> Iterator[SummarySentence]:
    if brief.sanctions is None:
        return
    if brief.sanctions.measures:
        measure = brief.sanctions.measures[0]
        targets = _named(measure.targets, actors)
        senders = _named(measure.senders, actors)
        parties = "".join((f" against {targets}" if targets else "", f" by {senders}" if senders else ""))
        text = f"Sanctions {measure.status}{parties}: "
        yield SummarySentence(text=text + quoted(shorten(measure.text, QUOTED_WORDS)), evidence=_passages(measure))
    stands = [position for position in brief.sanctions.positions if position.by and not position.via]
    if stands:
        stand = stands[0]
        by = _named(stand.by, actors)
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
