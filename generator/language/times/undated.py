"""Times read without a publication date, and the days that they mean for a given one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from generator.language.marks import TimeMark
from generator.language.times import calendar
from generator.language.times.tense import Tense

Days = tuple[date, date]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MOVED = frozenset({"last", "next", "previous", "following", "coming"})
_SHIFTS = {"next": 1, "this": 0, "last": -1}


def month_day(mark: TimeMark) -> tuple[int, int] | None:
    """The month and day of a date without a year."""
    match = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", mark.timex.value)
    return (int(match[1]), int(match[2])) if match else None


def weekday(mark: TimeMark) -> int | None:
    """The ISO number of a weekday without a date, unless it recurs."""
    match = re.fullmatch(r"XXXX-WXX-(\d)(T\w\w)?", mark.timex.value)
    return int(match[1]) if match and mark.timex.type != "SET" else None


def moved(mark: TimeMark) -> bool:
    """Whether a word says which weekday is meant: "last Friday"."""
    return bool(_MOVED & set(mark.timex.quote.lower().split()))


def written(day: date) -> str:
    """A day in words, for a proof."""
    return f"{day.day} {day:%B %Y}"


def day_near(published: date, month: int, number: int, tense: Tense) -> date | None:
    """The day that a month and day mean in a text published on a given day."""
    near = [found for year in (-1, 0, 1) if (found := calendar.real(published.year + year, month, number))]
    if tense == "past":
        return max((found for found in near if found <= published), default=None)
    if tense in {"future", "present"}:
        return min((found for found in near if found >= published), default=None)
    return min(near, key=lambda found: abs((found - published).days), default=None)


def meaning(mark: TimeMark, tense: Tense) -> Callable[[date], Days | None] | None:
    """Which days a time means, as a function of the day of publication; None for times of other kinds."""
    stated, number = month_day(mark), weekday(mark)
    words = mark.timex.quote.lower().split()
    unit = {"XXXX-WXX": "W", "XXXX-XX": "M"}.get(mark.timex.value)

    def dated(published: date) -> Days | None:
        found = day_near(published, *stated, tense) if stated else None
        return (found, found) if found else None

    def near(published: date) -> Days | None:
        found = calendar.weekday_near(published, number or 1, 1 if tense in {"future", "present"} else -1)
        return found, found

    def shifted(published: date) -> Days | None:
        return calendar.bounds(calendar.at_grain(calendar.shifted(published, str(unit), _SHIFTS[words[0]]), str(unit)))

    if stated:
        return dated
    if number:
        return near
    return shifted if unit and words[0] in _SHIFTS else None
