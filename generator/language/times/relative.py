"""Productions of dates counted from the document's date or from the time last spoken of."""

from __future__ import annotations

from datetime import date, timedelta

from generator.language.times import calendar
from generator.language.times.absolute import directed, month_day
from generator.language.times.context import Context
from generator.language.times.grammar import NO_TIME, Found, Production, Reading
from generator.language.times.numbers import number_of

_NEAR = 400
"""Code points within which a time spoken of is still in mind: two or three sentences."""

_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXX", "C": "XX"}


def _part(found: Found) -> str:
    return "T" + str(found.value("part")) if "part" in found else ""


def _kind(found: Found) -> str:
    return "TIME" if "part" in found else "DATE"


def today(found: Found, context: Context) -> Reading | None:
    """ "late yesterday", "tomorrow morning", "tonight"."""
    word = found.words("today")[0]
    value = (context.today + timedelta(days=int(found.value("today")))).isoformat() if context.today else _UNKNOWN["D"]
    if word == "tonight":
        return Reading("TIME", value + "TNI")
    return Reading(_kind(found), value + _part(found))


def day_beyond(found: Found, context: Context) -> Reading | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    if not context.today:
        return Reading("DATE", _UNKNOWN["D"])
    return Reading("DATE", (context.today + timedelta(days=2 * int(found.value("today")))).isoformat())


def part_of_this_day(found: Found, context: Context) -> Reading | None:
    """ "this morning", "last night", "later this afternoon"."""
    shift = int(found.value("shift"))
    if shift < 0 and found.value("part") != "NI" and found.value("part") != "EV":
        return None
    if not context.today:
        return Reading("TIME", _UNKNOWN["D"] + _part(found))
    return Reading("TIME", (context.today + timedelta(days=shift)).isoformat() + _part(found))


def part_of_a_day(found: Found, context: Context) -> Reading | None:
    """ "in the morning", "mid-afternoon", "overnight": of the day last spoken of."""
    last = context.memory.last(context.place, _NEAR)
    day = last[:10] if last and len(last) >= 10 and last[4:5] == "-" and "W" not in last else None
    day = day or (context.today.isoformat() if context.today else _UNKNOWN["D"])
    return Reading("TIME", day + ("TNI" if "overnight" in found.words() else _part(found)))


def weekday(found: Found, context: Context) -> Reading | None:
    """ "Wednesday", "last Friday", "early Tuesday morning", "this coming Sunday"."""
    number, word = int(found.value("weekday")), found.words("weekday")[0]
    if not context.capital_at(found.part("weekday")[0].start):
        return None
    if len(word) <= 5 and word not in {"sunday", "monday", "friday"} and word not in {"tues", "thur", "thurs"} and context.after()[:1] != (".",):
        return None
    if not context.today:
        return Reading(_kind(found), f"XXXX-WXX-{number}{_part(found)}")
    return Reading(_kind(found), _weekday_near(found, context, number).isoformat() + _part(found))


def _weekday_near(found: Found, context: Context, number: int) -> date:
    assert context.today
    past, future = (calendar.weekday_near(context.today, number, way) for way in (-1, 1))
    words = found.words("shift") + found.words("shift2")
    if "previous" in words or "preceding" in words:
        last = calendar.bounds(context.memory.last(context.place, 4 * _NEAR) or "")
        return calendar.weekday_near((last[0] if last else context.today) - timedelta(days=1), number, -1)
    if "following" in words:
        last = calendar.bounds(context.memory.last(context.place, 4 * _NEAR) or "")
        return calendar.weekday_near((last[0] if last else context.today) + timedelta(days=1), number, 1)
    if "last" in words or "past" in words:
        return past if past < context.today else past - timedelta(days=7)
    if "next" in words or "coming" in words:
        return future if future > context.today else future + timedelta(days=7)
    if past == future:
        return past
    tense = context.tense()
    return future if tense == "future" or (tense == "present" and context.after() not in {("'s",), ("’s",)}) else past


def named_day(found: Found, context: Context) -> Reading | None:
    """ "Super Tuesday": a name, not the last or next Tuesday."""
    return NO_TIME if context.capital_at(found.lexemes[0].start) else None


