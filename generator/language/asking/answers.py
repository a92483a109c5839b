"""Words by which somebody answers: accepts, refuses, weighs; as tokens, not yet tied to what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.asking import askers, parties, scope
from generator.model.facts import ResponseKind

BACK = frozenset({"it", "this", "that", "so"})
CONDITIONS = frozenset({"if", "unless", "until", "provided", "once"})
DOUBTFUL = frozenset({"may", "might", "could", "should", "must", "can"})
PARTICLE_REACH = 2
"""Tokens between a verb and its particle: "ruled it out"."""

NEARBY = 8
"""Tokens after an answering verb in which the noun that it answers stands, where the parser hangs it elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answering: its word, who answers, the noun or verb that names what is answered, and the tokens of its clause.

    Empty `responders` leave it to whoever is quoted, or to whoever was asked.
    """

    trigger: Token
    kind: ResponseKind
    responders: tuple[Token, ...]
    answered: Token
    start: int
    end: int


@cache
def _verbs() -> Mapping[str, ResponseKind]:
    kinds: tuple[ResponseKind, ...] = ("rejected", "accepted", "considering")
    return {word: kind for kind in kinds for word in lexicon.words("responses", f"verbs.{kind}")}


@cache
def _phrasal() -> Mapping[tuple[str, str], ResponseKind]:
    table: Mapping[ResponseKind, Mapping[str, frozenset[str]]] = lexicon.table("responses")["phrasal"]
    return {
        (verb, particle): kind
        for kind, verbs in table.items()
        for verb, particles in verbs.items()
        for particle in particles
    }


def read(verb: Token) -> Answer | None:
    """The answer that a verb gives, or None."""
    short = bare(verb)
    kind = _verbs().get(verb.lemma_.lower()) if short else kind_of(verb)
    if kind is None or doubtful(verb) or scope.supposed(verb):
        return None
    governor = _governor(verb)
    if verb.dep_ in {"xcomp", "advcl", "ccomp", "acl"} and (kind_of(governor) == "rejected" or _is_hard(governor)):
        if not _is_hard(governor) and governor.pos_ == "VERB":
            return None
        kind = "rejected"
    elif tree.negated(verb):
        if kind not in {"accepted", "considering"}:
            return None
        kind = "rejected"
    elif kind in {"accepted", "considering"} and (conditional(verb) or (short and _only_if(verb))):
        kind = "conditional"
    answered = verb if short else _answered(verb, kind)
    if answered is None or (verb.lemma_ == "agree" and answered.ent_type_) or _disputes(verb, answered):
        return None
    if kind == "accepted" and _only_some(answered):
        kind = "partial"
    responders = tree.agents(verb) if tree.passive(verb) else _doers(verb)
    return made(verb, kind, responders, answered)


def bare(verb: Token) -> bool:
    """True for "Oslo refused", "the union agreed to it": a finite answer to what was asked just before."""
    if verb.lemma_.lower() not in lexicon.words("responses", "bare.verbs") or tree.passive(verb):
        return False
    if verb.dep_ not in {"ROOT", "conj", "ccomp", "parataxis"} and not _finite_by_place(verb):
        return False
    if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}:
        return False
    if verb.i + 1 < verb.sent.end and verb.nbor().text == ";":
        return True
    return all(_adds_nothing(child) for child in verb.rights)


def _finite_by_place(verb: Token) -> bool:
    """True for a verb behind a named subject that is read as its participle: "the chief, Ana Diaz, | consented"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT" and verb.nbor(-1).text == ","


def _adds_nothing(child: Token) -> bool:
    """True for a part of a clause that names no thing: a day, a pronoun for what was asked, what is coordinated."""
    if child.dep_ in {"xcomp", "ccomp", "dative"}:
        return False
    if child.dep_ in {"dobj", "obj"}:
        return child.lower_ in BACK
    if child.dep_ == "prep":
        return any(inner.lower_ in BACK or inner.ent_type_ in {"DATE", "TIME"} for inner in child.rights)
    return True


def names_demand(noun: Token) -> bool:
    """True for a noun that names a demand again: "the request"."""
    return noun.tag_ in {"NN", "NNS"} and noun.lemma_.lower() in lexicon.words("responses", "anaphors.nouns")


def _disputes(verb: Token, answered: Token) -> bool:
    """True for what is denied or dismissed as untrue and was never asked: "denied that it", "dismissed the charge"."""
    if verb.lemma_ == "deny" and not names_demand(answered):
        return True
    finite = answered.dep_ == "ccomp" and any(child.dep_ == "mark" for child in answered.lefts)
    return finite and verb.lemma_ in {"dismiss", "reject", "concede", "accept"}


def _only_some(answered: Token) -> bool:
    """True where only a part is granted: "one of the demands", "two of their four terms", "most of the call"."""
    above = answered.head.head if answered.dep_ == "pobj" and answered.head.lower_ == "of" else None
    part = above is not None and (above.like_num or above.lower_ in lexicon.words("responses", "getting.some"))
    return part or any(child.lower_ in {"some", "most", "partial"} for child in answered.lefts)


def made(token: Token, kind: ResponseKind, responders: tuple[Token, ...], answered: Token) -> Answer:
    """The answer of a word, with the tokens of its clause."""
    start, end = clause(token)
    return Answer(trigger=token, kind=kind, responders=responders, answered=answered, start=start, end=end)


