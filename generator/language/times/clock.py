"""Productions of clock times, with the day and the zone where they are given."""

from __future__ import annotations

from datetime import date, timedelta

from generator.language.times import calendar
from generator.language.times.context import Context
from generator.language.times.grammar import Found, Production, Reading

_NEAR = 400
_CLOCK_LEADS = frozenset((lead,) for lead in ("at", "by", "until", "till", "around", "about", "before", "after", "from", "to", "since", "("))
"""Words before a time in figures alone: others make it a score, a ratio or the length of a film."""


def clock(found: Found, context: Context) -> Reading | None:
    """ "10:35 a.m.", "6 p.m. EST, Nov. 6", "noon Saturday", "1700 GMT"."""
    hour, minute = _hour_minute(found)
    if hour is None:
        return None
    if "clock" in found and not {"meridiem", "zone"} & found.groups.keys() and context.before()[:1] not in _CLOCK_LEADS:
        return None
    day = _day(found, context)
    return Reading("TIME", f"{day}T{hour:02d}:{minute:02d}")


def _hour_minute(found: Found) -> tuple[int | None, int]:
    if "clockpoint" in found:
        hour, minute = str(found.value("clockpoint")).split(":")
        return (0 if hour == "24" else int(hour)), int(minute)
    if "militaryclock" in found:
        hour, minute = str(found.value("militaryclock")).split(":")
        return int(hour) % 24, int(minute)
    if "clock" in found:
        parts = str(found.words("clock")[0]).replace(".", ":").split(":")
        hour, minute = parts[0], parts[1]
    elif "number" in found:
        hour, minute = str(found.value("number")), "0"
    else:
        hour, minute = str(found.value("hour")), "0"
    number = int(hour)
    if number > 24 or int(minute) > 59:
        return None, 0
    half = found.words("meridiem")[0][0] if "meridiem" in found else {"MO": "a", "AF": "p", "EV": "p", "NI": "p"}.get(str(found.value("part")), "") if "part" in found else ""
    if half == "p" and number < 12:
        number += 12
    if half == "a" and number == 12:
        number = 0
    return number % 24, int(minute)


def _day(found: Found, context: Context) -> str:
    if "today" in found and context.today:
        return (context.today + timedelta(days=int(found.value("today")))).isoformat()
    if "month" in found and context.today:
        year = int(found.value("year")) if "year" in found else context.today.year
        day = calendar.real(year, int(found.value("month")), int(found.value("day")))
        if day:
            return day.isoformat()
    if "weekday" in found and context.today:
        past, future = (calendar.weekday_near(context.today, int(found.value("weekday")), way) for way in (-1, 1))
        return (future if past != future and context.tense() in {"future", "present"} else past).isoformat()
    last = context.memory.last(context.place, _NEAR)
    known = calendar.bounds(last or "")
    if known and known[0] == known[1]:
        return known[0].isoformat()
    return _iso(context.today)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else "XXXX-XX-XX"


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
