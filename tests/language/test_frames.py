"""Frames on trees made by hand: what comes out where a tagger or a parser errs."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc, Span

from generator.language import layout
from generator.language.speech import frames

Row = tuple[str, str, str, int, str]
"""Word, tag, part of speech, head, relation."""


def made(rows: list[Row]) -> Doc:
    words, tags, parts, heads, relations = (list(column) for column in zip(*rows, strict=True))
    return Doc(English().vocab, words=words, tags=tags, pos=parts, heads=heads, deps=relations)


def found(doc: Doc) -> list[tuple[str, str, str, list[str]]]:
    usable = (True,) * len(doc)
    return [
        (
            doc[item.cue].text,
            item.frame,
            doc[item.source].text if item.source >= 0 else "",
            [doc[start:end].text for start, end in item.content],
        )
        for item in frames.find(doc, layout.of(doc), usable)
    ]


def test_a_verb_read_as_a_plural() -> None:
    doc = made(
        [
            ("The", "DT", "DET", 2, "det"),
            ("poll", "NN", "NOUN", 2, "compound"),
            ("shows", "NNS", "NOUN", 2, "ROOT"),
            ("that", "IN", "SCONJ", 5, "mark"),
            ("rents", "NNS", "NOUN", 5, "nsubj"),
            ("rose", "VBD", "VERB", 2, "acl"),
            (".", ".", "PUNCT", 2, "punct"),
        ]
    )
    assert found(doc) == [("shows", "clause", "poll", ["that rents rose"])]


def test_a_clause_attached_to_the_addressee() -> None:
    doc = made(
        [
            ("She", "PRP", "PRON", 1, "nsubj"),
            ("told", "VBD", "VERB", 1, "ROOT"),
            ("a", "DT", "DET", 3, "det"),
            ("meeting", "NN", "NOUN", 1, "dobj"),
            ("that", "WDT", "PRON", 6, "dobj"),
            ("rents", "NNS", "NOUN", 6, "nsubj"),
            ("rose", "VBD", "VERB", 3, "relcl"),
            (".", ".", "PUNCT", 1, "punct"),
        ]
    )
    assert found(doc) == [("told", "clause", "She", ["that rents rose"])]


def test_a_comment_clause_whose_subject_stands_elsewhere_in_the_tree() -> None:
    doc = made(
        [
            ("Rents", "NNS", "NOUN", 1, "nsubj"),
            ("rose", "VBD", "VERB", 1, "ROOT"),
            (",", ",", "PUNCT", 1, "punct"),
            ("she", "PRP", "PRON", 1, "dep"),
            ("said", "VBD", "VERB", 1, "conj"),
            ("on", "IN", "ADP", 4, "prep"),
            ("Monday", "NNP", "PROPN", 5, "pobj"),
            (".", ".", "PUNCT", 1, "punct"),
        ]
    )
    assert found(doc) == [("said", "clause", "she", ["Rents rose"])]


def test_the_day_that_a_parser_has_made_the_subject() -> None:
    doc = made(
        [
            ("Police", "NNP", "PROPN", 1, "compound"),
            ("Monday", "NNP", "PROPN", 2, "nsubj"),
            ("said", "VBD", "VERB", 2, "ROOT"),
            ("rents", "NNS", "NOUN", 4, "nsubj"),
            ("rose", "VBD", "VERB", 2, "ccomp"),
            (".", ".", "PUNCT", 2, "punct"),
        ]
    )
    doc.set_ents([Span(doc, 1, 2, label="DATE")])
    assert found(doc) == [("said", "clause", "Police", ["rents rose"])]


def test_a_verb_read_as_a_name_in_a_headline() -> None:
    doc = made(
        [
            ("Mayor", "NNP", "PROPN", 1, "compound"),
            ("Rejects", "NNP", "PROPN", 2, "compound"),
            ("Offer", "NNP", "PROPN", 2, "ROOT"),
            ("on", "IN", "ADP", 2, "prep"),
            ("Rents", "NNPS", "PROPN", 3, "pobj"),
        ]
    )
    assert found(doc) == [("Rejects", "object", "Mayor", ["Offer on Rents"])]
