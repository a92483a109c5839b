"""Productions of seasons, quarters, halves and festivals: "last fall", "the third quarter of 1990", "Christmas"."""

from __future__ import annotations

from datetime import date

from generator.language import lexicon
from generator.language.times import calendar
from generator.language.times.absolute import directed, year_of
from generator.language.times.context import TOPIC, Context
from generator.language.times.grammar import Found, Production, Reading
from generator.language.times.numbers import SPOKEN_YEAR

_QUARTERS = 4
_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First months, in the northern hemisphere."""

_WINTERS_END = 2


def season(found: Found, context: Context) -> Reading | None:
    """A season: "last fall", "this past spring", "the winter of 1994", "summer 2013"; no part of a name."""
    name, word = str(found.value("season")), found.part("season")[0]
    if context.names_something(word.start):
        return None
    stated = year_of(found)
    if stated:
        return Reading("DATE", f"{stated:04d}-{name}")
    words = lexicon.table("time_contexts")
    led = "shift" in found or found.words()[0] == "the" or context.led_by("season_leads")
    if word.lower in words["season_words"] and not led:
        return None
    if not context.today:
        return Reading("DATE", f"XXXX-{name}")
    return Reading("DATE", f"{_season_year(found, context, context.today, name):04d}-{name}")


def _season_year(found: Found, context: Context, today: date, name: str) -> int:
    """The year of a season; a winter is of the year that it begins in."""
    first, tail = _BEGINS[name], name == "WI" and today.month <= _WINTERS_END
    year = today.year - tail
    shift = int(found.value("shift")) if "shift" in found else None
    if shift == -1 or "past" in found.words():
        return year if tail or today.month >= first + 3 else year - 1
    if shift == 1:
        return year if today.month < first else year + 1
    if shift == 0:
        return year
    last = year if today.month >= first else year - 1
    return last if context.tense() == "past" or (last == year and today.month <= first + 2) else last + 1


def quarter(found: Found, context: Context) -> Reading | None:
    """A quarter: "the third quarter of 1990", "this year's first quarter", "fiscal second-quarter", "Q3"."""
    number = int(found.value("ordinal" if "ordinal" in found else "digits"))
    if not 1 <= number <= _QUARTERS:
        return None
    year = year_of(found)
    if year is None and context.today:
        if "shift" in found:
            year = context.today.year + int(found.value("shift"))
        elif "back" in found:
            year = context.today.year - 1
        else:
            year = _quarter_year(context, context.today, number)
    return Reading("DATE", f"{year:04d}-Q{number}" if year else f"XXXX-Q{number}")


def _quarter_year(context: Context, today: date, number: int) -> int:
    """The year of the nearest quarter of a number, unless the tense speaks against it."""
    current = (today.month + 2) // 3
    if number - current >= _QUARTERS // 2:
        return today.year - (context.tense() != "future")
    if current - number == _QUARTERS - 1:
        return today.year + (context.tense() != "past")
    return today.year


def same_quarter(found: Found, context: Context) -> Reading | None:
    """The quarter under discussion in another year: "the 1988 period", "the corresponding period last year"."""
    topic = context.memory.last_quarter(context.place, TOPIC, context.today)
    year = year_of(found) or (int(topic[:4]) - 1 if topic else context.today.year - 1 if context.today else None)
    return Reading("DATE", f"{year:04d}{topic[4:] if topic else ''}", topic=False) if year else None


def half(found: Found, context: Context) -> Reading | None:
    """A half of a year: "the first half of 1989", "the second half of this year"."""
    year = year_of(found)
    if year is None and context.today:
        year = context.today.year + int(found.value("shift"))
    which = 1 if found.words("which")[0] == "first" else 2
    return Reading("DATE", f"{year:04d}-H{which}" if year else f"XXXX-H{which}")


def holiday(found: Found, context: Context) -> Reading | None:
    """A festival or civic day: "Christmas", "last Thanksgiving", "Election Day 2016"; no part of a name."""
    name = " ".join(found.words("holiday")).replace(" '", "'").replace(" ’", "'").replace("’", "'").replace(" .", ".")
    rule, first = lexicon.table("times")["holiday"].get(name), found.part("holiday")[0].start
    if rule is None or not context.capital_at(first) or context.names_something(first):
        return None
    if "year" in found:
        return Reading("DATE", calendar.festival(rule, int(found.value("year"))).isoformat())
    if not context.today:
        return Reading("DATE", f"XXXX-{rule}" if rule.replace("-", "").isdigit() else "XXXX-XX-XX")
    days = [calendar.festival(rule, context.today.year + year) for year in (-1, 0, 1)]
    past = max(day for day in days if day <= context.today)
    future = min(day for day in days if day >= context.today)
    shift = int(found.value("shift")) if "shift" in found else 0
    chosen = {-1: past, 0: directed(context, past, future) or past, 1: future}[shift]
    return Reading("DATE", chosen.isoformat())


def _festivals() -> str:
    """The names of all festivals as one pattern, the longest first."""
    names = sorted(lexicon.table("times")["holiday"], key=lambda name: (-len(name), name))
    written = (name.replace("'s", " <possessive>").replace("s'", "s '").replace(".", " .") for name in names)
    return "(holiday: " + " | ".join(written) + " )"


def productions() -> tuple[Production, ...]:
    """All of them, in order of preference among finds of one length."""
    ordinal = "the? fiscal? -? <ordinal> -? quarter"
    back = "( last year | a year ( ago | earlier ) )"
    alike = "( corresponding | comparable | same | year - earlier | year - ago )?"
    return (
        Production(f"{ordinal} of? fiscal? <year>", quarter),
        Production("the? <year> <possessive>? fiscal? <ordinal> -? quarter", quarter),
        Production("<shift> year <possessive> <ordinal> -? quarter", quarter),
        Production(f"{ordinal} of? <shift> year", quarter),
        Production("the? (back: year - ( ago | earlier ) ) <ordinal> -? quarter", quarter),
        Production(ordinal, quarter),
        Production("q <digits>", quarter),
        Production("the <year> ( period | quarter )", same_quarter),
        Production(f"the? {alike} ( quarter | period ) ( of | in )? {back}", same_quarter),
        Production("last year <possessive> ( quarter | period )", same_quarter),
        Production("the? (which: first | second | last | latter ) half of the? ( <year> | <shift> year )", half),
        Production("@edge? the? <shift> <shift>? <season>", season),
        Production(f"@edge? the? @edge? <season> ( of | , )? ( <year> | {SPOKEN_YEAR} )", season),
        Production("@edge? the? @edge? <season>", season),
        Production(f"@edge? <shift>? {_festivals()} ( ,? <year> )?", holiday),
    )
