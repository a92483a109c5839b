"""The word lists of the room: TOML files in `lexicons/`, each read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

_FOLDER = Path(__file__).parent / "lexicons"


@cache
def table(name: str) -> Mapping[str, Any]:
    """The lexicon `lexicons/<name>.toml`, read-only.

    A list of words is a frozenset, any other list a tuple, a table a mapping.
    """
    with (_FOLDER / f"{name}.toml").open("rb") as file:
        return cast("Mapping[str, Any]", _frozen(tomllib.load(file)))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list of words under `key`; dots lead into tables (`verbs.speech`)."""
    return cast("frozenset[str]", _under(name, key))


@cache
def mapping(name: str, key: str) -> Mapping[str, str]:
    """The table of word to word under `key`; dots lead into tables."""
    return cast("Mapping[str, str]", _under(name, key))


def _under(name: str, key: str) -> Any:
    found: Any = table(name)
    for part in key.split("."):
        found = found[part]
    return found


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return MappingProxyType({key: _frozen(inner) for key, inner in value.items()})
    if isinstance(value, list):
        if all(isinstance(inner, str) for inner in value):
            return frozenset(value)
        return tuple(_frozen(inner) for inner in value)
    return value
