"""Reported clauses: what stands for the words of another, before, after or around the verb that reports it.

Trees come first; where a parser attaches a clause to the wrong head, the order of the words decides.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language.speech import cues
from generator.language.speech.word_order import (
    FINITE,
    MARKS,
    after,
    behind_adverbial,
    clause_start,
    has_finite,
    resumed,
)

Range = tuple[int, int]

_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "parataxis", "dep", "acl", "relcl", "conj", "csubj"})
_AUDIENCE = frozenset({"reporters", "journalists", "newsmen", "correspondents"})
_FARTHEST_THAT = 12
_LONGEST_SUBJECT = 30


def of_verb(verb: Token, sentence: Range, source: Token | None) -> tuple[Range, ...]:
    """The parts of the clause that a verb reports; empty where it reports none."""
    low, high = _reporting_clause(verb, sentence, source)
    clause = _complement(verb, sentence)
    if clause is None:
        return _by_order(verb, low, high, sentence)
    start, end = max(clause.left_edge.i, sentence[0]), min(clause.right_edge.i + 1, sentence[1])
    if start > verb.i:
        first = _opening(verb, clause, max(start, high), high)
        end = resumed(verb, first, min(max(end, verb.right_edge.i + 1), sentence[1]))
        if first == high and verb.doc[first].tag_ in FINITE and _is_pause(verb.doc, low - 1, sentence):
            return (sentence[0], low), (first, end)
        return ((first, end),)
    begin = sentence[0] if _is_comment(verb.doc, low, high, sentence) else start
    if end > high + 1:
        return (begin, low), (high, resumed(verb, high, sentence[1]))
    return ((begin, low),)


def infinitive(verb: Token) -> Token | None:
    """The infinitive with `to` that is the complement of a verb, by the tree or right behind the verb."""
    for child in verb.rights:
        if child.dep_ in _CLAUSAL and _is_infinitive(child):
            return child
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    return following.head if following.tag_ == "TO" and following.head.i > following.i else None


def _opening(verb: Token, clause: Token, start: int, high: int) -> int:
    """Where a reported clause opens: with `that`, with the subject that a parser left outside, behind an addressee."""
    doc = verb.doc
    mark = next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
    if mark is not None and start < mark.i <= start + _FARTHEST_THAT:
        return mark.i
    if doc[start].tag_ in FINITE or (clause.tag_ == "VB" and mark is None):
        return behind_adverbial(doc, high, clause.i)
    if _addresses(verb) and start == high:
        that = clause_start(doc, start, clause.i)
        if that > start and doc[that].lower_ == "that":
            return that
        if _is_addressee(doc, start):
            return start + 1
    return behind_adverbial(doc, start, clause.i)


def _addresses(verb: Token) -> bool:
    cue = cues.of_verb(verb)
    return cue is not None and "object-to" in cue.frames


def _is_addressee(doc: Doc, at: int) -> bool:
    """True for a bare plural before another noun phrase: `told reporters the plan ...`."""
    if doc[at].tag_ != "NNS" or at + 1 >= len(doc):
        return False
    return doc[at].lower_ in _AUDIENCE or doc[at + 1].pos_ in {"PROPN", "PRON", "DET"}


def _is_pause(doc: Doc, at: int, sentence: Range) -> bool:
    return at > sentence[0] and doc[at].text == ","


def _complement(verb: Token, sentence: Range) -> Token | None:
    """The finite clause that is the complement of a verb by the tree, rather after than before it."""
    left, inside = None, _has_complementizer(verb)
    for child in verb.children:
        if not sentence[0] <= child.i < sentence[1] or (inside and child.dep_ == "conj") or _comments_on(verb, child):
            continue
        if child.dep_ == "ccomp" and not _is_infinitive(child):
            if child.i > verb.i:
                return child
            left = child
        elif child.i > verb.i and child.dep_ in _CLAUSAL and _has_complementizer(child):
            return child
    return left


def _comments_on(verb: Token, clause: Token) -> bool:
    """True for a reporting clause behind the clause that it reports: `Lima asked for help, the minister said`."""
    first = clause.left_edge.i
    pause = first - 1 - (verb.doc[first - 1].text in MARKS)
    if not verb.i < pause < clause.i or verb.doc[pause].text != "," or clause.tag_ not in FINITE:
        return False
    cue = cues.of_verb(clause)
    return cue is not None and "quote" in cue.frames and not any(child.dep_ in _CLAUSAL for child in clause.rights)


def _is_infinitive(clause: Token) -> bool:
    return any(child.tag_ == "TO" for child in clause.lefts)


def _has_complementizer(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in {"that", "whether"} for child in clause.lefts)


def _reporting_clause(verb: Token, sentence: Range, source: Token | None) -> Range:
    """The tokens of `X said` or `said X`, auxiliaries and adverbs between them included."""
    low, high = verb.i, verb.i + 1
    if source is not None and sentence[0] <= source.i < sentence[1]:
        left, right = max(source.left_edge.i, sentence[0]), min(source.right_edge.i + 1, sentence[1])
        if source.i < verb.i <= source.i + _LONGEST_SUBJECT:
            low = left
        elif source.head.i == verb.i and source.i > verb.i:
            high = right
    return low, high


def _is_comment(doc: Doc, low: int, high: int, sentence: Range) -> bool:
    """True where commas set a reporting clause off from what is reported: `..., X said, ...`."""
    return (
        low > sentence[0]
        and doc[low - 1].text in {",", "”", '"', "''"}
        and (high >= sentence[1] or doc[high].text in {",", ".", "?", "!", ";"} or doc[high].is_punct)
    )


def _by_order(verb: Token, low: int, high: int, sentence: Range) -> tuple[Range, ...]:
    """The reported clause by the order of words, where the tree has none."""
    doc = verb.doc
    if low == high - 1 and verb.tag_ in {"VB", "VBN"}:
        return ()
    if _is_comment(doc, low, high, sentence) and has_finite(doc, sentence[0], low):
        if high < sentence[1] - 1 and doc[high].text == ",":
            return (sentence[0], low), (high, resumed(verb, high + 1, sentence[1]))
        return ((sentence[0], low),)
    return after(verb, high, sentence[1])
