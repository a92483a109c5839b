"""How well briefs are extracted, for the page that says how they are made."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

FIGURES = Path(__file__).with_name("accuracy.toml")
HOW_MADE = "how-made.md"
"""The path of that page under docs/."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Precision, recall and F1 of one kind of fact, as shares of a hundred in words; empty where not measured."""

    what: str
    precision: str
    recall: str
    f1: str


def measured() -> tuple[Measured, ...]:
    """The figures of this version."""
    rows = tomllib.loads(FIGURES.read_text(encoding="utf-8"))["measured"]
    return tuple(
        Measured(what=row["what"], **{name: _share(row.get(name)) for name in ("precision", "recall", "f1")})
        for row in rows
    )


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.0%}"
