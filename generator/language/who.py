"""Which actors a noun stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Doc, Token

from generator.language import lexicon, marks, tree
from generator.language.marks import Mention

_PLACES = "mentions by place"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """The mentions of a document by where they stand, so that a look-up does not read them all.

    `around` has those that a token lies in, `ends` those that end before it, both in the order of `mentions`; `names`
    are the ones by name.
    """

    mentions: tuple[Mention, ...]
    names: Sequence[Mention]
    around: Mapping[int, Sequence[Mention]]
    ends: Mapping[int, Sequence[Mention]]


def _places(doc: Doc) -> _Places:
    """The mentions by place, made anew only where the mentions are others than before."""
    mentions = marks.of(doc).mentions
    kept = cast("tuple[_Places, ...]", doc.user_data.get(_PLACES, ()))
    for one in kept:
        if one.mentions is mentions:
            return one
    made = _placed(mentions)
    doc.user_data[_PLACES] = (made,)
    return made


def introduce(doc: Doc, mention: Mention) -> None:
    """Adds a mention that is no name, without reading all again; the ones before stay known, should it be undone."""
    before = _places(doc)
    at = bisect_right(before.mentions, (mention.start, mention.end), key=lambda one: (one.start, one.end))
    around = {**before.around}
    for i in range(mention.start, mention.end):
        around[i] = _inserted(around.get(i, ()), mention)
    ends = {**before.ends, mention.end: _inserted(before.ends.get(mention.end, ()), mention)}
    mentions = (*before.mentions[:at], mention, *before.mentions[at:])
    after = _Places(mentions=mentions, names=before.names, around=around, ends=ends)
    marks.of(doc).mentions = mentions
    doc.user_data[_PLACES] = (after, before)


def _inserted(mentions: Sequence[Mention], mention: Mention) -> Sequence[Mention]:
    return sorted((*mentions, mention), key=lambda one: (one.start, one.end))


def _placed(mentions: tuple[Mention, ...]) -> _Places:
    around: dict[int, list[Mention]] = defaultdict(list)
    ends: dict[int, list[Mention]] = defaultdict(list)
    for one in mentions:
        ends[one.end].append(one)
        for i in range(one.start, one.end):
            around[i].append(one)
    names = [one for one in mentions if one.form == "name"]
    return _Places(mentions=mentions, names=names, around=dict(around), ends=dict(ends))


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
    names = _places(token.doc).names
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
    places = _places(doc)
    keys: dict[str, None] = {}
    for i in tokens:
        around = places.around.get(i) or _named_before(doc[i], places.ends.get(i, ()))
        if around:
            keys[min(around, key=lambda mention: (mention.head != i, mention.end - mention.start)).key] = None
    return tuple(keys)


def _named_before(noun: Token, ending: Sequence[Mention]) -> list[Mention]:
    """The body whose name stands before the noun for what it is: "the Sea Watch group", "the United Miners union".

    `ending` are the mentions that end before the noun.
    """
    if noun.tag_ != "NN" or noun.lower_ not in lexicon.words("who", "names.appended"):
        return []
    return [one for one in ending if one.form == "name" and noun.doc[one.head].pos_ == "PROPN"]


def within(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """The keys of all actors mentioned in the tokens `start` to `end`, in text order."""
    keys: dict[str, None] = {}
    mentions = marks.of(doc).mentions
    for place in range(bisect_left(mentions, start, key=lambda one: one.start), len(mentions)):
        if mentions[place].start >= end:
            break
        if mentions[place].end <= end:
            keys[mentions[place].key] = None
    return tuple(keys)
