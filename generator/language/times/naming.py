"""What is dated: the noun or verb that a time belongs to, and a few words of the source that name it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.language import lexicon, tree

_LONGEST = 16
"""Tokens in the name of an event."""

_TELLING = 2
"""Content words that tell what happens."""

_CLIMB = 3
"""Governors that a verb may share its subject with."""

_NAMES = frozenset({"GPE", "LOC", "FAC", "PERSON"})
_EVENT_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_TIMES = frozenset({"DATE", "TIME"})
_LIGHT = frozenset({"have", "be"})
_LEADING = frozenset(
    {"CC", "IN", "TO", ",", ":", ".", "WDT", "WP", "WRB", "POS", "-RRB-", "``", "''", "HYPH", "SP", "_SP", "RP"}
)
_TRAILING = (_LEADING - {"RP"}) | {"DT", "RB", "-LRB-", "PRP$", "MD"}
_INSIDE_PHRASE = _EVENT_NOUNS | {"DT", "JJ", "JJR", "JJS", "CD", "HYPH", "POS", "PRP$", "IN"}
_BREAKS = frozenset({"punct", "cc", "conj", "advcl", "parataxis", "relcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What a time belongs to: a `noun` where it sits in its phrase, the clause's `verb`; `lead` is the word before."""

    noun: Token | None
    verb: Token | None
    lead: str


def dated(doc: Doc, start: int, end: int) -> Dated:
    """The noun and verb that the time in the tokens `start` to `end` belongs to."""
    token = doc[start:end].root
    noun: Token | None = None
    lead = doc[start - 1].lower_ if start and not doc[start].is_sent_start else ""
    words = lexicon.table("dates")
    while token.head.i != token.i:
        inner, token = token, token.head
        if start <= token.i < end:
            continue
        if token.tag_ == "VBG" and (token.dep_ in {"prep", "pcomp"} or _begins_a_count(token)):
            continue
        if token.pos_ in {"VERB", "AUX"}:
            verb = _own_verb(doc, token, start, end)
            return Dated(noun=_held(noun, verb, start, end), verb=verb, lead=lead)
        if noun is None and token.tag_ in _EVENT_NOUNS and token.lower_ not in words["edge_nouns"]:
            beside = start <= inner.i < end and inner.dep_ in {"poss", "compound", "nmod", "amod", "nummod"}
            if beside or (token.ent_type_ not in _NAMES and token.pos_ != "PROPN"):
                noun = token
    root = token if token.pos_ in {"VERB", "AUX"} and not start <= token.i < end else None
    return Dated(noun=noun, verb=root, lead=lead)


def _begins_a_count(verb: Token) -> bool:
    """Whether a participle tells on which day a length of time begins: "for ten days beginning Thursday"."""
    words = lexicon.table("dates")
    return verb.lower_ in words["span"]["from"] and verb.dep_ == "acl" and verb.head.lower_ in words["edge_nouns"]


def _held(noun: Token | None, verb: Token, start: int, end: int) -> Token | None:
    """The noun that a time belongs to, where that can take place; what can not leaves the time to the clause."""
    if noun is None or start <= noun.i < end or noun.i >= end:
        return noun
    words = lexicon.table("dates")
    word = noun.lemma_.lower()
    if word in words["report_nouns"]:
        return noun
    if noun.i == start - 1 and verb.lemma_.lower() in words["reporting"]:
        return None
    if _happens(noun) or word in words["amount_nouns"]:
        return noun
    inside = noun.doc[noun.i + 1 : start]
    return next((token for token in reversed(list(inside)) if token.pos_ == "NOUN" and _happens(token)), None)


def _happens(noun: Token) -> bool:
    """True for a noun of something that takes place."""
    words = lexicon.table("dates")
    word = noun.lemma_.lower()
    return word in words["event_nouns"] or word.endswith(tuple(words["event_endings"]))


def _own_verb(doc: Doc, verb: Token, start: int, end: int) -> Token:
    """The verb before a time, where the parse gives it to a participle behind: "begin drills Thursday using"."""
    closes = start and doc[start - 1].pos_ in {"NOUN", "PROPN", "VERB", "ADV"} and not doc[start].is_sent_start
    if verb.i == end and verb.tag_ == "VBG" and closes and verb.head.pos_ == "VERB" and verb.head.i < start:
        return verb.head
    return verb


