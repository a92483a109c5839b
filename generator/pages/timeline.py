"""The sections "What's next" and "How we got here", and the calendar: dated events by where they stand in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.model.facts import DatedEvent
from generator.model.quoting import excerpt, quoted
from generator.model.wording import range_in_words
from generator.pages.report import Cited, Report

WHAT_WORDS = 22
CERTAINTIES = {"deadline": "deadline", "expiry": "expires", "happened": ""}
Place = Literal["ahead", "behind", "unplaced"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An event as shown. `when` is in words, empty where the date could not be resolved; `start` is for the order.

    `passed` holds for what was ahead in its report and lies before the site's day.
    """

    id: str
    report: Report
    place: Place
    start: str
    end: str
    when: str
    expression: str
    certainty: str
    passed: bool
    under_way: bool
    what: str
    where: str
    actors: str
    acting: frozenset[str]
    cites: Cited


def dated(reports: Iterable[Report], as_of: str | None) -> tuple[Dated, ...]:
    """All events of reports in the order of time, those without a date last."""
    found = [_dated(report, event, as_of) for report in reports for event in report.entry.brief.dates]
    return tuple(sorted(found, key=lambda event: (not event.start, event.start, event.end, event.id)))


def _dated(report: Report, event: DatedEvent, as_of: str | None) -> Dated:
    last = event.end or event.start
    before = bool(as_of and last and last < as_of[: len(last)])
    place = _place(event, before=before)
    return Dated(
        id=event.id,
        report=report,
        place=place,
        start=event.start or "",
        end=last or "",
        when=_when(event),
        expression=quoted(event.expression),
        certainty=CERTAINTIES.get(event.certainty, event.certainty),
        passed=before and place == "ahead",
        under_way=event.phase == "ongoing" and not before,
        what=excerpt(event.what, event.evidence, WHAT_WORDS),
        where=event.where or "",
        actors=report.names(event.actors),
        acting=frozenset(event.actors),
        cites=report.cites(event.evidence),
    )


def _when(event: DatedEvent) -> str:
    if not event.start:
        return ""
    about = "about " if event.precision == "approximate" else ""
    since = "from " if event.precision == "range" and event.end is None else ""
    time = f", {event.time}" if event.time else ""
    return f"{about or since}{range_in_words(event.start, event.end)}{time}"


def _place(event: DatedEvent, *, before: bool) -> Place:
    """Where an event stands, seen from its report; an undated report says nothing, so the site's day decides."""
    if event.phase == "past" or event.certainty == "happened":
        return "behind"
    if event.phase in {"upcoming", "ongoing"}:
        return "ahead"
    if not event.start:
        return "unplaced"
    return "behind" if before else "ahead"


def outcomes(events: Iterable[Dated]) -> dict[str, Dated]:
    """For events that have passed, by id, what a later report tells of them: the same day, and one who acts in both.

    Silence means that no such report is there, not that nothing happened.
    """
    told: dict[str, list[Dated]] = {}
    passed: list[Dated] = []
    for event in events:
        if event.passed:
            passed.append(event)
        elif event.place == "behind":
            for day in {event.start, event.end} - {""}:
                told.setdefault(day, []).append(event)
    found: dict[str, Dated] = {}
    for event in passed:
        later = (
            one
            for day in (event.end, event.start)
            for one in told.get(day, ())
            if one.acting & event.acting
            and (one.report.article.published or "") > (event.report.article.published or "")
        )
        for one in later:
            found.setdefault(event.id, one)
    return found


def _published(event: Dated) -> str:
    return event.report.article.published or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The events that begin in one month, or in a year without one; `name` is "February 2022"."""

    id: str
    name: str
    events: tuple[Dated, ...]


LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def month_name(month: str) -> str:
    """`2022-02` as "February 2022", `2022` as it is."""
    year, _, number = month.partition("-")
    return f"{LONG_MONTHS[int(number) - 1]} {year}" if number else year


def months(events: Iterable[Dated]) -> tuple[Month, ...]:
    """The calendar of dated events."""
    grouped: dict[str, list[Dated]] = {}
    for event in events:
        if event.start:
            grouped.setdefault(event.start[: len("2022-02")], []).append(event)
    return tuple(
        Month(id=f"month-{month}", name=month_name(month), events=tuple(found))
        for month, found in sorted(grouped.items())
    )