def part_of_date(found: Found, context: Context) -> Reading | None:
    """ "the night of June 21"."""
    reading = month_day(found, context)
    return Reading("TIME", reading.value + _part(found)) if reading else None


def before_weekday(found: Found, context: Context) -> Reading | None:
    """ "the day before last Tuesday"."""
    if not context.today:
        return Reading("DATE", _UNKNOWN["D"])
    step = -1 if "before" in found.words() else 1
    return Reading("DATE", (_weekday_near(found, context, int(found.value("weekday"))) + timedelta(days=step)).isoformat())


def shifted_unit(found: Found, context: Context) -> Reading | None:
    """ "last week", "earlier this month", "the end of next year", "the following year"."""
    unit, word = str(found.value("unit")), (found.words("shift") or ("last",))[0]
    if unit.startswith("T"):
        return None
    shift = int(found.value("shift")) if "shift" in found else -1
    if unit == "D" and word in {"last", "next", "past", "coming", "this"} and "early" not in found and word != "next":
        return None
    if word in {"past", "coming"} and unit not in {"Y", "Q"}:
        return Reading("DURATION", f"P1{unit}" if unit != "E" else "P10Y")
    if word == "last" and found.words()[0] == "the" and unit in {"W", "M", "E"} and "early" not in found:
        return Reading("DATE", calendar.at_grain(calendar.shifted(context.today, unit, -1), unit)) if context.today else Reading("DATE", _UNKNOWN[unit])
    if word == "current":
        word = "this"
    origin = context.today
    if word in {"following", "previous", "preceding", "prior"} or (word == "next" and unit == "D"):
        known = calendar.bounds(context.memory.last(context.place, 4 * _NEAR) or "")
        origin = known[0] if known else origin
    if not origin:
        return Reading("DATE", _UNKNOWN[unit])
    if word == "this" and unit == "C":
        return Reading("DATE", calendar.at_grain(origin, "C"))
    return Reading(_kind(found), calendar.at_grain(calendar.shifted(origin, unit, shift), unit) + _part(found))


def that_unit(found: Found, context: Context) -> Reading | None:
    """ "that year", "the same day", "later that month": of the time last spoken of."""
    unit = str(found.value("unit"))
    if unit.startswith("T") or unit in {"C", "E"}:
        return None
    known = calendar.bounds(context.memory.last(context.place, 4 * _NEAR) or "")
    origin = known[0] if known else context.today
    if unit == "Q" and (quarter := context.memory.last_quarter(context.place, 4 * _NEAR)):
        return Reading("DATE", quarter)
    return Reading("DATE", calendar.at_grain(origin, unit) if origin else _UNKNOWN[unit])


def the_unit(found: Found, context: Context) -> Reading | None:
    """ "the quarter", "the latest quarter", "the end of the year": the one under discussion."""
    unit = str(found.value("unit"))
    edge = "early" in found or found.words()[0] in {"the", "at", "by", "around"} and bool({"end", "beginning", "start", "middle"} & set(found.words()))
    if unit == "Q":
        spoken = context.memory.last_quarter(context.place, 10 * _NEAR, context.today if "latest" in found.words() else None)
        if spoken or not context.today:
            return Reading("DATE", spoken or _UNKNOWN["Q"])
        return Reading("DATE", calendar.at_grain(calendar.shifted(context.today, "Q", -1), "Q"))
    if not edge or unit in {"D", "E", "C"} or unit.startswith("T"):
        return None
    return Reading("DATE", calendar.at_grain(context.today, unit) if context.today else _UNKNOWN[unit])


def latest(found: Found, context: Context) -> Reading | None:
    """ "the latest quarter", "the latest period"; a week or a day is the last one."""
    if "unit" not in found or found.value("unit") == "Q":
        spoken = context.memory.last_quarter(context.place, 10 * _NEAR, context.today)
        if spoken or not context.today:
            return Reading("DATE", spoken or _UNKNOWN["Q"])
        return Reading("DATE", calendar.at_grain(calendar.shifted(context.today, "Q", -1), "Q"))
    unit = str(found.value("unit"))
    if unit.startswith("T"):
        return None
    return Reading("DATE", calendar.at_grain(calendar.shifted(context.today, unit, -1), unit) if context.today else _UNKNOWN[unit])


