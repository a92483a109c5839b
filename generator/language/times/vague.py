"""Productions of times that are no place on the calendar: PRESENT_REF, PAST_REF and FUTURE_REF of TIMEX3."""

from __future__ import annotations

from generator.language.times.context import Context
from generator.language.times.grammar import Found, Production, Reading


def adverb(found: Found, context: Context) -> Reading | None:
    """An adverb: "now", "recently"; "soon" only where it looks ahead from now, not in "soon after" or "soon became"."""
    if found.words("vague") == ("soon",):
        joined = context.after() in {("as",), ("after",)}
        if joined or context.tense() == "past":
            return None
    return Reading("DATE", str(found.value("vague")))


def present(_found: Found, _context: Context) -> Reading | None:
    """The present: "right now", "these days", "at the moment"."""
    return Reading("DATE", "PRESENT_REF")


def past(_found: Found, _context: Context) -> Reading | None:
    """The past: "in the past", "long ago"."""
    return Reading("DATE", "PAST_REF")


def future(_found: Found, _context: Context) -> Reading | None:
    """The future: "the near future", "a later date"."""
    return Reading("DATE", "FUTURE_REF")


def productions() -> tuple[Production, ...]:
    """All of them, in order of preference among finds of one length."""
    return (
        Production("more? <vague>", adverb),
        Production("right now | these days | at present | at the moment | at this ( time | point )", present),
        Production("current", present),
        Production("the past | long ago", past),
        Production("the ( ( near | not - too - distant | foreseeable ) -? )? future | future <units>", future),
        Production("the ( near | short ) term | a later date | as soon as possible", future),
    )
