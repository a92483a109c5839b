"""Names by rule: gazetteers after the model, and the document as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml
from spacy.language import Language
from spacy.tokens import Doc, Span

from generator.language.mending.document_names import DocumentNames
from generator.language.mending.known_names import KnownNames
from generator.language.mending.tokens import mend_tokenizer

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("names.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def tokens() -> Language:
    nlp = spacy.blank("en")
    mend_tokenizer(nlp)
    return nlp


@pytest.fixture(scope="module")
def known_names(tokens: Language) -> KnownNames:
    return KnownNames(tokens)


def as_the_model_left_it(nlp: Language, case: dict[str, Any]) -> Doc:
    """The text with the names of `found`, each searched for after the one before it, and their tags."""
    doc = parsed(nlp.make_doc(case["text"]), case)
    spans, at = [], 0
    for found in case["found"]:
        name, _, label = found.rpartition(" ")
        start = case["text"].index(name, at)
        span = doc.char_span(start, start + len(name), label=label)
        assert isinstance(span, Span), found
        spans.append(span)
        at = start + len(name)
    doc.ents = spans
    for token in doc:
        proper = token.ent_type_ or token.text in case.get("proper", ())
        token.tag_ = "NNP" if proper else "NN"
    return doc


def parsed(doc: Doc, case: dict[str, Any]) -> Doc:
    """The tokens with the tree of the case, where it gives one."""
    if "heads" not in case:
        return doc
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        heads=case["heads"],
        deps=["ROOT" if head == at else case["labels"].get(at, "dep") for at, head in enumerate(case["heads"])],
        lemmas=[case["lemmas"].get(token.i, token.lower_) for token in doc],
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["why"]))
def test_names(case: dict[str, Any], tokens: Language, known_names: KnownNames) -> None:
    doc = DocumentNames()(known_names(as_the_model_left_it(tokens, case)))
    assert [f"{name.text} {name.label_}" for name in doc.ents] == case["names"]
