"""Productions of dates that name a place on the calendar: days, months, years, decades, seasons, quarters, festivals."""

from __future__ import annotations

from datetime import date

from generator.language import lexicon
from generator.language.times import calendar
from generator.language.times.context import Context
from generator.language.times.grammar import Found, Production, Reading
from generator.language.times.numbers import year_in_words

_YEAR_LEADS = frozenset(
    "in since by until till of from to for before after during through throughout and or between around about early late mid "
    "- the ( , as year fiscal back circa than but".split()
)
_FARTHEST = 30
_DEADLINES = frozenset((lead,) for lead in ("by", "until", "in", "before", "through", "of"))
"""Words before a year further ahead than that; without them it is some other number."""

_MONTHS_ALSO_NAMES = frozenset({"may", "march", "april", "june", "august", "jan", "mar"})
_MONTH_LEADS = frozenset({"in", "since", "until", "till", "by", "during", "through", "early", "late", "mid", "this", "last", "next"})


def directed(context: Context, past: date | None, future: date | None, *, whole_month: bool = False) -> date | None:
    """Of the last and the next day that a date without a year may mean: the one that the tense asks for, or the nearer.

    Tense is overruled where its day is far off and the other one near: news speaks of the near.
    """
    if not past or not future or not context.today:
        return past or future
    behind, ahead = (context.today - past).days, (future - context.today).days
    tense = context.tense()
    if tense == "past":
        return future if behind > 270 and ahead < 90 and not whole_month else past
    if tense == "future":
        return past if ahead > 240 and behind < 120 else future
    return past if behind <= ahead else future


def _day_in_year(context: Context, month: int, day: int, weekday: int | None) -> str | None:
    """The day in the year that the tense asks for; a weekday beside it leaves only the years in which it fits."""
    if not context.today:
        return f"XXXX-{month:02d}-{day:02d}"
    year = context.today.year
    days = [found for y in (year - 1, year, year + 1) if (found := calendar.real(y, month, day))]
    days = [found for found in days if found.isoweekday() == weekday] or days
    past = max((found for found in days if found <= context.today), default=None)
    future = min((found for found in days if found >= context.today), default=None)
    chosen = directed(context, past, future)
    return chosen.isoformat() if chosen else None


def _month_in_year(context: Context, month: int) -> str:
    if not context.today:
        return f"XXXX-{month:02d}"
    this = context.today.replace(day=1)
    last = date(this.year if month <= this.month else this.year - 1, month, 1)
    coming = date(this.year if month >= this.month else this.year + 1, month, 1)
    chosen = directed(context, last, coming, whole_month=True) or last
    return chosen.isoformat()[:7]


def _year_of(found: Found, group: str = "year") -> int | None:
    return int(found.value(group)) if group in found else None


def month_day(found: Found, context: Context) -> Reading | None:
    """ "Thursday, Feb. 10, 2022", "the 6th of November", "10 February"."""
    month, day = int(found.value("month")), int(found.value("day"))
    year = _year_of(found)
    if year and not calendar.real(year, month, day):
        return None
    if found.words("month")[0] == "may" and found.words()[0] == "may" and found.lexemes[0].start and not _capital(found, context):
        return None
    weekday = int(found.value("weekday")) if "weekday" in found else None
    value = f"{year:04d}-{month:02d}-{day:02d}" if year else _day_in_year(context, month, day, weekday)
    return Reading("DATE", value) if value else None


def _capital(found: Found, context: Context) -> bool:
    return context.capital_at(found.part("month")[0].start)


def second_day(found: Found, context: Context) -> Reading | None:
    """The second day of "April 24 and 25" or "June 20-21"."""
    if context.joined():
        first = calendar.bounds(context.memory.values[-1])
        if first and first[0] == first[1]:
            day = calendar.real(first[0].year, first[0].month, int(found.value("day")))
            if day and day > first[0]:
                return Reading("DATE", day.isoformat(), skip=1)
    return None


def month_year(found: Found, context: Context) -> Reading | None:
    """ "early June 1994", "January nineteen ninety-seven"."""
    year = _year_of(found) or year_in_words(found.words("yearwords"))
    return Reading("DATE", f"{year:04d}-{int(found.value('month')):02d}") if year else None


