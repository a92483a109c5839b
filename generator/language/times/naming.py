"""What is dated: the noun or verb that a time belongs to, and a few words of the source that name it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.language import tree

_LONGEST = 16
"""Tokens in the name of an event."""

_INSIDE_NOUN = frozenset({"poss", "compound", "nmod", "amod", "nummod", "appos", "npadvmod", "det"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG"})
_EDGES = frozenset({"CC", "IN", "TO", ",", "WDT", "WP", ":", "``", "''", "-LRB-", "-RRB-", "RB", "SP", "_SP", "HYPH", "DT", ".", "WRB", "POS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What a time belongs to: `noun` where it sits in a noun phrase, `verb` the verb of the clause, `lead` the preposition."""

    noun: Token | None
    verb: Token | None
    lead: str


def dated(doc: Doc, start: int, end: int) -> Dated:
    """The noun and verb that the time in the tokens `start` to `end` belongs to."""
    token = doc[start:end].root
    noun, lead = None, ""
    before = doc[start - 1] if start else None
    if before is not None and before.sent.start == token.sent.start:
        lead = before.lower_
    while token.head.i != token.i:
        up = token.head
        inside = start <= up.i < end
        if not inside and up.pos_ in {"NOUN", "PROPN"} and up.tag_ in _NOUN_TAGS and noun is None:
            noun = up
        if not inside and up.pos_ in {"VERB", "AUX"}:
            return Dated(noun=noun, verb=up, lead=lead)
        token = up
    verb = token if token.pos_ in {"VERB", "AUX"} and not start <= token.i < end else None
    if verb is None and noun is None and token.pos_ in {"NOUN", "PROPN"} and not start <= token.i < end:
        noun = token
    return Dated(noun=noun, verb=verb, lead=lead)


def name(doc: Doc, found: Dated, start: int, end: int) -> tuple[int, int]:
    """The tokens that name what happens: a phrase of the noun, or of the clause, on one side of the time; never the time."""
    target = found.noun if found.noun is not None else found.verb
    sent = doc[start].sent
    if target is None:
        return trimmed(doc, *_longer((sent.start, start), (end, sent.end)))
    if target is found.noun:
        low, high = tree.noun_phrase(target)
        if low < start <= end < high or start <= low or end >= high:
            low, high = _beside(low, high, start, end)
        if low <= target.i < high:
            return trimmed(doc, low, min(high, low + _LONGEST))
    verb = found.verb
    if verb is None:
        return trimmed(doc, *_longer((sent.start, start), (end, sent.end)))
    low, high = _clause(verb)
    low, high = _beside(low, high, start, end, verb.i)
    if high - low > _LONGEST:
        low = max(low, min(verb.i, high - 3))
        high = min(high, low + _LONGEST)
    return trimmed(doc, low, high)


def _clause(verb: Token) -> tuple[int, int]:
    """A verb with its subject and complements, without clauses that are only attached."""
    low, high = verb.i, verb.i + 1
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "expl", "csubj"} and child.i < verb.i:
            low = min(low, child.left_edge.i)
    for child in verb.rights:
        if child.dep_ in {"punct", "cc", "conj", "advcl", "parataxis"} or child.dep_ == "ccomp":
            break
        high = child.right_edge.i + 1
    return low, high


def _beside(low: int, high: int, start: int, end: int, keep: int | None = None) -> tuple[int, int]:
    """The part of a phrase before or after the time: the one with `keep`, or the longer one."""
    if end <= low or start >= high:
        return low, high
    left, right = (low, start), (end, high)
    if keep is not None:
        return left if keep < start else right
    return _longer(left, right)


def _longer(left: tuple[int, int], right: tuple[int, int]) -> tuple[int, int]:
    return left if left[1] - left[0] >= right[1] - right[0] else right


def trimmed(doc: Doc, low: int, high: int) -> tuple[int, int]:
    """Without function words and marks at the edges; the tokens as they were where nothing else is left."""
    first, last = low, high
    while first < last and (doc[first].is_space or doc[first].is_punct or doc[first].tag_ in {"CC", "IN", ",", "WDT", "WP", "POS", "WRB"}):
        first += 1
    while first < last and (doc[last - 1].is_space or doc[last - 1].is_punct or doc[last - 1].tag_ in _EDGES):
        last -= 1
    return (first, last) if first < last else (low, high)


def place(doc: Doc, found: Dated, start: int, end: int) -> tuple[int, int] | None:
    """The tokens of the place of an event: a place name after "in" or "at" in its noun phrase or clause."""
    for target in (found.noun, found.verb):
        if target is None:
            continue
        for child in target.children:
            if child.dep_ == "prep" and child.lower_ in {"in", "at"}:
                for thing in child.children:
                    if thing.dep_ == "pobj" and thing.ent_type_ in {"GPE", "LOC", "FAC"} and not start <= thing.i < end:
                        low, high = tree.noun_phrase(thing)
                        entity = [i for i in range(low, high) if doc[i].ent_type_ in {"GPE", "LOC", "FAC"}]
                        return (entity[0], entity[-1] + 1) if entity else None
    return None
