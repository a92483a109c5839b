"""Sentence bounds by rule."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from generator.language.mending.bounds import mend_bounds
from generator.language.mending.tokens import mend_tokenizer

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("bounds.yaml").read_text("utf-8"))


@cache
def english() -> Language:
    nlp = spacy.blank("en")
    mend_tokenizer(nlp)
    return nlp


@pytest.fixture(scope="module")
def tokens() -> Language:
    return english()


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["why"]))
def test_bounds(case: dict[str, Any], tokens: Language) -> None:
    doc = mend_bounds(tokens.make_doc(case["text"]))
    starts = [0, *(token.idx for token in doc if token.is_sent_start)]
    wanted, at = [], 0
    for sentence in case["sentences"]:
        at = case["text"].index(sentence, at)
        wanted.append(at)
        at += len(sentence)
    assert starts == wanted


@settings(deadline=None)
@given(st.text(alphabet='aB. “”"\n?!,()R-', max_size=60))
def test_bounds_never_change_the_text_and_never_open_with_a_closing_mark(text: str) -> None:
    doc = mend_bounds(english().make_doc(text))
    assert doc.text == text
    assert not any(token.is_sent_start and token.text in "”,)" for token in doc[1:])


@pytest.mark.parametrize(
    "text", ["ok we met there it was nice", "So i left they stayed", "See the report https://example.org/a"]
)
def test_a_small_letter_settles_nothing_where_capitals_are_not_used(text: str, tokens: Language) -> None:
    doc = mend_bounds(tokens.make_doc(text))
    assert doc[-1].is_sent_start is None
    assert mend_bounds(tokens.make_doc("Then we met there"))[-1].is_sent_start is False


def test_prefixes_with_a_hyphen_are_one_token(tokens: Language) -> None:
    words = [token.text for token in tokens.make_doc("They de-escalate, U.N.-backed Lt. Ota is well-known")]
    assert words == ["They", "de-escalate", ",", "U.N.", "-", "backed", "Lt.", "Ota", "is", "well", "-", "known"]
