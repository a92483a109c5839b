"""Clues to the day on which an undated article was published: each holds or fails for a given day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc, Span

from generator.language import lexicon, marks
from generator.language.marks import TimeMark
from generator.language.times import calendar, extents, naming, public_events, undated
from generator.language.times.public_events import Edition, Mentioned
from generator.language.times.tense import Clauses, Tense
from generator.language.times.undated import WEEKDAYS, Days, written
from generator.model.evidence import Evidence

_REACH = 12
"""Tokens between a length of time and the weekday that it begins on."""

_BESIDE = 8
"""Tokens between a day and the public event that it belongs to."""

_LEDE = 3
"""Sentences at the top whose weekday is the day of the news."""

_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What the text says of its day: a test of a day, the words of the proof once a day is found, the passages."""

    holds: Callable[[date], bool]
    says: Callable[[date], str]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """A document without a date: its usable sentences with their times, read without one."""

    doc: Doc
    sents: Sequence[Span]
    times: Sequence[TimeMark]
    clauses: Clauses

    def inside(self, sent: Span) -> list[TimeMark]:
        """The times of a sentence."""
        return [mark for mark in self.times if sent.start <= mark.start < sent.end]

    def tense(self, mark: TimeMark) -> Tense:
        """The tense of the clause of a time."""
        return self.clauses.tense(mark.timex.start, mark.timex.end)

    def cite(self, mark: TimeMark) -> Evidence:
        """The sentence of a time."""
        sent = self.doc[mark.start].sent
        return marks.cite(self.doc, sent.start, sent.end)


def undated_text(doc: Doc, times: Sequence[TimeMark]) -> Undated:
    """A document with its times, those in boilerplate left out."""
    sents = marks.usable(doc)
    news = {place for sent in sents for place in range(sent.start, sent.end)}
    kept = tuple(mark for mark in times if mark.start in news)
    return Undated(doc=doc, sents=sents, times=kept, clauses=Clauses(doc))


def clues(text: Undated) -> list[Clue]:
    """All clues of a text, those that exclude most first."""
    return [*_report_day(text), *_dateline(text), *_weekday_dates(text), *_runs(text), *_public_dates(text)]


def possible_days(text: Undated) -> Iterator[date]:
    """The days that a text may be of: from the last one told as past to the first told as ahead."""
    reach = lexicon.table("publication")["reach"]
    day, last = date.fromisoformat(reach["first"]), date.fromisoformat(reach["last"])
    for mark in text.times:
        extent = extents.of_value(mark.timex.value) if mark.timex.type in {"DATE", "TIME"} else None
        tense = text.tense(mark) if extent else "unknown"
        if extent and tense == "past":
            day = max(day, extent.first)
        elif extent and tense == "future" and extent.precision == "day":
            last = min(last, extent.last)
    while day <= last:
        yield day
        day += timedelta(days=1)


def _report_day(text: Undated) -> Iterator[Clue]:
    """The weekday that a report begins with, in the past tense, is its own (AP stylebook, "days of the week")."""
    for sent in text.sents[:_LEDE]:
        for mark in text.inside(sent):
            number = undated.weekday(mark)
            if number and text.tense(mark) == "past" and not undated.moved(mark):
                yield _report_clue(number, text.cite(mark))
                return


def _report_clue(number: int, evidence: Evidence) -> Clue:
    says = f"What the report tells first happened on the day of its publication, a {WEEKDAYS[number - 1]}."
    return Clue(holds=lambda day: day.isoweekday() == number, says=lambda _day: says, evidence=(evidence,))


def _dateline(text: Undated) -> Iterator[Clue]:
    """A dateline without a year: "BRUSSELS, April 13 -"."""
    whole = text.clauses.text
    for mark in text.times[:2]:
        stated, before = undated.month_day(mark), whole[: mark.timex.start].lstrip()
        opens = before and before == before.upper() and "\n" not in before
        if stated and opens and re.match(r"\s*(\(\w+\)\s*)?[-–—]", whole[mark.timex.end :]):
            yield _dateline_clue(stated, mark.timex.quote, text.cite(mark))
            return


def _dateline_clue(stated: tuple[int, int], quote: str, evidence: Evidence) -> Clue:
    says = f"The dateline is of “{quote}”."
    return Clue(holds=lambda day: (day.month, day.day) == stated, says=lambda _day: says, evidence=(evidence,))


