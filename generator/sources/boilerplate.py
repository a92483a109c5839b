"""What in an article is not news: datelines, bylines, credits, sign-ups, captions, notes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

_HEAD = 5
_TAIL = 6
_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """One line of boilerplate.toml: where it may stand, what it matches, how long it may be."""

    where: Literal["head", "tail", "inner", "anywhere"]
    expression: re.Pattern[str]
    longest: int

    def stands(self, place: int, count: int) -> bool:
        """Whether the pattern may match paragraph `place` of `count`."""
        if self.where == "head":
            return place < _HEAD
        if self.where == "tail":
            return place >= count - _TAIL
        return self.where == "anywhere" or place > 0


def ranges(text: str) -> tuple[tuple[int, int], ...]:
    """The `(start, end)` ranges of boilerplate in an article's text, sorted and without overlap."""
    parts = tuple(_paragraphs(text))
    found: list[tuple[int, int]] = []
    for place, (start, paragraph) in enumerate(parts):
        found += [(start + first, start + last) for first, last in _within(paragraph, place, len(parts))]
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for paragraph in text.split("\n\n"):
        yield at, paragraph
        at += len(paragraph) + 2


def _within(paragraph: str, place: int, count: int) -> list[tuple[int, int]]:
    patterns = _patterns()
    for pattern in patterns["paragraph"]:
        fits = len(paragraph) <= pattern.longest and pattern.stands(place, count)
        if fits and pattern.expression.fullmatch(paragraph):
            return [(0, len(paragraph))]
    found: list[tuple[int, int]] = []
    for pattern in patterns["opening"]:
        match = pattern.expression.match(paragraph) if pattern.stands(place, count) else None
        if match and match.end() <= pattern.longest:
            found.append(match.span())
            break
    for pattern in patterns["closing"]:
        match = pattern.expression.search(paragraph) if pattern.stands(place, count) else None
        if match and match.end() - match.start() <= pattern.longest:
            found.append(match.span())
            break
    return found


@cache
def _patterns() -> Mapping[str, tuple[_Pattern, ...]]:
    with (Path(__file__).parent / "boilerplate.toml").open("rb") as file:
        table = tomllib.load(file)
    words: dict[str, str] = {}
    for name, pattern in table["words"].items():
        words[name] = _filled(pattern, words)
    return {
        "paragraph": tuple(_pattern(entry, words) for entry in table["paragraph"]),
        "opening": tuple(_pattern(entry, words) for entry in table["opening"]),
        "closing": tuple(_pattern(entry, words, end=r"\Z") for entry in table["closing"]),
    }


def _pattern(entry: Mapping[str, Any], words: Mapping[str, str], end: str = "") -> _Pattern:
    return _Pattern(
        where=entry.get("where", "anywhere"),
        expression=re.compile(_filled(entry["pattern"], words) + end),
        longest=entry.get("longest", _LONGEST),
    )


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    return re.sub(r"%(\w+)%", lambda match: words[match[1]], pattern)
