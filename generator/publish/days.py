"""ISO dates cut at a stated grain, as days."""

from __future__ import annotations

from datetime import date, timedelta

EPOCH = "1970-01-01"


def full_day(*candidates: str | None) -> str:
    """The first date that there is, completed to its first day; never the clock, so the epoch where there is none."""
    iso = next((candidate for candidate in candidates if candidate), EPOCH)
    return iso + EPOCH[len(iso) :]


def day(iso: str) -> date | None:
    """A date stated to the day; None for a coarser or an impossible one."""
    try:
        return date.fromisoformat(iso) if len(iso) == len(EPOCH) else None
    except ValueError:
        return None


def day_after(iso: str) -> date | None:
    """The day after a date stated to the day; None for a coarser or an impossible one."""
    here = day(iso)
    return here + timedelta(days=1) if here and here < date.max else None
