"""One demand told twice is one demand, with both passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.model.evidence import Evidence
from generator.model.facts import Demand

ALIKE = 0.75
"""Share of content words that two tellings of one demand have in common (Jaccard)."""


@dataclass(slots=True, kw_only=True)
class _Told:
    """A demand with its tellings so far: the words of the first one, the passages of all."""

    demand: Demand
    words: frozenset[str]
    evidence: dict[Evidence, None] = field(default_factory=dict)


def merged(demands: Iterable[Demand]) -> tuple[Demand, ...]:
    """The demands in order, each later telling joined to the first: its evidence, and what the first left open."""
    kept: list[_Told] = []
    # By who asks and a word of what; demands without words stand under their wording. Only these can be alike.
    places: dict[tuple[frozenset[str], str], list[int]] = defaultdict(list)
    for demand in demands:
        words, by = frozenset(demand.core), frozenset(demand.by)
        under = [(by, word) for word in sorted(words) or [f" {demand.text.lower()}"]]
        candidates = sorted({i for place in _rarest(under, places) for i in places[place]})
        first = next((i for i in candidates if _same(kept[i], demand, words)), None)
        if first is None:
            for place in under:
                places[place].append(len(kept))
            kept.append(_Told(demand=demand, words=words, evidence=dict.fromkeys(demand.evidence)))
        else:
            kept[first].demand = _joined(kept[first].demand, demand)
            kept[first].evidence.update(dict.fromkeys(demand.evidence))
    return tuple(replace(one.demand, evidence=tuple(one.evidence)) for one in kept)


def _rarest(
    under: list[tuple[frozenset[str], str]], places: dict[tuple[frozenset[str], str], list[int]]
) -> Iterator[tuple[frozenset[str], str]]:
    """The places to look in: whoever shares three words of four has one of the rarer ones, too."""
    by_size = sorted(under, key=lambda place: len(places.get(place, ())))
    yield from by_size[: max(len(under) - int(ALIKE * len(under)) + 1, 1)]


def _same(one: _Told, demand: Demand, words: frozenset[str]) -> bool:
    if one.demand.of and demand.of and set(one.demand.of) != set(demand.of):
        return False
    if not one.words or not words:
        return one.demand.text.lower() == demand.text.lower()
    return len(one.words & words) >= ALIKE * len(one.words | words)


def _joined(one: Demand, other: Demand) -> Demand:
    return replace(
        one,
        of=one.of or other.of,
        condition=one.condition or other.condition,
        deadline=one.deadline or other.deadline,
    )
