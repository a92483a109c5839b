"""Encoders made for reading: the same bytes whatever stands beside a text, and nearly those of the encoder itself."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language
from threadpoolctl import threadpool_info

from generator.language.packing import unpack
from generator.language.pipelines import BUNDLED_FOLDER

TEXTS = ("Lima agreed.", "The envoys of Peru left Quito on Friday, and Lima agreed to a truce.", "", "Quito?")


@pytest.mark.parametrize("component", ["tok2vec", "ner"])
def test_a_text_gets_the_same_bytes_alone_and_in_company(nlp: Language, component: str) -> None:
    model = nlp.get_pipe(component).model  # type: ignore[attr-defined]
    encoder = next(node for node in model.walk() if node.layers and node.layers[0].name == "remembered")
    docs = [nlp.make_doc(text) for text in TEXTS]
    together = encoder.predict(docs)
    for doc, vectors in zip(docs, together, strict=True):
        assert vectors.shape == (len(doc), together[0].shape[1])
        assert np.array_equal(encoder.predict([doc])[0], vectors)


def test_a_full_table_is_emptied_and_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = unpack(BUNDLED_FOLDER)
    first = [(token.dep_, token.head.i) for token in nlp(TEXTS[1])]
    monkeypatch.setattr("generator.language.encoders._MOST_WORDS", 3)
    assert [(token.dep_, token.head.i) for text in TEXTS for token in nlp(text)][3:][: len(first)] == first


def test_one_thread_multiplies(nlp: Language) -> None:
    assert nlp.pipe_names
    assert all(library["num_threads"] == 1 for library in threadpool_info() if library["user_api"] == "blas")
