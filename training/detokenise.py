"""Running text from the tokens of corpora that keep no text (Penn Treebank style tokens)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_SPACE_BEFORE = frozenset(
    [
        ".",
        ",",
        ";",
        ":",
        "?",
        "!",
        "%",
        ")",
        "]",
        "}",
        "'",
        "'s",
        "'S",
        "n't",
        "'ll",
        "'re",
        "'ve",
        "'d",
        "'m",
        "’",
        "’s",
        "”",
        "...",
    ]
)
_NO_SPACE_AFTER = frozenset(["(", "[", "{", "$", "£", "€", "“"])
_QUOTES = frozenset({'"', "``", "''"})


def detokenise(tokens: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text and the place of each token in it; double quotation marks are taken in pairs."""
    text = ""
    places = []
    inside_quotes = False
    glue = True
    for token in tokens:
        quote = token in _QUOTES
        surface = '"' if quote else token
        if quote:
            glue = glue or inside_quotes
            inside_quotes = not inside_quotes
        start = len(text) + (0 if glue or token in _NO_SPACE_BEFORE else 1)
        text = text.ljust(start) + surface
        places.append((start, len(text)))
        glue = token in _NO_SPACE_AFTER or (quote and inside_quotes)
    return text, tuple(places)
