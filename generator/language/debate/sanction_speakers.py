"""Whose words each token stands in, for the sanctions debate."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.language import marks
from generator.language.marks import Attributed


def of(doc: Doc) -> dict[int, Attributed]:
    """The innermost attribution with a known speaker around each token that stands in one's content."""
    found: dict[int, Attributed] = {}
    for attributed in sorted(marks.of(doc).attributed, key=lambda one: one.level):
        if attributed.by:
            for start, end in attributed.content:
                for i in range(start, end):
                    found[i] = attributed
    return found
