"""The words of single values: of front matter, of corrections, of titles."""

from __future__ import annotations

import re

from generator.sources.paragraphs import cleaned

_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks, embeddings, overrides and isolates of direction (Unicode Standard Annex 9, 2): on a single line they can only
make it read as what it is not ("Trojan Source", Boucher and Anderson 2021)."""


def whole(written: str) -> str | None:
    """A value with each pair of surrogates put together; None where one has lost the other.

    JSON writes what lies beyond U+FFFF in pairs. A lone surrogate can stand in a YAML escape, and in no file.
    """
    try:
        return written.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return None


def passage(written: str) -> str:
    """A value as the text of an article has it, on one line."""
    return " ".join(cleaned(written).split())


def one_line(written: str) -> str:
    """A value on one line: without controls and marks of direction, in Unicode NFC."""
    return passage(_DIRECTIONS.sub("", written))
