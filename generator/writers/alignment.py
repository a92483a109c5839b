"""Which units of two versions are the same unit: by key, by words, then by likeness and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from generator.writers.units import Unit, likeness, same

ALIKE = 0.4
"""The least likeness of two versions of one block; below it, one was removed and another added."""
Pairs = dict[int, int]


def align(old: Sequence[Unit], new: Sequence[Unit]) -> Pairs:
    """Places in `old` to places in `new`, one to one.

    Keys come first, wherever they stand; then equal words in order; then equal words that were moved; then, between
    these, what was reworded.
    """
    pairs = _keyed(old, new)
    _in_order(old, new, pairs)
    _moved(old, new, pairs)
    _reworded(old, new, pairs)
    return pairs


def equal(old: Sequence[Unit], new: Sequence[Unit], among: Callable[[int, int], bool]) -> Pairs:
    """Pairs by key or equal words alone, among the places that `among` lets through."""
    pairs: Pairs = {}
    taken: set[int] = set()
    for at, unit in enumerate(old):
        for place, other in enumerate(new):
            if place in taken or not among(at, place) or unit.kind != other.kind:
                continue
            if (unit.firm and unit.key == other.key) or same(unit, other):
                pairs[at] = place
                taken.add(place)
                break
    return pairs


def _keyed(old: Sequence[Unit], new: Sequence[Unit]) -> Pairs:
    """Pairs with a key that stands once on either side."""
    here, there = (Counter(unit.key for unit in units if unit.key) for units in (old, new))
    places = {unit.key: at for at, unit in enumerate(new)}
    return {
        at: places[unit.key]
        for at, unit in enumerate(old)
        if unit.key and here[unit.key] == 1 and there.get(unit.key) == 1
    }


def _labels(units: Sequence[Unit], taken: set[int], side: str) -> list[str]:
    return [
        f"{side}{at}" if at in taken else f"{unit.kind} {unit.key if unit.firm else ''} {' '.join(unit.body.split())}"
        for at, unit in enumerate(units)
    ]


def _in_order(old: Sequence[Unit], new: Sequence[Unit], pairs: Pairs) -> None:
    first, second = _labels(old, set(pairs), "<"), _labels(new, set(pairs.values()), ">")
    for match in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks():
        for step in range(match.size):
            pairs[match.a + step] = match.b + step


def _moved(old: Sequence[Unit], new: Sequence[Unit], pairs: Pairs) -> None:
    first, second = _labels(old, set(pairs), "<"), _labels(new, set(pairs.values()), ">")
    here, there = Counter(first), Counter(second)
    for at, label in enumerate(first):
        if here[label] == 1 and there.get(label) == 1:
            pairs[at] = second.index(label)


def _reworded(old: Sequence[Unit], new: Sequence[Unit], pairs: Pairs) -> None:
    first = [f"={at}" if at in pairs else f"<{at}" for at in range(len(old))]
    back = {place: at for at, place in pairs.items()}
    second = [f"={back[at]}" if at in back else f">{at}" for at in range(len(new))]
    for tag, start, end, begin, stop in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "replace":
            left = [at for at in range(start, end) if at not in pairs]
            right = [at for at in range(begin, stop) if at not in back]
            pairs.update(_gap(old, new, left, right))


def _gap(old: Sequence[Unit], new: Sequence[Unit], left: list[int], right: list[int]) -> Pairs:
    """Pairs between two anchors: one by one where as many stand on either side, else the likeliest in order."""
    if len(left) == len(right):
        return {at: place for at, place in zip(left, right, strict=True) if _may(old[at], new[place])}
    best: dict[tuple[int, int], tuple[float, Pairs]] = {}
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            if not i or not j:
                best[i, j] = (0.0, {})
                continue
            choices = [best[i - 1, j], best[i, j - 1]]
            one, other = old[left[i - 1]], new[right[j - 1]]
            worth = likeness(one, other) if _may(one, other) else 0.0
            if worth >= ALIKE:
                score, held = best[i - 1, j - 1]
                choices.append((score + worth, {**held, left[i - 1]: right[j - 1]}))
            best[i, j] = max(choices, key=lambda choice: choice[0])
    return best[len(left), len(right)][1]


def _may(one: Unit, other: Unit) -> bool:
    """Whether one can be a new version of the other; a sentence can be anything that stands in its place."""
    if one.kind != other.kind or (one.firm and other.firm):
        return False
    if one.kind in {"sentence", "cell", "table", "list", "heading"}:
        return True
    return likeness(one, other) >= ALIKE
