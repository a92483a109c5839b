"""Times that belong together: the two ends of a range, a day and its clock time."""

from __future__ import annotations

from dataclasses import replace

from generator.language.times import extents
from generator.language.times.extents import Extent
from generator.language.times.scene import Scene

_DASHES = frozenset({"-", "–", "—", "‑"})
_TO = frozenset({"to", "through", "until", "till"})

_BESIDE = 7
"""Tokens between a clock time and its day: "6 p.m. (1700 GMT) on Saturday"."""


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
    return i + 1 if between[0] in _TO or (between[0] == "and" and scene.lead(i) == "between") else None


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
        other.timex.type == "DATE" and 0 <= other.start - mark.end <= _BESIDE and _is_day(scene, j)
        for j, other in enumerate(scene.times)
    )


def with_clock(scene: Scene, i: int, extent: Extent) -> Extent:
    """A day with the clock time that stands before it."""
    if extent.precision != "day" or extent.time:
        return extent
    for j, other in enumerate(scene.times[:i]):
        clock = scene.extent(j) if other.timex.type == "TIME" else None
        if clock and clock.time and 0 <= scene.times[i].start - other.end <= _BESIDE:
            return replace(extent, time=clock.time)
    return extent


def _is_day(scene: Scene, i: int) -> bool:
    extent = scene.extent(i)
    return extent is not None and extent.precision == "day"
