"""Productions of dates counted in whole units: "last week", "three years ago", "a year earlier"."""

from __future__ import annotations

from datetime import date

from generator.language.times import calendar
from generator.language.times.context import IN_MIND, NEAR, TOPIC, Context
from generator.language.times.grammar import Found, Production, Reading
from generator.language.times.numbers import number_of
from generator.language.times.week import kind_of, part_of

_UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "F": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "E": "XXX",
    "C": "XX",
}
"""TIMEX3's values where the document's date is not known."""

_SMALLER = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "E": ("Y", 10)}
"""How a broken number of units is counted."""

_FROM_THE_STORY = frozenset({"following", "previous", "preceding", "prior"})
"""Words that count from the time last spoken of, not from the document's date."""

_MONTH = len("2000-01")


def _grain(day: date | None, unit: str) -> str:
    return calendar.at_grain(day, unit) if day else _UNKNOWN[unit]


def shifted_unit(found: Found, context: Context) -> Reading | None:
    """The last, this or next unit: "last week", "earlier this month", "the end of next year"."""
    unit, word, first = str(found.value("unit")), (found.words("shift") or ("last",))[0], found.words()[0]
    if unit.startswith("T") or (unit == "D" and word in {"last", "past", "coming", "this"} and "early" not in found):
        return None
    if word in {"past", "coming"} and unit not in {"Y", "Q"}:
        return Reading("DURATION", {"E": "P10Y", "C": "P100Y"}.get(unit, f"P1{unit}"))
    origin = context.today
    if word in _FROM_THE_STORY or (word == "next" and (unit == "D" or first == "the")):
        origin = context.memory.day(context.place, IN_MIND) or origin
    shift = int(found.value("shift")) if "shift" in found else -1
    moved = calendar.shifted(origin, unit, shift) if origin else None
    return Reading(kind_of(found), _grain(moved, unit) + part_of(found))


def that_unit(found: Found, context: Context) -> Reading | None:
    """The unit of the time last spoken of: "that year", "the same day", "later that month"."""
    unit = str(found.value("unit"))
    if unit.startswith("T") or unit in {"C", "E"}:
        return None
    if unit == "Q" and (topic := context.memory.last_quarter(context.place, IN_MIND)):
        return Reading("DATE", topic)
    return Reading("DATE", _grain(context.memory.day(context.place, IN_MIND) or context.today, unit))


def the_unit(found: Found, context: Context) -> Reading | None:
    """The quarter under discussion, or a part of the current month or year: "the quarter", "the end of the year"."""
    unit, edge = str(found.value("unit")), {"end", "beginning", "start", "middle"} & set(found.words())
    if unit == "Q":
        return Reading("DATE", _topic_quarter(context, ended=False))
    if ("early" not in found and not edge) or unit in {"D", "E", "C"} or unit.startswith("T"):
        return None
    return Reading("DATE", _grain(context.today, unit))


def latest(found: Found, context: Context) -> Reading | None:
    """The latest quarter or other accounting period; a week or month is the last one."""
    if "unit" not in found or found.value("unit") == "Q":
        return Reading("DATE", _topic_quarter(context, ended=True))
    unit = str(found.value("unit"))
    if unit.startswith("T"):
        return None
    return Reading("DATE", _grain(calendar.shifted(context.today, unit, -1) if context.today else None, unit))


def _topic_quarter(context: Context, *, ended: bool) -> str:
    topic = context.memory.last_quarter(context.place, TOPIC, context.today if ended else None)
    return topic or _grain(calendar.shifted(context.today, "Q", -1) if context.today else None, "Q")


def this_year(_found: Found, context: Context) -> Reading | None:
    """The current year as a whole or its end: "for the full year", "year-end", "year's end"."""
    return Reading("DATE", _grain(context.today, "Y"))


def unit_after(found: Found, context: Context) -> Reading | None:
    """The unit that follows the time last spoken of: "the week after", at the end of a clause."""
    unit, known = str(found.value("unit")), context.memory.day(context.place, NEAR)
    if unit.startswith("T") or not known or context.after() not in {(",",), (".",), (";",), ("and",), ()}:
        return None
    return Reading("DATE", _grain(calendar.shifted(known, unit, 1), unit))


