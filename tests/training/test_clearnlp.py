"""Constructions from Universal Dependencies to ClearNLP, one case each, checked through spaCy's noun chunks as well."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml
from spacy.tokens import Doc

from training.clearnlp import to_clearnlp
from training.conllu import Sentence, Word

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("constructions.yaml").read_text("utf-8"))


def rows(case: dict[str, Any]) -> list[list[str]]:
    return [line.split() for line in case["rows"].strip().splitlines()]


def sentence(case: dict[str, Any]) -> Sentence:
    words, at = [], 0
    for cell, upos, xpos, head, label, *_ in rows(case):
        form, _, lemma = cell.partition("/")
        end = at + len(form)
        lemma = lemma or form.lower()
        words.append(
            Word(form=form, lemma=lemma, upos=upos, xpos=xpos, head=int(head), label=label, misc="_", start=at, end=end)
        )
        at = end + 1
    text = " ".join(word.form for word in words)
    return Sentence(id=case["name"], document="tests", text=text, opens_paragraph=False, words=tuple(words))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_tree(case: dict[str, Any]) -> None:
    arcs = to_clearnlp(sentence(case))
    assert [(arc.head, arc.label) for arc in arcs] == [(int(row[5]), row[6]) for row in rows(case)]


@pytest.mark.parametrize("case", [case for case in CASES if "chunks" in case], ids=lambda case: str(case["name"]))
def test_noun_chunks(case: dict[str, Any]) -> None:
    source = sentence(case)
    arcs = to_clearnlp(source)
    doc = Doc(
        spacy.blank("en").vocab,
        words=[word.form for word in source.words],
        spaces=[word.end < len(source.text) and not following_clitic(source, word) for word in source.words],
        pos=[word.upos for word in source.words],
        heads=[number if arc.head == 0 else arc.head - 1 for number, arc in enumerate(arcs)],
        deps=["ROOT" if arc.head == 0 else arc.label for arc in arcs],
    )
    assert [chunk.text for chunk in doc.noun_chunks] == case["chunks"]


def following_clitic(source: Sentence, word: Word) -> bool:
    return source.text[word.end + 1 :].startswith("'s")


def test_a_tree_that_would_become_a_circle_is_left_as_it_is() -> None:
    words = tuple(
        Word(form=form, lemma=form, upos="X", xpos="X", head=head, label="dep", misc="_", start=at, end=at + 1)
        for form, head, at in (("a", 2, 0), ("b", 1, 2))
    )
    arcs = to_clearnlp(Sentence(id="loop", document="tests", text="a b", opens_paragraph=False, words=words))
    assert [arc.head for arc in arcs] == [2, 1]
