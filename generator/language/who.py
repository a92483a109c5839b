"""Which actors a noun stands for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from generator.language import lexicon, marks, tree
from generator.language.marks import Mention


def of_token(token: Token) -> tuple[str, ...]:
    """The keys of the actors that a noun and its conjuncts stand for, in text order; empty where nothing is known.

    Names listed by commas and an "and" belong together wherever a parser hangs them.
    """
    members = {member.i for member in tree.conjuncts(token)}
    members |= listed(token)
    return of_tokens(token.doc, sorted(members))


def listed(token: Token) -> set[int]:
    """The heads of the names in the list that a name stands in by the order of words: "A and B", "A, B and C"."""
    if token.pos_ != "PROPN":
        return set()
    names = [one for one in marks.of(token.doc).mentions if one.form == "name"]
    at = bisect_right(names, token.i, key=lambda one: one.start) - 1
    if at < 0 or not names[at].start <= token.i < names[at].end:
        return set()
    low, high = at, at
    while low and _linked(token.doc, names[low - 1], names[low]):
        low -= 1
    while high + 1 < len(names) and _linked(token.doc, names[high], names[high + 1]):
        high += 1
    last = max((i for i in range(low + 1, high + 1) if _linked(token.doc, names[i - 1], names[i]) == "and"), default=-1)
    return {one.head for one in names[low : last + 1]} if low <= at <= last else set()


def _linked(doc: Doc, one: Mention, other: Mention) -> str:
    """What alone stands between two names: "and" or ",", else ""."""
    between = [token.lower_ for token in doc[one.end : other.start] if token.lower_ != "the"]
    return between[0] if len(between) == 1 and between[0] in {"and", ","} else ""


def of_tokens(doc: Doc, tokens: Iterable[int]) -> tuple[str, ...]:
    """The keys of the actors that the given tokens head a mention of, or else lie in the shortest mention of."""
    mentions = marks.of(doc).mentions
    keys: dict[str, None] = {}
    for i in tokens:
        around = [one for one in mentions if one.start <= i < one.end] or _named_before(doc[i], mentions)
        if around:
            keys[min(around, key=lambda mention: (mention.head != i, mention.end - mention.start)).key] = None
    return tuple(keys)


def _named_before(noun: Token, mentions: tuple[Mention, ...]) -> list[Mention]:
    """The body whose name stands before the noun for what it is: "the Sea Watch group", "the United Miners union"."""
    if noun.tag_ != "NN" or noun.lower_ not in lexicon.words("who", "names.appended"):
        return []
    return [one for one in mentions if one.end == noun.i and one.form == "name" and noun.doc[one.head].pos_ == "PROPN"]


def within(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """The keys of all actors mentioned in the tokens `start` to `end`, in text order."""
    keys: dict[str, None] = {}
    for mention in marks.of(doc).mentions:
        if start <= mention.start and mention.end <= end:
            keys[mention.key] = None
    return tuple(keys)
