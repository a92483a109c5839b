"""Component: dated events, from the times of the text and the clauses that they stand in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from generator.language import lexicon, marks, tree, who
from generator.language.marks import TimeMark
from generator.language.times import calendar, extents, naming, places, placing
from generator.language.times.certainty import certainty
from generator.language.times.scene import Placed, Scene
from generator.language.times.tense import Clauses
from generator.model.diagnostic import Diagnostic
from generator.model.evidence import LONGEST_EVIDENCE, Evidence
from generator.model.facts import DatedEvent

_LINK = 1200
"""Code points within which "through Feb. 20" closes what an earlier sentence has begin."""

_BEHIND = 4
"""Tokens after an event and its time in which its place may still stand: "on Friday in Rome"."""

_EMPTY = frozenset({"PRON", "AUX", "PART", "DET", "ADP", "PUNCT", "SCONJ", "CCONJ", "SPACE"})
"""Words that name nothing that happens: "he will be"."""

_EXAMPLES = 3
"""Expressions that a remark quotes."""


def mark(doc: Doc) -> None:
    """Finds events with their dates: writes `dates`, keys `t1` ... in text order."""
    found = marks.of(doc)
    today, clauses = calendar.parse(found.published), Clauses(doc)
    placed = [
        event
        for times in _by_sentence(doc)
        for event in placing.placed(Scene(doc=doc, times=times, today=today, clauses=clauses))
        if event.phase in {"upcoming", "ongoing"} or _of_note(event)
    ]
    events = [found_event for event in _closed(doc, placed) if (found_event := _event(doc, event))]
    found.dates = tuple(replace(event, key=f"t{i}") for i, event in enumerate(_distinct(events), 1))
    if today is None:
        _remark(found.diagnostics, [event.expression for event in found.dates if event.start is None])


def _remark(diagnostics: list[Diagnostic], unplaced: Sequence[str]) -> None:
    if unplaced:
        count = "1 date" if len(unplaced) == 1 else f"{len(unplaced)} dates"
        examples = ", ".join(f"“{expression}”" for expression in dict.fromkeys(unplaced[:_EXAMPLES]))
        diagnostics.append(
            Diagnostic(
                severity="note",
                code="open-dates",
                message=f"{count} cannot be placed without a publication date ({examples}); "
                "add a line `published: YYYY-MM-DD` to the front matter",
            )
        )


def _by_sentence(doc: Doc) -> list[list[TimeMark]]:
    """The times of each sentence that has any and is no boilerplate."""
    times = marks.of(doc).times
    found, at = [], 0
    for sent in marks.usable(doc):
        while at < len(times) and times[at].start < sent.start:
            at += 1
        first = at
        while at < len(times) and times[at].start < sent.end:
            at += 1
        if at > first:
            found.append(list(times[first:at]))
    return found


def _of_note(event: Placed) -> bool:
    """Whether an event is more than a report of speech, and is told as an event at all."""
    words = lexicon.table("dates")
    verb, noun = event.dated.verb, event.dated.noun
    if noun is not None:
        return noun.lemma_.lower() not in words["report_nouns"] | words["amount_nouns"]
    return verb is not None and verb.lemma_.lower() not in words["reporting"] | words["stative"]


def _closed(doc: Doc, placed: Sequence[Placed]) -> list[Placed]:
    """Events that only have an end take the start of the same thing before; an end wins over a count."""
    found: list[Placed] = []
    for event in placed:
        same = _same_before(doc, found, event)
        first = found[same[-1]].extent if same else None
        if not same or not first or not event.extent:
            found.append(event)
            continue
        last = event.extent.last
        for i in same:
            counted = found[i].extent
            if counted and counted.precision == "range" and abs((counted.last - last).days) <= 1:
                mended = extents.between(counted.first, last, counted.time)
                found[i] = replace(found[i], extent=mended, also=event.start)
        opening = found[same[-1]]
        extent = extents.between(first.first, last, first.time)
        found.append(replace(event, extent=extent, phase=opening.phase, also=opening.start))
    return found


def _same_before(doc: Doc, found: Sequence[Placed], event: Placed) -> list[int]:
    """The places of the events that an event which only has an end may close, in text order."""
    same: list[int] = []
    for i in range(len(found) - 1, -1, -1) if event.through else ():
        if doc[event.start].idx - doc[found[i].start].idx > _LINK:
            break
        if _same_thing(found[i], event):
            same.append(i)
    return same[::-1]


def _same_thing(earlier: Placed, event: Placed) -> bool:
    """Whether an event that has begun earlier in the text is called by the same noun as one that only has an end."""
    if not placing.opened_by(event, earlier):
        return False
    head, other = naming.called(event.dated), naming.called(earlier.dated)
    return head is not None and other is not None and head.lemma_.lower() == other.lemma_.lower()


def _event(doc: Doc, event: Placed) -> DatedEvent | None:
    """The record of an event; None where nothing but its time names it."""
    low, high = naming.name(doc, event.dated, event.start, event.end, _others(doc, event))
    if event.start <= low and high <= event.end and not _named_inside(event):
        return None
    if doc[low].lower_ == "according" or all(token.pos_ in _EMPTY for token in doc[low:high]):
        return None
    if event.phase == "past" and not naming.telling(doc, low, high, (event.start, event.end)):
        return None
    sent = doc[event.start].sent
    clause = (min(low, event.start), max(high, event.end))
    where, extent = places.place(doc, clause[0], min(clause[1] + _BEHIND, sent.end)), event.extent
    over = event.phase in {"past", "ongoing"}
    return DatedEvent(
        core=_core(doc, low, high),
        start=extent.start if extent else None,
        end=extent.end if extent else None,
        time=extent.time if extent else None,
        phase=event.phase,
        precision=extent.precision if extent else "approximate",
        certainty="happened" if over else certainty(event.dated, frozenset(token.lower_ for token in doc[low:high])),
        expression=doc[event.start : event.end].text.strip(),
        what=doc[low:high].text.strip(),
        where=doc[where[0] : where[1]].text if where else None,
        actors=_actors(doc, event, clause),
        evidence=_evidence(doc, event),
    )


def _others(doc: Doc, event: Placed) -> list[tuple[int, int]]:
    """The tokens of the other times in the sentence of an event."""
    sent = doc[event.start].sent
    times = marks.of(doc).times
    first = bisect_left(times, sent.start, key=lambda mark: mark.start)
    last = bisect_left(times, sent.end, key=lambda mark: mark.start)
    return [(mark.start, mark.end) for mark in times[first:last] if mark.end <= event.start or mark.start >= event.end]


def _actors(doc: Doc, event: Placed, clause: tuple[int, int]) -> tuple[str, ...]:
    """Who is named with an event, and who does what its verb says."""
    verb = event.dated.verb
    doing = tree.doers(verb) if verb is not None else ()
    keys = [*who.within(doc, *clause), *(key for token in doing for key in who.of_token(token))]
    return tuple(dict.fromkeys(keys))


def _named_inside(event: Placed) -> bool:
    """Whether the noun stands between the parts of a longer expression: "10-day drill beginning Thursday"."""
    noun = event.dated.noun
    return noun is not None and event.start < noun.i < event.end


def _evidence(doc: Doc, event: Placed) -> tuple[Evidence, ...]:
    """The sentence of an event, and the one that its other end stands in."""
    own = marks.cite(doc, *_passage(doc, doc[event.start].sent, event.start, event.end))
    if event.also is None or doc[event.also].sent.start == doc[event.start].sent.start:
        return (own,)
    return own, marks.cite(doc, *_passage(doc, doc[event.also].sent, event.also, event.also + 1))


def _passage(doc: Doc, sent: Span, start: int, end: int) -> tuple[int, int]:
    """The sentence, or the part around the time that fits into one piece of evidence."""
    low, high = sent.start, sent.end
    while high > end and doc[high - 1].idx + len(doc[high - 1]) - doc[low].idx > LONGEST_EVIDENCE:
        if start - low > high - end:
            low += 1
        else:
            high -= 1
    return low, high


def _core(doc: Doc, low: int, high: int) -> tuple[str, ...]:
    """The lemmas of the content words of what happens."""
    return tuple(
        token.lemma_.lower() for token in doc[low:high] if token.is_alpha and not token.is_stop and token.pos_ != "DET"
    )


def _distinct(events: Sequence[DatedEvent]) -> list[DatedEvent]:
    """Each event of one day and one name once."""
    found: dict[tuple[object, ...], DatedEvent] = {}
    for event in events:
        found.setdefault((event.start, event.end, event.core or event.what), event)
    return list(found.values())
