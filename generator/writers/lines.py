"""How a file's lines end, kept through a merge: editors and git on other systems write them differently."""

from __future__ import annotations

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


def restyled(text: str, style: Style) -> str:
    """A text with plain line ends in the style of a file."""
    ended = text.replace("\n", "\r\n") if style.crlf else text
    return BOM + ended if style.bom else ended
