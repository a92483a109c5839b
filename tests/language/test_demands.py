"""Demands, by the cases of `cases/demands`: text, and the demands that must come out, no more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from spacy.language import Language

from generator.language.extract import read
from generator.model.article import Article
from generator.model.findings import Findings
from tests.conftest import article

FOLDER = Path(__file__).parent / "cases" / "demands"
FIELDS = ("by", "of", "text", "firmness", "condition")


def cases(folder: Path) -> list[Any]:
    """Every case of a folder, named by its file and place."""
    reader = YAML(typ="safe")
    return [
        pytest.param(case, id=f"{path.stem}-{number}")
        for path in sorted(folder.glob("*.yml"))
        for number, case in enumerate(reader.load(path.read_text("utf-8")))
    ]


@pytest.mark.parametrize("case", cases(FOLDER))
def test_demands(case: dict[str, Any], findings: Callable[[Article], Findings]) -> None:
    found = findings(article(case["text"]))
    names = {actor.key: actor.name for actor in found.actors}
    came = [
        {
            "by": [names[key] for key in demand.by],
            "of": [names[key] for key in demand.of],
            "text": demand.text,
            "firmness": demand.firmness,
            "condition": demand.condition,
        }
        for demand in found.demands
    ]
    wanted = [{field: demand.get(field) for field in FIELDS} for demand in case["demands"]]
    assert came == wanted


def test_deadline_is_a_date_of_the_same_findings(findings: Callable[[Article], Findings]) -> None:
    found = findings(article("Kenya gave the rebels until Friday to leave the town."))
    expressions = {date.key: date.expression for date in found.dates}
    assert [expressions[demand.deadline or ""] for demand in found.demands] == ["Friday"]


def test_second_telling_adds_its_evidence(findings: Callable[[Article], Findings]) -> None:
    found = findings(article("Chad urged Libya to leave.\n\nOn Monday Chad urged Libya to leave."))
    assert [len(demand.evidence) for demand in found.demands] == [2]


PHRASES = (
    "Peru Chad urged called on demanded that to must leave unless if the a call for request rejected , . “ ” ? not"
)
WORDS = st.sampled_from(PHRASES.split())


@settings(max_examples=40, deadline=None)
@given(words=st.lists(WORDS, min_size=1, max_size=25))
def test_evidence_holds_for_any_string_of_words(words: list[str], nlp: Language) -> None:
    source = article(" ".join(words))
    found = read(nlp(source.text), source)
    known = {actor.key for actor in found.actors}
    for demand in found.demands:
        assert demand.text in source.text
        assert set(demand.by) | set(demand.of) <= known
        for evidence in demand.evidence:
            assert source.text[evidence.start : evidence.end] == evidence.quote