def called(found: Dated) -> Token | None:
    """The noun that an event is called by: the dated noun, or what its verb begins, or who its verb is about."""
    if found.noun is not None:
        return found.noun
    verb, steps = found.verb, 0
    while verb is not None and steps < _CLIMB:
        aspectual = verb.lemma_.lower() in lexicon.table("dates")["aspectual"]
        roles = {"dobj", "nsubjpass"} if aspectual else {"nsubj", "nsubjpass"}
        for child in verb.children:
            if child.dep_ in roles and child.pos_ == "NOUN":
                return child
        if verb.dep_ == "acl":
            return verb.head
        verb, steps = (verb.head if verb.dep_ == "xcomp" and verb.head.i != verb.i else None), steps + 1
    return None


def name(doc: Doc, found: Dated, start: int, end: int, others: Sequence[tuple[int, int]] = ()) -> tuple[int, int]:
    """The tokens that name what happens, without the time: a noun phrase or a clause, on one side of it.

    `others` are the tokens of the other times of the sentence: what stands with one of them belongs to another event.
    A name that tells too little by itself takes in the time.
    """
    low, high = _parted(doc, found, _name(doc, found, start, end), start, others)
    inside = found.noun is not None and start < found.noun.i < end
    clause = (low if found.verb is None else min(low, _subject_start(found.verb)), max(high, end))
    light = doc[high - 1].lemma_.lower() in _LIGHT
    for wider in (*(() if light else (clause,)), _stretch(doc, start, end)):
        if inside or telling(doc, low, high, (start, end)):
            break
        if wider[1] - wider[0] <= _LONGEST and telling(doc, wider[0], wider[1], (start, end)):
            before = _trimmed(doc, wider[0], min(start, wider[1]))
            low, high = before if telling(doc, *before, (start, end)) else _trimmed(doc, *wider)
    return low, high


def _stretch(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The tokens from mark to mark of punctuation around a time."""
    low, high, sent = start, end, doc[start].sent
    while low > sent.start and not (doc[low - 1].is_punct or doc[low - 1].is_space):
        low -= 1
    while high < sent.end and not (doc[high].is_punct or doc[high].is_space):
        high += 1
    return low, high


def telling(doc: Doc, low: int, high: int, time: tuple[int, int]) -> bool:
    """Whether some words tell what happens: two words of content, times apart, no bare "have" or "is" at the end."""
    if high > low and doc[high - 1].lemma_.lower() in _LIGHT:
        return False
    words = (token for token in doc[low:high] if token.pos_ in _CONTENT and token.ent_type_ not in _TIMES)
    return sum(1 for token in words if not time[0] <= token.i < time[1]) >= _TELLING


def _parted(
    doc: Doc, found: Dated, name: tuple[int, int], start: int, others: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """A name without what another time in it dates: from its own verb on, to its own conjunct, or before the time."""
    low, high = name
    for other, stop in others:
        if low < other and stop <= high:
            if other > start:
                high = other
            elif found.verb is not None and found.verb.i >= stop:
                low = _first_of_verb(found.verb)
            elif _content(doc, stop, start) and high <= start:
                high = start
            else:
                high = other
        elif low < other <= high <= start and found.verb is not None and _content(doc, stop, start):
            high = start
    return _trimmed(doc, low, high) if (low, high) != name else name


def _name(doc: Doc, found: Dated, start: int, end: int) -> tuple[int, int]:
    if found.noun is not None:
        low, high = _noun(found.noun, found.verb, start, end)
    elif found.verb is not None:
        low, high = _verb(doc, found.verb, start, end)
    else:
        sent = doc[start].sent
        low, high = _fuller(doc, (sent.start, start), (end, sent.end))
    return _trimmed(doc, low, high)


def _noun(noun: Token, verb: Token | None, start: int, end: int) -> tuple[int, int]:
    """The phrase of a dated noun; where the time leaves only the noun of an object, what the verb says of it too."""
    low, high = tree.noun_phrase(noun)
    if start <= noun.i < end:
        return low, noun.i + 1
    if end <= noun.i:
        low = max(low, end)
    elif start > noun.i:
        high = min(high, start)
    if high - low <= 1 and verb is not None and noun.dep_ in {"dobj", "pobj"} and end <= noun.i:
        high = max(high, _clause_end(verb))
    return low, min(high, low + _LONGEST)


def _verb(doc: Doc, verb: Token, start: int, end: int) -> tuple[int, int]:
    """A clause on one side of the time: from its subject where that is near, else from the verb."""
    stop = _clause_end(verb)
    first = _first_of_verb(verb)
    if start < first:
        left, right = (start, start), (max(end, min(first, _subject_start(verb))), stop)
    else:
        left, right = (_subject_start(verb), min(start, max(stop, verb.i + 1))), (end, min(stop, end + _LONGEST))
        if left[1] - left[0] > _LONGEST:
            left = (first, left[1])
    low, high = left if _content(doc, *left) >= _TELLING or _content(doc, *right) < _TELLING else right
    if high - low > _LONGEST:
        high = low + _LONGEST
        while high > low + 3 and doc[high].dep_ not in {"prep", "punct", "cc", "mark"}:
            high -= 1
    return low, high


def _first_of_verb(verb: Token) -> int:
    helpers = [child.i for child in verb.children if child.dep_ in {"aux", "auxpass", "neg"} and child.i < verb.i]
    return min([verb.i, *helpers])


def _subject_start(verb: Token) -> int:
    """Where the subject of a verb begins: its own, its governor's, or the noun that its clause is about."""
    steps, first = 0, _first_of_verb(verb)
    at = verb
    while steps < _CLIMB:
        for child in at.lefts:
            if child.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} and child.tag_ not in {"WDT", "WP"}:
                start = child.left_edge.i
                return start if first - start <= _LONGEST else child.i
        if at.dep_ in {"acl", "relcl"}:
            start = tree.noun_phrase(at.head)[0]
            return start if first - start <= _LONGEST else first
        if at.dep_ not in {"xcomp", "conj", "acomp", "oprd", "pcomp"} or at.head.i == at.i:
            break
        at, steps = at.head, steps + 1
    return _phrase_before(verb.doc, first)


