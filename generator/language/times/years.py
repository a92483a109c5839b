"""Productions of years, decades and centuries: "early 1990", "fiscal 2014", "the '80s", "the 20th century"."""

from __future__ import annotations

from generator.language import lexicon
from generator.language.times.absolute import year_of
from generator.language.times.context import Context
from generator.language.times.grammar import Found, Production, Reading
from generator.language.times.numbers import SPOKEN_YEAR

_FIRST, _LAST = 1000, 2100
_PLAIN_FIRST, _PLAIN_LAST = 1900, 2050
"""A bare number within these is a year even without a preposition."""

_FARTHEST = 30
"""Years ahead that need no word before them."""

_FULL = 4
"""Figures of a year."""

_OF_LAST_CENTURY = 20
"""Decades in two figures above this are of the twentieth century."""


def year(found: Found, context: Context) -> Reading | None:
    """A year that is no sum of money and no count of things."""
    value, words = int(found.value("year")), lexicon.table("time_contexts")
    far = context.today is not None and value > context.today.year + _FARTHEST
    if not _FIRST < value < _LAST or (far and not context.led_by("far_year_leads")) or context.led_by("currencies"):
        return None
    reading = Reading("DATE", f"{value:04d}")
    if "early" in found or "the" in found.words():
        return reading
    after = context.after()
    if after and after[0] in words["counted"]:
        return None
    if context.led_by("year_leads") or not context.before():
        certain = context.before() in {("in",), ("since",), ("the",)}
        return None if context.plural_follows() and not certain else reading
    return reading if _PLAIN_FIRST <= value <= _PLAIN_LAST and not context.plural_follows() else None


def year_spoken(found: Found, _context: Context) -> Reading | None:
    """A year in words: "nineteen ninety-six", "the year two thousand"."""
    value = year_of(found)
    return Reading("DATE", f"{value:04d}") if value else None


def certain_year(found: Found, _context: Context) -> Reading | None:
    """A year that is certainly one: "fiscal 1989", "the 2014 fiscal year", "post-1959"."""
    return Reading("DATE", f"{int(found.value('year')):04d}")


def decade(found: Found, _context: Context) -> Reading | None:
    """A decade: "the late 1970s", "the '80s", "the nineties"; TIMEX3 writes its first three figures."""
    if "decade" not in found:
        return Reading("DATE", f"19{found.value('decadename')}")
    written = found.words("decade")[0]
    digits = written.strip("'’s")
    if len(digits) < _FULL:
        if written.isalnum() and found.words()[0] != "the":
            return None
        digits = ("19" if int(digits) > _OF_LAST_CENTURY else "20") + digits
    return Reading("DATE", digits[:3]) if digits[3] == "0" and _FIRST < int(digits) < _LAST else None


def century(found: Found, _context: Context) -> Reading | None:
    """A century by its number; TIMEX3 counts its hundreds from nought."""
    return Reading("DATE", f"{int(found.value('ordinal')) - 1:02d}")


def productions() -> tuple[Production, ...]:
    """All of them, in order of preference among finds of one length."""
    return (
        Production("the? fiscal year? <year>", certain_year),
        Production("the <year> fiscal year", certain_year),
        Production("@edge? the? year? <year> ( ( and | or ) ( beyond | later ) )?", year),
        Production("( post | pre ) - <year>", certain_year),
        Production(f"the? year? {SPOKEN_YEAR}", year_spoken),
        Production("the? @edge? <decade>", decade),
        Production("@edge the? <decade>", decade),
        Production("the @edge? <decadename>", decade),
        Production("the? @edge? <ordinal> -? century", century),
    )
