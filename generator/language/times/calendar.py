"""Arithmetic on dates at the grains of TIMEX3, and the festivals that news dates by."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_LAST_WEEK, _LAST_YEAR = 9, 9999


def parse(iso: str | None) -> date | None:
    """The date of an ISO date or date-time; None where it is missing or coarser than a day."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def real(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(origin: date, unit: str, count: int) -> date:
    """`origin` moved by `count` units (D, W, F, M, Q, Y, E, C); a day that its new month lacks becomes the last one."""
    if unit in {"D", "W", "F"}:
        return origin + timedelta(days=count * {"D": 1, "W": 7, "F": 14}[unit])
    months = count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit]
    year, month = divmod(origin.year * 12 + origin.month - 1 + months, 12)
    year = min(max(year, 1), 9998)
    return date(year, month + 1, min(origin.day, calendar.monthrange(year, month + 1)[1]))


def at_grain(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, month, quarter, year, decade or century that a day lies in."""
    if unit in {"W", "F"}:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    if unit == "Q":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if unit == "C":
        return f"{day.year // 100:02d}"
    if unit == "E":
        return f"{day.year // 10:03d}"
    return {"D": day.isoformat(), "M": day.isoformat()[:7], "Y": f"{day.year:04d}"}[unit]


def weekday_near(origin: date, weekday: int, direction: int) -> date:
    """The nearest day of an ISO weekday: -1 on or before `origin`, 1 on or after it."""
    ahead = (weekday - origin.isoweekday()) % 7
    return origin + timedelta(days=ahead if direction > 0 or not ahead else ahead - 7)


def easter(year: int) -> date:
    """Easter Sunday of the Western church (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches, as a Gregorian date (Meeus 1991, chapter 8); right for 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def festival(rule: str, year: int) -> date:
    """The day of a festival in a year, by the rules of the `holiday` table of `times.toml`."""
    if rule[0] in "EO":
        sunday = easter(year) if rule[0] == "E" else orthodox_easter(year)
        return sunday + timedelta(days=int(rule[1:]))
    match = re.fullmatch(r"(\d\d)-([WU])(\d)-(\d)", rule)
    if not match:
        return date(year, int(rule[:2]), int(rule[3:]))
    month, kind, count, weekday = int(match[1]), match[2], int(match[3]), int(match[4])
    if kind == "U":
        return weekday_near(date(year, month, 2), weekday, 1)
    if count == _LAST_WEEK:
        return weekday_near(date(year, month, calendar.monthrange(year, month)[1]), weekday, -1)
    return weekday_near(date(year, month, 1), weekday, 1) + timedelta(weeks=count - 1)


def bounds(value: str) -> tuple[date, date] | None:
    """The first and last day of a TIMEX3 date value; None for one that is no place on the calendar."""
    value = value.split("T", 1)[0] if re.match(r"\d{4}-\d\d-\d\dT", value) else value
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        day = real(int(match[1]), int(match[2]), int(match[3]))
        return (day, day) if day else None
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        try:
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        except ValueError:
            return None
        return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6)
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        length = 3 if match[2] == "Q" else 6
        return _months(int(match[1]), (int(match[3]) - 1) * length + 1, length)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return _months(int(match[1]), {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[match[2]], 3)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(match[1]), int(match[2]), 1)
    if re.fullmatch(r"\d{2,4}", value):
        span = 10 ** (4 - len(value))
        first = int(value) * span
        return (date(max(first, 1), 1, 1), date(first + span - 1, 12, 31)) if first + span <= _LAST_YEAR else None
    return None


def _months(year: int, month: int, length: int) -> tuple[date, date] | None:
    first = real(year, month, 1)
    return (first, shifted(first, "M", length) - timedelta(days=1)) if first else None
