"""Productions of lengths of time and of times that recur."""

from __future__ import annotations

from generator.language.times.context import Context
from generator.language.times.grammar import NO_TIME, Found, Production, Reading
from generator.language.times.numbers import number_of, plain

_SMALLER = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24)}


def period(count: float, unit: str) -> str:
    """The TIMEX3 value of a length: `P10D`, `PT16H`, `P2Y6M`; decades and centuries are counted in years."""
    if unit in {"E", "C"}:
        count, unit = count * {"E": 10, "C": 100}[unit], "Y"
    if unit == "F":
        count, unit = count * 2, "W"
    whole, rest = divmod(count, 1)
    if not rest:
        return f"P{unit[:-1]}{plain(count)}{unit[-1]}"
    if unit in _SMALLER and whole:
        smaller, per = _SMALLER[unit]
        if smaller.startswith("T") and not unit.startswith("T"):
            return f"P{plain(whole)}{unit}T{plain(round(rest * per))}{smaller[-1]}"
        return f"P{unit[:-1]}{plain(whole)}{unit[-1]}{plain(round(rest * per))}{smaller[-1]}"
    if unit in _SMALLER:
        smaller, per = _SMALLER[unit]
        return f"P{smaller[:-1]}{plain(round(rest * per))}{smaller[-1]}"
    return f"P{unit[:-1]}{plain(count)}{unit[-1]}"


def _unit(found: Found) -> str:
    return str(found.value("units" if "units" in found else "unit"))


def counted(found: Found, context: Context) -> Reading | None:
    """ "10 days", "nearly two years", "10-day", "the past three months", "the first nine months"."""
    count = number_of(found.part("num"))
    if count is None or count > 100000:
        return None
    unit = _unit(found)
    if unit == "TS" and found.words()[-1] == "second":
        return None
    if unit == "Q" and "shift" not in found and ("-" in found.words() or number_of(found.part("num")) == 1):
        return None
    if context.before() and context.before()[0] in {"$", "£", "€"}:
        return None
    if unit == "Q" and "shift" in found and count > 1:
        return Reading("DURATION", f"P{plain(count * 3)}M" if found.value("shift") == 1 else f"P{plain(count)}Q")
    return Reading("DURATION", period(count, unit))


def one(found: Found, context: Context) -> Reading | None:
    """ "a week", "an hour", "a year and a half"; after a sum, "a year" says how often."""
    unit = _unit(found)
    if unit in {"TS", "Q"} or (unit == "D" and context.after() and context.after()[0] == "-"):
        return None
    if "half" in found.words():
        before = found.words()[0] == "half"
        return Reading("DURATION", period(0.5 if before else 1.5, unit))
    if found.words()[0] in {"a", "an"} and unit in {"Y", "M", "W", "D", "TH"} and _rate(context):
        return Reading("SET", period(1, unit))
    return Reading("DURATION", period(1, unit))


def _rate(context: Context) -> bool:
    """Whether the words before are a count or a price: "24 hours", "twice", "$2 million", "600 seats"."""
    before = context.before(3)
    return bool({"times", "once", "twice", "million", "billion", "percent", "%"} & set(before)) or "$" in context.before(4)


def few(found: Found, context: Context) -> Reading | None:
    """ "several months", "a couple of years", "the next few days"."""
    unit = {"E": "Y", "C": "Y"}.get(_unit(found), _unit(found))
    amount = str(found.value("few"))
    if found.words("few")[0] == "couple":
        return Reading("DURATION", period(2, unit))
    return Reading("DURATION", f"P{unit[:-1]}{amount}{unit[-1]}")


def age(found: Found, context: Context) -> Reading | None:
    """ "the 6-year-old": how old somebody is places nothing in time."""
    return NO_TIME


def either(found: Found, context: Context) -> Reading | None:
    """ "two to three weeks": at least the smaller of the two."""
    count = number_of(found.part("num"))
    return Reading("DURATION", period(count, _unit(found))) if count is not None else None


