"""Paragraphs and sentences: what parts them, and what does not."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

from generator.language import layout


def parsed(text: str, *starts: str) -> Doc:
    """A document whose sentences begin at the words `starts`."""
    doc = English()(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or token.text in starts
    return doc


def sentences(doc: Doc) -> list[str]:
    return [doc[start:end].text for start, end in layout.of(doc).sentences]


def test_a_sentence_never_runs_over_paragraphs() -> None:
    assert sentences(parsed("The road is open.\n\nThe pass is not.")) == ["The road is open.", "The pass is not."]


def test_a_bound_in_the_middle_of_a_sentence_is_none() -> None:
    assert sentences(parsed("“Stay here,” he said. Nobody did.", "he", "Nobody")) == [
        "“Stay here,” he said.",
        "Nobody did.",
    ]


def test_a_dateline_is_no_part_of_its_sentence() -> None:
    assert sentences(parsed("OSLO (Reuters) - The road is open.")) == ["The road is open."]


def test_capitals_without_a_dash_are_no_dateline() -> None:
    assert sentences(parsed("NATO opened the road.")) == ["NATO opened the road."]


def test_tokens_know_their_sentence_and_paragraph() -> None:
    doc = parsed("The road is open.\n\nThe pass is not.")
    places = layout.of(doc)
    assert [places.paragraph(token.i) for token in doc if token.text == "The"] == [0, 1]
    assert places.sentence(len(doc) - 1) == places.sentences[1]
