"""Who may answer a demand: those who were asked, never those who asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Doc

from generator.language import lexicon, marks
from generator.language.asking.placed import Placed
from generator.model.facts import Actor, Demand

SIDES = frozenset({"both", "all", "two", "rival", "warring"})
"""Words before the addressee of a demand that is put to everybody: "urged both sides to meet"."""

BEFORE = 4
"""Tokens before what is demanded in which its addressee stands."""


_CIRCLE = "who stands for whom"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Circle:
    """The actors of a document by key, with those for whom each holds office and those that stand for each country."""

    actors: tuple[Actor, ...]
    by_key: Mapping[str, Actor]
    offices: Mapping[str, tuple[str, ...]]
    lands: Mapping[str, Sequence[str]]

    def kin(self, keys: tuple[str, ...]) -> frozenset[str]:
        """Actors, those for whom they hold office, and the countries that they act for."""
        found = set(keys)
        for actor in (self.by_key[key] for key in keys if key in self.by_key):
            found.update(self.offices.get(actor.key, ()))
            found.update(self.lands.get(actor.country or "", ()))
        return frozenset(found)

    def name(self, key: str) -> str:
        """The name of an actor in lower case."""
        return self.by_key[key].name.lower() if key in self.by_key else key


def _circle(doc: Doc) -> _Circle:
    """The circle of a document, drawn anew only where its actors are others than before."""
    actors = marks.of(doc).actors
    kept = doc.user_data.get(_CIRCLE)
    if kept is not None and kept.actors is actors:
        return cast("_Circle", kept)
    bodies: dict[str, set[str]] = defaultdict(set)
    lands: dict[str, list[str]] = defaultdict(list)
    for actor in actors:
        if actor.kind == "organization":
            for name in (actor.name, *actor.aliases):
                words = name.lower().split()
                for start in range(len(words)):
                    bodies[" ".join(words[start:])].add(actor.key)
        elif actor.kind == "country" and actor.country:
            lands[actor.country].append(actor.key)
    made = _Circle(
        actors=actors,
        by_key={actor.key: actor for actor in actors},
        offices={actor.key: _offices(actor, bodies) for actor in actors if actor.roles},
        lands=lands,
    )
    doc.user_data[_CIRCLE] = made
    return made


def _offices(actor: Actor, bodies: Mapping[str, set[str]]) -> tuple[str, ...]:
    """For whom roles are held; where that is not known, the one body that the title names: "the union's president"."""
    held = []
    for role in actor.roles:
        owner, apart, _ = role.title.lower().replace("’", "'").partition("'s ")
        owning = bodies.get(owner, set()) if apart else set()
        if role.of:
            held.append(role.of)
        elif len(owning) == 1:
            held.extend(owning)
    return tuple(held)


def was_asked(doc: Doc, by: tuple[str, ...], demand: Demand) -> bool:
    """True where those who answer were surely asked."""
    return bool(demand.of) and may_answer(doc, by, demand)


def may_answer(doc: Doc, by: tuple[str, ...], demand: Demand) -> bool:
    """True where those who answer did not ask themselves, and are those who were asked, as far as these are known.

    "The government" may be anybody's: the text does not say whose.
    """
    circle = _circle(doc)
    if set(by) & set(demand.by) or (not set(by) & set(demand.of) and _speaks_for(circle, by, demand.by)):
        return False
    if not by or not demand.of or circle.kin(by) & circle.kin(demand.of):
        return True
    if any(circle.name(key) in lexicon.words("who", "organs.rule") for key in demand.of):
        return True
    pairs = [(circle.name(one), circle.name(other)) for one in by for other in demand.of]
    return any(_ends(one, other) or _ends(other, one) for one, other in pairs)


def one_of_all(doc: Doc, by: tuple[str, ...], one: Placed) -> bool:
    """True for an answer to what was asked of both or all sides."""
    if one.demand.of:
        return False
    addressed = doc[max(one.start - BEFORE, doc[one.start].sent.start) : one.start]
    return any(token.lower_ in SIDES for token in addressed) and may_answer(doc, by, one.demand)


def one_of_many(doc: Doc, by: tuple[str, ...], demand: Demand) -> bool:
    """True for somebody who may belong to those who were asked, all of them unnamed: "Brown & Co", of "the makers"."""
    circle = _circle(doc)
    asked = [circle.by_key[key] for key in demand.of if key in circle.by_key]
    answering = [circle.by_key[key] for key in by if key in circle.by_key]
    unnamed = bool(asked) and all(actor.kind == "group" and actor.anonymous for actor in asked)
    single = all(actor.kind in {"person", "organization"} for actor in answering)
    return unnamed and single and not set(by) & set(demand.by) and not _speaks_for(circle, by, demand.by)


def _speaks_for(circle: _Circle, by: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """True for those who hold office with others: they do not answer them."""
    return any(office in others for key in by for office in circle.offices.get(key, ()))


def speaks_for_land(doc: Doc, by: tuple[str, ...]) -> bool:
    """True for those who hold an office of a country."""
    circle = _circle(doc)
    lands = {key for keys in circle.lands.values() for key in keys}
    return any(office in lands for key in by for office in circle.offices.get(key, ()))


def _ends(name: str, word: str) -> bool:
    return name == word or name.endswith(f" {word}")
