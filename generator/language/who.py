"""Which actors a noun stands for."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from generator.language import marks, tree


def of_token(token: Token) -> tuple[str, ...]:
    """The keys of the actors that a noun and its conjuncts stand for, in text order; empty where nothing is known."""
    return of_tokens(token.doc, (member.i for member in tree.conjuncts(token)))


def of_tokens(doc: Doc, tokens: Iterable[int]) -> tuple[str, ...]:
    """The keys of the actors that the given tokens head a mention of, or else lie in the shortest mention of."""
    mentions = marks.of(doc).mentions
    keys: dict[str, None] = {}
    for i in tokens:
        around = [mention for mention in mentions if mention.start <= i < mention.end]
        if around:
            keys[min(around, key=lambda mention: (mention.head != i, mention.end - mention.start)).key] = None
    return tuple(keys)


def within(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """The keys of all actors mentioned in the tokens `start` to `end`, in text order."""
    keys: dict[str, None] = {}
    for mention in marks.of(doc).mentions:
        if start <= mention.start and mention.end <= end:
            keys[mention.key] = None
    return tuple(keys)
