"""What words judge a sanction: its worth by what is said of it (the appraisal system; Martin and White 2005)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.debate.sanction_trigger import lemma, modifiers

_NAME = "sanctions_stances"
_PREDICATES = frozenset(
    {
        "acomp",
        "attr",
        "oprd",
        "dobj",
        "advmod",
        "amod",
        "conj",
        "prep",
        "pobj",
        "xcomp",
        "ccomp",
        "advcl",
        "npadvmod",
        "compound",
        "pcomp",
    }
)


def value(token: Token) -> int:
    """The sign of a word that judges; turned by a negation of it or of the verb above."""
    if token.lower_ == "goods":
        return 0
    word = lemma(token)
    if any(child.lower_ == "too" for child in token.lefts):
        return (
            -1
            if word in lexicon.words(_NAME, "value.excess")
            else 1
            if word in lexicon.words(_NAME, "value.lack")
            else 0
        )
    if word == "enough" and any(tree.negated(above) for above in (token.head, token.head.head)):
        return 1
    if word in lexicon.words(_NAME, "value.striking"):
        struck = (child for child in token.rights if child.dep_ == "dobj")
        return -1 if any(lemma(one) in lexicon.words(_NAME, "value.victims") for one in struck) else 0
    sign = -1 if word in lexicon.words(_NAME, "value.bad") else 1 if word in lexicon.words(_NAME, "value.good") else 0
    if sign and (tree.negated(token) or (token.head.i != token.i and tree.negated(token.head))):
        return -sign
    return sign


def too_little(word: Token) -> bool:
    """True where what is said below a word finds too little of a measure: "do not go far enough", "as too weak"."""
    degree = {"enough", "too"}
    judges = (part.head if part.lower_ == "too" else part for part in word.subtree if part.lower_ in degree)
    return any(value(part) > 0 for part in judges)


def judged(tokens: Iterable[Token]) -> int:
    """The sign of all that judges in some words; 0 where nothing does or it weighs even."""
    total = sum(value(token) for token in tokens)
    return (total > 0) - (total < 0)


def judging(token: Token) -> Iterator[Token]:
    """The words that may judge what a token names: what is said of it, not what it is told to answer or to hit."""
    below, above = token, token.head
    ends = lexicon.words("sanctions_status", "reach.ends")
    for _ in range(5):
        if above.i == below.i:
            return
        if above.pos_ not in {"ADP", "SCONJ"} and not _answered(above):
            yield above
        for child in above.children:
            if (
                child.i not in {below.i, token.i}
                and child.dep_ in _PREDICATES
                and child.lower_ not in ends
                and not _supposed(child)
            ):
                yield from _small(child, 2)
        below, above = above, above.head


def _answered(noun: Token) -> bool:
    """True for what a measure answers: "answer further aggression with"."""
    return noun.dep_ == "dobj" and lemma(noun.head) in lexicon.words(_NAME, "value.answering")


def _supposed(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless"} for child in verb.lefts
    )


def _small(token: Token, depth: int) -> Iterator[Token]:
    """A word with the words that hang on it, so many steps down, without what only surrounds it."""
    yield token
    if not depth:
        return
    for child in token.children:
        if child.dep_ in _PREDICATES and child.lower_ not in lexicon.words("sanctions_status", "reach.ends"):
            yield from _small(child, depth - 1)


def branded(token: Token) -> bool:
    """True where a word right before a measure condemns it: "these illegal sanctions"."""
    return any(lemma(word) in lexicon.words(_NAME, "value.before") for word in modifiers(token))


def hostile(token: Token) -> bool:
    """True for words by which those whom a measure hits call it."""
    return lemma(token) in lexicon.words(_NAME, "value.hostile")