def month_of_year(found: Found, context: Context) -> Reading | None:
    """ "July last year", "January of this year"."""
    month = int(found.value("month"))
    if not context.today:
        return Reading("DATE", f"XXXX-{month:02d}")
    return Reading("DATE", f"{context.today.year + int(found.value('shift')):04d}-{month:02d}")


def shifted_month(found: Found, context: Context) -> Reading | None:
    """ "last August", "this September", "next May"."""
    month, shift = int(found.value("month")), int(found.value("shift"))
    if not _capital(found, context):
        return None
    if not context.today:
        return Reading("DATE", f"XXXX-{month:02d}")
    year, current = context.today.year, context.today.month
    if shift < 0 or found.words("shift") == ("past",):
        year -= month >= current
    elif shift > 0:
        year += month <= current
    return Reading("DATE", f"{year:04d}-{month:02d}")


def month_alone(found: Found, context: Context) -> Reading | None:
    """ "August", "mid-November"; "may", "march" and short forms only where they are certainly months."""
    word = found.words("month")[0]
    if not _capital(found, context):
        return None
    if word in _MONTHS_ALSO_NAMES and "early" not in found and not _month_for_certain(found, context):
        return None
    if len(word) <= 4 and word not in {"may", "june", "july"} and context.after() not in {(".",), ("-",)}:
        return None
    return Reading("DATE", _month_in_year(context, int(found.value("month"))))


def _month_for_certain(found: Found, context: Context) -> bool:
    """Whether a word that is a verb or somebody's name too stands as a month: no person, and "May" only after "in" and the like."""
    place = found.part("month")[0].start
    if not context.noun_at(place) or context.person_at(place):
        return False
    return found.words("month")[0] not in {"may", "jan"} or context.before()[:1] in {(lead,) for lead in _MONTH_LEADS}


def iso(found: Found, context: Context) -> Reading | None:
    """ "2022-02-10"."""
    text = found.words()[0]
    return Reading("DATE", text) if calendar.parse(text) else None


def slashed(found: Found, context: Context) -> Reading | None:
    """ "10/23/98": month first, as American news has it, unless only the other order is a date."""
    one, two, year = (int(part) for part in found.words()[0].split("/"))
    if year < 100:
        year += 2000 if year < 50 else 1900
    day = calendar.real(year, one, two) or calendar.real(year, two, one)
    return Reading("DATE", day.isoformat()) if day else None


def year(found: Found, context: Context) -> Reading | None:
    """ "1990", "early 1990"; not a sum of money or a count of things."""
    value = int(found.value("year"))
    lead = context.before()
    if context.today and value > context.today.year + _FARTHEST and lead not in _DEADLINES:
        return None
    if not 1000 < value < 2100 or lead in {("$",), ("£",), ("€",), ("#",), (".",)} and value > 0 and lead != (".",):
        return None
    if "early" in found or "the" in found.words():
        return Reading("DATE", f"{value:04d}")
    if context.after() and context.after()[0] in {"%", "percent", "pct", "people", "pounds", "dollars", "euros", "men", "women", "feet", "meters", "miles", "kilometers", "km", "points", "million", "billion", "more", "or"}:
        return None
    if lead and lead[0] in _YEAR_LEADS or not lead:
        return None if context.plural_follows() and not (lead and lead[0] in {"in", "since", "the"}) else Reading("DATE", f"{value:04d}")
    if 1900 <= value <= 2050 and not context.plural_follows():
        return Reading("DATE", f"{value:04d}")
    return None


def year_spoken(found: Found, context: Context) -> Reading | None:
    """ "nineteen ninety-six", "the year two thousand"."""
    value = year_in_words(found.words("yearwords"))
    return Reading("DATE", f"{value:04d}") if value else None


def decade(found: Found, context: Context) -> Reading | None:
    """ "the late 1970s", "the '80s", "the nineties"."""
    if "decade" in found:
        digits = found.words("decade")[0].strip("'’s")
        if len(digits) == 2 and found.words("decade")[0].isalnum() and found.words()[0] != "the":
            return None
        digits = digits if len(digits) == 4 else "19" + digits if int(digits) > 20 else "20" + digits
        if digits[3] != "0" or not 1000 < int(digits) < 2100:
            return None
        return Reading("DATE", digits[:3])
    return Reading("DATE", f"19{found.value('decadename')}")


