"""Clues to the day on which an undated article was published: each holds or fails for a given day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc, Span

from generator.language import lexicon, marks
from generator.language.marks import TimeMark
from generator.language.times import calendar, extents, naming, public_events
from generator.language.times.tense import Clauses, Tense
from generator.model.evidence import Evidence

_REACH = 12
"""Tokens between a length of time and the weekday that it begins on."""

_BESIDE = 8
"""Tokens between a day and the public event that it belongs to."""

_LEDE = 3
"""Sentences at the top whose weekday is the day of the news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What the text says of its day: in words once a day is found, with the passages, and as a test of a day."""

    says: Callable[[date], str]
    evidence: tuple[Evidence, ...]
    holds: Callable[[date], bool]


def clues(doc: Doc, times: list[TimeMark]) -> list[Clue]:
    """All clues of a text, the sharpest first; `times` are its time expressions, read without a publication date."""
    reader = _Reader(doc, times)
    return [
        *reader.report_day(),
        *reader.dateline(),
        *reader.weekday_dates(),
        *reader.runs(),
        *reader.public_dates(),
    ]


def possible_days(doc: Doc, times: list[TimeMark]) -> Iterator[date]:
    """The days that an article may be of: from the last date told as past to the first one told as ahead, within the calendar."""
    reach = lexicon.table("publication")["reach"]
    day, last = date.fromisoformat(reach["first"]), date.fromisoformat(reach["last"])
    clauses = Clauses(doc)
    for mark in times:
        extent = extents.of_value(mark.timex.value) if mark.timex.type in {"DATE", "TIME"} else None
        tense = clauses.tense(mark.timex.start, mark.timex.end) if extent else "unknown"
        if extent and tense == "past":
            day = max(day, extent.first)
        elif extent and tense == "future" and extent.precision == "day":
            last = min(last, extent.last)
    while day <= last:
        yield day
        day += timedelta(days=1)


class _Reader:
    def __init__(self, doc: Doc, times: list[TimeMark]) -> None:
        self._doc, self._clauses = doc, Clauses(doc)
        usable = marks.usable(doc)
        self._sents = usable
        starts = {sent.start for sent in usable}
        self._times = [mark for mark in times if doc[mark.start].sent.start in starts]

    def report_day(self) -> Iterator[Clue]:
        """The weekday of the top of a report, in the past tense, is the day of publication (AP stylebook, "today")."""
        for sent in self._sents[:_LEDE]:
            for mark in self._inside(sent):
                number = _weekday(mark)
                if number and self._tense(mark) == "past" and not _shifted(mark):
                    yield Clue(
                        says=lambda _day: "What the report tells first happened on the day of its publication, "
                        f"a {_WEEKDAYS[number - 1]}.",
                        evidence=(self._cite(mark),),
                        holds=lambda day, number=number: day.isoweekday() == number,
                    )
                    return

    def dateline(self) -> Iterator[Clue]:
        """A dateline without a year: "BRUSSELS, April 13 -"."""
        for mark in self._times[:2]:
            match = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", mark.timex.value)
            before = self._doc.text[: mark.timex.start]
            after = self._doc.text[mark.timex.end : mark.timex.end + 14]
            if match and before and before == before.upper() and "\n" not in before.strip() and re.match(r"\s*(\(\w+\)\s*)?[-–—]", after):
                month, number = int(match[1]), int(match[2])
                yield Clue(
                    says=lambda day: f"The dateline is of {day.day} {day:%B}.",
                    evidence=(self._cite(mark),),
                    holds=lambda day: (day.month, day.day) == (month, number),
                )
                return

    def weekday_dates(self) -> Iterator[Clue]:
        """A weekday with a day and month: "Thursday, Feb. 10"."""
        names = lexicon.table("times")["weekday"]
        for mark in self._times:
            match = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", mark.timex.value)
            words = re.findall(r"[a-z]+", mark.timex.quote.lower())
            number = next((names[word] for word in words if word in names), None)
            if match and number:
                tense = self._tense(mark)
                yield Clue(
                    says=lambda day, quote=mark.timex.quote: f"“{quote}” is a date of {day.year}.",
                    evidence=(self._cite(mark),),
                    holds=lambda day, m=int(match[1]), d=int(match[2]), n=number, t=tense: (
                        (found := _day_near(day, m, d, t)) is not None and found.isoweekday() == n
                    ),
                )

    def runs(self) -> Iterator[Clue]:
        """A length that begins on a weekday and runs through a date: the three must fit, a day either way."""
        for sent in self._sents:
            inside = self._inside(sent)
            for mark in inside:
                measured = extents.length(mark.timex.value) if mark.timex.type == "DURATION" else None
                noun = naming.dated(self._doc, mark.start, mark.end).noun if measured else None
                if not measured or noun is None or measured[0] not in {"D", "W"}:
                    continue
                days = measured[1] * (7 if measured[0] == "W" else 1)
                for other in inside:
                    gap = other.start - mark.end
                    number = _weekday(other)
                    if number and 0 <= gap <= _REACH and self._tense(other) == "future":
                        yield from self._run_ends(noun.lemma_.lower(), days, number, mark, other)

    def _run_ends(self, lemma: str, days: int, number: int, length: TimeMark, opening: TimeMark) -> Iterator[Clue]:
        for mark in self._times:
            match = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", mark.timex.value)
            lead = self._doc[mark.start - 1].lower_ if mark.start else ""
            called = naming.called(naming.dated(self._doc, mark.start, mark.end)) if match else None
            if match and lead in {"through", "until", "to"} and called is not None and called.lemma_.lower() == lemma:
                month, last = int(match[1]), int(match[2])
                yield Clue(
                    says=lambda day, quote=mark.timex.quote: _run_says(day, number, days, quote),
                    evidence=(self._cite(opening), self._cite(mark)),
                    holds=lambda day: _run_fits(day, number, days, month, last),
                )
                return

    def public_dates(self) -> Iterator[Clue]:
        """A day beside a public event of the calendar: its opening, its close, or one of its days."""
        cues = lexicon.table("publication")["cues"]
        for sent in self._sents:
            inside = self._inside(sent)
            if not inside:
                continue
            for event in public_events.mentioned(self._doc, sent):
                for mark in inside:
                    gap = max(event.start - mark.end, mark.start - event.end)
                    place = _place_of(mark, self._tense(mark))
                    if place is None or not 0 <= gap <= _BESIDE:
                        continue
                    between = {token.lemma_.lower() for token in self._doc[min(mark.end, event.end) : max(event.start, mark.start)]}
                    edge = "last" if between & cues["closing"] else "first" if between & cues["opening"] else ""
                    if edge or mark.timex.type == "DATE":
                        yield self._public(event, mark, place, edge)

    def _public(
        self, event: public_events.Mentioned, mark: TimeMark, place: Callable[[date], tuple[date, date] | None], edge: str
    ) -> Clue:
        def holds(day: date) -> bool:
            days = place(day)
            return days is not None and any(_meets(days, edition, edge) for edition in event.editions)

        name = self._doc[event.start : event.end].text
        part = {"last": "the last day of ", "first": "the first day of "}.get(edge, "a day of ")

        def says(day: date) -> str:
            days = place(day)
            held = next((found for found in event.editions if days and _meets(days, found, edge)), event.editions[0])
            when = _written(held.first) if held.first == held.last else f"{_written(held.first)} to {_written(held.last)}"
            return f"“{mark.timex.quote}” is {part}“{name}”, known to have been on {when}."

        return Clue(
            says=says,
            evidence=(self._cite(mark),),
            holds=holds,
        )

    def _inside(self, sent: Span) -> list[TimeMark]:
        return [mark for mark in self._times if sent.start <= mark.start < sent.end]

    def _tense(self, mark: TimeMark) -> Tense:
        return self._clauses.tense(mark.timex.start, mark.timex.end)

    def _cite(self, mark: TimeMark) -> Evidence:
        sent = self._doc[mark.start].sent
        return marks.cite(self._doc, sent.start, sent.end)


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _weekday(mark: TimeMark) -> int | None:
    match = re.fullmatch(r"XXXX-WXX-(\d)(T\w\w)?", mark.timex.value)
    return int(match[1]) if match and mark.timex.type != "SET" else None


def _shifted(mark: TimeMark) -> bool:
    return bool({"last", "next", "previous", "following", "coming"} & set(mark.timex.quote.lower().split()))


def _day_near(day: date, month: int, number: int, tense: Tense) -> date | None:
    """The day and month that the tense means on a given day of publication."""
    near = [found for year in (-1, 0, 1) if (found := calendar.real(day.year + year, month, number))]
    if tense == "past":
        return max((found for found in near if found <= day), default=None)
    if tense in {"future", "present"}:
        return min((found for found in near if found >= day), default=None)
    return min(near, key=lambda found: abs((found - day).days), default=None)


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _run_says(day: date, number: int, days: int, quote: str) -> str:
    start = calendar.weekday_near(day, number, 1)
    return f"What lasts {days} days and runs through “{quote}” begins on {_WEEKDAYS[number - 1]}, {_written(start)}."


def _run_fits(day: date, number: int, days: int, month: int, last: int) -> bool:
    start = calendar.weekday_near(day, number, 1)
    end = _day_near(start, month, last, "future")
    return end is not None and abs((end - start).days + 1 - days) <= 1


def _place_of(mark: TimeMark, tense: Tense) -> Callable[[date], tuple[date, date] | None] | None:
    """Which days a time without a year means, for a given day of publication."""
    if match := re.fullmatch(r"XXXX-(\d\d)-(\d\d)", mark.timex.value):
        month, number = int(match[1]), int(match[2])

        def dated(day: date) -> tuple[date, date] | None:
            found = _day_near(day, month, number, tense)
            return (found, found) if found else None

        return dated
    if weekday := _weekday(mark):
        way = 1 if tense in {"future", "present"} else -1

        def near(day: date) -> tuple[date, date] | None:
            found = calendar.weekday_near(day, weekday, way)
            return found, found

        return near
    words = mark.timex.quote.lower().split()
    unit = {"XXXX-WXX": "W", "XXXX-XX": "M"}.get(mark.timex.value)
    shift = {"next": 1, "this": 0, "last": -1}.get(words[0] if words else "")
    if unit and shift is not None:
        return lambda day: calendar.bounds(calendar.at_grain(calendar.shifted(day, unit, shift), unit))
    return None


def _meets(days: tuple[date, date], edition: public_events.Edition, edge: str) -> bool:
    if edge == "last":
        return days[0] <= edition.last <= days[1]
    if edge == "first":
        return days[0] <= edition.first <= days[1]
    return days[0] <= edition.last and edition.first <= days[1] and (days[0] < days[1] or days[0] >= edition.first)

