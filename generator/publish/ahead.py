"""The dates of a brief that a reader can put into a calendar."""

from __future__ import annotations

from datetime import date

from generator.model.facts import DatedEvent
from generator.publish.days import day, day_after

FIRM = {"scheduled", "deadline", "expiry"}
TO_THE_DAY = {"day", "range"}


def is_ahead(event: DatedEvent) -> bool:
    """Whether an event lay ahead of its report, or went on; it stays in a calendar when it has passed."""
    return event.phase != "past" and event.certainty != "happened"


def is_firm(event: DatedEvent) -> bool:
    """Whether the source gives an event as certain, to the day."""
    return event.certainty in FIRM and event.precision in TO_THE_DAY


def extent(event: DatedEvent) -> tuple[date, date] | None:
    """The first day of an event and the first day after it; None where the source does not name days."""
    if event.start is None:
        return None
    first, after = day(event.start), day_after(event.end or event.start)
    return (first, after) if first and after and first < after else None
