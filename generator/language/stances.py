"""What stance the words around a sanction take: who wants, backs, fights, doubts or judges it.

A stance is a sign on pressure: wanting it is +1, wanting it gone or not to come is -1. Lifting, easing, refusing and negation
each turn the sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from generator.language import lexicon, sanction_status, tree
from generator.language.measures import Naming
from generator.language.sanction_words import lemma, modifiers

_NAME = "sanctions_stances"
_FURTHEST = 9
_PERSONAL = frozenset({"i", "we", "us", "me", "our", "my"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attitude:
    """One word that takes a stance, with the heads of whoever takes it.

    `sign` is 0 for the undecided; `wished` is true where the word wants something done.
    """

    word: Token
    holders: tuple[Token, ...]
    sign: int
    wished: bool


@cache
def _signs() -> dict[str, int]:
    found = dict.fromkeys(lexicon.words(_NAME, "oppose.words"), -1)
    found.update(dict.fromkeys(lexicon.words(_NAME, "support.wish"), 1))
    found.update(dict.fromkeys(lexicon.words(_NAME, "support.words"), 1))
    found.update(dict.fromkeys(lexicon.words(_NAME, "undecided.words"), 0))
    return found


def pressure(naming: Naming) -> int:
    """The sign of what is done with the sanction in one naming, before anybody's attitude."""
    sign = 1
    for governor in naming.handled.governors:
        if governor.act in {"ease", "lift"}:
            sign = -sign
        if governor.negated and not governor.subject:
            sign = -sign
    return sign


def attitudes(token: Token, sign: int = 1) -> tuple[Attitude, ...]:
    """Every attitude above a token that has a holder, from the inside out; `sign` is that of the token itself."""
    found: list[Attitude] = []
    for above, link in _climb(token):
        word = lemma(above)
        act = sanction_status.act_of(above)
        own = _own(above, link)
        if own is None and act is None:
            sign = -sign if tree.negated(above) and not link.startswith("nsubj") else sign
            continue
        sign *= own if own is not None else -1 if act in {"ease", "lift"} else 1
        sign = -sign if tree.negated(above) else sign
        if link == "nsubj":
            continue
        holders = tuple(holder for holder in _holders(above) if holder.i != token.i)
        if holders:
            found.append(Attitude(word=above, holders=holders, sign=sign, wished=word in lexicon.words(_NAME, "support.wish")))
    return tuple(found)


def _own(above: Token, link: str) -> int | None:
    """The sign of a word that takes a stance, by itself or by what it calls the measure."""
    word = lemma(above)
    if word in lexicon.words(_NAME, "naming.verbs") and above.pos_ == "VERB":
        called = _called(above)
        if called is not None or word in lexicon.words(_NAME, "naming.neutral"):
            return called
    return _signs().get(word) if link != "nsubj" else None


def _called(verb: Token) -> int | None:
    """The sign of what a measure is called, None where that tells nothing."""
    return judged(part for child in verb.rights for part in child.subtree) or None


def value(token: Token) -> int:
    """The sign of a word that judges; turned by a negation of it or of the verb above."""
    word = lemma(token)
    sign = -1 if word in lexicon.words(_NAME, "value.bad") else 1 if word in lexicon.words(_NAME, "value.good") else 0
    if sign and (tree.negated(token) or (token.head.i != token.i and tree.negated(token.head))):
        sign = -sign
    return sign


def _holders(word: Token) -> tuple[Token, ...]:
    if word.pos_ in {"VERB", "AUX"}:
        return doers(word)
    if word.pos_ in {"NOUN", "PROPN"}:
        owners = tuple(child for child in word.lefts if child.dep_ == "poss" or (child.dep_ in {"compound", "amod"} and child.ent_type_))
        owners += tree.prepositional_objects(word, "by", "from", "among")
        if owners:
            return owners
        if word.head.pos_ in {"VERB", "AUX"} and word.dep_ in {"dobj", "attr"}:
            return tree.doers(word.head)
        return ()
    if word.pos_ == "ADJ" and word.head.pos_ in {"VERB", "AUX"}:
        return tree.grammatical_subjects(word.head)
    return ()


def _climb(token: Token) -> Iterator[tuple[Token, str]]:
    """The words above a token up to the end of the clauses that are complements of one another."""
    for _ in range(_FURTHEST):
        link, above = token.dep_, token.head
        if above.i == token.i or link in {"advcl", "parataxis"}:
            return
        if link in {"relcl", "acl"} and token.pos_ in {"VERB", "AUX"}:
            document = sanction_status.paper(token)
            if document is None:
                return
            above = document
        if link == "conj":
            token = above
            continue
        if above.pos_ in {"ADP", "SCONJ", "DET", "PART"}:
            if above.lower_ in lexicon.words("sanctions_status", "reach.ends"):
                return
            if above.lower_ == "against":
                yield above, "prep"
            token = above
            continue
        if lemma(above) in lexicon.words("sanctions_status", "speech.verbs"):
            return
        yield above, link
        token = above


def judged(tokens: Iterable[Token]) -> int:
    """The sign of all that judges in some words; 0 where nothing does or it weighs even."""
    total = sum(value(token) for token in tokens)
    return (total > 0) - (total < 0)


def personal(token: Token) -> bool:
    """True for first-person pronouns: the speaker."""
    return token.lower_ in _PERSONAL


def first_sign(naming: Naming) -> int:
    """The sign of a naming by the participle at its own noun: sanctions lifted are pressure gone."""
    token = naming.trigger.token
    lifted = any(
        one.act in {"ease", "lift"} and one.token.dep_ in {"acl", "relcl"} and one.token.head.i == token.i
        for one in naming.handled.governors
    )
    return -1 if lifted else 1


def doers(verb: Token) -> tuple[Token, ...]:
    """Who does what a verb says; of a participle at a noun, only its agent."""
    if verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBN":
        return tree.agents(verb)
    return tree.doers(verb)


def negated(verb: Token) -> bool:
    """True where the clause of a verb says no."""
    return tree.negated(verb)


def members(token: Token) -> tuple[Token, ...]:
    """A noun and those coordinated with it."""
    return tree.conjuncts(token)


def owners(token: Token) -> tuple[Token, ...]:
    """Whom a noun belongs to or what it is of: "Turkey's ministry", "officials in London", "members of the bloc"."""
    before = tuple(modifiers(token))
    return before + tuple(
        part for target in tree.prepositional_objects(token, "of", "from", "in", "for") for part in (target, *modifiers(target))
    )


def echoes(token: Token) -> bool:
    """True for a noun that takes up a measure named before, with an article or an owner; and for a bare "it" that is named."""
    if token.pos_ == "NOUN" and lemma(token) in lexicon.words(_NAME, "echo.nouns"):
        return any(
            child.lower_ in lexicon.words(_NAME, "echo.determiners") or child.dep_ == "poss" for child in token.lefts
        )
    return token.lower_ in {"it", "this"} and token.dep_ == "dobj" and lemma(token.head) in lexicon.words(_NAME, "naming.verbs")
