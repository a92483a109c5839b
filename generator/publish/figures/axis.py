"""A stretch of time to scale: which days it shows, where a day stands in it, how it is marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.wording import MONTHS
from generator.publish.days import day

FEWEST_DAYS = 7
STEADY = 2.5
"""By how much one event may stretch the picture: beyond it the others would be pressed into a corner."""
MARGIN = 0.04
"""Of the stretch, on each side."""
STEPS = (1, 2, 7, 14)
MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120)
MOST_MARKS = 5
Span = tuple[date, date]
"""A first day, and the first day after."""


def span(start: str, end: str | None) -> Span | None:
    """The days of an ISO date cut at any grain, or of two; None for impossible ones."""
    first, last = _grain(start), _grain(end or start)
    return (first[0], last[1]) if first and last and first[0] < last[1] else None


def _grain(iso: str) -> Span | None:
    year, *rest = (int(part) for part in iso.split("-") if part.isdigit())
    try:
        if len(rest) > 1:
            here = day(iso)
            return (here, here + timedelta(days=1)) if here else None
        first = date(year, rest[0] if rest else 1, 1)
        return first, _months_on(first, 1 if rest else 12)
    except (ValueError, OverflowError):
        return None


def _months_on(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The days from `first` to the one before `after`."""

    first: date
    after: date

    @classmethod
    def around(cls, spans: Iterable[Span], anchor: date) -> Axis:
        """The stretch around a day that holds the spans near it; one that lies far out stays outside."""
        first, after = anchor, anchor + timedelta(days=1)
        for start, end in sorted(spans, key=lambda span: (_distance(span, anchor), span)):
            wider = max(after, end) - min(first, start)
            if wider <= max(STEADY * (after - first), timedelta(days=2 * FEWEST_DAYS)):
                first, after = min(first, start), max(after, end)
        margin = timedelta(days=max(1, round((after - first).days * MARGIN)))
        lacking = max(timedelta(), timedelta(days=FEWEST_DAYS) - (after - first) - 2 * margin)
        return cls(first=first - margin, after=after + margin + lacking)

    def place(self, here: date, *, middle: bool = False) -> float:
        """Where a day begins, or its middle, in percent of the picture's width; cut at its edges."""
        days = (here - self.first).days + (0.5 if middle else 0.0)
        return round(min(100.0, max(0.0, 100 * days / (self.after - self.first).days)), 2)

    def marks(self) -> tuple[tuple[date, str], ...]:
        """At most five days to be marked, evenly far apart, with their words."""
        length = (self.after - self.first).days
        step = next((step for step in STEPS if length <= step * MOST_MARKS), None)
        if step:
            return tuple((here, f"{here.day} {MONTHS[here.month - 1]}") for here in self._days(step))
        months = next((step for step in MONTH_STEPS if length <= step * MOST_MARKS * 30), MONTH_STEPS[-1])
        return tuple((here, _month(here, months)) for here in self._firsts(months))

    def _days(self, step: int) -> Iterator[date]:
        """Days of which weeks are Mondays."""
        offset = (-self.first.weekday()) % 7 if step % 7 == 0 else 0
        here = self.first + timedelta(days=offset)
        while here < self.after:
            yield here
            here += timedelta(days=step)

    def _firsts(self, months: int) -> Iterator[date]:
        here = date(self.first.year, 1, 1)
        if months > len(MONTHS):
            here = date(self.first.year - self.first.year % (months // len(MONTHS)), 1, 1)
        while here < self.after:
            if here >= self.first:
                yield here
            here = _months_on(here, months)


def _month(here: date, months: int) -> str:
    return str(here.year) if months % len(MONTHS) == 0 else f"{MONTHS[here.month - 1]} {here.year}"


def _distance(span: Span, anchor: date) -> int:
    """How many days the far end of a span lies from a day."""
    return max(abs((span[0] - anchor).days), abs((span[1] - anchor).days))