def _doers(verb: Token) -> tuple[Token, ...]:
    """Who answers; "difficult for them to heed" names them after `for`."""
    governor = _governor(verb)
    if _is_hard(governor):
        for part in (*governor.children, governor):
            found = tree.prepositional_objects(part, "for")
            if found:
                return found
    return askers.doers(verb)


def _governor(verb: Token) -> Token:
    """What an infinitive hangs on; over "for somebody" to the word before it."""
    noun = verb.head
    return noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else noun


def _is_hard(governor: Token) -> bool:
    hard = lexicon.words("responses", "adjectives.hard")
    return governor.lemma_.lower() in hard or any(
        child.dep_ == "acomp" and child.lemma_.lower() in hard for child in governor.rights
    )


def kind_of(verb: Token) -> ResponseKind | None:
    """How a verb answers, by itself."""
    lemma = verb.lemma_.lower() if verb.lower_ not in _verbs() else verb.lower_
    for child in verb.rights:
        if child.i - verb.i <= PARTICLE_REACH and (lemma, child.lower_) in _phrasal():
            return _phrasal()[lemma, child.lower_]
    if lemma in lexicon.words("responses", "towards.verbs"):
        prepositions = lexicon.words("responses", "towards.prepositions")
        follows = any(child.lower_ in prepositions for child in verb.rights)
        infinitive = any(child.dep_ in {"xcomp", "advcl", "ccomp"} for child in verb.rights)
        return _verbs().get(lemma) if follows or infinitive else None
    return _verbs().get(lemma)


def doubtful(verb: Token) -> bool:
    """True where a clause says only that somebody may, should or plans to."""
    if any(child.lower_ in DOUBTFUL and child.dep_ == "aux" for child in verb.lefts) and not tree.negated(verb):
        return True
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)
    return infinitive and not (
        verb.head.lemma_.lower() in lexicon.words("responses", "doing.intending") or _is_hard(_governor(verb))
    )


def conditional(verb: Token) -> bool:
    """True where an answer hangs on an if or an only."""
    return any(
        mark.lower_ in CONDITIONS
        for child in verb.children
        if child.dep_ == "advcl"
        for mark in child.lefts
        if mark.dep_ == "mark"
    )


def _only_if(verb: Token) -> bool:
    """True where an "only if" follows an answer, wherever the parser hung it."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    return any(token.lower_ in {"if", "after", "when"} and token.nbor(-1).lower_ == "only" for token in rest)


def _answered(verb: Token, kind: ResponseKind) -> Token | None:
    """What a verb answers: a noun that names a demand, near it; or its own object or infinitive."""
    if tree.passive(verb) or kind == "conditional":
        subjects = tree.grammatical_subjects(verb)
        if subjects and (tree.passive(verb) or not parties.actors(verb.doc, subjects)):
            return subjects[0]
    if verb.dep_ in {"relcl", "acl"} and not tree.passive(verb) and names_demand(verb.head):
        return verb.head
    own = _objects(verb)
    if own and (own[0].pos_ in {"VERB", "AUX"} or names_demand(own[0])):
        return own[0]
    for token in verb.doc[verb.i + 1 : min(verb.i + 1 + NEARBY, verb.sent.end)]:
        if token.pos_ in {"VERB", "AUX"} or token.text in {";", "."}:
            break
        if names_demand(token):
            return token
    return own[0] if own else None


def _objects(verb: Token) -> tuple[Token, ...]:
    for child in verb.rights:
        if child.dep_ in {"dobj", "obj"}:
            return (child,)
    found = tree.prepositional_objects(verb, *lexicon.words("responses", "towards.prepositions"))
    if found:
        return found[:1]
    return tuple(child for child in verb.rights if child.dep_ in {"xcomp", "ccomp"})[:1]


def clause(verb: Token) -> tuple[int, int]:
    """The tokens of a clause from its subject on, without the clauses coordinated with it."""
    start, end = tree.reach(verb)
    for child in verb.lefts:
        if child.dep_ in {"nsubj", "nsubjpass", "aux", "neg", "auxpass"}:
            start = child.left_edge.i
            break
    if verb.dep_ == "xcomp" and verb.head.i < verb.i and verb.head.pos_ == "VERB":
        start = clause(verb.head)[0]
    for child in verb.rights:
        if (
            child.dep_ in {"cc", "conj", "parataxis"}
            and child.i > verb.i
            and (child.dep_ == "cc" or child.pos_ in {"VERB", "AUX"})
        ):
            end = child.left_edge.i
            break
    while start < verb.i and (verb.doc[start].is_space or verb.doc[start].is_punct):
        start += 1
    while end - 1 > verb.i and (verb.doc[end - 1].is_space or verb.doc[end - 1].lower_ in {",", ".", ";", ":"}):
        end -= 1
    return start, max(end, verb.i + 1)


def done_so(verb: Token) -> bool:
    """True for "do so", "do that", "do just that"."""
    return any(
        child.lower_ in {"so", "that", "likewise"}
        for child in verb.rights
        if child.dep_ in {"dobj", "obj", "advmod", "ccomp"}
    )
