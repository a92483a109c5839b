"""The three-way merge of units: what was generated last, what the writer made of it, what is generated now.

Only the writer changed a unit: the writer's. Only the generator: the generated one. Both: the writer's stays live, and
a conflict stands behind its block. What the writer deleted stays deleted; where the writer changed the order, it stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.writers.alignment import ALIKE
from generator.writers.conflicts import Conflict, Notice, is_block, placed
from generator.writers.slots import Slot, place_name, shown, slots_of, stored
from generator.writers.units import Kind, Unit, likeness, same, whole

BLOCKS: frozenset[Kind] = frozenset({"section", "fold"})
"""Units between whose parts the block of a conflict can stand."""

Verdict = Literal["open", "mine", "theirs"]
Judge = Callable[[Conflict], Verdict]
"""Whether a conflict is open, or else for whom it is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """How a merge is made: who decides on conflicts, and the units that are taken as one piece."""

    judge: Judge
    pieces: frozenset[Kind] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fusion:
    """One unit merged: `live` goes to the page, `held` to the base; either may be gone.

    `held` is the generated unit, save where a conflict is open: there the old base is held. `rising` are the conflicts
    whose block has found no place yet, for want of a unit between whose parts it can stand.
    """

    live: Unit | None
    held: Unit | None
    open: tuple[Conflict, ...] = ()
    rising: tuple[Conflict, ...] = ()


def fuse(base: Unit, mine: Unit, theirs: Unit, *, desk: Desk, where: str = "") -> Fusion:
    """Merges three versions of one unit; `where` is its place in words."""
    tail = _chosen(base.tail, mine.tail, theirs.tail)
    if same(base, theirs):
        return Fusion(live=replace(mine, tail=tail), held=theirs)
    if same(base, mine) or same(mine, theirs):
        return Fusion(live=replace(theirs, tail=tail), held=theirs)
    if base.kind not in desk.pieces and _fusible(base, mine, theirs):
        return _fuse_parts(base, replace(mine, tail=tail), theirs, desk, where)
    return _dispute(base, replace(mine, tail=tail), theirs, desk, where)


def _fusible(*versions: Unit) -> bool:
    """Whether three versions have parts that can be told apart; cells of a row are told by their place."""
    kinds = {unit.kind for unit in versions}
    if kinds == {"page"}:
        return True
    if len(kinds) > 1 or not all(unit.parts for unit in versions):
        return False
    return versions[0].kind != "row" or len({len(unit.parts) for unit in versions}) == 1


def _chosen(base: str, mine: str, theirs: str) -> str:
    return theirs if mine == base or not mine else mine


def _dispute(base: Unit | None, mine: Unit, theirs: Unit | None, desk: Desk, where: str) -> Fusion:
    kind = (theirs or mine).kind
    conflict = Conflict(kind=kind, where=where, mine=mine.body, theirs=_shown(theirs))
    verdict = desk.judge(conflict)
    if verdict == "open":
        return Fusion(live=mine, held=base, open=(conflict,), rising=(conflict,))
    return Fusion(live=mine if verdict == "mine" else theirs, held=theirs)


def _shown(unit: Unit | None) -> str | None:
    return None if unit is None else unit.text if unit.kind == "cell" else unit.body


def _fuse_parts(base: Unit, mine: Unit, theirs: Unit, desk: Desk, where: str) -> Fusion:
    """Merges the parts of a unit one by one, and puts them in order."""
    slots = slots_of(base, mine, theirs)
    fused = {slot: _fuse_slot(slot, desk, place_name(where, slot)) for slot in slots}
    units: list[Unit] = []
    rising: list[Conflict] = []
    for slot in shown(slots):
        fusion = fused[slot]
        if fusion.live is None:
            continue
        if base.kind in BLOCKS:
            units.extend(placed(fusion.live, fusion.rising))
        elif base.kind == "page" and fusion.live.kind == "section":
            # A section that is no longer generated: its conflict stands at its own end.
            parts = [*fusion.live.parts[:-1], *placed(fusion.live.parts[-1], fusion.rising)]
            tail = "\n\n" if fusion.rising else fusion.live.tail
            units.append(replace(whole(fusion.live, parts), tail=tail))
        else:
            units.append(fusion.live)
            rising.extend(fusion.rising)
    if base.kind == "page":
        units, rising = behind_title(units, rising), []
    held = [unit for slot in stored(slots) if (unit := fused[slot].held) is not None]
    compose = _cells if base.kind == "row" else whole
    if units and is_block(units[-1]) and mine.tail.count("\n") < len("\n\n"):
        mine = replace(mine, tail="\n\n")
    page = base.kind == "page"
    return Fusion(
        live=compose(replace(mine, lead=_chosen(base.lead, mine.lead, theirs.lead)), units) if units or page else None,
        held=compose(theirs, held) if held or page else None,
        open=tuple(conflict for slot in slots for conflict in fused[slot].open),
        rising=tuple(rising),
    )


def _cells(row: Unit, cells: list[Unit]) -> Unit:
    return replace(row, parts=tuple(cells))


def _fuse_slot(slot: Slot, desk: Desk, where: str) -> Fusion:
    """Merges one part, which may be missing in up to two versions."""
    base, mine, theirs = slot.base, slot.mine, slot.theirs
    if base and mine and theirs:
        return fuse(base, mine, theirs, desk=desk, where=where)
    if mine and theirs:
        return Fusion(live=mine, held=theirs) if same(mine, theirs) else _dispute(None, mine, theirs, desk, where)
    if base and mine:
        if same(base, mine):
            return Fusion(live=None, held=None)
        # What shares no words with the part that is gone only stands in its place.
        akin = base.firm or likeness(base, mine) >= ALIKE
        return _dispute(base, mine, None, desk, where) if akin else Fusion(live=mine, held=None)
    if base and theirs and (base.firm or likeness(base, theirs) >= ALIKE):
        return Fusion(live=None, held=theirs)
    return Fusion(live=mine or theirs, held=theirs)


def behind_title(sections: list[Unit], rising: Sequence[Notice]) -> list[Unit]:
    """Sections with what concerns the whole page behind the first heading, or before all text where there is none."""
    if not rising:
        return sections
    first = next((at for at, unit in enumerate(sections) if unit.kind == "section"), None)
    if first is None:
        return [*sections, *(Unit(kind="section", parts=tuple(placed(None, rising))),)]
    section = sections[first]
    title = section.parts[0] if section.parts[0].kind == "heading" else None
    parts = [*placed(title, rising), *section.parts[1 if title else 0 :]]
    return [*sections[:first], whole(section, parts), *sections[first + 1 :]]
