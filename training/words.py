"""Word lists of the conversion of corpora, from words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def word_list(name: str) -> frozenset[str]:
    """The list called `name`."""
    lists = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
    return frozenset(lists[name])
