"""One part of a unit in up to three versions, and the order in which parts stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.writers.alignment import ALIKE, align, equal
from generator.writers.blocks import ATTRIBUTES
from generator.writers.units import Unit, likeness, same

NAMED_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slot:
    """A part as generated last, as the writer has it, as generated now, each with its place in its version."""

    base: Unit | None = None
    mine: Unit | None = None
    theirs: Unit | None = None
    base_at: int | None = None
    mine_at: int | None = None
    theirs_at: int | None = None


def slots_of(base: Unit, mine: Unit, theirs: Unit) -> list[Slot]:
    """The parts of three versions of one unit, each part once."""
    if base.kind == "row":
        pairs = {at: at for at in range(len(base.parts))}
        to_mine = to_theirs = pairs
    else:
        to_mine, to_theirs = align(base.parts, mine.parts), align(base.parts, theirs.parts)
        _part_strangers(to_mine, base, mine, theirs, to_theirs)
        _part_strangers(to_theirs, base, theirs, mine, to_mine)
    old_mine, old_theirs = set(to_mine.values()), set(to_theirs.values())
    added = equal(mine.parts, theirs.parts, lambda at, place: at not in old_mine and place not in old_theirs)
    found = [_slot(base, mine, theirs, at, to_mine.get(at), to_theirs.get(at)) for at in range(len(base.parts))]
    own = [at for at in range(len(mine.parts)) if at not in old_mine]
    new = [at for at in range(len(theirs.parts)) if at not in old_theirs | set(added.values())]
    found += [_slot(base, mine, theirs, None, at, added.get(at)) for at in own]
    found += [_slot(base, mine, theirs, None, None, at) for at in new]
    return found


def _part_strangers(pairs: dict[int, int], base: Unit, one: Unit, other: Unit, others: dict[int, int]) -> None:
    """Undoes pairs by place alone where the new part is one that the other version added, too."""
    added = [part for at, part in enumerate(other.parts) if at not in set(others.values())]
    for at, place in list(pairs.items()):
        old, new = base.parts[at], one.parts[place]
        if any(same(new, part) for part in added) and likeness(old, new) < ALIKE:
            del pairs[at]


def _slot(
    base: Unit, mine: Unit, theirs: Unit, base_at: int | None, mine_at: int | None, theirs_at: int | None
) -> Slot:
    return Slot(
        base=None if base_at is None else base.parts[base_at],
        mine=None if mine_at is None else mine.parts[mine_at],
        theirs=None if theirs_at is None else theirs.parts[theirs_at],
        base_at=base_at,
        mine_at=mine_at,
        theirs_at=theirs_at,
    )


def shown(slots: Sequence[Slot]) -> list[Slot]:
    """The order on the page: the generated one, or the writer's where the writer changed the order."""
    mine = {slot: slot.mine_at for slot in slots if slot.mine_at is not None}
    theirs = {slot: slot.theirs_at for slot in slots if slot.theirs_at is not None}
    common = [slot.mine_at for slot in slots if slot.base_at is not None and slot.mine_at is not None]
    return _order(mine, theirs) if common != sorted(common) else _order(theirs, mine)


def stored(slots: Sequence[Slot]) -> list[Slot]:
    """The order in the base: the generated one, and behind their neighbours the old parts that are gone from it."""
    theirs = {slot: slot.theirs_at for slot in slots if slot.theirs_at is not None}
    base = {slot: slot.base_at for slot in slots if slot.base_at is not None}
    return _order(theirs, base)


def _order(first: dict[Slot, int], second: dict[Slot, int]) -> list[Slot]:
    """The slots of one version in its order, and each slot that only the other has behind its neighbour there."""
    order = sorted(first, key=first.__getitem__)
    before: Slot | None = None
    for slot in sorted(second, key=second.__getitem__):
        if slot not in first:
            order.insert(0 if before is None else order.index(before) + 1, slot)
        before = slot
    return order


def place_name(where: str, slot: Slot) -> str:
    """A place in words: the section, then the row, item or key; from the generated version where there is one."""
    unit = slot.theirs or slot.base or slot.mine
    if unit is None or unit.kind in {"page", "front", "sentence", "heading", "list", "table", "verbatim", "paragraph"}:
        return where
    name = _name(unit)
    if unit.kind == "cell":
        name = f"column {slot.theirs_at + 1}" if slot.theirs_at is not None else ""
    return ", ".join(part for part in (where, name) if part)


def _name(unit: Unit) -> str:
    if unit.firm and unit.kind not in {"section", "fold"}:
        return unit.key.lstrip("#=") if unit.kind != "footnote" else f"[{unit.key}]"
    text = unit.parts[0].body if unit.parts else unit.text
    if unit.kind == "fold":
        text = unit.lead.partition("\n")[0]
    words = re.sub(r"[\"`|*_#!?]+", " ", ATTRIBUTES.sub("", text)).split()
    return " ".join(words[:NAMED_WORDS])