def ago(found: Found, context: Context) -> Reading | None:
    """A count of units away: "three days ago", "about two years earlier", "six weeks from now", "a year ago"."""
    way = found.words("way")
    sign = -1 if way[0] in {"ago", "earlier"} else 1
    unit = str(found.value("units" if "units" in found else "unit"))
    vague = "few" in found and found.value("few") == "X"
    uncounted = not {"unit", "num", "few"} & found.groups.keys()
    if unit.startswith("T") or uncounted or (vague and sign < 0):
        return Reading("DATE", "PAST_REF") if sign < 0 else None
    if vague:
        return Reading("DURATION", f"PX{unit}", drop=len(way))
    count = number_of(found.part("num")) if "num" in found else 2.0 if "few" in found else 1.0
    origin = context.today
    if way[0] in {"earlier", "later"}:
        origin = context.memory.day(context.place, NEAR) or origin
    if count is None:
        return None
    if not origin:
        return Reading("DATE", _UNKNOWN[unit])
    if unit == "Y" and count == 1 and sign < 0:
        return Reading("DATE", _year_before(context, origin, way[0]), topic=False)
    while count % 1 and unit in _SMALLER:
        unit, count = _SMALLER[unit][0], count * _SMALLER[unit][1]
    grain = {"E": "Y", "C": "Y", "F": "W"}.get(unit, unit)
    return Reading("DATE", calendar.at_grain(calendar.shifted(origin, unit, sign * round(count)), grain))


def _year_before(context: Context, origin: date, way: str) -> str:
    """A year earlier, at the grain of what is compared: quarters with quarters, months with months."""
    last = context.memory.last(context.place, NEAR)
    topic = context.memory.last_quarter(context.place, 2 * NEAR, context.today)
    this = str(context.today.year) if context.today else ""
    if topic and (not last or "-Q" in last or last == this or len(last) >= _MONTH):
        return f"{int(topic[:4]) - 1:04d}{topic[4:]}"
    if way == "earlier" and last and len(last) == _MONTH:
        return f"{int(last[:4]) - 1:04d}{last[4:]}"
    return f"{origin.year - 1:04d}"


def year_earlier(found: Found, context: Context) -> Reading | None:
    """The same period a year before: "year-earlier", "the year-ago quarter"."""
    topic = context.memory.last_quarter(context.place, TOPIC, context.today)
    if topic:
        return Reading("DATE", f"{int(topic[:4]) - 1:04d}{topic[4:]}", topic=False)
    months = context.memory.last_months(context.place, NEAR)
    if months and found.words()[-1] == "period":
        return Reading("DURATION", months)
    back, unit = (-5, "Q") if "quarter" in found.words() else (-1, "Y")
    moved = calendar.shifted(context.today, unit, back) if context.today else None
    return Reading("DATE", _grain(moved, unit), topic=False)


def for_the_year(_found: Found, context: Context) -> Reading | None:
    """The current year as what figures are for: "a high for the year"."""
    if context.after() in {("ended",), ("ending",), ("-",), ("before",), ("to",)}:
        return None
    return Reading("DATE", _grain(context.today, "Y"), skip=1)


def months_a_year_earlier(found: Found, _context: Context) -> Reading | None:
    """The same months of the year before: "the year-earlier nine months"."""
    count = number_of(found.part("num"))
    return Reading("DURATION", f"P{int(count)}M") if count else None


def productions() -> tuple[Production, ...]:
    """All of them, in order of preference among finds of one length."""
    away = "( or so )? (way: ago | earlier | later | from now | hence )"
    alike = "( comparable | same | corresponding )?"
    return (
        Production("@edge? the? <shift> <unit> ( <part> )?", shifted_unit),
        Production("@edge? ( that | the ) same? <unit>", the_unit),
        Production("@edge? ( that same? | the same ) <unit>", that_unit),
        Production("the? latest ( <unit> | period )", latest),
        Production("the full year", this_year),
        Production("@edge? the? ( <shift> | latest ) ( full | fiscal ) <unit>", shifted_unit),
        Production("around? ( the | a )? ( year | year <possessive> ) -? end", this_year),
        Production(f"@about @num -? <units> {away}", ago),
        Production(f"@about ( a | an | one ) <unit> {away}", ago),
        Production(f"@about @few <units> {away}", ago),
        Production("<units> (way: ago | earlier | later )", ago),
        Production(f"( the | a )? {alike} year - ( ago | earlier ) ( period | quarter )?", year_earlier),
        Production("the <unit> after", unit_after),
        Production("for the year", for_the_year),
        Production("the? year - ( ago | earlier ) @num months", months_a_year_earlier),
    )
