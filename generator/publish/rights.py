"""The JSON of a brief, with as much of the source as its owner lets through."""

from __future__ import annotations

import json
from typing import Any

from generator.model.brief import Brief
from generator.model.codec import brief_to_json
from generator.model.evidence import Evidence

WITHHELD = "…"
"""What stands for a passage: the schema wants a character, and offsets still lead a holder of the source to it."""
PASSAGE = {"start", "end", "quote"}


def brief_json(brief: Brief, left_out: frozenset[Evidence] = frozenset()) -> bytes:
    """A brief by schema 1: the source's whole text only for `full`, without its passages for `none`, or some.

    Keys of front matter that we do not know may be meant for the desk alone; they are left out.
    """
    shown = brief_to_json(brief)
    shown["article"].pop("other", None)
    if brief.article.publish_source != "full":
        shown["article"]["text"] = ""
    if brief.article.publish_source == "none":
        shown = _without_passages(shown, None)
    elif left_out:
        shown = _without_passages(shown, frozenset((passage.start, passage.end) for passage in left_out))
    return (json.dumps(shown, ensure_ascii=False) + "\n").encode()


def _without_passages(value: Any, which: frozenset[tuple[int, int]] | None) -> Any:
    """A value without the passages between some offsets, or without any."""
    if isinstance(value, list):
        return [_without_passages(member, which) for member in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == PASSAGE:
        withheld = which is None or (value["start"], value["end"]) in which
        return {**value, "quote": WITHHELD} if withheld else value
    return {name: _without_passages(member, which) for name, member in value.items()}
