"""Sentences of a Markdown paragraph: the smallest units of prose that a merge may fuse.

A sentence that is split too seldom costs a conflict; one split inside would let two edits of it fuse in silence.
So a bound needs all signs: an end mark, white space, and a beginning.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from generator.writers.units import Unit

BREAK = re.compile(r"(?:[ \t]{2,}|\\|<br ?/?>[ \t]*)\n|\n(?=:[ \t])|\n(?=\{:)")
"""Ends of lines that show: hard breaks of Markdown, a definition behind its term, an attribute list."""
END = re.compile(
    r"""
    [.!?…]                                  # the end mark
    [”’"'»)\]*_`]*                          # what closes with it
    (?:\[\^[^\]\s]+\])*                     # citations
    (?P<gap>\s+)
    (?=[“‘"'«(\[*_`]*[A-ZÀ-ÖØ-Þ0-9]|[“‘«\[*])  # a beginning
    """,
    re.VERBOSE,
)
WORD = re.compile(r"[^\s“‘\"'«(\[*_`]+$")


def sentences(text: str) -> tuple[Unit, ...]:
    """The sentences of a text without white space at its edges; each keeps what parts it from the next."""
    bounds = sorted({*_breaks(text), *_ends(text)})
    found: list[Unit] = []
    start = 0
    for end, following in bounds:
        if end > start and following > end:
            found.append(Unit(kind="sentence", text=text[start:end], tail=text[end:following]))
            start = following
    return (*found, Unit(kind="sentence", text=text[start:]))


def _breaks(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in BREAK.finditer(text)]


def _ends(text: str) -> list[tuple[int, int]]:
    return [match.span("gap") for match in END.finditer(text) if not _abbreviated(text, match.start())]


def _abbreviated(text: str, mark: int) -> bool:
    """Whether the full stop at `mark` ends an abbreviation or an initial."""
    if text[mark] != ".":
        return False
    match = WORD.search(text, max(0, mark - 40), mark)
    word = match[0] if match else ""
    return (len(word) == 1 and word.isalpha()) or "." in word or word.lower() in abbreviations()


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations before which a capital begins no sentence, lower case, without their full stop."""
    lines = (Path(__file__).parent / "abbreviations.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