def year_end(found: Found, context: Context) -> Reading | None:
    """ "year-end", "year's end"."""
    return Reading("DATE", f"{context.today.year:04d}" if context.today else _UNKNOWN["Y"])


def ago(found: Found, context: Context) -> Reading | None:
    """ "three days ago", "about two years earlier", "six weeks from now", "a year ago"."""
    way = found.words("way")
    sign = -1 if way[0] in {"ago", "earlier", "before", "previously", "back"} else 1
    units = str(found.value("units" if "units" in found else "unit"))
    if units.startswith("T"):
        return _hours_away(found, context, units, sign)
    if "few" in found and found.value("few") == "X" and sign > 0:
        return Reading("DURATION", f"PX{units}", drop=len(way))
    if "few" in found and found.value("few") == "X":
        return Reading("DATE", "PAST_REF")
    count = number_of(found.part("num")) if "num" in found else 2.0 if "few" in found else 1.0 if "unit" in found else None
    if count is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    origin = _origin(context, way)
    if not origin:
        return Reading("DATE", _UNKNOWN[units])
    if units == "Y" and count == 1 and sign < 0:
        return Reading("DATE", _year_before(context, origin, way), topic=False)
    if count % 1:
        origin, units, count = origin, {"Y": "M", "M": "D", "W": "D", "E": "Y", "D": "D"}.get(units, units), count * {"Y": 12, "M": 30, "W": 7, "E": 10}.get(units, 1)
    grain = {"E": "Y", "C": "Y", "F": "W"}.get(units, units)
    return Reading("DATE", calendar.at_grain(calendar.shifted(origin, units, sign * round(count)), grain))


def _origin(context: Context, way: tuple[str, ...]) -> date | None:
    """ "ago" and "from now" count from the document's date, the others from the time last spoken of."""
    if way[0] in {"earlier", "later", "before", "after"}:
        known = calendar.bounds(context.memory.last(context.place, _NEAR) or "")
        if known:
            return known[0]
    return context.today


def _year_before(context: Context, origin: date, way: tuple[str, ...]) -> str:
    """A year earlier, at the grain of what is compared: quarters with quarters."""
    last = context.memory.last(context.place, _NEAR)
    quarter = context.memory.last_quarter(context.place, 2 * _NEAR, context.today)
    if quarter and (not last or "-Q" in last or last == str(context.today.year if context.today else "") or way[0] in {"earlier", "ago"} and len(last) >= 7):
        return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"
    if way[0] == "earlier" and last and len(last) == 7:
        return f"{int(last[:4]) - 1:04d}{last[4:]}"
    return f"{origin.year - 1:04d}"


def _hours_away(found: Found, context: Context, units: str, sign: int) -> Reading | None:
    if sign > 0 or found.words("way")[0] not in {"ago", "earlier"}:
        return None
    return Reading("DATE", "PAST_REF") if "num" not in found and "unit" not in found else Reading("TIME", "PAST_REF")


def year_earlier(found: Found, context: Context) -> Reading | None:
    """ "year-earlier", "the year-ago period"."""
    if not context.today:
        return Reading("DATE", _UNKNOWN["Y"])
    quarter = context.memory.last_quarter(context.place, 10 * _NEAR, context.today)
    if quarter:
        return Reading("DATE", f"{int(quarter[:4]) - 1:04d}{quarter[4:]}", topic=False)
    if "quarter" in found.words():
        return Reading("DATE", calendar.at_grain(calendar.shifted(context.today, "Q", -5), "Q"), topic=False)
    return Reading("DATE", f"{context.today.year - 1:04d}", topic=False)


