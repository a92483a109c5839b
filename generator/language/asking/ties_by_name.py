"""The ties of answers to demands that they name: "rejected the call to leave", "refused both demands"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from generator.language import lexicon, marks
from generator.language.asking import asking_nouns, parties, standing
from generator.language.asking.answers import Answer
from generator.language.asking.placed import Placed
from generator.language.asking.tie import Tie, sentences_between, tie_each, unsure

NEARBY = 6
"""Sentences over which "the request" still means the last one; tokens between a noun of asking and what it asks."""
TOGETHER = 2
"""Sentences over which several demands are told together."""


def by_nobody_known(doc: Doc, answer: Answer, placed: tuple[Placed, ...]) -> tuple[Tie, ...]:
    """An answer to a named demand by somebody who is no actor yet, and becomes one by answering."""
    found = by_name(doc, answer, (), placed)
    by = parties.parties(doc, answer.responders, asked=False) if found else ()
    return tuple(replace(tie, by=by) for tie in found) if by else found


def by_name(doc: Doc, answer: Answer, by: tuple[str, ...], placed: tuple[Placed, ...]) -> tuple[Tie, ...]:
    """The answered noun holds its demand itself, or points back at the last ones of its owner."""
    noun = answer.answered
    own = [i for i, one in enumerate(placed) if holds(noun, one)]
    if own:
        return tie_each(own, by, placed)
    # "a demand that Oslo has refused": who refuses it does not own it.
    owned = () if noun.i in {above.i for above in answer.trigger.ancestors} else asking_nouns.demanders(noun)
    owners = set(parties.actors(doc, owned)) or _called(doc, owned)
    if _another(noun) or (not owners and any(token.text[:1].isupper() for token in owned)):
        return ()
    free = [
        i
        for i, one in enumerate(placed)
        if _firm_enough(noun, one)
        and (
            standing.may_answer(doc, by, one.demand)
            or (one.end <= noun.i and standing.one_of_many(doc, by, one.demand))
        )
    ]
    before = [i for i in free if placed[i].end <= noun.i]
    meant = [i for i in before if not owners or owners & set(placed[i].demand.by)]
    meant = meant or [i for i in free if owners & set(placed[i].demand.by)][:1]
    if not meant and not any(owners & set(one.demand.by) for one in placed):
        meant = [i for i in before if standing.was_asked(doc, by, placed[i].demand)]
        if noun.tag_ == "NNS" and (owned or (definite(noun) and not meant)):
            return tie_each([i for i in free if standing.was_asked(doc, by, placed[i].demand)], by, placed)
    if not meant or sentences_between(doc, placed[meant[-1]].start, noun.i) > NEARBY:
        return ()
    last = placed[meant[-1]]
    same = [i for i in meant if i == meant[-1] or _one_matter(doc, placed[i], last, plural=noun.tag_ == "NNS")]
    found = tie_each(same, by, placed)
    return found if sentences_between(doc, last.start, noun.i) <= TOGETHER else unsure(found)


def _firm_enough(noun: Token, one: Placed) -> bool:
    """True where a demand can be what a noun calls it: no request is an order, and only terms are a condition."""
    lemma = noun.lemma_.lower()
    if lemma == "condition" and noun.tag_ == "NN":
        return one.demand.condition is not None
    firm: Mapping[str, frozenset[str]] = lexicon.table("responses")["anaphors"]["firm"]
    return lemma not in firm or one.demand.firmness in firm[lemma]


def _called(doc: Doc, owned: tuple[Token, ...]) -> set[str]:
    """The actors of the very name of a noun that nothing else ties to them: "the farmers' demands"."""
    words = {token.lower_ for token in owned if token.tag_ == "NNS"}
    return {actor.key for actor in marks.of(doc).actors if actor.name.lower() in words}


def _another(noun: Token) -> bool:
    """True for a demand only now brought up ("rejected a request"), not for one that sums up ("..., a call that")."""
    new = any(child.lower_ in {"a", "an", "another"} for child in noun.lefts)
    return new and not any(child.dep_ in {"relcl", "acl"} for child in noun.rights)


def holds(noun: Token, one: Placed) -> bool:
    """True where a demand is the complement of the noun: "the call | to leave"."""
    between = one.start - noun.i
    return 0 < between <= NEARBY and (between <= TOGETHER or one.start <= noun.right_edge.i + 1)


def _one_matter(doc: Doc, one: Placed, last: Placed, *, plural: bool) -> bool:
    """True for a second demand that the same answer meets: the same thing asked again, or of a list told together."""
    if sentences_between(doc, one.start, last.start) > TOGETHER:
        return False
    return len(one.acts & last.acts) * 2 >= len(last.acts) > 0 or (plural and one.demand.by == last.demand.by)


def definite(noun: Token) -> bool:
    """True for a noun that points back: "the request", "their request"."""
    return any(
        child.lower_ in {"the", "this", "these", "that", "those"} or child.dep_ == "poss" for child in noun.lefts
    )
