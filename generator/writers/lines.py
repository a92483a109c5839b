"""How a file's lines end, kept through a merge: editors and git on other systems write them differently."""

from __future__ import annotations

import io
from dataclasses import dataclass

BOM = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A text with plain line ends, and how the file writes them (the commoner way, where it mixes them)."""

    plain: str
    bom: bool
    crlf: bool

    @classmethod
    def of(cls, text: str) -> Style:
        """Reads the style of a file's text."""
        held = text.removeprefix(BOM)
        crlf = held.count("\r\n")
        plain = held.replace("\r\n", "\n").replace("\r", "\n")
        return cls(plain=plain, bom=text.startswith(BOM), crlf=2 * crlf > plain.count("\n"))


def rows(text: str) -> list[str]:
    """The lines of a text without their ends, and without an empty last one.

    Only an end of line parts them, as Markdown and git have it: a file name or a sentence may hold U+2028, U+0085 and
    others at which `str.splitlines` parts, too.
    """
    return Style.of(text).plain.removesuffix("\n").split("\n") if text else []


def ended_rows(text: str) -> list[str]:
    """The lines of a text with plain line ends, each with its end."""
    return list(io.StringIO(text, newline="\n"))


def restyled(text: str, style: Style) -> str:
    """A text with plain line ends in the style of a file."""
    ended = text.replace("\n", "\r\n") if style.crlf else text
    return BOM + ended if style.bom else ended
