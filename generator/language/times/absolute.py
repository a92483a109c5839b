"""Productions of days and months of the calendar: "Thursday, Feb. 10, 2022", "6 November", "last August"."""

from __future__ import annotations

from datetime import date

from generator.language import lexicon
from generator.language.times import calendar
from generator.language.times.context import Context
from generator.language.times.grammar import Found, Production, Reading
from generator.language.times.numbers import SPOKEN_YEAR, year_in_words

_FAR, _NEAR = 270, 90
"""Days: a past day further off than the one yields to a day ahead nearer than the other, whatever the tense."""

_FAR_AHEAD, _NEAR_BEHIND = 240, 120
"""Days: the same for a day ahead, unless the words say "will"."""

_WILL_REACH = 12
"""Lexemes before a date in which "will" speaks of it."""

_TWO_FIGURES, _CENTURY_TURN = 100, 50
"""Years below the first have two figures; those below the second are of this century."""

_SHORT = 4
"""Letters of a short form such as "Sept"."""


def directed(context: Context, past: date | None, future: date | None, *, whole_month: bool = False) -> date | None:
    """Of the last and the next day that a date without a year may mean: the one that the tense asks for, or the nearer.

    Tense is overruled where its day is far off and the other one near: news speaks of the near.
    """
    if not past or not future or not context.today:
        return past or future
    behind, ahead = (context.today - past).days, (future - context.today).days
    tense = context.tense(loose=whole_month)
    if tense == "past":
        return future if behind > _FAR and ahead < _NEAR and not whole_month else past
    if tense == "future":
        will = context.near_before("will", _WILL_REACH)
        return past if ahead > _FAR_AHEAD and behind < _NEAR_BEHIND and not will else future
    return past if behind <= ahead else future


def year_of(found: Found) -> int | None:
    """The year that a find states, in figures or in words."""
    return int(found.value("year")) if "year" in found else year_in_words(found.words("yearwords"))


def day_in_year(context: Context, month: int, day: int, weekday: int | None = None) -> date | None:
    """The day in the year that the tense asks for; a weekday beside it leaves only the years in which it fits."""
    if not context.today:
        return None
    near = [found for year in (-1, 0, 1) if (found := calendar.real(context.today.year + year, month, day))]
    near = [found for found in near if found.isoweekday() == weekday] or near
    past = max((found for found in near if found <= context.today), default=None)
    future = min((found for found in near if found >= context.today), default=None)
    return directed(context, past, future)


def month_day(found: Found, context: Context) -> Reading | None:
    """A day of a month: "Thursday, Feb. 10, 2022", "the 6th of November", "10 February"."""
    month, day = int(found.value("month")), int(found.value("day"))
    if not context.capital_at(found.part("month")[0].start):
        return None
    year, skip = year_of(found), int(found.words()[0] == "the" and "month" in found.lexemes[1].values)
    if year:
        stated = calendar.real(year, month, day)
        return Reading("DATE", stated.isoformat(), skip=skip) if stated else None
    if not context.today:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}", skip=skip)
    chosen = day_in_year(context, month, day, int(found.value("weekday")) if "weekday" in found else None)
    return Reading("DATE", chosen.isoformat(), skip=skip) if chosen else None


def second_day(found: Found, context: Context) -> Reading | None:
    """The second day of "April 24 and 25" or "June 20-21"."""
    first = calendar.bounds(context.memory.values[-1]) if context.joined() else None
    if not first or first[0] != first[1]:
        return None
    day = calendar.real(first[0].year, first[0].month, int(found.value("day")))
    return Reading("DATE", day.isoformat(), skip=1) if day and day > first[0] else None


def month_year(found: Found, _context: Context) -> Reading | None:
    """A month of a stated year: "early June 1994", "January nineteen ninety-seven"."""
    year, skip = year_of(found), int(found.words()[0] == "the" and "month" in found.lexemes[1].values)
    return Reading("DATE", f"{year:04d}-{int(found.value('month')):02d}", skip=skip) if year else None


def month_of_year(found: Found, context: Context) -> Reading | None:
    """A month of last, this or next year: "July last year"."""
    month = int(found.value("month"))
    year = f"{context.today.year + int(found.value('shift')):04d}" if context.today else "XXXX"
    return Reading("DATE", f"{year}-{month:02d}")


