"""Who may answer a demand: those who were asked, never those who asked."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.language import lexicon, marks
from generator.language.asking.placed import Placed
from generator.model.facts import Demand, Role

SIDES = frozenset({"both", "all", "two", "rival", "warring"})
"""Words before the addressee of a demand that is put to everybody: "urged both sides to meet"."""

BEFORE = 4
"""Tokens before what is demanded in which its addressee stands."""


def was_asked(doc: Doc, by: tuple[str, ...], demand: Demand) -> bool:
    """True where those who answer were surely asked."""
    return bool(demand.of) and may_answer(doc, by, demand)


def may_answer(doc: Doc, by: tuple[str, ...], demand: Demand) -> bool:
    """True where those who answer did not ask themselves, and are those who were asked, as far as these are known.

    "The government" may be anybody's: the text does not say whose.
    """
    if set(by) & set(demand.by) or (not set(by) & set(demand.of) and _speaks_for(doc, by, demand.by)):
        return False
    if not by or not demand.of or set(kin(doc, by)) & set(kin(doc, demand.of)):
        return True
    names = {actor.key: actor.name.lower() for actor in marks.of(doc).actors}
    if {names.get(key, key) for key in demand.of} & lexicon.words("who", "organs.rule"):
        return True
    pairs = [(names.get(one, one), names.get(other, other)) for one in by for other in demand.of]
    return any(_ends(one, other) or _ends(other, one) for one, other in pairs)


def one_of_all(doc: Doc, by: tuple[str, ...], one: Placed) -> bool:
    """True for an answer to what was asked of both or all sides."""
    addressed = doc[max(one.start - BEFORE, doc[one.start].sent.start) : one.start]
    everybody = any(token.lower_ in SIDES for token in addressed)
    return everybody and not one.demand.of and may_answer(doc, by, one.demand)


def one_of_many(doc: Doc, by: tuple[str, ...], demand: Demand) -> bool:
    """True for somebody who may belong to those who were asked, all of them unnamed: "Brown & Co", of "the makers"."""
    unnamed = {actor.key for actor in marks.of(doc).actors if actor.kind == "group" and actor.anonymous}
    single = {actor.key for actor in marks.of(doc).actors if actor.kind in {"person", "organization"}}
    asked = bool(demand.of) and unnamed.issuperset(demand.of)
    return asked and single.issuperset(by) and not set(by) & set(demand.by) and not _speaks_for(doc, by, demand.by)


def _speaks_for(doc: Doc, by: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """True for those who hold office with others: they do not answer them."""
    return any(
        _holder(doc, role) in others for actor in marks.of(doc).actors if actor.key in by for role in actor.roles
    )


def kin(doc: Doc, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Actors, those for whom they hold office, and the countries that they act for."""
    actors = marks.of(doc).actors
    named = [actor for actor in actors if actor.key in keys]
    countries = {actor.country for actor in named if actor.country}
    held_for = (held for actor in named for role in actor.roles if (held := _holder(doc, role)))
    return (*keys, *held_for, *(one.key for one in actors if one.kind == "country" and one.country in countries))


def _holder(doc: Doc, role: Role) -> str | None:
    """For whom a role is held; where that is not known, the one body that its title names: "the union's president"."""
    owner, apart, _ = role.title.lower().replace("’", "'").partition("'s ")
    if role.of or not apart:
        return role.of
    bodies = (actor for actor in marks.of(doc).actors if actor.kind == "organization")
    found = [one.key for one in bodies if any(_ends(name.lower(), owner) for name in (one.name, *one.aliases))]
    return found[0] if len(found) == 1 else None


def _ends(name: str, word: str) -> bool:
    return name == word or name.endswith(f" {word}")
