"""Reported clauses: what stands for the words of another, before, after or around the verb that reports it.

Trees come first; where a parser attaches a clause to the wrong head, the order of the words decides, since English
leaves few places to a reporting clause (Quirk et al. 1985, 16.30-31 and 15.54 on comment clauses).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language import cues

Range = tuple[int, int]

_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "parataxis", "dep", "acl", "relcl", "conj", "csubj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST_SUBJECT = 30


def of_verb(verb: Token, sentence: Range, source: Token | None) -> tuple[Range, ...]:
    """The parts of the clause that a verb reports; empty where it reports none."""
    low, high = _reporting_clause(verb, sentence, source)
    clause = _complement(verb)
    if clause is None:
        return _by_order(verb, low, high, sentence)
    start, end = max(clause.left_edge.i, sentence[0]), min(clause.right_edge.i + 1, sentence[1])
    if start > verb.i:
        end = min(max(end, verb.right_edge.i + 1), sentence[1])
        return ((max(start, high), _resumed(verb, max(start, high), end)),)
    begin = sentence[0] if _is_comment(verb.doc, low, high, sentence) else start
    if end > high + 1:
        return (begin, low), (high, _resumed(verb, high, sentence[1]))
    return ((begin, low),)


def infinitive(verb: Token) -> Token | None:
    """The infinitive with `to` that is the complement of a verb."""
    return next((child for child in verb.rights if child.dep_ in _CLAUSAL and _is_infinitive(child)), None)


def _is_infinitive(clause: Token) -> bool:
    return any(child.tag_ == "TO" for child in clause.lefts)


def _complement(verb: Token) -> Token | None:
    """The finite clause that is the complement of a verb by the tree."""
    for child in verb.children:
        if child.dep_ == "ccomp" and not _is_infinitive(child):
            return child
    for child in verb.rights:
        if child.dep_ in _CLAUSAL and any(
            inner.dep_ == "mark" and inner.lower_ in {"that", "whether"} for inner in child.children
        ):
            return child
    return None


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
    if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN", "VBG"} or low == high - 1:
        return ()
    if _is_comment(doc, low, high, sentence) and _has_finite(doc, sentence[0], low):
        if high < sentence[1] - 1 and doc[high].text == ",":
            return (sentence[0], low), (high, _resumed(verb, high + 1, sentence[1]))
        return ((sentence[0], low),)
    return ()


def _has_finite(doc: Doc, start: int, end: int) -> bool:
    return any(doc[i].tag_ in _FINITE for i in range(start, end))


def _resumed(verb: Token, start: int, end: int) -> int:
    """Where reported speech ends: before the reporter takes the word again, `, saying ...` or `and warned ...`."""
    doc = verb.doc
    for i in range(start + 2, end - 1):
        token = doc[i]
        if token.tag_ == "VBG" and doc[i - 1].text == "," and cues.of_verb(token) is not None:
            return i - 1
        if token.tag_ == verb.tag_ and token.tag_ in {"VBD", "VBZ"} and cues.of_verb(token) is not None:
            before = i - 1
            while before > start and doc[before].pos_ == "ADV":
                before -= 1
            if doc[before].pos_ == "CCONJ":
                return before - 1 if doc[before - 1].text == "," else before
    return end
