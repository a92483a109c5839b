"""Which demand an answer answers: by the noun that names it again, by what is demanded, by who was asked, by nearness."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from generator.language import asking_nouns, lexicon, marks, parties, tree
from generator.language.answers import Answer
from generator.model.facts import Demand

NEARBY = 6
"""Sentences over which "the request" still means the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A demand in tokens: its sentence's index, the tokens of what is demanded, and the acts that these name."""

    demand: Demand
    sentence: int
    start: int
    end: int
    acts: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """An answer to the demand of index `demand`, given by the actors `by`."""

    demand: int
    by: tuple[str, ...]


def place(doc: Doc, demand: Demand) -> Placed:
    """Where a demand stands."""
    first = demand.evidence[0]
    at = max(doc.text.find(demand.text, first.start), first.start)
    span = doc.char_span(at, at + len(demand.text), alignment_mode="expand")
    start, end = (span.start, span.end) if span is not None else (0, 0)
    return Placed(demand=demand, sentence=_sentence_of(doc, start), start=start, end=end, acts=acts(demand.core))


def _sentence_of(doc: Doc, i: int) -> int:
    """The number of sentence starts up to a token."""
    return doc[i].sent.start


@cache
def _classes() -> dict[str, str]:
    table = lexicon.table("responses")["alike"]
    return {word: name for name, words in sorted(table.items()) for word in sorted(words)}


def acts(lemmas: tuple[str, ...]) -> frozenset[str]:
    """Content words, those that name one act (resign, step down) as one."""
    return frozenset(_classes().get(lemma, lemma) for lemma in lemmas)


def _acts_between(doc: Doc, start: int, end: int) -> frozenset[str]:
    return acts(tuple(token.lemma_.lower() for token in doc[start:end] if token.is_alpha and not token.is_stop))


def tied(doc: Doc, answer: Answer, placed: tuple[Placed, ...]) -> tuple[Tie, ...]:
    """The demands that an answer answers, with the responders; empty where none is surely meant."""
    by = parties.actors(doc, answer.responders)
    noun = answer.answered
    if noun is not None and noun.lemma_.lower() in lexicon.words("responses", "anaphors.nouns"):
        return _by_name(doc, answer, noun, by, placed)
    if not by or noun is None:
        return ()
    return _by_content(doc, answer, noun, by, placed)


def _by_name(doc: Doc, answer: Answer, noun: Token, by: tuple[str, ...], placed: tuple[Placed, ...]) -> tuple[Tie, ...]:
    """The answered noun holds its demand itself, or points back at the last ones of its owner."""
    own = [
        i
        for i, one in enumerate(placed)
        if noun.i < one.start <= noun.right_edge.i + 1 and one.start - noun.i <= NEARBY
    ]
    if own:
        return _ties(doc, own, by, placed)
    owners = parties.actors(doc, asking_nouns.demanders(noun))
    earlier = [
        i
        for i, one in enumerate(placed)
        if one.end <= noun.i and (not owners or set(owners) & set(one.demand.by)) and _may_answer(doc, by, one.demand)
    ]
    if not earlier or _sentences_between(doc, placed[earlier[-1]].start, noun.i) > NEARBY:
        return ()
    last = placed[earlier[-1]]
    same = [i for i in earlier if i == earlier[-1] or _one_matter(doc, placed[i], last, plural=noun.tag_ == "NNS")]
    return _ties(doc, same, by, placed)


def _one_matter(doc: Doc, one: Placed, last: Placed, *, plural: bool) -> bool:
    """True for a second demand that the same answer meets: the same thing asked again, or of a list told together."""
    if _sentences_between(doc, one.start, last.start) > 2:
        return False
    return len(one.acts & last.acts) * 2 >= len(last.acts) > 0 or (plural and one.demand.by == last.demand.by)


def _sentences_between(doc: Doc, first: int, second: int) -> int:
    return sum(1 for token in doc[min(first, second) + 1 : max(first, second) + 1] if token.is_sent_start)


def _by_content(
    doc: Doc, answer: Answer, noun: Token, by: tuple[str, ...], placed: tuple[Placed, ...]
) -> tuple[Tie, ...]:
    """What is refused or granted is what was demanded of the one who answers."""
    start, end = tree.reach(noun)
    named = _acts_between(doc, start, end)
    best, most = None, 0
    for i, one in enumerate(placed):
        if one.start <= answer.trigger.i < one.end or not set(_asked(doc, one.demand)) & set(_kin(doc, by)):
            continue
        shared = len(named & one.acts)
        if shared > most or (shared == most and shared and one.end <= answer.start):
            best, most = i, shared
    if best is None or most < min(2, len(placed[best].acts)):
        return ()
    return _ties(doc, [best], by, placed)


def _asked(doc: Doc, demand: Demand) -> tuple[str, ...]:
    return _kin(doc, demand.of)


def _kin(doc: Doc, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Actors and the countries that they act for."""
    countries = {actor.country for actor in marks.of(doc).actors if actor.key in keys and actor.country}
    states = tuple(
        actor.key for actor in marks.of(doc).actors if actor.kind == "country" and actor.country in countries
    )
    return (*keys, *states)


def _may_answer(doc: Doc, by: tuple[str, ...], demand: Demand) -> bool:
    if set(by) & set(demand.by):
        return False
    return not by or not demand.of or bool(set(_kin(doc, by)) & set(_kin(doc, demand.of)))


def _ties(doc: Doc, indexes: list[int], by: tuple[str, ...], placed: tuple[Placed, ...]) -> tuple[Tie, ...]:
    found = []
    for i in indexes:
        demand = placed[i].demand
        given = tuple(key for key in by if key not in demand.by) or demand.of
        if given and (by or demand.of):
            found.append(Tie(demand=i, by=given))
    return tuple(found)
