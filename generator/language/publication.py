"""Component: publication."""

from __future__ import annotations

from spacy.tokens import Doc


def infer(doc: Doc) -> None:
    """Not written yet."""
