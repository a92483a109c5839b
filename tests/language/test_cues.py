"""Cues: found by form, with their particles, and only where a word is a verb."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from generator.language import lexicon
from generator.language.speech import cues


def made(words: str, *tags: str) -> Doc:
    return Doc(English().vocab, words=words.split(), tags=list(tags))


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("denies", "VBZ", "deny"),
        ("denying", "VBG", "deny"),
        ("urged", "VBD", "urge"),
        ("told", "VBD", "tell"),
        ("admitted", "VBD", "admit"),
        ("Said", "VBD", "say"),
    ],
)
def test_forms(form: str, tag: str, lemma: str) -> None:
    cue = cues.of_verb(made(form, tag)[0])
    assert cue is not None
    assert cue.lemma == lemma


def test_a_noun_is_no_cue_of_a_verb() -> None:
    assert cues.of_verb(made("claims", "NNS")[0]) is None
    assert cues.of_noun(made("claims", "NNS")[0]) is not None


def test_a_particle_makes_another_cue() -> None:
    pointed_out, pointed_to = made("pointed out", "VBD", "RP"), made("pointed to", "VBD", "IN")
    with_out, with_to = cues.of_verb(pointed_out[0]), cues.of_verb(pointed_to[0])
    assert with_out is not None
    assert with_to is not None
    assert "clause" in with_out.frames
    assert "clause" not in with_to.frames
    assert "to" in with_to.prepositions


@pytest.mark.parametrize("section", ["speech", "showing", "belief", "intention", "nouns", "adjectives"])
def test_every_entry_names_a_frame(section: str) -> None:
    empty = [word for word, frames in lexicon.mapping("attribution", section).items() if not frames.split()]
    assert empty == []


def test_every_irregular_form_belongs_to_an_entry() -> None:
    verbs = set().union(*(lexicon.mapping("attribution", s) for s in ("speech", "showing", "belief", "intention")))
    assert set(lexicon.mapping("attribution", "irregular").values()) <= verbs