def unit_after(found: Found, context: Context) -> Reading | None:
    """ "the week after", at the end of a clause: the one that follows the time last spoken of."""
    unit = str(found.value("unit"))
    known = calendar.bounds(context.memory.last(context.place, _NEAR) or "")
    if unit.startswith("T") or not known or context.after()[:1] not in {(",",), (".",), (";",), ("and",), ()}:
        return None
    return Reading("DATE", calendar.at_grain(calendar.shifted(known[0], unit, 1), unit))


def full_year(found: Found, context: Context) -> Reading | None:
    """ "for the full year": the current one."""
    return Reading("DATE", calendar.at_grain(context.today, "Y") if context.today else _UNKNOWN["Y"])


def week_of(found: Found, context: Context) -> Reading | None:
    """ "the week of March 6"."""
    if not context.today:
        return Reading("DATE", _UNKNOWN["W"])
    days = [day for year in (-1, 0, 1) if (day := calendar.real(context.today.year + year, int(found.value("month")), int(found.value("day"))))]
    past = max((day for day in days if day <= context.today), default=None)
    future = min((day for day in days if day >= context.today), default=None)
    chosen = directed(context, past, future)
    return Reading("DATE", calendar.at_grain(chosen, "W")) if chosen else None


def weekend(found: Found, context: Context) -> Reading | None:
    """ "the weekend", "last weekend", "next weekend"."""
    if not context.today:
        return Reading("DATE", "XXXX-WXX-WE")
    saturday = calendar.weekday_near(context.today, 6, -1 if context.today.isoweekday() >= 6 else 1)
    word = found.words("shift")[0] if "shift" in found else "the"
    if word in {"last", "past"}:
        saturday -= timedelta(days=7)
    elif word == "next" and context.today.isoweekday() >= 5:
        saturday += timedelta(days=7)
    elif word in {"the", "this"} and context.today.isoweekday() < (6 if word == "the" else 4) and context.tense() in ({"past", "unknown"} if word == "the" else {"past"}):
        saturday -= timedelta(days=7)
    return Reading("DATE", calendar.at_grain(saturday, "W") + "-WE")


def productions() -> tuple[Production, ...]:
    """All of them, in order of preference among finds of one length."""
    away = "(way: ago | earlier | later | from now | hence )"
    or_so = "( or so )?"
    return (
        Production("the? day ( before | after ) <today>", day_beyond),
        Production("( <early> -? )? <today> <part>?", today),
        Production("( mid -? )? <part> <today>", today),
        Production("( <early> -? )? <shift> <part>", part_of_this_day),
        Production("( <early> | mid ) -? <part>", part_of_a_day),
        Production("the ( <early> -? )? <part>", part_of_a_day),
        Production("overnight", part_of_a_day),
        Production("<named> <weekday>", named_day),
        Production("( the | <early> )? <part> of <weekday>", weekday),
        Production("( the | <early> )? <part> of <month> .? <day>", part_of_date),
        Production("the? day ( before | after ) <shift>? <weekday>", before_weekday),
        Production("@edge? the? <shift>? <shift>? <weekday> ( <early>? <part> )?", weekday),
        Production("@edge? the? <shift> <unit> ( <part> )?", shifted_unit),
        Production("@edge? ( that | the ) same? <unit>", the_unit),
        Production("@edge? ( that same? | the same ) <unit>", that_unit),
        Production("the? latest ( <unit> | period )", latest),
        Production("the full year", full_year),
        Production("@edge? the? ( <shift> | latest ) ( full | fiscal ) <unit>", shifted_unit),
        Production("around? ( the | a )? ( year | year <possessive> ) -? end", year_end),
        Production(f"@about @num -? <units> {or_so} {away}", ago),
        Production(f"@about ( a | an | one ) <unit> {or_so} {away}", ago),
        Production(f"@about @few <units> {or_so} {away}", ago),
        Production("<units> ( ago | earlier | later )".replace("( ago", "(way: ago"), ago),
        Production("( the | a )? ( comparable | same | corresponding )? year - ( ago | earlier ) ( period | quarter )?", year_earlier),
        Production("the? week of <month> .? <day>", week_of),
        Production("the <unit> after", unit_after),
        Production("@edge? ( the | <shift> | the <shift> ) <weekend>", weekend),
    )
