"""Conflicts as they stand on a page: a visible block behind the writer's text, with the generated text in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.writers.lines import ended_rows
from generator.writers.units import INDENT, Kind, Unit

NAMES: dict[Kind, str] = {
    "page": "this page",
    "front": "the front matter",
    "field": "this key of the front matter",
    "section": "this section",
    "heading": "this heading",
    "footnote": "this footnote",
    "list": "this list",
    "item": "this item",
    "table": "this table",
    "row": "this row",
    "cell": "this cell",
    "fold": "this block",
    "sentence": "this sentence",
}
OPENING = re.compile(
    r'!!! warning (?P<kind>conflict|withdrawn) "(?:Conflict|Withdrawn) (?P<id>[0-9a-f]{8}):[^\n]*"(?:\n|$)'
)
LENGTH = 8
CODE = INDENT * 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two versions of one unit: the writer's, which is live, and the generated one; `theirs` is None where it is gone.

    `where` names the section, and the row or item, in words.
    """

    kind: Kind
    where: str
    mine: str
    theirs: str | None

    @property
    def id(self) -> str:
        """What names the conflict on its page: a hash of the place and the generated text, not of the writer's."""
        return _hash(self.body)

    @property
    def body(self) -> str:
        """The block without its title line, indented."""
        lines = [INDENT + line if line else "" for line in self._told()]
        if self.theirs is not None:
            shown = self.theirs.strip("\n").rstrip().split("\n")
            lines += ["", *(CODE + line if line.strip() else "" for line in shown)]
        return "\n".join(lines)

    def _told(self) -> tuple[str, ...]:
        what = NAMES.get(self.kind, "this part")
        place = f" (in {self.where})" if self.where else ""
        if self.kind == "page":
            return (
                "This page and the generated one cannot be put together piece by piece, or there is no record of how",
                "it was generated. All of yours is live. The generated page lies in `.briefs/pending/`, by its name.",
                "",
                "To keep yours, delete this block. To take the generated page, say `briefs accept PAGE --theirs`.",
            )
        if self.theirs is None:
            return (
                f"You edited {what}{place}, and it is no longer generated. Your text stands above and is live.",
                "",
                "To keep it, delete this block. To remove it, delete both.",
            )
        return (
            f"You edited {what}{place}, and it is now generated anew. Your text stands above and is live.",
            "",
            "To keep yours, delete this block. To take the generated text, put it in the place of yours:",
        )

    @property
    def block(self) -> str:
        """The block as it stands on the page."""
        what = NAMES.get(self.kind, "this part").removeprefix("this ").removeprefix("the ")
        return f'!!! warning conflict "Conflict {self.id}: two versions of a {what}"\n{self.body}'


WHOLE_PAGE = Conflict(kind="page", where="", mine="", theirs=None)
"""The conflict of a page with the generated one, where no smaller one will do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A writer's page whose source is gone: the note that says so."""

    path: str

    @property
    def id(self) -> str:
        """What names the note: a hash of its text."""
        return _hash(self.body)

    @property
    def body(self) -> str:
        """The note without its title line, indented."""
        return (
            f"{INDENT}The source of this page is gone. What was written here stays, and is not brought up to date.\n\n"
            f"{INDENT}To keep the page without this note, add `generated: false` to its front matter."
        )

    @property
    def block(self) -> str:
        """The note as it stands on the page."""
        return f'!!! warning withdrawn "Withdrawn {self.id}: no longer generated"\n{self.body}'


Notice = Conflict | Orphan


def placed(unit: Unit | None, notices: Iterable[Notice]) -> list[Unit]:
    """A unit and, behind it, the blocks of its conflicts, parted by empty lines."""
    blocks = [Unit(kind="verbatim", key=f"#{notice.id}", text=notice.block, tail="\n\n") for notice in notices]
    if unit is None or not blocks:
        return blocks if unit is None else [unit]
    if unit.tail.count("\n") > 1:
        blocks[-1] = replace(blocks[-1], tail=unit.tail)
    return [replace(unit, tail="\n\n"), *blocks]


def is_block(unit: Unit) -> bool:
    """Whether a unit is the block of a conflict."""
    return unit.kind == "verbatim" and bool(OPENING.match(unit.text))


def _hash(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:LENGTH]


def split(text: str) -> tuple[str, frozenset[str]]:
    """A page without its conflict blocks, and the ids of the conflicts that stand on it.

    A block that a writer wrote into is the writer's: it stays, and still counts as standing.
    """
    lines = ended_rows(text)
    kept: list[str] = []
    ids: set[str] = set()
    at = 0
    while at < len(lines):
        opening = OPENING.match(lines[at].lstrip(" "))
        if opening is None:
            kept.append(lines[at])
            at += 1
            continue
        margin = " " * (len(lines[at]) - len(lines[at].lstrip(" ")))
        end = _end(lines, at + 1, margin + INDENT)
        ids.add(opening["id"])
        body = "".join(line.removeprefix(margin) for line in lines[at + 1 : end]).rstrip()
        if _hash(body) != opening["id"]:
            kept.extend(lines[at:end])
            at = end
            continue
        at = end
        # The blank lines behind the block stand for those that stood there before it.
        while kept and not kept[-1].strip() and (at == len(lines) or not lines[at].strip()):
            kept.pop()
    return "".join(kept), frozenset(ids)


def _end(lines: list[str], at: int, indent: str) -> int:
    """The line behind an indented body; blank lines that no indented line follows are not of it."""
    end = at
    while at < len(lines) and (not lines[at].strip() or lines[at].startswith(indent)):
        at += 1
        if lines[at - 1].strip():
            end = at
    return end
