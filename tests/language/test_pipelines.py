"""Loading: the bundled pipeline, one by path, and those that are missing or do not fit."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.lookups import Lookups

from generator.errors import PipelineMissing, PipelineUnfit
from generator.language.about import describe
from generator.language.packing import read_card
from generator.language.pipelines import BUNDLED, BUNDLED_FOLDER, load_pipeline

LARGEST_BUNDLE = 5_000_000
LABELS = {
    "tagger": ["NNP", "VBD", "VBN", "MD", "POS", "NN"],
    "parser": ["nsubj", "nsubjpass", "dobj", "prep", "pobj", "ccomp", "xcomp", "agent", "relcl", "attr"],
    "ner": ["PERSON", "ORG", "GPE", "NORP"],
}


def hand_made(without: str = "") -> Language:
    """An untrained pipeline in the label scheme of `en_core_web_*`, without one label or component."""
    nlp = spacy.blank("en")
    for name, labels in LABELS.items():
        if name != without:
            pipe = nlp.add_pipe(name)
            for label in labels:
                if label != without:
                    pipe.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    if without != "lemmatizer":
        lookups = Lookups()
        lookups.add_table("lemma_lookup", {})
        nlp.add_pipe("lemmatizer", config={"mode": "lookup"}).initialize(lookups=lookups)  # type: ignore[attr-defined]
    return nlp


@pytest.fixture(scope="module")
def bundled() -> Language:
    return load_pipeline(BUNDLED)


def test_the_bundled_pipeline_annotates_all_that_the_rules_need(bundled: Language) -> None:
    doc = bundled("MAPUTO — Foreign Minister Ana Ruiz said on Monday that Mozambique rejected the demands.")
    assert all(doc.has_annotation(layer) for layer in ("TAG", "POS", "LEMMA", "DEP", "SENT_START", "ENT_IOB"))
    said = next(token for token in doc if token.text == "said")
    assert said.lemma_ == "say"
    assert said.dep_ == "ROOT"
    assert {child.dep_ for child in said.children} >= {"nsubj", "ccomp"}
    assert [(name.text, name.label_) for name in doc.ents] == [
        ("MAPUTO", "GPE"),
        ("Ana Ruiz", "PERSON"),
        ("Monday", "DATE"),
        ("Mozambique", "GPE"),
    ]
    assert [chunk.text for chunk in doc.noun_chunks][-1] == "the demands"


def test_the_bundle_is_small() -> None:
    assert sum(path.stat().st_size for path in BUNDLED_FOLDER.iterdir()) <= LARGEST_BUNDLE


def test_the_same_text_is_annotated_the_same_alone_and_in_a_batch(bundled: Language) -> None:
    texts = ["Chad closed its border.", "The U.N. Security Council met on Tuesday. It did not vote."]
    alone = [bundled(text).to_json() for text in texts]
    assert [doc.to_json() for doc in bundled.pipe(texts)] == alone


def test_a_pipeline_by_path_gets_the_same_rules(tmp_path: Path) -> None:
    hand_made().to_disk(tmp_path / "own")
    nlp = load_pipeline(str(tmp_path / "own"))
    doc = nlp("Togo left. “We are done,” Prime Minister Ana Ruiz said.")
    assert nlp.pipe_names.index("sentence_bounds") < nlp.pipe_names.index("parser")
    assert [token.is_sent_start for token in doc if token.text in ("“", "”", "Prime")] == [True, False, False]


def test_a_missing_pipeline_is_named() -> None:
    with pytest.raises(PipelineMissing, match="en_nowhere_sm"):
        load_pipeline("en_nowhere_sm")


@pytest.mark.parametrize(
    ("without", "message"),
    [
        ("ner", "a ner"),
        ("lemmatizer", "a lemmatizer"),
        ("agent", "the parser labels agent"),
        ("NORP", "the ner labels NORP"),
        ("MD", "the tagger labels MD"),
    ],
)
def test_a_pipeline_without_what_the_rules_need_is_refused(without: str, message: str, tmp_path: Path) -> None:
    hand_made(without).to_disk(tmp_path / "own")
    with pytest.raises(PipelineUnfit, match=message):
        load_pipeline(str(tmp_path / "own"))


def test_the_card_names_licence_data_and_figures() -> None:
    lines = describe(read_card(BUNDLED_FOLDER))
    for expected in ("CC BY-SA 4.0", "UD English EWT", "GUM", "LAS"):
        assert expected in lines
