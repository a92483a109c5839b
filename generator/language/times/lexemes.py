"""Text cut into lexemes, each with the categories of the time vocabulary that it belongs to.

The cut is the grammar's own, so that it does not depend on the tokenizer of a pipeline.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.language import lexicon

NO_CODE = "x"
"""The code of a lexeme that no production speaks of."""

_FIRST_CODE = 0xE000
"""Codes are characters of Unicode's private use area: no lexeme is one of them."""

_SHAPES = re.compile(
    r"""
    (?P<isodate>\b\d{4}-\d{2}-\d{2}\b)
  | (?P<slashdate>\b\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})\b)
  | (?P<fraction>\b\d/\d\b|[½¼¾])
  | (?P<clock>\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}\.\d{2}(?=\s?[ap]\.?m\b))
  | (?P<decade>(?:\b|['’])\d{2}(?:\d{2})?['’]?s\b)
  | (?P<ordinal>\b\d{1,3}(?:st|nd|rd|th)\b)
  | (?P<meridiem>\b[ap]\.\s?m\b\.?|(?<=\d)[ap]m\b|\b[ap]m\b)
  | (?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)
  | (?P<word>[^\W\d_]+)
  | (?P<possessive>['’]s\b)
  | (?P<gap>\n\s*\n)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)

NUMERIC_CATEGORIES: tuple[frozenset[str], ...] = tuple(
    frozenset(categories.split())
    for categories in (
        "isodate",
        "slashdate",
        "fraction",
        "clock",
        "decade",
        "meridiem",
        "possessive",
        "ordinal",
        "ordinal day",
        "digits",
        "digits day",
        "digits hour",
        "digits day hour",
        "digits militaryclock",
        "digits year",
        "digits year militaryclock",
    )
)
"""The sets of categories that the shape of a lexeme gives it."""

_DAYS, _HOURS, _MINUTES = 31, 24, 60
_FIRST_YEAR, _LAST_YEAR = 1000, 2100

_SHORT, _FULL = 2, 4
"""Figures of a day or hour, and of a year."""

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_DASHES = {"-": "-", "‐": "-", "‑": "-", "–": "-", "—": "--", "’": "'"}

_WHOLE_WORDS = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july"),
        *("august", "september", "october", "november", "december"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
)
"""Words behind which a full stop ends a sentence, as they are no abbreviations."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word, number or mark at code points `start` to `end`, with its value in each of its categories."""

    start: int
    end: int
    lower: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of the lexicon and of productions; `codes` gives each set of categories one character."""

    words: Mapping[str, Mapping[str, Any]]
    codes: dict[frozenset[str], str]

    def code(self, categories: frozenset[str]) -> str:
        """The character that stands for a set of categories."""
        if not categories:
            return NO_CODE
        return self.codes.setdefault(categories, chr(_FIRST_CODE + len(self.codes)))


@cache
def lexicon_words() -> Mapping[str, Mapping[str, Any]]:
    """Each single word of `times.toml` with its categories; festivals, which run over several words, are left out."""
    words: dict[str, dict[str, Any]] = {}
    for category, members in lexicon.table("times").items():
        if category != "holiday":
            for word, value in members.items():
                words.setdefault(word, {})[category] = value
                if category == "ordinal":
                    words[word]["day"] = value
    return words


def cut(text: str, vocabulary: Vocabulary) -> tuple[list[Lexeme], str]:
    """The lexemes of a text, and their codes as a string of the same length."""
    lexemes: list[Lexeme] = []
    codes: list[str] = []
    known: dict[tuple[str, str], tuple[Mapping[str, Any], str]] = {}
    for match in _SHAPES.finditer(text):
        kind, lower = str(match.lastgroup), match.group().lower()
        found = known.get((kind, lower))
        if found is None:
            values = _values(kind, lower, vocabulary)
            found = known[kind, lower] = (values, vocabulary.code(frozenset(values)))
        if lower == "." and lexemes and lexemes[-1].lower in _WHOLE_WORDS and lexemes[-1].end == match.start():
            found = ({}, NO_CODE)
        lexemes.append(Lexeme(match.start(), match.end(), lower, found[0]))
        codes.append(found[1])
    return lexemes, "".join(codes)


def _values(kind: str, lower: str, vocabulary: Vocabulary) -> Mapping[str, Any]:
    if kind == "word":
        return vocabulary.words.get(lower, {})
    if kind == "mark":
        return vocabulary.words.get(_DASHES.get(lower, lower), {})
    if kind == "digits":
        return _digits(lower)
    if kind == "ordinal":
        number = int(re.sub(r"\D", "", lower))
        return {"ordinal": number, "day": number} if 1 <= number <= _DAYS else {"ordinal": number}
    if kind == "fraction":
        return {"fraction": _FRACTIONS.get(lower) or int(lower[0]) / max(1, int(lower[2]))}
    return {} if kind == "gap" else {kind: lower}


def _digits(lower: str) -> dict[str, Any]:
    number = float(lower.replace(",", ""))
    values: dict[str, Any] = {"digits": int(number) if number.is_integer() else number}
    if not lower.isdigit():
        return values
    hours, minutes = divmod(int(number), 100)
    if 1 <= number <= _DAYS and len(lower) <= _SHORT:
        values["day"] = int(number)
    if number <= _HOURS and len(lower) <= _SHORT:
        values["hour"] = int(number)
    if len(lower) == _FULL and _FIRST_YEAR <= number <= _LAST_YEAR:
        values["year"] = int(number)
    if len(lower) == _FULL and hours <= _HOURS and minutes < _MINUTES:
        values["militaryclock"] = f"{lower[:2]}:{lower[2:]}"
    return values
