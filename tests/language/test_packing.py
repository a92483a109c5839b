"""The packed format: same answers after packing, same bytes for same weights, damage found, nothing that runs."""

from __future__ import annotations

import json
import lzma
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.training import Example

from generator.errors import PipelineDamaged
from generator.language.packing import CARD_FILE, LEMMA_TABLES, WEIGHTS_FILE, Card, pack, read_card, unpack, write_card

TEXT = "Peru rejected the offer"


def small_pipeline() -> Language:
    """Tagger, parser and names that have learnt one sentence."""
    nlp = spacy.blank("en")
    for name in ("tagger", "morphologizer", "ner"):
        nlp.add_pipe(name)
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize(lookups=tables())  # type: ignore[attr-defined]
    gold = {
        "tags": ["NNP", "VBD", "DT", "NN"],
        "pos": ["PROPN", "VERB", "DET", "NOUN"],
        "heads": [1, 1, 3, 1],
        "deps": ["nsubj", "ROOT", "det", "dobj"],
        "entities": [(0, 4, "GPE")],
    }
    example = Example.from_dict(nlp.make_doc(TEXT), gold)
    with nlp.select_pipes(disable="lemmatizer"):
        optimizer = nlp.initialize(lambda: [example])
        for _ in range(40):
            nlp.update([example], sgd=optimizer)
    nlp.meta["name"] = "small"
    return nlp


def tables() -> Lookups:
    lookups = Lookups()
    for name in LEMMA_TABLES:
        lookups.add_table(name, {"verb": [["ed", ""]] if name == "lemma_rules" else []})
    lookups.get_table("lemma_exc").set("verb", {})
    lookups.get_table("lemma_index").set("verb", ["reject"])
    return lookups


@pytest.fixture(scope="module")
def trained() -> Language:
    return small_pipeline()


def packed(nlp: Language, folder: Path) -> Card:
    return pack(
        nlp,
        folder,
        version="1",
        licence="CC BY-SA 4.0",
        prefix_length=1,
        sources={"a corpus": "CC BY 4.0"},
    )


def answers(nlp: Language) -> list[tuple[str, str, str, str, int, str]]:
    return [(token.tag_, token.pos_, token.lemma_, token.dep_, token.head.i, token.ent_type_) for token in nlp(TEXT)]


def test_the_unpacked_pipeline_answers_like_the_packed_one(trained: Language, tmp_path: Path) -> None:
    packed(trained, tmp_path)
    assert answers(unpack(tmp_path)) == answers(trained)
    assert answers(trained)[1] == ("VBD", "VERB", "reject", "ROOT", 1, "")


def test_equal_weights_give_equal_bytes(trained: Language, tmp_path: Path) -> None:
    packed(trained, tmp_path / "one")
    packed(trained, tmp_path / "two")
    for name in (CARD_FILE, WEIGHTS_FILE):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_card_is_read_as_it_was_written(trained: Language, tmp_path: Path) -> None:
    card = replace(packed(trained, tmp_path), figures={"a test": {"LAS": 50.0}})
    write_card(card, tmp_path)
    assert read_card(tmp_path) == card
    assert card.sources == {"a corpus": "CC BY 4.0"}
    assert answers(unpack(tmp_path)) == answers(trained)


def test_damaged_weights_are_refused(trained: Language, tmp_path: Path) -> None:
    packed(trained, tmp_path)
    weights = tmp_path / WEIGHTS_FILE
    weights.write_bytes(weights.read_bytes()[:-1] + b"x")
    with pytest.raises(PipelineDamaged, match=WEIGHTS_FILE):
        unpack(tmp_path)


def test_a_missing_or_broken_card_is_refused(trained: Language, tmp_path: Path) -> None:
    with pytest.raises(PipelineDamaged, match=CARD_FILE):
        read_card(tmp_path)
    packed(trained, tmp_path)
    (tmp_path / CARD_FILE).write_text("{", "utf-8")
    with pytest.raises(PipelineDamaged, match=CARD_FILE):
        unpack(tmp_path)


def test_the_weights_are_a_header_of_json_and_numbers(trained: Language, tmp_path: Path) -> None:
    packed(trained, tmp_path)
    raw = lzma.decompress((tmp_path / WEIGHTS_FILE).read_bytes())
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    assert set(header) == {"tagger", "morphologizer", "ner", "parser", "lemmatizer"}
    kinds = {place["kind"] for node in header["tagger"]["nodes"] for place in node["params"].values()}
    assert kinds <= {"i1", "f4"}