def century(found: Found, context: Context) -> Reading | None:
    """ "the 20th century": TIMEX3 counts its hundreds from nought."""
    return Reading("DATE", f"{int(found.value('ordinal')) - 1:02d}")


def season(found: Found, context: Context) -> Reading | None:
    """ "last fall", "this past spring", "the winter of 1994", "summer 2013"."""
    name = found.value("season")
    if context.names_something(found.part("season")[0].start):
        return None
    stated = _year_of(found) or year_in_words(found.words("yearwords"))
    if stated:
        return Reading("DATE", f"{stated:04d}-{name}")
    if "shift" not in found and found.words()[-1] == "fall" and context.before() not in {("in",), ("the",), ("since",), ("by",)} and found.words()[0] != "the":
        return None
    if "shift" not in found and found.words()[-1] == "spring" and found.words()[0] != "the" and context.before() not in {("in",), ("since",), ("by",)}:
        return None
    if not context.today:
        return Reading("DATE", f"XXXX-{name}")
    return Reading("DATE", f"{_season_year(found, context, str(name)):04d}-{name}")


def _season_year(found: Found, context: Context, name: str) -> int:
    """A winter is of the year that it begins in."""
    assert context.today
    today = context.today
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
    year = today.year
    if name == "WI" and today.month <= 2:
        year -= 1
    shift = int(found.value("shift")) if "shift" in found else None
    words = found.words("shift") + found.words("shift2")
    if shift is not None and (shift < 0 or "past" in words):
        return year if today.month >= first + 3 or (name == "WI" and today.month <= 2) else year - 1
    if shift == 1:
        return year if today.month < first else year + 1
    if shift is None:
        last = year if today.month >= first else year - 1
        if context.tense() == "past":
            return last
        return last if today.month <= (first + 2) and last == year else last + 1
    return year


def quarter(found: Found, context: Context) -> Reading | None:
    """ "the third quarter of 1990", "this year's first quarter", "fiscal second-quarter"."""
    number = int(found.value("ordinal")) if "ordinal" in found else int(found.value("digits"))
    if not 1 <= number <= 4:
        return None
    stated = _year_of(found)
    if stated is None and "shift" in found and context.today:
        stated = context.today.year + int(found.value("shift"))
    if stated is None and "back" in found and context.today:
        stated = context.today.year - 1
    if stated is None:
        return Reading("DATE", f"XXXX-Q{number}" if not context.today else _quarter_near(context, number))
    return Reading("DATE", f"{stated:04d}-Q{number}")


def _quarter_near(context: Context, number: int) -> str:
    assert context.today
    current = (context.today.month + 2) // 3
    year = context.today.year
    tense = context.tense()
    if number - current >= 2:
        year -= tense != "future"
    elif current - number >= 3:
        year += tense != "past"
    return f"{year:04d}-Q{number}"


def same_quarter(found: Found, context: Context) -> Reading | None:
    """ "the 1988 period", "the corresponding period last year": the quarter under discussion, in that year."""
    quarter = context.memory.last_quarter(context.place, 4000, context.today)
    year = _year_of(found) or (int(quarter[:4]) - 1 if quarter else context.today.year - 1 if context.today else None)
    if not year:
        return None
    return Reading("DATE", f"{year:04d}{quarter[4:] if quarter else ''}", topic=False)


def half(found: Found, context: Context) -> Reading | None:
    """ "the first half of 1989", "the second half of this year"."""
    stated = _year_of(found)
    if stated is None:
        stated = context.today.year + (int(found.value("shift")) if "shift" in found else 0) if context.today else None
    which = 1 if found.words("which")[0] == "first" else 2
    return Reading("DATE", f"{stated:04d}-H{which}" if stated else f"XXXX-H{which}")


def fiscal(found: Found, context: Context) -> Reading | None:
    """ "fiscal 1989", "the 2014 fiscal year"."""
    return Reading("DATE", f"{int(found.value('year')):04d}")


