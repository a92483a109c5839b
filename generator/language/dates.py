"""Component: dated events, from the times of the text and the clauses that they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from generator.language import lexicon, marks, who
from generator.language.marks import TimeMark
from generator.language.times import calendar, extents, naming
from generator.language.times.certainty import certainty
from generator.language.times.placing import Placed, Sentence
from generator.language.times.tense import Clauses
from generator.model.evidence import LONGEST_EVIDENCE, Evidence
from generator.model.facts import DatedEvent

_LINK = 1200
"""Code points within which "through Feb. 20" closes what an earlier sentence has begin."""


def mark(doc: Doc) -> None:
    """Finds events with their dates: writes `dates`, keys `t1` ... in text order."""
    found = marks.of(doc)
    today = calendar.parse(found.published)
    if today is None:
        return
    clauses = Clauses(doc)
    placed = [
        event
        for sent, times in _by_sentence(doc)
        for event in Sentence(doc, times, today, clauses).placed()
        if event.phase != "past" or _of_note(event)
    ]
    events = [_event(doc, event) for event in _closed(doc, placed)]
    found.dates = tuple(replace(event, key=f"t{i}") for i, event in enumerate(_distinct(events), 1))


def _by_sentence(doc: Doc) -> list[tuple[Span, list[TimeMark]]]:
    times = marks.of(doc).times
    found, at = [], 0
    for sent in marks.usable(doc):
        while at < len(times) and times[at].start < sent.start:
            at += 1
        inside = []
        while at < len(times) and times[at].start < sent.end:
            inside.append(times[at])
            at += 1
        if inside:
            found.append((sent, inside))
    return found


def _of_note(event: Placed) -> bool:
    """Whether a past event is more than a report of speech, and is told as an event at all."""
    reporting = lexicon.table("dates")["reporting"]
    verb, noun = event.dated.verb, event.dated.noun
    if verb is None and noun is None:
        return False
    if noun is not None and noun.lemma_.lower() in lexicon.table("dates")["report_nouns"]:
        return False
    return noun is not None or verb is None or verb.lemma_.lower() not in reporting


def _closed(doc: Doc, placed: Sequence[Placed]) -> list[Placed]:
    """Events that only have an end take the start that an earlier sentence gives the same thing; its end wins over a count."""
    found: list[Placed] = []
    for event in placed:
        same = [i for i, earlier in enumerate(found) if event.through and _same_thing(doc, earlier, event)]
        if not same:
            found.append(event)
            continue
        opening, last = found[same[-1]], event.extent.last
        for i in same:
            counted = found[i].extent
            if counted.precision == "range" and abs((counted.last - last).days) <= 1:
                found[i] = replace(found[i], extent=extents.between(counted.first, last, counted.time), also=event.start)
        extent = extents.between(opening.extent.first, last, opening.extent.time)
        found.append(replace(event, extent=extent, phase=opening.phase, also=opening.start))
    return found


def _same_thing(doc: Doc, earlier: Placed, event: Placed) -> bool:
    """Whether an event that has begun earlier in the text is called by the same noun as one that only has an end."""
    head, other = naming.called(event.dated), naming.called(earlier.dated)
    return (
        head is not None
        and other is not None
        and other.lemma_.lower() == head.lemma_.lower()
        and doc[event.start].idx - doc[earlier.start].idx <= _LINK
        and earlier.extent.precision in {"day", "range"}
        and earlier.phase != "past"
        and earlier.extent.first < event.extent.first
    )


def _event(doc: Doc, event: Placed) -> DatedEvent:
    sent = doc[event.start].sent
    low, high = naming.name(doc, event.dated, event.start, event.end)
    past = event.phase == "past"
    clause = (min(low, event.start), max(high, event.end))
    where = naming.place(doc, *clause)
    words = frozenset(token.lower_ for token in sent)
    return DatedEvent(
        core=_core(doc, low, high),
        start=event.extent.start,
        end=event.extent.end,
        time=event.extent.time,
        phase=event.phase,
        precision=event.extent.precision,
        certainty="happened" if past or event.phase == "ongoing" else certainty(event.dated, words),
        expression=doc[event.start : event.end].text.strip(),
        what=doc[low:high].text.strip(),
        where=doc[where[0] : where[1]].text if where else None,
        actors=who.within(doc, *clause),
        evidence=_evidence(doc, event),
    )


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
    seen: set[tuple[object, ...]] = set()
    found = []
    for event in events:
        key = (event.start, event.end, event.core or event.what)
        if key not in seen:
            seen.add(key)
            found.append(event)
    return found
