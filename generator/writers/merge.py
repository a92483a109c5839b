"""The three-way merge of a page's text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.writers import conflicts
from generator.writers.conflicts import Conflict
from generator.writers.lines import Style, restyled
from generator.writers.merging import Fusion, Judge, Verdict, fuse
from generator.writers.moving import followed
from generator.writers.parsing import parse
from generator.writers.units import Unit, source


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A page after a merge: `text` for docs/, `base` for .briefs/, and the conflicts that stand in `text`.

    While a conflict is open, `base` holds the old text of its unit, and `pending` the whole generated page.
    """

    text: str
    base: str
    conflicts: tuple[Conflict, ...] = ()
    pending: str | None = None


def merge(base: str, mine: str, theirs: str, pending: str | None = None) -> Merged:
    """Merges what was generated last, the writer's page and what is generated now.

    `pending` is what was generated when the conflicts came up that are still open in `base`; those whose block the
    writer has taken off the page are settled for the writer's text.
    """
    style = Style.of(mine)
    flat, standing = conflicts.split(style.plain)
    if pending is not None:
        base = _base(_fused(base, flat, pending, lambda conflict: "open" if conflict.id in standing else "mine"))
    if flat == base:
        return Merged(text=restyled(theirs, style), base=theirs)
    if theirs == base and not standing:
        return Merged(text=mine, base=theirs)
    return _merged(_fused(base, flat, theirs, _all_open), theirs, style, mine)


def settle(base: str, mine: str, pending: str, *, theirs: bool, ids: frozenset[str] | None = None) -> Merged:
    """Settles open conflicts (those of `ids`, or all) for the generated or for the writer's text."""
    style = Style.of(mine)
    flat, standing = conflicts.split(style.plain)
    chosen = standing if ids is None else standing & ids
    if theirs:
        flat = _text(_fused(base, flat, pending, lambda conflict: "theirs" if conflict.id in chosen else "mine").live)
    left = standing - chosen
    advanced = _base(_fused(base, flat, pending, lambda conflict: "open" if conflict.id in left else "mine"))
    return _merged(_fused(advanced, flat, pending, _all_open), pending, style, mine)


def _all_open(_conflict: Conflict) -> Verdict:
    return "open"


def _merged(fusion: Fusion, theirs: str, style: Style, mine: str) -> Merged:
    text = _text(fusion.live)
    return Merged(
        text=mine if text == style.plain else restyled(text, style),
        base=_base(fusion) if fusion.open else theirs,
        conflicts=fusion.open,
        pending=theirs if fusion.open else None,
    )


def _fused(base: str, mine: str, theirs: str, judge: Judge) -> Fusion:
    pages = followed(parse(base), parse(mine), parse(theirs))
    fusion = fuse(pages.base, pages.mine, pages.theirs, judge=judge)
    return fusion if fusion.held is None else replace(fusion, held=pages.restored(fusion.held))


def _base(fusion: Fusion) -> str:
    return _text(fusion.held)


def _text(unit: Unit | None) -> str:
    return "" if unit is None else source(unit)
