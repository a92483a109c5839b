"""The section "In brief": three to five sentences, each a template filled from the facts, each cited.

A quotation mark in them encloses verbatim source text only (BRIEF.md, promise 1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.assemble.asking import asked
from generator.model.brief import Brief, SummarySentence
from generator.model.evidence import Evidence
from generator.model.facts import Actor, DatedEvent, Demand, Measure, MeasureStatus, Position, Stance
from generator.model.quoting import excerpt, plain, quoted, shorten, stop, whole
from generator.model.wording import ANSWERS, STANDS, fold, in_sentence, listed, range_in_words, sources

LEDE_WORDS = 28
QUOTED_WORDS = 16
STAND_WORDS = 14
FEWEST = 3
TELLING_WORDS = 3
"""Words below which a quotation says too little by itself."""
COARSE = {"month", "quarter", "year", "approximate"}
CONDITION = re.compile(r"(?:if|unless|should|in case|in the event|provided|only if)\b", re.IGNORECASE)
STATUSES: dict[MeasureStatus, str] = {
    "proposed": "are proposed",
    "threatened": "are threatened",
    "imposed": "have been imposed",
    "extended": "have been extended",
    "eased": "have been eased",
    "lifted": "have been lifted",
    "rejected": "are rejected",
}
SIDES: tuple[tuple[Stance, ...], ...] = (("support", "conditional"), ("oppose",))


def summarise(brief: Brief) -> tuple[SummarySentence, ...]:
    """What happened, who wants what, where the sanctions debate stands, what is next, as far as there are facts."""
    names = _Names(brief=brief, actors={actor.id: actor for actor in brief.actors}, speaking=sources(brief))
    found = [*_happened(brief), *_wanted(brief, names)]
    for told in (_measured, _debated):
        found += told(brief, names, {piece for sentence in found[1:] for piece in sentence.evidence})
    found += _coming(brief)
    if len(found) < FEWEST:
        found[1:1] = list(_said(brief, names))[: FEWEST - len(found)]
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """The actors of a brief, as its sentences name them."""

    brief: Brief
    actors: dict[str, Actor]
    speaking: frozenset[str]

    def of(self, ids: Iterable[str]) -> str:
        text = self.brief.article.text
        return listed([in_sentence(self.actors[i], text, self.speaking) for i in ids if i in self.actors])

    def first(self, ids: Iterable[str]) -> str:
        """At the start of a sentence."""
        names = self.of(ids)
        return names[:1].upper() + names[1:]

    def several(self, ids: tuple[str, ...]) -> bool:
        return len(ids) > 1 or any(self.actors[i].kind == "group" for i in ids if i in self.actors)

    def weight(self, ids: Iterable[str]) -> float:
        return max((self.actors[i].salience for i in ids if i in self.actors), default=0.0)


def _happened(brief: Brief) -> Iterator[SummarySentence]:
    if not brief.sentences:
        return
    lede = brief.article.cite(*brief.sentences[0])
    yield SummarySentence(
        text=stop(f"The report opens: {quoted(shorten(fold(lede.quote), LEDE_WORDS))}"), evidence=(lede,)
    )


def _said(brief: Brief, names: _Names) -> Iterator[SummarySentence]:
    """What the foremost speakers said, one statement each; for briefs in which little else was found."""
    heard: set[str] = set()
    told = [one for one in brief.statements if one.by and not one.via and (one.direct or plain(one))]
    for statement in sorted(told, key=lambda s: -names.weight(s.by)):
        if heard.isdisjoint(statement.by):
            heard.update(statement.by)
            if statement.direct:
                said = f": {excerpt(statement.text, statement.evidence, QUOTED_WORDS)}"
            else:
                clause = fold(whole(statement.text, statement.evidence)).removeprefix("that ")
                said = f"{' that' if clause[:1].islower() else ':'} {shorten(clause, QUOTED_WORDS)}"
            text = stop(f"{names.first(statement.by)} said{said}")
            yield SummarySentence(text=text, evidence=_passages(statement))


def _wanted(brief: Brief, names: _Names) -> Iterator[SummarySentence]:
    told = [demand for demand in brief.demands if demand.by]
    if not told:
        return
    rank = {demand.id: place for place, demand in enumerate(brief.demands)}

    def order(demand: Demand) -> tuple[bool, bool, float, int]:
        second_hand = bool(demand.via) or demand.attribution == "second-hand"
        return second_hand, not demand.responses, -names.weight(demand.by), rank[demand.id]

    foremost = min(told, key=order)
    what = excerpt(foremost.text, foremost.evidence, QUOTED_WORDS)
    told_by = "".join(f"According to {names.of([speaker])}, " for speaker in foremost.via[:1])
    by = names.of(foremost.by) if told_by else names.first(foremost.by)
    several = names.several(foremost.by)
    text = stop(told_by + asked(foremost.firmness, by, names.of(foremost.of), what, several=several))
    if foremost.responses:
        answer = foremost.responses[0]
        whose = names.of(answer.by)
        text = f"{text.removesuffix('.')}; {ANSWERS[answer.kind]}{f' by {whose}' if whose else ''}."
    yield SummarySentence(text=text, evidence=_passages(foremost, *foremost.responses))


def _measured(brief: Brief, names: _Names, cited: set[Evidence]) -> Iterator[SummarySentence]:
    """The first measure whose words say what it is, rather one that stands, whose passages tell something new."""
    measures = brief.sanctions.measures if brief.sanctions else ()
    if not measures:
        return
    measure = min(
        measures, key=lambda one: (_bare(one.text), one.status == "rejected", _told(one, cited), not one.senders)
    )
    against = f" against {names.of(measure.targets)}" if names.of(measure.targets) else ""
    by = f" by {names.of(measure.senders)}" if names.of(measure.senders) else ""
    condition = ""
    if measure.condition and CONDITION.match(measure.condition):
        condition = f", {excerpt(measure.condition, measure.evidence, QUOTED_WORDS)}"
    what = "" if _bare(measure.text) else f": {excerpt(measure.text, measure.evidence, QUOTED_WORDS)}"
    text = f"Sanctions{against} {STATUSES[measure.status]}{by}{condition}{what}"
    yield SummarySentence(text=stop(text), evidence=_passages(measure))


def _bare(text: str) -> bool:
    return len(text.split()) < TELLING_WORDS


def _debated(brief: Brief, names: _Names, cited: set[Evidence]) -> Iterator[SummarySentence]:
    """One position of each side that tells something new, rather whole than cut; else an undecided one."""
    positions = brief.sanctions.positions if brief.sanctions else ()
    own = [one for one in positions if one.by and not one.via and one.attribution != "second-hand"]
    own = [one for one in own if not _told(one, cited)]
    own.sort(key=lambda one: len(one.text.split()) > STAND_WORDS)
    sides = [next((one for one in own if one.stance in stances), None) for stances in SIDES]
    shown = [one for one in sides if one is not None] or own[:1]
    if shown:
        told = [_stand(one, names) for one in shown]
        text = "; ".join(told)
        yield SummarySentence(text=stop(text[:1].upper() + text[1:]), evidence=_passages(*shown))


def _told(fact: Measure | Position, cited: set[Evidence]) -> bool:
    return cited.issuperset(fact.evidence)


def _stand(position: Position, names: _Names) -> str:
    are = "are" if names.several(position.by) else "is"
    words = excerpt(position.text, position.evidence, STAND_WORDS)
    return f"{names.of(position.by)} {are} {STANDS[position.stance]}: {words}"


def _coming(brief: Brief) -> Iterator[SummarySentence]:
    """The first event ahead whose words say what it is and whose day is known, or else the first one."""
    ahead = [(date.start, date) for date in brief.dates if date.phase == "upcoming" and date.start]
    if ahead:
        start, date = min(ahead, key=lambda pair: (_bare(pair[1].what), pair[1].precision in COARSE, pair[0]))
        certainty = f" ({date.certainty})" if date.certainty != "happened" else ""
        when = f"{range_in_words(start, date.end)}{certainty}"
        text = f"Next: {when}, {excerpt(date.what, date.evidence, QUOTED_WORDS)}"
        yield SummarySentence(text=stop(text), evidence=_passages(date))


def _passages(*facts: Demand | Measure | Position | DatedEvent | object) -> tuple[Evidence, ...]:
    found: Iterable[Evidence] = (piece for fact in facts for piece in getattr(fact, "evidence", ()))
    return tuple(dict.fromkeys(found))
