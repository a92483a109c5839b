"""Component: what remains open between the sides of a sanctions debate."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from generator.language import lexicon, marks, measures
from generator.language.debate.sanction_trigger import lemma
from generator.model.facts import Dispute

_NAME = "sanctions_disputes"
_NEAR = 1


def mark(doc: Doc) -> None:
    """Finds what the sides leave open: writes `disputes`."""
    found = marks.of(doc)
    if not found.measures:
        return
    sentences = marks.usable(doc)
    near = {measures.place(naming.trigger.token) for naming, _key in measures.keyed(doc)}
    disputes = []
    for at, sentence in enumerate(sentences):
        if any(abs(at - other) <= _NEAR for other in near) and (place := _open(sentence)):
            disputes.append(
                Dispute(
                    text=marks.cite(doc, *place).quote.strip(" ,;:.—–-"),
                    evidence=(measures.passage(doc, doc[place[0]]),),
                )
            )
    found.disputes = tuple(disputes)


def _open(sentence: Span) -> tuple[int, int] | None:
    """The tokens of what a sentence leaves open: its "whether" clause, or all of it."""
    for token in sentence:
        if token.lower_ == "whether" and any(_asks(above) for above in _above(token)):
            return token.i, max(token.head.right_edge.i, token.i) + 1
    words = lexicon.words(_NAME, "open.words")
    text = sentence.text.lower()
    if any(lemma(token) in words and token.pos_ != "PROPN" for token in sentence) or any(
        phrase in text for phrase in lexicon.words(_NAME, "open.phrases")
    ):
        return sentence.start, sentence.end
    return None


def _asks(token: Token) -> bool:
    """True for a word that leaves a question open, or whose subject does: "the question is whether"."""
    words = lexicon.words(_NAME, "asked.words")
    return lemma(token) in words or any(
        lemma(part) in words for child in token.lefts if child.dep_ == "nsubj" for part in child.subtree
    )


def _above(token: Token) -> Iterator[Token]:
    for _ in range(3):
        if token.head.i == token.i:
            return
        token = token.head
        yield token
