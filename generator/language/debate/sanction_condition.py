"""The condition that a sanction hangs on: if, unless, until, in case of."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.debate.sanction_mood import mood

_NAME = "sanctions_status"
_NEAR = 8
_FAR = 16
"""Tokens between a sanction and an "if" at most: with punctuation between, and without."""
_WIDEST = 120
"""Tokens on either side of a sanction in which its condition may stand."""
_ENDS = frozenset({",", ".", ";", "”", '"'})


def condition(token: Token, verbs: set[int]) -> tuple[int, int] | None:
    """The if, unless or until that the handling of a sanction hangs on, as tokens; `verbs` are those that handle it."""
    doc = token.doc
    sentence = doc[max(token.sent.start, token.i - _WIDEST) : min(token.sent.end, token.i + _WIDEST)]
    words = lexicon.words(_NAME, "conditions.marks")
    for mark in sentence:
        if mark.lower_ in words and _binds(mark) and not _parted(token, mark):
            clause = mark if mark.lower_ == "without" else mark.head
            hangs = any(above.i in verbs for above in _climb(clause, 5)) or _follows(token, mark)
            if hangs and clause.dep_ in {"advcl", "prep", "ccomp", "pcomp"} and token.i not in _range(clause):
                return mark.i, clause.right_edge.i + 1
    text = [part.lower_ for part in sentence]
    for phrase in sorted(lexicon.words(_NAME, "conditions.phrases")):
        parts = phrase.split()
        for offset in range(len(text) - len(parts)):
            if text[offset : offset + len(parts)] == parts:
                start = sentence.start + offset
                head = doc[start]
                end = max(head.right_edge.i + 1, start + len(parts), doc[start + len(parts) - 1].right_edge.i + 1)
                if end <= start + len(parts) + 1:
                    end = next((i for i in range(end, sentence.end) if doc[i].text in _ENDS), sentence.end)
                if not start <= token.i < end:
                    return start, min(end, sentence.end)
    return None


def _parted(token: Token, mark: Token) -> bool:
    """True where a colon or semicolon stands between a sanction and an "if"."""
    first, last = sorted((token.i, mark.i))
    return any(part.text in {":", ";"} for part in token.doc[first:last])


def _binds(mark: Token) -> bool:
    """True for a word that opens a condition: a clause of its own, or "without" something under a modal or a "no"."""
    word, clause = mark.lower_, mark.head
    if word == "without":
        return mark.dep_ == "prep" and any(mood(above) or tree.negated(above) for above in _climb(mark, 5))
    if mark.dep_ == "prep" or (clause.pos_ == "ADJ" and not tree.grammatical_subjects(clause)):
        return False
    if word in {"provided", "providing"}:
        return mark.dep_ == "mark" or mark.nbor(1).lower_ == "that"
    return word != "when" or (mark.i > mark.sent.start and mark.nbor(-1).lower_ == "only")


def _follows(token: Token, mark: Token) -> bool:
    """True for an "if" shortly after a sanction with no other clause between: "sanctions to punish X if it attacks"."""
    between = token.doc[token.i + 1 : mark.i]
    if not 0 < mark.i - token.i <= (_NEAR if any(part.is_punct for part in between) else _FAR):
        return False
    return all(part.tag_ not in {"VBD", "VBZ", "VBP", "MD"} for part in between)


def _range(token: Token) -> range:
    start, end = tree.reach(token)
    return range(start, end)


def _climb(token: Token, most: int) -> Iterator[Token]:
    for _ in range(most):
        if token.head.i == token.i:
            return
        token = token.head
        yield token
