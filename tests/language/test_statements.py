"""Statements, by the cases of `cases/statements`: text, and the statements that must come out, no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from generator.language.extract import read
from generator.model.article import Article
from generator.model.evidence import LONGEST_EVIDENCE
from generator.model.findings import Findings
from tests.conftest import article
from tests.language.cases_of import cases_of


@pytest.mark.parametrize("case", cases_of("statements"))
def test_statements(case: dict[str, Any], findings: Callable[[Article], Findings]) -> None:
    found = findings(article(case["text"]))
    names = {actor.key: actor.name for actor in found.actors}
    came = [
        {
            "by": [names[key] for key in statement.by],
            "cue": statement.cue,
            "text": statement.text,
            "direct": statement.direct,
            "attribution": statement.attribution,
            "via": [names[key] for key in statement.via],
        }
        for statement in found.statements
    ]
    assert came == case["statements"]


def test_a_long_sentence_is_cut_at_a_word(findings: Callable[[Article], Findings]) -> None:
    text = "“" + "The port is closed and " * 60 + "the ferries wait,” said Anna Berg."
    (statement,) = findings(article(text)).statements
    assert len(statement.text) <= LONGEST_EVIDENCE
    assert statement.text in text
    assert text[text.index(statement.text) + len(statement.text)] == " "


PIECES = 'Peru Chad said told that is “ ” " , . : the port closed he Anna Berg warned according to'
WORDS = st.sampled_from(PIECES.split())


@settings(max_examples=40, deadline=None)
@given(words=st.lists(WORDS, min_size=1, max_size=30))
def test_statements_are_verbatim_and_proved(words: list[str], nlp: Language) -> None:
    source = article(" ".join(words))
    found = read(nlp(source.text), source)
    known = {actor.key for actor in found.actors}
    for statement in found.statements:
        assert statement.by
        assert {*statement.by, *statement.via} <= known
        assert any(statement.text in evidence.quote for evidence in statement.evidence)
        for evidence in statement.evidence:
            assert source.text[evidence.start : evidence.end] == evidence.quote
