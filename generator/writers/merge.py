"""The three-way merge of a page's text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from generator.writers import conflicts
from generator.writers.banner import under_banner
from generator.writers.conflicts import Conflict
from generator.writers.lines import Style, restyled
from generator.writers.merging import Desk, Fusion, Verdict, fuse
from generator.writers.moving import followed
from generator.writers.notes import with_cited
from generator.writers.parsing import parse
from generator.writers.units import Kind, Unit, source


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A page after a merge: `text` for docs/, `base` for .briefs/, and the conflicts that stand in `text`.

    While a conflict is open, `base` holds the old text of its unit, and `pending` the whole generated page.
    """

    text: str
    base: str
    conflicts: tuple[Conflict, ...] = ()
    pending: str | None = None


PIECES: tuple[frozenset[Kind], ...] = (
    frozenset(),
    frozenset({"paragraph", "footnote", "item", "row"}),
    frozenset({"section", "front"}),
)
"""Units taken as one piece, at first none: larger ones where smaller ones would not merge twice to the same."""


def merge(base: str, mine: str, theirs: str, pending: str | None = None) -> Merged:
    """Merges what was generated last, the writer's page and what is generated now.

    `pending` is what was generated when the conflicts came up that are still open in `base`; those whose block the
    writer has taken off the page are settled for the writer's text. What comes out is merged once more to see that it
    stays, and that it holds every word that the writer wrote; if not, it is merged in larger pieces, at last in one.
    """
    if pending is not None and conflicts.WHOLE_PAGE.id in conflicts.split(Style.of(mine).plain)[1]:
        return Merged(text=mine, base=base, conflicts=(conflicts.WHOLE_PAGE,), pending=theirs)
    for pieces in PIECES[_level(base, mine, pending) :]:
        merged = _once(base, mine, theirs, pending, pieces)
        stays = _once(merged.base, merged.text, theirs, merged.pending, pieces) == merged
        if stays and _keeps(base, mine, merged.text):
            return merged
    text = under_banner(mine, conflicts.WHOLE_PAGE)
    return Merged(text=text, base=base, conflicts=(conflicts.WHOLE_PAGE,), pending=theirs)


def _level(base: str, mine: str, pending: str | None) -> int:
    """In how large pieces the conflicts came up that stand on a page."""
    if pending is None:
        return 0
    flat, standing = conflicts.split(Style.of(mine).plain)
    return next((at for at, one in enumerate(PIECES) if standing <= _open_ids(base, flat, pending, one)), 0)


def _once(base: str, mine: str, theirs: str, pending: str | None, pieces: frozenset[Kind]) -> Merged:
    style = Style.of(mine)
    flat, standing = conflicts.split(style.plain)
    if pending is not None:
        desk = Desk(judge=lambda conflict: "open" if conflict.id in standing else "mine", pieces=pieces)
        base = _base(_fused(base, flat, pending, desk))
    if flat == base:
        return Merged(text=restyled(theirs, style), base=theirs)
    if theirs == base and not standing:
        return Merged(text=mine, base=theirs)
    return _merged(_fused(base, flat, theirs, Desk(judge=_all_open, pieces=pieces)), theirs, style, mine)


def _keeps(base: str, mine: str, text: str) -> bool:
    """Whether every word is there that the writer's page has more often than what was generated."""
    own, _standing = conflicts.split(Style.of(mine).plain)
    words, there = Counter(own.split()), Counter(text.split())
    return all(there[word] >= number for word, number in (words - Counter(base.split())).items())


def settle(base: str, mine: str, pending: str, *, theirs: bool, ids: frozenset[str] | None = None) -> Merged:
    """Settles open conflicts (those of `ids`, or all) for the generated or for the writer's text."""
    style = Style.of(mine)
    flat, standing = conflicts.split(style.plain)
    chosen = standing if ids is None else standing & ids
    if conflicts.WHOLE_PAGE.id in chosen:
        return Merged(text=restyled(pending if theirs else flat, style), base=pending)
    pieces = PIECES[_level(base, mine, pending)]
    if theirs:
        taking = Desk(judge=lambda conflict: "theirs" if conflict.id in chosen else "mine", pieces=pieces)
        flat = _text(_fused(base, flat, pending, taking).live)
    left = standing - chosen
    leaving = Desk(judge=lambda conflict: "open" if conflict.id in left else "mine", pieces=pieces)
    advanced = _base(_fused(base, flat, pending, leaving))
    return _merged(_fused(advanced, flat, pending, Desk(judge=_all_open, pieces=pieces)), pending, style, mine)


def _open_ids(base: str, flat: str, theirs: str, pieces: frozenset[Kind]) -> frozenset[str]:
    fusion = _fused(base, flat, theirs, Desk(judge=_all_open, pieces=pieces))
    return frozenset(conflict.id for conflict in fusion.open)


def _all_open(_conflict: Conflict) -> Verdict:
    return "open"


def _merged(fusion: Fusion, theirs: str, style: Style, mine: str) -> Merged:
    text = with_cited(_text(fusion.live), style.plain)
    return Merged(
        text=mine if text == style.plain else restyled(text, style),
        base=_base(fusion) if fusion.open else theirs,
        conflicts=fusion.open,
        pending=theirs if fusion.open else None,
    )


def _fused(base: str, mine: str, theirs: str, desk: Desk) -> Fusion:
    pages = followed(parse(base), parse(mine), parse(theirs))
    fusion = fuse(pages.base, pages.mine, pages.theirs, desk=desk)
    return fusion if fusion.held is None else replace(fusion, held=pages.restored(fusion.held))


def _base(fusion: Fusion) -> str:
    return _text(fusion.held)


def _text(unit: Unit | None) -> str:
    return "" if unit is None else source(unit)