def _phrase_before(doc: Doc, first: int) -> int:
    """Where a noun phrase begins that a participle without a subject follows: "a vote, expected", "a poll due"."""
    bridges = lexicon.table("dates")["bridges"]
    at = first - 1
    while at > 0 and (doc[at].lower_ in bridges or doc[at].tag_ == "RB"):
        at -= 1
    if at == first - 1 and doc[first].tag_ not in {"VBN", "VBG"}:
        return first
    if at < 0 or doc[at].tag_ not in _EVENT_NOUNS:
        return first
    low = at
    while low > 0 and doc[low - 1].tag_ in _INSIDE_PHRASE and first - low < _LONGEST and not doc[low].is_sent_start:
        low -= 1
    return low


def _clause_end(verb: Token) -> int:
    """Where the complements of a verb end: before what is only attached to it."""
    end = verb.i + 1
    for child in verb.rights:
        if child.dep_ in _BREAKS or child.dep_ == "ccomp":
            break
        end = child.right_edge.i + 1
    return end


def _content(doc: Doc, low: int, high: int) -> int:
    return sum(1 for token in doc[low:high] if token.pos_ in _CONTENT) if high > low else 0


def _fuller(doc: Doc, left: tuple[int, int], right: tuple[int, int]) -> tuple[int, int]:
    low, high = left if _content(doc, *left) >= _content(doc, *right) else right
    return low, min(high, low + _LONGEST)


def _trimmed(doc: Doc, low: int, high: int) -> tuple[int, int]:
    """Without function words and marks at the edges; as it was where nothing else is left."""
    opening = lexicon.table("dates")["span"]["from"]
    first, last = low, high
    while first < last and (doc[first].is_space or doc[first].is_punct or doc[first].tag_ in _LEADING):
        first += 1
    while first < last and (
        doc[last - 1].is_space
        or doc[last - 1].is_punct
        or doc[last - 1].tag_ in _TRAILING
        or (doc[last - 1].lower_ in opening and last - first > 1)
    ):
        last -= 1
    return (first, last) if first < last else (low, max(high, low + 1))
