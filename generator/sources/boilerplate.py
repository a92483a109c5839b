"""What in an article is not news: datelines, bylines, credits, sign-ups, captions, notes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

_HEAD = 5
_TAIL = 6
_TOP = 3
_LONGEST = 400

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """One pattern of boilerplate.toml: where it may stand, what it matches, how long a match may be."""

    where: Literal["head", "tail", "inner", "above", "anywhere"]
    expression: re.Pattern[str]
    longest: int

    def stands(self, place: int, count: int) -> bool:
        """Whether the pattern may match paragraph `place` of `count`."""
        match self.where:
            case "head":
                return place < _HEAD
            case "tail":
                return place >= count - _TAIL
            case "inner":
                return place > 0
            case "above":
                return False
        return True


def ranges(text: str) -> tuple[Range, ...]:
    """The `(start, end)` ranges of boilerplate in an article's text, sorted and without overlap."""
    paragraphs = text.split("\n\n")
    found = [_within(paragraph, place, len(paragraphs)) for place, paragraph in enumerate(paragraphs)]
    for place in reversed(range(min(_TOP, len(paragraphs) - 1))):
        below = found[place + 1]
        if not found[place] and below and below[0][0] == 0:
            found[place] = _above(paragraphs[place])
    at, placed = 0, []
    for paragraph, inside in zip(paragraphs, found, strict=True):
        placed += [(at + start, at + end) for start, end in inside]
        at += len(paragraph) + len("\n\n")
    return tuple(placed)


def _within(paragraph: str, place: int, count: int) -> list[Range]:
    patterns = _patterns()
    for pattern in patterns["paragraph"]:
        fits = len(paragraph) <= pattern.longest and pattern.stands(place, count)
        if fits and pattern.expression.fullmatch(paragraph):
            return [(0, len(paragraph))]
    found: list[Range] = []
    for pattern in patterns["opening"]:
        match = pattern.expression.match(paragraph) if pattern.stands(place, count) else None
        if match and match.end() <= pattern.longest:
            found.append(match.span())
            break
    start = found[0][1] if found else 0
    for pattern in patterns["closing"]:
        match = pattern.expression.search(paragraph, start) if pattern.stands(place, count) else None
        if match and match.end() - match.start() <= pattern.longest:
            found.append(match.span())
            break
    return found


def _above(paragraph: str) -> list[Range]:
    """The name of a writer, alone above an outlet, a date or a dateline."""
    for pattern in _patterns()["paragraph"]:
        fits = pattern.where == "above" and len(paragraph) <= pattern.longest
        if fits and pattern.expression.fullmatch(paragraph):
            return [(0, len(paragraph))]
    return []


@cache
def _patterns() -> Mapping[str, tuple[_Pattern, ...]]:
    with (Path(__file__).parent / "boilerplate.toml").open("rb") as file:
        table = tomllib.load(file)
    words: dict[str, str] = {}
    for name, pattern in table["words"].items():
        words[name] = _filled(pattern, words)
    return MappingProxyType(
        {
            "paragraph": tuple(_pattern(entry, words) for entry in table["paragraph"]),
            "opening": tuple(_pattern(entry, words) for entry in table["opening"]),
            "closing": tuple(_pattern(entry, words, end=r"\Z") for entry in table["closing"]),
        }
    )


def _pattern(entry: Mapping[str, Any], words: Mapping[str, str], end: str = "") -> _Pattern:
    return _Pattern(
        where=entry.get("where", "anywhere"),
        expression=re.compile(f"(?:{_filled(entry['pattern'], words)}){end}"),
        longest=entry.get("longest", _LONGEST),
    )


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    return re.sub(r"%(\w+)%", lambda match: words[match[1]], pattern)
