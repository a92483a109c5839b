"""Productions of lengths of time and of times that recur."""

from __future__ import annotations

from generator.language.times.context import Context
from generator.language.times.grammar import NO_TIME, Found, Production, Reading
from generator.language.times.numbers import number_of, plain

_SMALLER = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24)}
"""The next smaller unit and how many of it make one."""

_YEARS = {"E": 10, "C": 100}
_LONGEST = 100_000
_RATE_REACH = 4


def period(count: float, unit: str) -> str:
    """The TIMEX3 value of a length: `P10D`, `PT16H`, `P2Y6M`; decades and centuries are counted in years."""
    if unit in _YEARS:
        count, unit = count * _YEARS[unit], "Y"
    if unit == "F":
        count, unit = count * 2, "W"
    whole, rest = divmod(count, 1)
    if not rest or unit not in _SMALLER:
        return f"P{unit[:-1]}{plain(count)}{unit[-1]}"
    smaller, per = _SMALLER[unit]
    if not whole:
        return f"P{smaller[:-1]}{plain(round(rest * per))}{smaller[-1]}"
    clock = "T" if smaller.startswith("T") and not unit.startswith("T") else ""
    return f"P{unit[:-1]}{plain(whole)}{unit[-1]}{clock}{plain(round(rest * per))}{smaller[-1]}"


def _unit(found: Found) -> str:
    return str(found.value("units" if "units" in found else "unit"))


def _uncounted(found: Found) -> str:
    """The unit of a length that nobody counts: decades are told in years."""
    unit = _unit(found)
    return "Y" if unit == "E" else unit


def counted(found: Found, context: Context) -> Reading | None:
    """A counted length: "10 days", "nearly two years", "10-day", "the past three months", "the first nine months"."""
    count, unit, words = number_of(found.part("num")), _unit(found), found.words()
    if count is None or count > _LONGEST or context.led_by("currencies") or (unit == "TS" and words[-1] == "second"):
        return None
    if unit != "Q":
        return Reading("DURATION", period(count, unit))
    if "shift" not in found and ("-" in words or count == 1):
        return None
    ahead = "shift" in found and found.value("shift") == 1
    return Reading("DURATION", f"P{plain(count * 3)}M" if ahead else f"P{plain(count)}Q")


def one(found: Found, context: Context) -> Reading | None:
    """One unit: "a week", "an hour", "a year and a half"; after a sum or a count it says how often."""
    unit, words = _unit(found), found.words()
    if unit in {"TS", "Q"} or (unit == "D" and context.after() == ("-",)):
        return None
    if "half" in words:
        return Reading("DURATION", period(0.5 if words[0] == "half" else 1.5, unit))
    often = words[0] in {"a", "an"} and context.near_before("rates", _RATE_REACH)
    return Reading("SET" if often else "DURATION", period(1, unit))


def few(found: Found, _context: Context) -> Reading | None:
    """An uncounted length: "several months", "a couple of years", "the next few days"."""
    unit = "Y" if _unit(found) in _YEARS else _unit(found)
    if found.value("few") != "X":
        return Reading("DURATION", period(float(found.value("few")), unit))
    return Reading("DURATION", f"P{unit[:-1]}X{unit[-1]}")


def age(_found: Found, _context: Context) -> Reading | None:
    """How old somebody is, which places nothing in time: "the 6-year-old"."""
    return NO_TIME


def either(found: Found, _context: Context) -> Reading | None:
    """A length between two: "two to three weeks" is at least two."""
    count = number_of(found.part("num"))
    return Reading("DURATION", period(count, _unit(found))) if count is not None else None


def bare(found: Found, _context: Context) -> Reading | None:
    """Units without a number: "years", "the coming weeks"."""
    unit, words = _uncounted(found), found.words()
    if "shift" in found and found.value("shift") == 1:
        open_end = unit in {"Y", "M", "Q"} and words[0] != "the"
        return Reading("DATE", "FUTURE_REF") if open_end else Reading("DURATION", f"PX{unit}")
    if unit in {"TM", "TS"} or words == ("quarters",):
        return None
    return Reading("DURATION", f"P{unit[:-1]}X{unit[-1]}")


