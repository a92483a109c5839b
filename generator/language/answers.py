"""Words by which somebody answers: accepts, refuses, weighs; as tokens, not yet tied to what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from generator.language import lexicon, parties, tree
from generator.model.facts import ResponseKind

KINDS: tuple[ResponseKind, ...] = ("rejected", "accepted", "considering", "partial")
OPPOSITE: Mapping[ResponseKind, ResponseKind] = {"accepted": "rejected", "considering": "rejected"}
CONDITIONS = frozenset({"if", "unless", "until", "provided", "once"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answering: its word, who answers, the noun that names what is answered (if any), and the tokens of its clause."""

    trigger: Token
    kind: ResponseKind
    responders: tuple[Token, ...]
    answered: Token | None
    start: int
    end: int


@cache
def _verbs() -> Mapping[str, ResponseKind]:
    return {word: kind for kind in KINDS for word in lexicon.words("responses", f"verbs.{kind}")}


@cache
def _phrasal() -> Mapping[tuple[str, str], ResponseKind]:
    table: Mapping[ResponseKind, Mapping[str, frozenset[str]]] = lexicon.table("responses")["phrasal"]
    return {
        (verb, particle): kind for kind, verbs in table.items() for verb, all_ in verbs.items() for particle in all_
    }


def read(token: Token) -> Answer | None:
    """The answer that a word gives, or None."""
    if token.tag_.startswith("V"):
        return _unmet(token) or _verb(token)
    if token.tag_ in {"NN", "NNS"} and token.lemma_.lower() in lexicon.words("responses", "nouns.rejected"):
        return _noun(token, "rejected")
    return None


def _verb(verb: Token) -> Answer | None:
    kind = _kind(verb)
    if kind is None:
        return None
    if tree.negated(verb):
        if kind not in OPPOSITE:
            return None
        kind = OPPOSITE[kind]
    elif kind in {"accepted", "considering"} and _conditional(verb):
        kind = "conditional"
    answered = tree.grammatical_subjects(verb)[:1] if tree.passive(verb) else _objects(verb)
    if kind == "conditional" and not answered:
        answered = tree.grammatical_subjects(verb)[:1]
    responders = tree.agents(verb) if tree.passive(verb) else parties.doers(verb)
    start, end = _clause(verb)
    return Answer(
        trigger=verb,
        kind=kind,
        responders=responders,
        answered=answered[0] if answered else None,
        start=start,
        end=end,
    )


def _kind(verb: Token) -> ResponseKind | None:
    lemma = verb.lemma_.lower()
    for child in verb.rights:
        if child.i - verb.i <= 3 and (lemma, child.lower_) in _phrasal():
            return _phrasal()[lemma, child.lower_]
    if lemma in lexicon.words("responses", "towards.verbs"):
        follows = any(child.lower_ in lexicon.words("responses", "towards.prepositions") for child in verb.rights)
        infinitive = any(child.dep_ in {"xcomp", "advcl", "ccomp"} for child in verb.rights)
        return _verbs().get(lemma) if follows or infinitive else None
    return _verbs().get(lemma)


def _conditional(verb: Token) -> bool:
    return any(
        mark.lower_ in CONDITIONS
        for child in verb.children
        if child.dep_ == "advcl"
        for mark in child.lefts
        if mark.dep_ == "mark"
    )


def _objects(verb: Token) -> tuple[Token, ...]:
    for child in verb.rights:
        if child.dep_ in {"dobj", "obj"}:
            return (child,)
    found = tree.prepositional_objects(verb, *lexicon.words("responses", "towards.prepositions"), "on", "upon")
    if found:
        return found[:1]
    return tuple(child for child in verb.rights if child.dep_ in {"xcomp", "ccomp"})[:1]


def _noun(noun: Token, kind: ResponseKind) -> Answer | None:
    """Washington's refusal to talk."""
    owners = tuple(child for child in noun.lefts if child.dep_ == "poss") or tree.prepositional_objects(noun, "by")
    what = tree.prepositional_objects(noun, "of") or tuple(
        child for child in noun.rights if child.dep_ in {"acl", "xcomp", "relcl"}
    )
    if not owners or not what:
        return None
    start, end = tree.reach(noun)
    return Answer(trigger=noun, kind=kind, responders=owners, answered=what[0], start=start, end=end)


def _unmet(verb: Token) -> Answer | None:
    """A deadline lapses; an appeal falls on deaf ears: those who were asked did not do it."""
    subjects = tree.grammatical_subjects(verb)
    if not subjects or subjects[0].lemma_.lower() not in lexicon.words("responses", "anaphors.nouns"):
        return None
    term = subjects[0].lemma_.lower() in {"deadline", "ultimatum"}
    lapsed = term and verb.lemma_.lower() in lexicon.words("responses", "anaphors.unmet")
    deaf = verb.lemma_.lower() == "fall" and any(
        part.lower_ == "deaf" for noun in tree.prepositional_objects(verb, "on", "upon") for part in noun.lefts
    )
    if not (lapsed or deaf):
        return None
    start, end = _clause(verb)
    return Answer(trigger=verb, kind="rejected", responders=(), answered=subjects[0], start=start, end=end)


def _clause(verb: Token) -> tuple[int, int]:
    start, end = tree.reach(verb)
    for child in verb.lefts:
        if child.dep_ in {"nsubj", "nsubjpass", "aux", "neg", "auxpass"}:
            start = child.left_edge.i
            break
    for child in verb.rights:
        if child.dep_ in {"conj", "parataxis"} and child.pos_ in {"VERB", "AUX"}:
            end = child.left_edge.i
            break
    return start, max(end, verb.i + 1)
