"""Varied copies of labelled passages: other names, titles, datelines, party tags, other capitals.

Source of the idea: mention replacement (Dai and Adel 2020, "An Analysis of Simple Data Augmentation for Named Entity
Recognition"). Names of persons are swapped often, of places seldom: with a third of the places swapped, a model learns
that any name may be a place.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.language.gazetteer import labels_by_name, read_table
from training.passages import Name, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SWAPPED_PERSON = 0.5
_SWAPPED_PLACE = 0.06
_SWAPPED_BODY = 0.08
_WITH_TITLE = 0.06
_WITH_DATELINE = 0.06
_WITH_AGENCY = 0.35
_WITH_PARTY = 0.012
_IN_CAPITALS = 0.012
_IN_SMALL_LETTERS = 0.02
_TITLED_BEFORE = re.compile(r"(?:[A-Z][\w.-]+) $")
_PARTIES = "RD"
_DASHES = (" — ", " – ", " - ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What names are drawn from."""

    persons: tuple[str, ...]
    bodies: tuple[str, ...]
    places: tuple[str, ...]
    cities: tuple[str, ...]
    agencies: tuple[str, ...]
    titles: tuple[str, ...]
    states: tuple[str, ...]

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> Stock:
        """Persons and bodies of the passages themselves, the rest from the gazetteers."""
        persons: dict[str, None] = {}
        bodies: dict[str, None] = {}
        for part in passages:
            for name in part.names:
                words = part.text[name.start : name.end].split()
                if name.label == "PERSON" and 2 <= len(words) <= 3 and all(map(_is_name_word, words)):
                    persons[" ".join(words)] = None
                if name.label == "ORG" and 2 <= len(words) <= 5 and all(word[0].isupper() for word in words):
                    bodies[" ".join(words)] = None
        return cls(
            persons=tuple(persons),
            bodies=tuple(bodies),
            places=tuple(name for name, label in labels_by_name().items() if label == "GPE" and name[1:2].islower()),
            cities=tuple(row[0] for row in read_table("seats") if row[2] in ("capital", "city")),
            agencies=("Reuters", "AP", "AFP", "CNN", "VOA", "Xinhua", "TASS", "BBC"),
            titles=tuple(
                form
                for row in read_table("titles")
                if row[2] not in ("modifier", "courtesy", "business")
                for form in (row[0], *row[1].split("|"))
                if form
            ),
            states=tuple(row[1].split("|")[0] for row in read_table("states")),
        )


@dataclass(slots=True)
class _Draft:
    """A passage being written."""

    text: str = ""
    names: list[Name] = field(default_factory=list)

    def add(self, text: str, label: str | None = None) -> None:
        if label is not None:
            self.names.append(Name(start=len(self.text), end=len(self.text) + len(text), label=label))
        self.text += text


def varied(part: Passage, stock: Stock, chance: random.Random) -> Passage:
    """One varied copy of `part`."""
    draft = _Draft()
    if chance.random() < _WITH_DATELINE:
        _add_dateline(draft, stock, chance)
    swapped: dict[tuple[str, str], str] = {}
    at = 0
    for name in part.names:
        draft.add(part.text[at : name.start])
        at = name.end
        surface = part.text[name.start : name.end]
        key = (surface, name.label)
        if key not in swapped:
            swapped[key] = _swap(surface, name.label, swapped, stock, chance)
        full = name.label == "PERSON" and " " in swapped[key]
        if full and chance.random() < _WITH_TITLE and not _TITLED_BEFORE.search(draft.text):
            draft.add(chance.choice(stock.titles) + " ")
        draft.add(swapped[key], name.label)
        if full and chance.random() < _WITH_PARTY:
            _add_party(draft, stock, chance)
    draft.add(part.text[at:])
    return _in_other_case(Passage(text=draft.text, names=tuple(draft.names)), chance)


def _swap(surface: str, label: str, swapped: dict[tuple[str, str], str], stock: Stock, chance: random.Random) -> str:
    if label == "PERSON" and surface[0].isupper() and chance.random() < _SWAPPED_PERSON:
        if " " in surface:
            return _person(stock.persons, chance)
        return _surname_of(surface, swapped) or _person(stock.persons, chance).split()[-1]
    if label == "GPE" and len(surface) > 2 and "." not in surface and chance.random() < _SWAPPED_PLACE:
        return chance.choice(stock.places)
    if label == "ORG" and " " in surface and chance.random() < _SWAPPED_BODY:
        return chance.choice(stock.bodies)
    return surface


def _surname_of(surface: str, swapped: dict[tuple[str, str], str]) -> str | None:
    """The new surname of the person whose full name ended in `surface`."""
    for (old, label), new in swapped.items():
        if label == "PERSON" and old != surface and old.split()[-1] == surface:
            return new.split()[-1]
    return None


def _person(persons: Sequence[str], chance: random.Random) -> str:
    whole = chance.choice(persons)
    if chance.random() < 0.5:
        return whole
    return f"{whole.split()[0]} {chance.choice(persons).split()[-1]}"


def _add_dateline(draft: _Draft, stock: Stock, chance: random.Random) -> None:
    city = chance.choice(stock.cities)
    draft.add(city.upper() if chance.random() < 0.8 else city, "GPE")
    if chance.random() < _WITH_AGENCY:
        draft.add(" (")
        draft.add(chance.choice(stock.agencies), "ORG")
        draft.add(")")
    draft.add(chance.choice(_DASHES))


def _add_party(draft: _Draft, stock: Stock, chance: random.Random) -> None:
    draft.add(" (")
    draft.add(chance.choice(_PARTIES), "NORP")
    draft.add("-")
    draft.add(chance.choice(stock.states), "GPE")
    draft.add(")")


def _in_other_case(part: Passage, chance: random.Random) -> Passage:
    draw = chance.random()
    text = part.text
    if draw < _IN_CAPITALS:
        text = text.upper()
    elif draw < _IN_CAPITALS + _IN_SMALL_LETTERS:
        text = text.lower()
    return Passage(text=text, names=part.names) if len(text) == len(part.text) else part


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and (word[1:2].islower() or "-" in word or len(word) <= 2)
