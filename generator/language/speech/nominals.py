"""Attributions by nouns and adjectives: `his claim that ...`, `a promise to ...`, `X is sure that ...`."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.speech import cues, sources, word_order

Range = tuple[int, int]

_CLAUSAL = frozenset({"acl", "ccomp", "relcl", "xcomp", "advcl"})
_SHORTEST = 3
"""Tokens of a clause with `that`; a shorter reach of its noun is a parser's mistake."""
_BY = frozenset({"from", "by"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m", "am"})


def of_noun(noun: Token, sentence: Range) -> tuple[Token | None, Range] | None:
    """The source and the content of a noun that holds words or thoughts, or None."""
    frames = cues.of_noun(noun)
    content = _content(noun, frames, sentence) if frames else None
    if content is None:
        return None
    holder = _holder(noun, sentence)
    return (holder, content) if holder is not None or noun.doc[content[0]].lower_ == "that" else None


def of_adjective(adjective: Token, sentence: Range) -> tuple[Token | None, Range] | None:
    """The source and the content of an adjective behind a form of `be`, or None."""
    frames = cues.of_adjective(adjective)
    content = _content(adjective, frames, sentence) if frames and _predicative(adjective) else None
    if content is None:
        return None
    subjects = tree.grammatical_subjects(adjective) or tree.grammatical_subjects(adjective.head)
    return (subjects[0] if subjects else sources.before(adjective, sentence[0])), content


def _predicative(adjective: Token) -> bool:
    i = adjective.i - 1
    while i > 0 and adjective.doc[i].pos_ in {"ADV", "PART"}:
        i -= 1
    return adjective.doc[i].lower_ in _BE


def _content(word: Token, frames: frozenset[str], sentence: Range) -> Range | None:
    doc, end = word.doc, sentence[1]
    following = doc[word.i + 1] if word.i + 1 < end else None
    if following is None:
        return None
    if "clause" in frames and following.lower_ == "that" and following.tag_ == "IN":
        reach = word.right_edge.i + 1
        clause = word_order.after(word, following.i, min(reach, end) if reach > following.i + _SHORTEST else end)
        if clause:
            return clause[0]
    if "infinitive" in frames and following.tag_ == "TO":
        verb = next((child for child in word.rights if child.dep_ in _CLAUSAL and child.i > following.i), None)
        close = min(verb.right_edge.i + 1, end) if verb is not None else following.head.right_edge.i + 1
        return (following.i, close) if close > following.i + 1 else None
    if following.lower_ in frames:
        inner = next((child for child in following.children if child.dep_ in {"pobj", "pcomp"}), None)
        if inner is not None and inner.i > following.i:
            return inner.left_edge.i, min(inner.right_edge.i + 1, end)
    return None


def _holder(noun: Token, sentence: Range) -> Token | None:
    """Whose words or thoughts a noun holds: its possessor, `from X`, `by X`, or the subject of its verb.

    Who rejects or answers a claim does not make it.

    A name right before a plural is the subject of a verb read as a noun: `Reuters reports that`.
    """
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    if noun.tag_ == "NNS" and noun.i > sentence[0] and noun.doc[noun.i - 1].dep_ == "compound":
        return noun.doc[noun.i - 1]
    for child in noun.rights:
        if child.lower_ in _BY and child.dep_ in {"prep", "agent"}:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    if noun.dep_ in {"dobj", "attr", "conj"}:
        head = noun.head
        if head.pos_ in {"VERB", "AUX"} and head.lemma_.lower() not in lexicon.words("attribution", "sources.others"):
            return sources.of_verb(head, sentence[0])
    return None
