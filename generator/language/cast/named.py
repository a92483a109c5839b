"""Which tokens name an actor, and which of them a country or its people, as one table for a whole article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.language import marks

_NAMES = frozenset({"name", "title", "adjective", "metonym", "nominal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """`keys` gives the actor of each token inside a mention, of the shortest mention around it.

    `countries` are the tokens that name a country or its people, `spoken` those that are pronouns or descriptions
    rather than names.
    """

    keys: dict[int, str]
    countries: frozenset[int]
    spoken: frozenset[int]

    def actor(self, tokens: Iterable[Token]) -> bool:
        """True where one of the tokens names an actor."""
        return any(token.i in self.keys and token.i not in self.spoken for token in tokens)

    def country(self, tokens: Iterable[Token]) -> bool:
        """True where one of the tokens names a country, its people, or its government's seat."""
        return any(token.i in self.countries for token in tokens)

    def among(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The keys of the actors at the tokens, in their order, each once."""
        return tuple(dict.fromkeys(self.keys[token.i] for token in tokens if token.i in self.keys))


def of(doc: Doc) -> Named:
    """The table of a document."""
    found = marks.of(doc)
    kinds = {actor.key: actor.kind for actor in found.actors}
    keys: dict[int, str] = {}
    spoken: set[int] = set()
    countries: set[int] = set()
    for mention in sorted(found.mentions, key=lambda one: (one.start - one.end, one.start)):
        for i in range(mention.start, mention.end):
            keys[i] = mention.key
            (spoken.discard if mention.form in _NAMES else spoken.add)(i)
            (countries.add if kinds.get(mention.key) == "country" else countries.discard)(i)
    return Named(keys=keys, countries=frozenset(countries - spoken), spoken=frozenset(spoken))
