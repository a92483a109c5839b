"""Floors for the bundled pipeline on our own news sentences: bounds, names and arcs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language
from spacy.tokens import Doc

FLOORS = {"sentences": 0.99, "names": 0.97, "arcs": 0.91}
"""Raised as the pipeline improves, never lowered silently."""

NAME = re.compile(r"\{([A-Z_]+)\|([^}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    text: str
    starts: frozenset[int]
    names: frozenset[tuple[int, int, str]]
    arcs: tuple[str, ...]


def passage(case: dict[str, Any]) -> Passage:
    text = ""
    starts, names = set(), set()
    for line in case["text"].splitlines():
        opens = line.startswith("¶ ")
        text += ("\n\n" if opens else " ") if text else ""
        starts.add(len(text))
        at = 0
        sentence = line.removeprefix("¶ ")
        for name in NAME.finditer(sentence):
            text += sentence[at : name.start()]
            names.add((len(text), len(text) + len(name[2]), name[1]))
            text += name[2]
            at = name.end()
        text += sentence[at:]
    return Passage(text=text, starts=frozenset(starts), names=frozenset(names), arcs=tuple(case["arcs"]))


def passages() -> list[Passage]:
    return [passage(case) for case in yaml.safe_load(Path(__file__).with_name("news_sample.yaml").read_text("utf-8"))]


@pytest.fixture(scope="module")
def read(nlp: Language) -> list[tuple[Passage, Doc]]:
    return [(sample, nlp(sample.text)) for sample in passages()]


def f1(found: set[Any], wanted: set[Any]) -> float:
    return 2 * len(found & wanted) / (len(found) + len(wanted))


def test_the_sample_is_large_enough() -> None:
    assert sum(len(sample.starts) for sample in passages()) >= 60


def test_sentence_bounds(read: list[tuple[Passage, Doc]]) -> None:
    wanted = {(sample.text, start) for sample, _ in read for start in sample.starts}
    found = {(sample.text, sentence.start_char) for sample, doc in read for sentence in doc.sents}
    assert f1(found, wanted) >= FLOORS["sentences"], sorted(found ^ wanted)


def test_names(read: list[tuple[Passage, Doc]]) -> None:
    wanted = {(sample.text[start:end], start, label) for sample, _ in read for start, end, label in sample.names}
    found = {
        (name.text.removeprefix("the "), name.start_char + 4 * name.text.startswith("the "), name.label_)
        for _, doc in read
        for name in doc.ents
        if name.label_ not in ("PERCENT", "MONEY", "CARDINAL", "QUANTITY", "ORDINAL")
    }
    assert f1(found, wanted) >= FLOORS["names"], sorted(found ^ wanted)


def test_arcs(read: list[tuple[Passage, Doc]]) -> None:
    missed = [arc for sample, doc in read for arc in sample.arcs if not has_arc(doc, arc)]
    total = sum(len(sample.arcs) for sample, _ in read)
    assert 1 - len(missed) / total >= FLOORS["arcs"], missed


def has_arc(doc: Doc, arc: str) -> bool:
    child, label, head = arc.split()
    token = next(token for token in doc if token.text == child)
    return token.dep_ == label and token.head.text == head
