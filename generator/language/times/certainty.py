"""How sure a coming event is, by the words that lead to it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.language import lexicon
from generator.language.times.naming import Dated
from generator.model.facts import Certainty

_GOVERNORS = 3
"""Verbs up the tree that may say how sure a verb is: "is expected to agree to meet"."""

_UP_TO = frozenset({"until", "till", "through"})
"""Words before a time up to which something runs; a candidate runs without an end."""

_ORDER: tuple[Certainty, ...] = ("deadline", "expiry", "hoped", "expected", "planned", "scheduled")


def certainty(found: Dated, sentence_words: frozenset[str]) -> Certainty:
    """The most binding kind that a word of the noun, the verb or its governors speaks of."""
    cues = lexicon.table("dates")["certainty"]
    words = frozenset(_lemmas(found))
    if "run" in words and found.lead not in _UP_TO and "run out" not in words:
        words -= {"run"}
    if found.lead in {"by", "within"} or words & cues["deadline"]:
        return "deadline"
    if _asked_for(found.noun):
        return "hoped"
    for kind in _ORDER[1:]:
        if words & cues[kind]:
            return kind
    return "expected" if sentence_words & {"likely", "probably", "possibly"} else "scheduled"


def _asked_for(noun: Token | None) -> bool:
    """True for what somebody asks for: "asked for a hearing on May 5"."""
    if noun is None or noun.dep_ not in {"dobj", "pobj"}:
        return False
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else noun.head
    return above.pos_ == "VERB" and above.lemma_.lower() in lexicon.table("dates")["certainty"]["asked"]


def _lemmas(found: Dated) -> Iterator[str]:
    if found.noun is not None:
        yield found.noun.lemma_.lower()
        for child in found.noun.children:
            if child.dep_ in {"amod", "compound", "acl"}:
                yield child.lemma_.lower()
    verb, steps = found.verb, 0
    while verb is not None and steps < _GOVERNORS:
        yield verb.lemma_.lower()
        for child in verb.children:
            if child.dep_ == "prt":
                yield f"{verb.lemma_.lower()} {child.lower_}"
            if child.dep_ in {"aux", "acomp", "advmod", "oprd"}:
                yield child.lemma_.lower()
        verb = _governor(verb)
        steps += 1


def _governor(verb: Token) -> Token | None:
    """The verb that a verb complements: "expected" of "expected to meet"."""
    return verb.head if verb.dep_ in {"xcomp", "ccomp", "conj"} and verb.head.i != verb.i else None