def holiday(found: Found, context: Context) -> Reading | None:
    """ "Christmas", "last Thanksgiving", "Election Day 2016"."""
    name = " ".join(found.words("holiday")).replace(" '", "'").replace(" ’", "'").replace("’", "'").replace(" .", ".")
    rule = lexicon.table("times")["holiday"].get(name)
    first = found.part("holiday")[0].start
    if rule is None or not context.capital_at(first) or context.names_something(first):
        return None
    if "year" in found:
        return Reading("DATE", calendar.festival(rule, int(found.value("year"))).isoformat())
    if not context.today:
        return Reading("DATE", f"XXXX-{rule}" if rule[2:3] == "-" and len(rule) == 5 else "XXXX-XX-XX")
    today = context.today
    days = [calendar.festival(rule, today.year + n) for n in (-1, 0, 1)]
    past, future = max(d for d in days if d <= today), min(d for d in days if d >= today)
    if "shift" in found and int(found.value("shift")):
        chosen = past if int(found.value("shift")) < 0 else future
        return Reading("DATE", chosen.isoformat())
    return Reading("DATE", (directed(context, past, future) or past).isoformat())


def _holiday_pattern() -> str:
    names = sorted(lexicon.table("times")["holiday"], key=lambda name: (-len(name), name))
    written = (name.replace("'s", " <possessive>").replace("s'", "s '").replace(".", " .") for name in names)
    return "(holiday: " + " | ".join(written) + " )"


def productions() -> tuple[Production, ...]:
    """All of them, in order of preference among finds of one length."""
    spoken = "(yearwords: nineteen <number> ( - | and )? <number>? | twenty <number> ( - | and )? <number>? | two thousand ( and? <number> )? )"
    weekday = "( <weekday> .? ,? )?"
    ordinal_quarter = "the? fiscal? -? <ordinal> -? quarter"
    return (
        Production("<isodate>", iso),
        Production("<slashdate>", slashed),
        Production(f"@edge? the? {weekday} <month> .? the? <day> ,? <year>", month_day),
        Production(f"@edge? ( the | <shift> )? {weekday} <month> .? the? <day>", month_day),
        Production(f"@edge? {weekday} the? <day> of? <month> .? ( ,? <year> )?", month_day),
        Production("( - | and | or | to ) <day>", second_day),
        Production("( @edge of? )? the? <month> .? ( of | , | in )? <year>", month_year),
        Production(f"( @edge of? )? <month> {spoken}", month_year),
        Production("@edge? <month> .? of? <shift> year", month_of_year),
        Production("@edge? the? <shift> <month>", shifted_month),
        Production("@edge? the? <month>", month_alone),
        Production(f"the? fiscal year? <year> | the? <year> fiscal year".split(" | ")[0], fiscal),
        Production("the <year> fiscal year", fiscal),
        Production(f"{ordinal_quarter} of? fiscal? <year>", quarter),
        Production("the? <year> <possessive>? fiscal? <ordinal> - ? quarter".replace("- ?", "-?"), quarter),
        Production("<shift> year <possessive> <ordinal> -? quarter", quarter),
        Production(f"{ordinal_quarter} of? <shift> year", quarter),
        Production("the? (back: year - ( ago | earlier ) ) <ordinal> -? quarter", quarter),
        Production(ordinal_quarter, quarter),
        Production("q <digits>", quarter),
        Production("the <year> ( period | quarter )", same_quarter),
        Production("the? ( corresponding | comparable | same | year - earlier | year - ago )? ( quarter | period ) ( of | in )? ( last year | a year ( ago | earlier ) )", same_quarter),
        Production("last year <possessive> ( quarter | period )", same_quarter),
        Production("the? (which: first | second | last | latter ) half of ( the )? ( <year> | <shift> year )", half),
        Production("@edge? the? year? <year> ( ( and | or ) ( beyond | later ) )?", year),
        Production(f"the? year? {spoken}", year_spoken),
        Production("@edge? the? @edge? <decade>", decade),
        Production("the @edge? <decadename>", decade),
        Production("the? @edge? <ordinal> -? century", century),
        Production("@edge? the? <shift> <shift>? <season>", season),
        Production(f"@edge? the? @edge? <season> ( of | , )? ( <year> | {spoken} )", season),
        Production("@edge? the? @edge? <season>", season),
        Production(f"@edge? <shift>? {_holiday_pattern()} ( ,? <year> )?", holiday),
    )
