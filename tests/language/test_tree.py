from __future__ import annotations

import spacy
from spacy.tokens import Doc

from generator.language import tree

VOCAB = spacy.blank("en").vocab


def parsed(text: str, tags: str, pos: str, heads: list[int], deps: str) -> Doc:
    return Doc(VOCAB, words=text.split(), tags=tags.split(), pos=pos.split(), heads=heads, deps=deps.split())


def test_a_finite_clause_behind_a_subordinator_takes_the_noun_before_its_verb() -> None:
    """The parser hung "union" elsewhere: the miller, whose clause governs, must not press."""
    doc = parsed(
        "The miller waited as the union presses claims",
        "DT NN VBD IN DT NN VBZ NNS",
        "DET NOUN VERB SCONJ DET NOUN VERB NOUN",
        [1, 2, 2, 6, 5, 3, 2, 6],
        "det nsubj ROOT mark det pobj advcl dobj",
    )
    assert [token.text for token in tree.doers(doc[6])] == ["union"]


def test_a_participle_shares_the_subject_of_its_governor() -> None:
    doc = parsed(
        "The miller waited pressing claims",
        "DT NN VBD VBG NNS",
        "DET NOUN VERB VERB NOUN",
        [1, 2, 2, 2, 3],
        "det nsubj ROOT advcl dobj",
    )
    assert tree.subject_by_place(doc[3]) is None
    assert [token.text for token in tree.doers(doc[3])] == ["miller"]
