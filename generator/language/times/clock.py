"""Productions of clock times, with the day and the zone where they are given."""

from __future__ import annotations

from datetime import timedelta

from generator.language.times import calendar
from generator.language.times.context import NEAR, Context
from generator.language.times.grammar import Found, Production, Reading
from generator.language.times.week import UNKNOWN_DAY

_NOON, _HOURS, _MINUTES = 12, 24, 60

_HALVES = {"MO": "a", "AF": "p", "EV": "p", "NI": "p"}
"""Which half of the day a part of it lies in."""


def clock(found: Found, context: Context) -> Reading | None:
    """A time of day: "10:35 a.m.", "6 p.m. EST, Nov. 6", "noon Saturday", "1700 GMT", "4 in the morning"."""
    bare = "clock" in found and "meridiem" not in found and "zone" not in found and "part" not in found
    if bare and not context.led_by("clock_leads"):
        return None
    hour, minute = _hour_minute(found)
    if hour > _HOURS or minute >= _MINUTES:
        return None
    return Reading("TIME", f"{_day(found, context)}T{hour % _HOURS:02d}:{minute:02d}")


def _hour_minute(found: Found) -> tuple[int, int]:
    for exact in ("clockpoint", "militaryclock"):
        if exact in found:
            hour, minute = str(found.value(exact)).split(":")
            return int(hour), int(minute)
    if "clock" in found:
        parts = found.words("clock")[0].replace(".", ":").split(":")
        number, minutes = int(parts[0]), int(parts[1])
    else:
        number, minutes = int(found.value("number" if "number" in found else "hour")), 0
    half = found.words("meridiem")[0][0] if "meridiem" in found else ""
    half = _HALVES[str(found.value("part"))] if "part" in found else half
    if half == "p" and number < _NOON:
        number += _NOON
    return (0 if half == "a" and number == _NOON else number), minutes


def _day(found: Found, context: Context) -> str:
    """The day beside the time, or the one last spoken of, or the document's own."""
    today = context.today
    if not today:
        return UNKNOWN_DAY
    if "today" in found:
        return (today + timedelta(days=int(found.value("today")))).isoformat()
    if "month" in found:
        year = int(found.value("year")) if "year" in found else today.year
        stated = calendar.real(year, int(found.value("month")), int(found.value("day")))
        if stated:
            return stated.isoformat()
    if "weekday" in found:
        ahead = context.tense() in {"future", "present"}
        return calendar.weekday_near(today, int(found.value("weekday")), 1 if ahead else -1).isoformat()
    known = calendar.bounds(context.memory.last(context.place, NEAR) or "")
    if not known or known[0] != known[1] or (known[0] > today and context.tense() != "future"):
        return today.isoformat()
    return known[0].isoformat()


def productions() -> tuple[Production, ...]:
    """All of them, in order of preference among finds of one length."""
    zone = "( ( <zone> | ( local | eastern | central | pacific ) ( standard | daylight )? time ) )?"
    day = "( ,? on? ( <weekday> | <today> | ( <weekday> ,? )? <month> .? <day> ( ,? <year> )? ) )?"
    return (
        Production(f"@about ( <hour> | <clock> ) -? <meridiem> {zone} {day}", clock),
        Production(f"@about <clock> {zone} {day}", clock),
        Production(f"@about ( <hour> | <number> ) ( o ' clock )? in the <part> {day}", clock),
        Production(f"<militaryclock> <zone> {day}", clock),
        Production(f"@about <clockpoint> {zone} {day}", clock),
    )
