"""The units of a page: what can be edited, moved or deleted on its own.

A page holds sections, a section holds blocks, a block holds sentences, rows or items, a row holds cells. Merging fuses
different units freely, and never goes inside a sentence or a cell.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from generator.writers.lines import ended_rows

Kind = Literal[
    "page",
    "front",
    "field",
    "section",
    "heading",
    "paragraph",
    "footnote",
    "list",
    "item",
    "table",
    "row",
    "cell",
    "fold",
    "sentence",
    "verbatim",
]

SEPARATOR: dict[Kind, str] = {
    "page": "\n\n",
    "section": "\n\n",
    "fold": "\n\n",
    "paragraph": " ",
    "footnote": " ",
    "item": " ",
}
"""What parts the members of a unit where nothing else is known; a line end for all others."""

INDENT = "    "

FIRM = "#^="
"""First characters of keys that name one thing for good: an id, a footnote's label, a key of front matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A piece of Markdown; `lead + (text or parts) + tail` is its source, letter by letter.

    `lead` is markup before it, `tail` what parts it from the next one. The tail of a last part belongs to the whole, so
    that parts can come and go. `key` is how it is known again: firm (see `FIRM`), or soft, by its words.
    """

    kind: Kind
    key: str = ""
    lead: str = ""
    text: str = ""
    parts: tuple[Unit, ...] = ()
    tail: str = ""

    @property
    def body(self) -> str:
        """The source without what parts it from the next unit."""
        inner = self.text + "".join(part.body + part.tail for part in self.parts)
        if self.kind == "fold":
            title, _, before = self.lead.partition("\n")
            return f"{title}\n{indented(before + inner)}"
        return self.lead + inner

    @property
    def firm(self) -> bool:
        """Whether its key names it for good."""
        return self.key[:1] in FIRM if self.key else False


def dedented(text: str) -> str:
    """A body without its indent."""
    return "".join(line.removeprefix(INDENT) for line in ended_rows(text))


def indented(text: str) -> str:
    """A body with an indent before every line that is not blank."""
    return "".join(INDENT + line if line.strip() else line for line in ended_rows(text))


def source(unit: Unit) -> str:
    """The Markdown of a unit."""
    return unit.body + unit.tail


def whole(unit: Unit, parts: list[Unit]) -> Unit:
    """A unit with other parts: separated where they were not, and without a separator behind the last."""
    apart = SEPARATOR.get(unit.kind, "\n")
    joined = [replace(part, tail=part.tail or apart) for part in parts[:-1]]
    return replace(unit, parts=(*joined, *(replace(part, tail="") for part in parts[-1:])))


def same(one: Unit, other: Unit) -> bool:
    """Whether two units say the same; how lines are broken does not count, save in code and HTML."""
    if one.body == other.body:
        return True
    if one.kind != other.kind or one.kind == "verbatim" or len(one.parts) != len(other.parts):
        return False
    if _words(one.lead) != _words(other.lead) or _words(one.text) != _words(other.text):
        return False
    return bool(one.parts or one.text) and all(same(a, b) for a, b in zip(one.parts, other.parts, strict=True))


def likeness(one: Unit, other: Unit) -> float:
    """How many words two units share, from 0 to 1 (Dice's coefficient over words with their counts)."""
    first, second = Counter(_words(one.body)), Counter(_words(other.body))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0


def _words(text: str) -> list[str]:
    return text.split()