def _weekday_dates(text: Undated) -> Iterator[Clue]:
    """A weekday with a day and month: "Thursday, Feb. 10"."""
    names = lexicon.table("times")["weekday"]
    for mark in text.times:
        stated = undated.month_day(mark)
        words = re.findall(r"[a-z]+", mark.timex.quote.lower())
        number = next((int(names[word]) for word in words if word in names), None)
        if stated and number:
            yield _pair_clue(stated, number, text.tense(mark), mark.timex.quote, text.cite(mark))


def _pair_clue(stated: tuple[int, int], number: int, tense: Tense, quote: str, evidence: Evidence) -> Clue:
    def holds(day: date) -> bool:
        found = undated.day_near(day, *stated, tense)
        return found is not None and found.isoweekday() == number

    return Clue(holds=holds, says=lambda day: f"“{quote}” is a date of {day.year}.", evidence=(evidence,))


def _runs(text: Undated) -> Iterator[Clue]:
    """A length that begins on a coming weekday and runs through a date: the three must fit, a day either way."""
    for sent in text.sents:
        inside = text.inside(sent)
        for mark in inside:
            measured = extents.length(mark.timex.value) if mark.timex.type == "DURATION" else None
            noun = naming.dated(text.doc, mark.start, mark.end).noun if measured else None
            if not measured or noun is None or measured[0] not in {"D", "W"}:
                continue
            days = measured[1] * (_WEEK if measured[0] == "W" else 1)
            ends = _ends(text, noun.lemma_.lower())
            for opening in inside:
                number = undated.weekday(opening)
                near = 0 <= opening.start - mark.end <= _REACH
                if ends and number and near and text.tense(opening) == "future":
                    evidence = (text.cite(opening), text.cite(ends[0][0]))
                    yield _run_clue(number, days, ends[0][1], ends[0][0].timex.quote, evidence)


def _ends(text: Undated, lemma: str) -> list[tuple[TimeMark, tuple[int, int]]]:
    """The days through which what a noun names runs."""
    found = []
    for mark in text.times:
        stated = undated.month_day(mark)
        if stated and mark.start and text.doc[mark.start - 1].lower_ in {"through", "until", "to"}:
            called = naming.called(naming.dated(text.doc, mark.start, mark.end))
            if called is not None and called.lemma_.lower() == lemma:
                found.append((mark, stated))
    return found


def _run_clue(number: int, days: int, end: tuple[int, int], quote: str, evidence: tuple[Evidence, ...]) -> Clue:
    def holds(day: date) -> bool:
        start = calendar.weekday_near(day, number, 1)
        last = undated.day_near(start, *end, "future")
        return last is not None and abs((last - start).days + 1 - days) <= 1

    def says(day: date) -> str:
        start = calendar.weekday_near(day, number, 1)
        return f"What lasts {days} days and runs through “{quote}” begins on {WEEKDAYS[number - 1]}, {written(start)}."

    return Clue(holds=holds, says=says, evidence=evidence)


def _public_dates(text: Undated) -> Iterator[Clue]:
    """A day beside a public event of the calendar: its first or last day, or one of its days."""
    cues = lexicon.table("publication")["cues"]
    for sent in text.sents:
        inside = text.inside(sent)
        for event in public_events.mentioned(text.doc, sent) if inside else ():
            for mark in inside:
                gap = max(event.start - mark.end, mark.start - event.end)
                means = undated.meaning(mark, text.tense(mark))
                if means is None or not 0 <= gap <= _BESIDE:
                    continue
                low, high = min(mark.end, event.end), max(event.start, mark.start)
                between = {token.lemma_.lower() for token in text.doc[low:high]}
                edge = "last" if between & cues["closing"] else "first" if between & cues["opening"] else ""
                name = text.doc[event.start : event.end].text
                yield _public_clue(event, means, edge, (mark.timex.quote, name), text.cite(mark))


def _public_clue(
    event: Mentioned, means: Callable[[date], Days | None], edge: str, quotes: tuple[str, str], evidence: Evidence
) -> Clue:
    def edition(day: date) -> Edition | None:
        days = means(day)
        return next((held for held in event.editions if days and _meets(days, held, edge)), None)

    def says(day: date) -> str:
        held = edition(day)
        part = {"last": "the last day", "first": "the first day"}.get(edge, "a day")
        when = f", {written(held.first)} to {written(held.last)}" if held else ""
        return f"“{quotes[0]}” is {part} of “{quotes[1]}”, a public event of known date{when}."

    return Clue(holds=lambda day: edition(day) is not None, says=says, evidence=(evidence,))


def _meets(days: Days, held: Edition, edge: str) -> bool:
    """Whether some days hold the first or last day of an edition, or, without an edge, touch it."""
    if edge:
        return days[0] <= (held.last if edge == "last" else held.first) <= days[1]
    return days[0] <= held.last and held.first <= days[1]
