"""What positions on sanctions are read from: who is named where, who speaks where, who stands on which side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.language import lexicon, tree
from generator.language.cast.named import Named
from generator.language.debate import stances
from generator.language.debate.sanction_naming import Naming
from generator.language.debate.sanction_trigger import lemma
from generator.language.marks import Attributed
from generator.model.facts import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The document, its names, its speakers by token, its actors by key."""

    doc: Doc
    names: Named
    around: dict[int, Attributed]
    actors: dict[str, Actor]


def keys(scene: Scene, holders: Iterable[Token], said: Attributed | None) -> tuple[str, ...]:
    """The actors that the holders of a stance are; "we" is whoever speaks."""
    found: dict[str, None] = {}
    for holder in holders:
        if stances.personal(holder):
            found.update(dict.fromkeys(said.by if said else ()))
            continue
        for member in tree.listed(tree.antecedent(holder)):
            found.update(dict.fromkeys(scene.names.among((member,)) or scene.names.among(stances.owners(member))))
    return tuple(found)


def on_side(scene: Scene, speaking: Iterable[str], parties: Iterable[str]) -> bool:
    """True where a speaker is one of the parties, of the same country, or of a body of the same union."""
    keys = set(parties)
    lands = {land for key in keys for land in _lands(scene, key)}
    unions = {union for key in keys for union in _unions(scene, key)}
    return any(key in keys or lands & _lands(scene, key) or unions & _unions(scene, key) for key in speaking)


def _lands(scene: Scene, key: str) -> frozenset[str]:
    """The countries that an actor is of: its own, and those of the offices that it holds."""
    actor = scene.actors.get(key)
    if actor is None:
        return frozenset()
    over = (scene.actors.get(role.of) for role in actor.roles if role.of)
    return frozenset(one.country for one in (actor, *over) if one is not None and one.country)


def _unions(scene: Scene, key: str) -> frozenset[str]:
    """The first words of the names of the bodies between states that an actor is, or holds an office of.

    Bodies of one union share them: the European Union, the European Commission.
    """
    actor = scene.actors.get(key)
    if actor is None:
        return frozenset()
    over = (scene.actors.get(role.of) for role in actor.roles if role.of)
    bodies = (one for one in (actor, *over) if one is not None and one.kind == "organization" and one.sector == "IGO")
    return frozenset(one.name.split()[0] for one in bodies)


def hit_alone(scene: Scene, speaking: tuple[str, ...], naming: Naming) -> bool:
    """True for speakers on the side that a measure hits, and not on that of those who impose it."""
    return on_side(scene, speaking, naming.targets) and not on_side(scene, speaking, naming.senders)


def speaker_above(scene: Scene, token: Token) -> Attributed | None:
    """The speaker of the verb of speech that a word stands under, where no attribution holds the word."""
    verb = token
    for _ in range(8):
        if verb.head.i == verb.i:
            return None
        verb = verb.head
        if verb.pos_ == "VERB" and lemma(verb) in lexicon.words("sanctions_status", "speech.verbs"):
            by = keys(scene, tree.doers(verb), None)
            ahead = (verb.i + 1, verb.sent.end) if token.i > verb.i else (verb.sent.start, verb.i)
            return Attributed(source=None, cue=verb.i, content=(ahead,), by=by, via=(), direct=False) if by else None
    return None
