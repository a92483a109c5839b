"""Component: statements."""

from __future__ import annotations

from spacy.tokens import Doc


def mark(doc: Doc) -> None:
    """Not written yet."""
