"""Names without overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span


def without_overlap(names: Iterable[Span]) -> list[Span]:
    """Of names that share a token, the one that comes earlier in `names` holds; the order is kept."""
    taken: set[int] = set()
    kept = []
    for name in names:
        places = range(name.start, name.end)
        if taken.isdisjoint(places):
            kept.append(name)
            taken.update(places)
    return kept
