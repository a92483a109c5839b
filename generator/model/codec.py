"""Records to JSON values and back, by their type hints; and the JSON of a brief as its schema has it."""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import cache
from typing import Any, TypeVar

from generator.model.article import Article
from generator.model.brief import Annotations, Brief, SanctionsDebate

Record = TypeVar("Record")
Json = Any

SCHEMA = 1
_UNSTORED = {"path", "diagnostics"}


def encode(value: Any) -> Json:
    """A record, tuple or plain value as what `json` writes; fields in the order of their class."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [encode(member) for member in value]
    return value


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def decode(kind: type[Record], value: Json) -> Record:
    """The record of class `kind` that `encode` wrote.

    Raises `TypeError`, `KeyError` or `ValueError` on anything else.
    """
    return typing.cast("Record", _decode(kind, value))


def _decode(kind: Any, value: Json) -> Any:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _decode(hints[name], member) for name, member in value.items() if name in hints})
    origin = typing.get_origin(kind)
    if origin is tuple:
        arguments = typing.get_args(kind)
        if len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004  (a pair: the type and "...")
            return tuple(_decode(arguments[0], member) for member in value)
        return tuple(_decode(argument, member) for argument, member in zip(arguments, value, strict=True))
    if origin in {typing.Union, types.UnionType}:
        choices = [choice for choice in typing.get_args(kind) if choice is not type(None)]
        return None if value is None else _decode(choices[0], value)
    return value


def _without(value: dict[str, Json], *names: str) -> dict[str, Json]:
    return {name: member for name, member in value.items() if name not in names}


def brief_to_json(brief: Brief, *, annotations: bool = False) -> dict[str, Json]:
    """A brief as `brief.schema.json` has it (schema 1)."""
    article = _without(encode(brief.article), *_UNSTORED)
    if brief.article.published_basis != "inferred":
        article.pop("published_proof")
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
    rest = {name: _decode(_hints(Brief)[name], member) for name, member in held.items()}
    rest.setdefault("annotations", Annotations())
    return Brief(article=article, sanctions=sanctions, **rest)
