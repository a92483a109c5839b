"""Times that belong together: the two ends of a range, a day and its clock time."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from generator.language.marks import TimeMark
from generator.language.times import extents
from generator.language.times.extents import Extent
from generator.language.times.scene import Scene

_DASHES = frozenset({"-", "–", "—", "‑"})
_TO = frozenset({"to", "through", "until", "till"})

_BESIDE = 7
"""Tokens between a clock time and its day: "6 p.m. (1700 GMT) on Saturday"."""

_FOLLOWING, _RIGHT_BESIDE = 12, 3
"""Tokens between a day and a clock time after it, and between a month and a day in it, when these tell one time."""

_PARTING = frozenset({"VERB", "AUX", "CCONJ", "SCONJ"})
"""Words that part the times of two events."""


def range_end(scene: Scene, i: int) -> int | None:
    """The time that ends a range which the time `i` begins: "June 20-21", "between May 3 and May 9"."""
    if i + 1 >= len(scene.times) or scene.times[i + 1].timex.type not in {"DATE", "TIME"}:
        return None
    mark, after = scene.times[i], scene.times[i + 1]
    if scene.clauses.text[mark.timex.end : after.timex.start].strip() in _DASHES:
        return i + 1
    between = [token.lower_ for token in scene.doc[mark.end : after.start] if not token.is_space]
    if len(between) != 1:
        return None
    if between[0] == "or":
        return i + 1 if _next_day(scene, i) else None
    if between[0] == "and":
        return i + 1 if scene.lead(i) == "between" or _next_day(scene, i) else None
    return i + 1 if between[0] in _TO else None


def _next_day(scene: Scene, i: int) -> bool:
    """Whether the time after is the very next day: "on May 3 and 4", "on May 3 or 4"."""
    one, other = scene.extent(i), scene.extent(i + 1)
    if one is None or other is None or one.precision != "day" or other.precision != "day" or other.time:
        return False
    return (other.first - one.first).days == 1


def joined(scene: Scene, i: int, extent: Extent) -> tuple[Extent, int | None]:
    """The extent of the time `i` up to the end of its range, and the index of that end."""
    other = range_end(scene, i)
    last = scene.extent(other) if other is not None else None
    if not last or last.first <= extent.first:
        return extent, None
    return extents.joined(extent, last), other


def belongs_to_day(scene: Scene, i: int) -> bool:
    """Whether the time `i` is a clock time that a day beside it takes up."""
    mark, extent = scene.times[i], scene.extent(i)
    if not extent or not extent.time:
        return False
    return any(
        _is_day(scene, j) and (_ahead(mark, other) or _told_after(scene, j, i)) for j, other in _others(scene, i)
    )


def with_clock(scene: Scene, i: int, extent: Extent) -> Extent:
    """A day with the clock time that stands beside it; of two, as in two zones, the first."""
    if extent.precision != "day" or extent.time:
        return extent
    for j, other in _others(scene, i):
        clock = scene.extent(j) if other.timex.type == "TIME" else None
        if clock and clock.time and (_ahead(other, scene.times[i]) or _told_after(scene, i, j)):
            return replace(extent, time=clock.time)
    return extent


def refined(scene: Scene, i: int) -> bool:
    """Whether a day right beside the time `i` says more exactly when: "early next month, on May 3"."""
    mark, extent = scene.times[i], scene.extent(i)
    if not extent or extent.precision not in {"week", "month", "quarter", "year"}:
        return False
    for j, other in _others(scene, i):
        day = scene.extent(j)
        gap = max(other.start - mark.end, mark.start - other.end)
        if day and _is_day(scene, j) and extent.first <= day.first <= extent.last and gap <= _RIGHT_BESIDE:
            return not any(token.pos_ in _PARTING for token in _between(scene, mark, other))
    return False


def _others(scene: Scene, i: int) -> list[tuple[int, TimeMark]]:
    return [(j, other) for j, other in enumerate(scene.times) if j != i]


def _ahead(clock: TimeMark, day: TimeMark) -> bool:
    """Whether a clock time stands right before its day: "6 p.m. (1700 GMT) on Saturday"."""
    return day.timex.type == "DATE" and 0 <= day.start - clock.end <= _BESIDE


def _told_after(scene: Scene, day: int, clock: int) -> bool:
    """Whether a clock time follows its day, other places and clocks between: "on May 3 in Rome at 5 p.m., 1600 GMT"."""
    mark, time, one, other = scene.times[day], scene.times[clock], scene.extent(day), scene.extent(clock)
    if not one or not other or one.first != other.first or time.start < mark.end:
        return False
    between = _between(scene, mark, time)
    return len(between) <= _FOLLOWING and not any(token.pos_ in _PARTING for token in between)


def _between(scene: Scene, one: TimeMark, other: TimeMark) -> Span:
    first, last = sorted((one, other), key=lambda mark: mark.start)
    return scene.doc[first.end : max(first.end, last.start)]


def _is_day(scene: Scene, i: int) -> bool:
    extent = scene.extent(i)
    return extent is not None and extent.precision == "day"
