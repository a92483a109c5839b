"""Records to JSON values and back, by their type hints; and the JSON of a brief as its schema has it."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from generator.model.article import Article
from generator.model.brief import Annotations, Brief, SanctionsDebate

Record = TypeVar("Record")
Json = Any

SCHEMA = 1
_UNSTORED = {"path", "diagnostics"}


_PLAIN = frozenset({str, int, float, bool, type(None)})
_Read = Callable[[Json], Any]
"""Makes a value of one type from its JSON."""


def encode(value: Any) -> Json:
    """A record, tuple or plain value as what `json` writes; fields in the order of their class."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple or kind is list:
        return [encode(member) for member in value]
    names = _names(kind)
    return {name: encode(getattr(value, name)) for name in names} if names else value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def decode(kind: type[Record], value: Json) -> Record:
    """The record of class `kind` that `encode` wrote.

    Raises `TypeError`, `KeyError`, `ValueError` or `AttributeError` on anything else.
    """
    sort: Any = kind
    return typing.cast("Record", _reader(sort)(value))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


@cache
def _reader(kind: Any) -> _Read:
    """How to make a `kind`, found out once: a cache of thousands of articles is read through it."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _record_reader(kind)
    origin = typing.get_origin(kind)
    arguments = typing.get_args(kind)
    if origin is tuple:
        readers = [_reader(argument) for argument in arguments if argument is not Ellipsis]
        if Ellipsis not in arguments:
            return lambda value: tuple(read(member) for read, member in zip(readers, value, strict=True))
        read_one = readers[0]
        return tuple if read_one is _as_it_is else lambda value: tuple([read_one(member) for member in value])
    if origin in {typing.Union, types.UnionType}:
        read = _reader(next(choice for choice in arguments if choice is not type(None)))
        return read if read is _as_it_is else lambda value: None if value is None else read(value)
    return _as_it_is


def _record_reader(kind: Any) -> _Read:
    readers = {name: _reader(hint) for name, hint in _hints(kind).items()}

    def read(value: Json) -> Any:
        return kind(**{name: readers[name](member) for name, member in value.items() if name in readers})

    return read


def _as_it_is(value: Json) -> Any:
    return value


def _without(value: dict[str, Json], *names: str) -> dict[str, Json]:
    return {name: member for name, member in value.items() if name not in names}


def brief_to_json(brief: Brief, *, annotations: bool = False) -> dict[str, Json]:
    """A brief as `brief.schema.json` has it (schema 1)."""
    article = _without(encode(brief.article), *_UNSTORED)
    if brief.article.published_basis != "inferred":
        article.pop("published_proof")
    if not brief.article.other:
        article.pop("other")
    facts = ("actors", "statements", "demands", "dates")
    listed = {name: [_without(encode(fact), "key", "core") for fact in getattr(brief, name)] for name in facts}
    sanctions = None
    if brief.sanctions is not None:
        sanctions = {
            name: [_without(encode(fact), "key", "core") for fact in getattr(brief.sanctions, name)]
            for name in ("measures", "positions", "disputes")
        }
    shown: dict[str, Json] = {
        "schema": SCHEMA,
        "article": article,
        "summary": encode(brief.summary),
        "actors": listed["actors"],
        "statements": listed["statements"],
        "demands": listed["demands"],
        "sanctions": sanctions,
        "dates": listed["dates"],
        "diagnostics": encode(brief.diagnostics),
    }
    if annotations:
        shown["annotations"] = encode(brief.annotations)
    return shown


def brief_from_json(value: dict[str, Json]) -> Brief:
    """The brief that `brief_to_json` wrote, without the file's path."""
    article = decode(Article, {**value["article"], "path": ""})
    sanctions = None if value["sanctions"] is None else decode(SanctionsDebate, value["sanctions"])
    held = {name: member for name, member in value.items() if name not in {"schema", "article", "sanctions"}}
    rest = {name: _reader(_hints(Brief)[name])(member) for name, member in held.items()}
    rest.setdefault("annotations", Annotations())
    return Brief(article=article, sanctions=sanctions, **rest)
