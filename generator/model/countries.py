"""The countries and territories of the world, by ISO 3166-1 alpha-3 code; countries.tsv names its sources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """For each its code, its usual name in newspapers, and further names."""
    text = resources.files(__package__).joinpath("countries.tsv").read_text(encoding="utf-8")
    cells = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((code, name, tuple(filter(None, others.split("|")))) for code, name, others in cells)


@cache
def names() -> Mapping[str, str]:
    """The usual names by code."""
    return {code: name for code, name, _others in rows()}
