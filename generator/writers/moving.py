"""Keyed items that were moved into another section: followed there, so that they are merged where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.writers.units import Kind, Unit, whole

HOLDERS: frozenset[Kind] = frozenset({"list", "table"})
Place = tuple[str, Kind]
"""The key of a section, and the kind of the block in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Three versions of a page with each moved item in one place; `back` is where items go again in the base."""

    base: Unit
    mine: Unit
    theirs: Unit
    back: Mapping[str, Place]

    def restored(self, held: Unit) -> Unit:
        """A merged base with its items where they are generated."""
        back = {key: place for key, place in self.back.items() if _takes(held, place)}
        return _moved(held, back) if back else held


def followed(base: Unit, mine: Unit, theirs: Unit) -> Followed:
    """Puts each item that one side moved where that side has it; where both did, where the writer has it.

    Only into sections that all three have, with a list or table there to take it.
    """
    old, own, new = _items(base), _items(mine), _items(theirs)
    by_writer: dict[str, Place] = {}
    by_source: dict[str, Place] = {}
    for key in own.keys() & old.keys() & new.keys():
        if own[key] != old[key]:
            by_writer[key] = own[key]
        elif new[key] != old[key]:
            by_source[key] = new[key]
    by_writer = {k: p for k, p in sorted(by_writer.items()) if _takes(base, p) and _takes(theirs, p)}
    by_source = {k: p for k, p in sorted(by_source.items()) if _takes(base, p) and _takes(mine, p)}
    return Followed(
        base=_moved(base, by_writer | by_source),
        mine=_moved(mine, by_source),
        theirs=_moved(theirs, by_writer),
        back={key: new[key] for key in by_writer},
    )


def _blocks(page: Unit) -> Iterator[tuple[Place, Unit]]:
    for section in page.parts:
        for block in section.parts:
            if block.kind in HOLDERS:
                yield (section.key, block.kind), block


def _items(page: Unit) -> dict[str, Place]:
    """Where each keyed item stands, by its key."""
    return {part.key: place for place, block in _blocks(page) for part in block.parts if part.key.startswith("#")}


def _takes(page: Unit, place: Place) -> bool:
    return any(found == place for found, _block in _blocks(page))


def _moved(page: Unit, moved: Mapping[str, Place]) -> Unit:
    """A page with items in other places, behind what stands there; a block that loses all its items goes."""
    going = {part.key: part for _place, block in _blocks(page) for part in block.parts if part.key in moved}
    if not going:
        return page
    done: set[Place] = set()
    sections = []
    for section in page.parts:
        blocks = []
        for block in section.parts:
            place = (section.key, block.kind)
            if block.kind not in HOLDERS:
                blocks.append(block)
                continue
            coming = [going[key] for key, to in moved.items() if to == place and key in going and place not in done]
            done.add(place)
            kept = [part for part in block.parts if part.key not in moved]
            if kept or coming:
                blocks.append(whole(block, [*kept, *coming]))
        sections.append(whole(section, blocks) if section.kind == "section" else section)
    return replace(page, parts=tuple(sections))