def day_of_year(found: Found, context: Context) -> Reading | None:
    """A day of last, this or next year: "March 20 last year"."""
    month, day = int(found.value("month")), int(found.value("day"))
    if not context.today:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}")
    stated = calendar.real(context.today.year + int(found.value("shift")), month, day)
    return Reading("DATE", stated.isoformat()) if stated else None


def shifted_month(found: Found, context: Context) -> Reading | None:
    """The last or the next month of a name: "last August", "this September"."""
    month, shift = int(found.value("month")), int(found.value("shift"))
    if not context.capital_at(found.part("month")[0].start):
        return None
    if not context.today:
        return Reading("DATE", f"XXXX-{month:02d}")
    year, current = context.today.year, context.today.month
    if shift < 0:
        year -= month >= current
    elif shift > 0:
        year += month <= current
    return Reading("DATE", f"{year:04d}-{month:02d}")


def month_alone(found: Found, context: Context) -> Reading | None:
    """A month by itself: "August", "mid-November"; names and common words only where they are certainly months."""
    lexeme = found.part("month")[0]
    if not context.capital_at(lexeme.start):
        return None
    words = lexicon.table("time_contexts")
    if lexeme.lower in words["month_names"] and "early" not in found and not _for_certain(found, context):
        return None
    full = lexeme.lower in {"may", "june", "july"} or len(lexeme.lower) > _SHORT
    if not full and context.after() not in {(".",), ("-",)}:
        return None
    return Reading("DATE", _month_in_year(context, int(found.value("month"))))


def _for_certain(found: Found, context: Context) -> bool:
    """Whether a word that is a verb or somebody's name too stands as a month."""
    lexeme = found.part("month")[0]
    owner = context.after() in {("'s",), ("’s",)} and not context.led_by("month_owner_leads")
    if owner or not context.noun_at(lexeme.start) or context.person_at(lexeme.start):
        return False
    words = lexicon.table("time_contexts")
    fixed = context.led_by("month_fixing") and context.before(2)[0] in words["fixed"]
    return lexeme.lower not in words["month_words"] or context.led_by("month_leads") or fixed


def _month_in_year(context: Context, month: int) -> str:
    if not context.today:
        return f"XXXX-{month:02d}"
    this = context.today.replace(day=1)
    last = date(this.year if month <= this.month else this.year - 1, month, 1)
    coming = date(this.year if month >= this.month else this.year + 1, month, 1)
    return (directed(context, last, coming, whole_month=True) or last).isoformat()[:7]


def iso(found: Found, _context: Context) -> Reading | None:
    """A date by ISO 8601."""
    text = found.words()[0]
    return Reading("DATE", text) if calendar.parse(text) else None


def slashed(found: Found, _context: Context) -> Reading | None:
    """A date such as 10/23/98: month first, as American news has it, unless only the other order is a date."""
    one, two, year = (int(part) for part in found.words()[0].split("/"))
    if year < _TWO_FIGURES:
        year += 2000 if year < _CENTURY_TURN else 1900
    day = calendar.real(year, one, two) or calendar.real(year, two, one)
    return Reading("DATE", day.isoformat()) if day else None


def productions() -> tuple[Production, ...]:
    """All of them, in order of preference among finds of one length."""
    weekday = "( <weekday> .? ,? )?"
    return (
        Production("<isodate>", iso),
        Production("<slashdate>", slashed),
        Production(f"@edge? the? {weekday} <month> .? the? <day> ,? <year>", month_day),
        Production(f"@edge? ( the | <shift> )? {weekday} <month> .? the? <day>", month_day),
        Production(f"@edge? {weekday} the? <day> of? <month> .? ( ,? <year> )?", month_day),
        Production("( - | and | or | to ) <day>", second_day),
        Production("( @edge of? )? the? <month> .? ( of | , | in )? <year>", month_year),
        Production(f"( @edge of? )? <month> {SPOKEN_YEAR}", month_year),
        Production("@edge? <month> .? of? <shift> year", month_of_year),
        Production("<month> .? <day> of? <shift> year", day_of_year),
        Production("@edge? the? <shift> <month>", shifted_month),
        Production("@edge? the? <month>", month_alone),
    )
