"""One demand told twice is one demand, with both passages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.model.facts import Demand

ALIKE = 0.75
"""Share of content words that two tellings of one demand have in common (Jaccard)."""


def merged(demands: Iterable[Demand]) -> tuple[Demand, ...]:
    """The demands in order, each later telling joined to the first: its evidence, and what the first left open."""
    kept: list[Demand] = []
    for demand in demands:
        first = next((i for i, earlier in enumerate(kept) if _same(earlier, demand)), None)
        if first is None:
            kept.append(demand)
        else:
            kept[first] = _joined(kept[first], demand)
    return tuple(kept)


def _same(one: Demand, other: Demand) -> bool:
    if set(one.by) != set(other.by) or (one.of and other.of and set(one.of) != set(other.of)):
        return False
    first, second = set(one.core), set(other.core)
    if not first or not second:
        return one.text.lower() == other.text.lower()
    return len(first & second) >= ALIKE * len(first | second)


def _joined(one: Demand, other: Demand) -> Demand:
    return replace(
        one,
        of=one.of or other.of,
        condition=one.condition or other.condition,
        deadline=one.deadline or other.deadline,
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
    )
