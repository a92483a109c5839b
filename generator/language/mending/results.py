"""Tables of results and standings ("3. Ota United 14 9 2 3 30 12 29"): what stands before the figures is a team's name.

A line of a table holds names, figures and nothing else; a country is a country there, too. In "OTA AT ULM" a team
plays at a place. Source: the tables of news agencies; the OntoNotes guidelines, where a city's name for its team is an
organisation.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

_LONGEST_LINE = 30
_LONGEST_NAME = 4
_STANDINGS = 3
"""Figures in a row that make a line one of standings."""
_DIGITS_OF_YEAR = 4
_AT = "AT"
_SIGNS = frozenset(("-", "–", ".", ",", ";"))


def teams(doc: Doc, words: Sequence[str], nations: frozenset[str]) -> Iterator[Span]:
    """Names of teams in the lines of `doc` that are made of names and figures; `nations` have their own label."""
    found = {(name.start, name.end) for name in doc.ents}
    bounds = [-1, *(place for place, word in enumerate(words) if "\n" in word), len(words)]
    for before, end in pairwise(bounds):
        if 1 < end - before - 1 <= _LONGEST_LINE:
            for start, stop in _names_in(words, before + 1, end, found):
                text = " ".join(words[start:stop])
                place = text in nations or text.title() in nations or words[start - 1] == _AT
                yield Span(doc, start, stop, label="GPE" if place else "ORG")


def _names_in(words: Sequence[str], start: int, end: int, found: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the names of a line stand; none where it is no line of results."""
    if _AT in words[start + 1 : end - 1]:
        at = words.index(_AT, start)
        return [(start, at), (at + 1, end)] if {(start, at), (at + 1, end)} <= found else []
    if words[start].removesuffix(".").isdigit() and start + 1 < end:
        start += 2 if words[start + 1] == "." else 1
    names: list[tuple[int, int]] = []
    figures: list[int] = []
    place = start
    while place < end:
        if _is_name_word(words[place]):
            first = place
            while place < end and _is_name_word(words[place]):
                place += 1
            names.append((first, place))
            figures.append(0)
        elif names and _is_figure(words[place]):
            figures[-1] += 1
            place += 1
        elif names and words[place] in _SIGNS:
            place += 1
        else:
            return []
    short = all(stop - first <= _LONGEST_NAME for first, stop in names)
    scores = figures == [1, 1]
    dated = any(len(word) == _DIGITS_OF_YEAR and word.isdigit() for word in words[start:end])
    return names if short and not dated and (scores or (len(names) == 1 and figures[0] >= _STANDINGS)) else []


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and word.replace(".", "").replace("-", "").isalpha()


def _is_figure(word: str) -> bool:
    return word.replace(".", "").replace("+", "").replace("/", "").isdigit()
