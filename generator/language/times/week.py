"""Productions of days near the document's own: "yesterday", "this morning", "last Friday", "the weekend"."""

from __future__ import annotations

from datetime import date, timedelta

from generator.language import lexicon
from generator.language.times import calendar
from generator.language.times.absolute import day_in_year, month_day
from generator.language.times.context import IN_MIND, NEAR, Context
from generator.language.times.grammar import NO_TIME, Found, Production, Reading
from generator.model.facts import TimexType

UNKNOWN_DAY = "XXXX-XX-XX"
"""TIMEX3's value of a day that cannot be placed."""

_SATURDAY, _THURSDAY, _FRIDAY = 6, 4, 5
_ISO_DAY = 10
"""Code points of an ISO date."""


def part_of(found: Found) -> str:
    """The part of the day that a find names, as TIMEX3 writes it after the day."""
    return "T" + str(found.value("part")) if "part" in found else ""


def kind_of(found: Found) -> TimexType:
    """The TIMEX3 type of a day, or of a part of it."""
    return "TIME" if "part" in found else "DATE"


def today(found: Found, context: Context) -> Reading | None:
    """Yesterday, today or tomorrow: "late yesterday", "tomorrow morning", "tonight"."""
    day = context.today + timedelta(days=int(found.value("today"))) if context.today else None
    value = day.isoformat() if day else UNKNOWN_DAY
    if found.words("today")[0] == "tonight":
        return Reading("TIME", value + "TNI")
    return Reading(kind_of(found), value + part_of(found))


def day_beyond(found: Found, context: Context) -> Reading | None:
    """The day before yesterday or after tomorrow."""
    if not context.today:
        return Reading("DATE", UNKNOWN_DAY)
    return Reading("DATE", (context.today + timedelta(days=2 * int(found.value("today")))).isoformat())


def part_of_this_day(found: Found, context: Context) -> Reading | None:
    """A part of today or of last night: "this morning", "later this afternoon"."""
    shift = int(found.value("shift"))
    if shift < 0 and found.value("part") not in {"NI", "EV"}:
        return None
    day = (context.today + timedelta(days=shift)).isoformat() if context.today else UNKNOWN_DAY
    return Reading("TIME", day + part_of(found))


def part_of_a_day(found: Found, context: Context) -> Reading | None:
    """A part of the day last spoken of: "in the morning", "mid-afternoon", "overnight"."""
    last = context.memory.last(context.place, NEAR) or ""
    day = last[:_ISO_DAY] if calendar.parse(last) else context.today.isoformat() if context.today else UNKNOWN_DAY
    return Reading("TIME", day + ("TNI" if "overnight" in found.words() else part_of(found)))


def weekday(found: Found, context: Context) -> Reading | None:
    """A day of the week: "Wednesday", "last Friday", "early Tuesday morning", "this coming Sunday"."""
    number, lexeme = int(found.value("weekday")), found.part("weekday")[0]
    if not context.capital_at(lexeme.start):
        return None
    short = not lexeme.lower.endswith("day")
    if short and lexeme.lower not in lexicon.table("time_contexts")["short_weekdays"]:
        return None
    if not context.today:
        return Reading(kind_of(found), f"XXXX-WXX-{number}{part_of(found)}")
    return Reading(kind_of(found), _weekday_near(found, context, context.today, number).isoformat() + part_of(found))


def _weekday_near(found: Found, context: Context, today: date, number: int) -> date:
    past, future = (calendar.weekday_near(today, number, way) for way in (-1, 1))
    words = set(found.words())
    if words & {"previous", "preceding", "following"}:
        way = 1 if "following" in words else -1
        known = context.memory.day(context.place, IN_MIND) or today
        return calendar.weekday_near(known + timedelta(days=way), number, way)
    if words & {"last", "past"}:
        return past if past < today else past - timedelta(days=7)
    if words & {"next", "coming"}:
        return future if future > today else future + timedelta(days=7)
    tense = context.tense()
    ahead = tense == "future" or (tense == "present" and context.after() not in {("'s",), ("’s",)})
    return future if ahead and past != future else past


def before_weekday(found: Found, context: Context) -> Reading | None:
    """The day before or after one of the week: "the day before last Tuesday"."""
    if not context.today:
        return Reading("DATE", UNKNOWN_DAY)
    step = -1 if "before" in found.words() else 1
    day = _weekday_near(found, context, context.today, int(found.value("weekday"))) + timedelta(days=step)
    return Reading("DATE", day.isoformat())


def named_day(found: Found, context: Context) -> Reading | None:
    """The name of one day in the year or in history, which is not the last or next such weekday: "Super Tuesday"."""
    return NO_TIME if context.capital_at(found.lexemes[0].start) else None


def part_of_date(found: Found, context: Context) -> Reading | None:
    """A part of a day of the calendar: "the night of June 21"."""
    reading = month_day(found, context)
    return Reading("TIME", reading.value + part_of(found)) if reading else None


def week_of(found: Found, context: Context) -> Reading | None:
    """The week that a day lies in: "the week of March 6"."""
    day = day_in_year(context, int(found.value("month")), int(found.value("day")))
    return Reading("DATE", calendar.at_grain(day, "W") if day else "XXXX-WXX")


def weekend(found: Found, context: Context) -> Reading | None:
    """A weekend: the one that begins on the next Saturday, or the one before where the word or the tense says so."""
    today = context.today
    if not today:
        return Reading("DATE", "XXXX-WXX-WE")
    word, weekday_now = found.words("shift")[0] if "shift" in found else "the", today.isoweekday()
    saturday = calendar.weekday_near(today, _SATURDAY, -1 if weekday_now >= _SATURDAY else 1)
    before = (
        word in {"last", "past"}
        or (word == "the" and weekday_now < _SATURDAY and context.tense() in {"past", "unknown"})
        or (word == "this" and weekday_now < _THURSDAY and context.tense() == "past")
    )
    after = word == "next" and weekday_now >= _FRIDAY
    return Reading("DATE", calendar.at_grain(saturday + timedelta(days=7 * (after - before)), "W") + "-WE")


def productions() -> tuple[Production, ...]:
    """All of them, in order of preference among finds of one length."""
    early = "( <early> -? )?"
    return (
        Production("the? day ( before | after ) <today>", day_beyond),
        Production(f"{early} <today> <part>?", today),
        Production("( mid -? )? <part> <today>", today),
        Production(f"{early} <shift> <part>", part_of_this_day),
        Production("( <early> | mid ) -? <part>", part_of_a_day),
        Production(f"the {early} <part>", part_of_a_day),
        Production("overnight", part_of_a_day),
        Production("<named> <weekday>", named_day),
        Production("( the | <early> )? <part> of <weekday>", weekday),
        Production("( the | <early> )? <part> of <month> .? <day> ( ,? <year> )?", part_of_date),
        Production("the? day ( before | after ) <shift>? <weekday>", before_weekday),
        Production("@edge? the? <shift>? <shift>? <weekday> ( <early>? <part> )?", weekday),
        Production("the? week of <month> .? <day>", week_of),
        Production("@edge? ( the | <shift> | the <shift> ) <weekend>", weekend),
    )
