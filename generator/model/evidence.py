"""Where in a source a fact stands."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_EVIDENCE = 600
"""Code points; a longer passage proves nothing (CONTRACT.md, "Text and offsets")."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """A passage of a source: text quote and text position selector of the W3C Web Annotation model.

    `start` and `end` count Unicode code points of `Article.text`; `quote` is that slice. Made by `Article.cite` alone.
    """

    start: int
    end: int
    quote: str
