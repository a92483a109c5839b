"""Levels of attribution: what stands in another's words, and through whom it comes (PARC 3.0, nested attributions)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.language.marks import Attributed


def in_text_order(items: Sequence[Attributed]) -> list[Attributed]:
    """The items by where they begin, cue or content."""
    return sorted(items, key=lambda item: (min(item.cue, item.content[0][0]), item.cue))


def outers(items: Sequence[Attributed]) -> list[int]:
    """For each item the index of the smallest one whose content holds its cue, or -1."""
    found = [-1] * len(items)
    smallest: dict[int, int] = {}
    for index in _outwards_in(items):
        found[index] = smallest.get(items[index].cue, -1)
        for start, end in items[index].content:
            smallest.update(dict.fromkeys(range(start, end), index))
    return found


def with_levels(items: Sequence[Attributed], outer: Sequence[int]) -> list[Attributed]:
    """The items, each one level below the item around it."""
    levelled = list(items)
    for index in _outwards_in(items):
        if outer[index] >= 0:
            levelled[index] = replace(items[index], level=levelled[outer[index]].level + 1)
    return levelled


def with_chains(items: Sequence[Attributed], outer: Sequence[int]) -> list[Attributed]:
    """The items with the speakers around them, the nearest first; nobody passes on their own words."""
    chained = list(items)
    for index in _outwards_in(items):
        item = items[index]
        if outer[index] >= 0:
            around = chained[outer[index]]
            if around.by != item.by:
                chained[index] = replace(item, via=(*item.via, *around.by, *around.via))
    return chained


def _outwards_in(items: Sequence[Attributed]) -> list[int]:
    return sorted(range(len(items)), key=lambda index: (-_size(items[index]), items[index].cue))


def _size(item: Attributed) -> int:
    return item.content[-1][1] - item.content[0][0]
