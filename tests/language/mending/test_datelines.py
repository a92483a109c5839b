"""Datelines: no part of the tree that the parser reads, no sentence of their own."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("MAPUTO — Mozambique rejected the demands on Monday. He left.", "MAPUTO"),
        ("NEW DELHI (Reuters) - India rejected the demands. He left.", "DELHI"),
        ("Envoys return\n\nSUVA — Fiji rejected the demands. He left.", "SUVA"),
    ],
)
def test_a_dateline_hangs_on_the_verb_of_its_sentence(text: str, place: str, nlp: Language) -> None:
    doc = nlp(text)
    token = next(token for token in doc if token.text == place)
    assert token.head.text == "rejected"
    assert token.head.dep_ == "ROOT"
    assert token.dep_ == "npadvmod"
    sentence = token.sent.text.strip()
    assert place in sentence
    assert sentence.endswith(("demands.", "demands on Monday."))


def test_a_place_in_mid_sentence_is_no_dateline(nlp: Language) -> None:
    doc = nlp("Ships left PARIS — and returned.")
    assert next(token for token in doc if token.text == "PARIS").dep_ == "dobj"
