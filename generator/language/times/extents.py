"""From TIMEX3 values to the start and end of an event: ISO dates cut at the grain that the text states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.language.times import calendar
from generator.model.facts import Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """When an event takes place: `start` and `end` as a brief shows them, `first` and `last` as days, `time` HH:MM."""

    start: str
    end: str | None
    first: date
    last: date
    precision: Precision
    time: str | None = None


def of_value(value: str) -> Extent | None:
    """The extent of a DATE or TIME value; None for what is no place on the calendar or coarser than a year."""
    days = calendar.bounds(value)
    if not days:
        return None
    first, last = days
    if first == last:
        clock = re.search(r"T(\d\d:\d\d)$", value)
        return Extent(
            start=first.isoformat(), end=None, first=first, last=last, precision="day", time=clock[1] if clock else None
        )
    if "-W" in value and not value.endswith("WI"):
        return Extent(start=first.isoformat(), end=last.isoformat(), first=first, last=last, precision="week")
    if re.fullmatch(r"\d{4}-\d\d", value):
        return Extent(start=value, end=None, first=first, last=last, precision="month")
    if re.fullmatch(r"\d{4}", value):
        return Extent(start=value, end=None, first=first, last=last, precision="year")
    if re.fullmatch(r"\d{4}-(Q\d|H\d|SP|SU|FA|WI)", value):
        return Extent(
            start=first.isoformat()[:7], end=last.isoformat()[:7], first=first, last=last, precision="quarter"
        )
    return None


def between(first: date, last: date, time: str | None = None) -> Extent:
    """A range of days."""
    return Extent(start=first.isoformat(), end=last.isoformat(), first=first, last=last, precision="range", time=time)


def joined(one: Extent, other: Extent) -> Extent:
    """From the start of one to the end of another."""
    return Extent(
        start=one.start,
        end=other.end or other.start,
        first=one.first,
        last=other.last,
        precision="range",
        time=one.time,
    )


def length(value: str) -> tuple[str, int] | None:
    """The unit and count of a DURATION of whole days, weeks, months or years; hours in whole days count as days."""
    match = re.fullmatch(r"P(T?)(\d+)([HDWMY])", value)
    if not match or (match[1] and match[3] != "H"):
        return None
    count, unit = int(match[2]), match[3]
    if unit == "H":
        return ("D", count // 24) if count % 24 == 0 and count else None
    return unit, count