def bare(found: Found, context: Context) -> Reading | None:
    """ "years", "the coming weeks", "decades-long"."""
    unit = _unit(found)
    if unit == "Q" and found.words() == ("quarters",):
        return None
    if "shift" in found and found.value("shift") == 1:
        return Reading("DATE", "FUTURE_REF") if unit in {"Y", "M", "Q"} and found.words()[0] != "the" else Reading("DURATION", f"PX{unit}")
    if unit.startswith("T") and unit != "TH":
        return None
    return Reading("DURATION", f"P{unit[:-1]}X{unit[-1]}")


def recent(found: Found, context: Context) -> Reading | None:
    """ "recent weeks", "recent years"."""
    unit = _unit(found)
    return Reading("DATE", "PAST_REF") if unit in {"Y", "D"} else Reading("DURATION", f"PX{unit}")


def long(found: Found, context: Context) -> Reading | None:
    """ "daylong", "a month-long siege"."""
    if "long" in found and "units" not in found and "unit" not in found:
        return Reading("DURATION", str(found.value("long")))
    unit = _unit(found)
    return Reading("DURATION", period(1, unit) if "unit" in found else f"PX{unit}")


def accounting_year(found: Found, context: Context) -> Reading | None:
    """ "the year ended March 31"."""
    return Reading("DURATION", "P1Y", drop=1)


def while_(found: Found, context: Context) -> Reading | None:
    """ "a while"."""
    return Reading("DURATION", "PXX")


def recurring(found: Found, context: Context) -> Reading | None:
    """ "every week", "each July", "every Thursday", "Tuesday nights", "each of the past three years"."""
    if "weekday" in found:
        return Reading("SET", f"XXXX-WXX-{found.value('weekday')}" + (f"T{found.value('part')}" if "part" in found else ""))
    if "weekdays" in found:
        return Reading("SET", f"XXXX-WXX-{found.value('weekdays')}")
    if "month" in found:
        return Reading("SET", f"XXXX-{int(found.value('month')):02d}") if context.capital_at(found.part("month")[0].start) else None
    if "season" in found:
        return Reading("SET", f"XXXX-{found.value('season')}")
    if "part" in found:
        return Reading("SET", f"XXXX-XX-XXT{found.value('part')}")
    count = number_of(found.part("num")) if "num" in found else 1
    unit = _unit(found)
    return Reading("SET", period(count or 1, unit) if unit != "Q" else "P1Q")


def adverb(found: Found, context: Context) -> Reading | None:
    """ "daily", "annually"."""
    return Reading("SET", str(found.value("set")))


def productions() -> tuple[Production, ...]:
    """All of them, in order of preference among finds of one length."""
    lead = "( the? ( <shift> | first | final | remaining | additional | another | an additional ) )"
    spare = "( more | additional | full | consecutive | straight | whole | trading | working | business )*"
    return (
        Production(f"@about {lead}? @about @num -? {spare} ( <units> | <unit> ) ( or so )?", counted),
        Production("@about ( the | <shift> )? @num - ( <units> | <unit> ) - old", age),
        Production("@num <units> ( old | of age )", age),
        Production(f"@about {lead}? @num ( to | or | - ) @num -? ( <units> | <unit> )", either),
        Production("the? latest @num <units>", counted),
        Production("@about ( a | an | one | another ) ( additional | full | whole | entire )? <unit> ( and a half )? ( or so | or more )?", one),
        Production("half an? <unit>", one),
        Production(f"@about {lead}? @few ( more | additional )? <units>", few),
        Production("<few> - <unit>", few),
        Production("the? ( <shift> )? <units>", bare),
        Production("the? recent <units>", recent),
        Production("<long>", long),
        Production("( <unit> | <units> ) - long", long),
        Production("a ( <early> )? while", while_),
        Production("the fiscal? year ( ended | ending )", accounting_year),
        Production("( every | each ) ( other | single )? ( <unit> | <month> | <season> | <part> | <weekday> <part>? )", recurring),
        Production("every @num <units>", recurring),
        Production("each of the? <shift>? @num <units>", counted),
        Production("<weekdays>", recurring),
        Production("<set>", adverb),
    )