def recent(found: Found, _context: Context) -> Reading | None:
    """Some recent units: "recent weeks", "recent years"."""
    unit = _unit(found)
    return Reading("DATE", "PAST_REF") if unit in {"Y", "D"} else Reading("DURATION", f"PX{unit}")


def long(found: Found, _context: Context) -> Reading | None:
    """A length as an adjective: "daylong", "a month-long siege", "decades-long"."""
    if "units" in found or "unit" in found:
        several = _uncounted(found)
        return Reading("DURATION", period(1, _unit(found)) if "unit" in found else f"PX{several}")
    return Reading("DURATION", str(found.value("long")))


def accounting_year(_found: Found, _context: Context) -> Reading | None:
    """A business year told by its end: "the year ended March 31"."""
    return Reading("DURATION", "P1Y", drop=1)


def a_while(_found: Found, _context: Context) -> Reading | None:
    """A length of no known unit."""
    return Reading("DURATION", "PXX")


def recurring(found: Found, context: Context) -> Reading | None:
    """A time that recurs: "every week", "each July", "every Thursday", "Tuesday nights", "Fridays"."""
    for weekday in ("weekday", "weekdays"):
        if weekday in found:
            part = f"T{found.value('part')}" if "part" in found else ""
            return Reading("SET", f"XXXX-WXX-{found.value(weekday)}{part}")
    if "month" in found:
        capital = context.capital_at(found.part("month")[0].start)
        return Reading("SET", f"XXXX-{int(found.value('month')):02d}") if capital else None
    if "season" in found:
        return Reading("SET", f"XXXX-{found.value('season')}")
    if "part" in found:
        return Reading("SET", f"XXXX-XX-XXT{found.value('part')}")
    count = number_of(found.part("num")) if "num" in found else 1
    return Reading("SET", period(count or 1, _unit(found)))


def past_seasons(found: Found, _context: Context) -> Reading | None:
    """A season of several years: "the past three summers"."""
    return Reading("SET", f"XXXX-{found.value('seasons')}")


def adverb(found: Found, _context: Context) -> Reading | None:
    """How often, in one word: "daily", "weekly"."""
    return Reading("SET", str(found.value("set")))


def productions() -> tuple[Production, ...]:
    """All of them, in order of preference among finds of one length."""
    lead = "( the? ( <shift> | first | final | remaining | additional | another | an additional ) )"
    spare = "( more | additional | full | consecutive | straight | whole | trading | working | business )*"
    units = "( <units> | <unit> )"
    return (
        Production(f"@about {lead}? @about @num -? {spare} {units} ( or so )?", counted),
        Production(f"@about ( the | <shift> )? @num - {units} - old", age),
        Production("@num <units> ( old | of age )", age),
        Production(f"@about {lead}? @num ( to | or | - ) @num -? {units}", either),
        Production("the? latest @num <units>", counted),
        Production(
            "@about ( a | an | one | another ) ( additional | full | whole | entire )? <unit> "
            "( and a half )? ( or so | or more )?",
            one,
        ),
        Production("half an? <unit>", one),
        Production(f"@about {lead}? @few ( more | additional )? <units>", few),
        Production("<few> - <unit>", few),
        Production("the? <shift>? <units>", bare),
        Production("the? recent <units>", recent),
        Production("<long>", long),
        Production(f"{units} - long", long),
        Production("a <early>? while", a_while),
        Production("the fiscal? year ( ended | ending )", accounting_year),
        Production(
            "( every | each ) ( other | single )? ( <unit> | <month> | <season> | <part> | <weekday> <part>? )",
            recurring,
        ),
        Production("every @num <units>", recurring),
        Production("each of the? <shift>? @num <units>", counted),
        Production("<weekdays>", recurring),
        Production("the? <shift> @num <seasons>", past_seasons),
        Production("<set>", adverb),
    )
