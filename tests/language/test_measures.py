"""Sanctions, by the cases of `cases/measures`: text, and the measures that must come out, no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from generator.language.extract import read
from generator.model.article import Article
from generator.model.findings import Findings
from tests.conftest import article
from tests.language.cases_of import cases_of

Reading = Callable[[Article], Findings]


@pytest.mark.parametrize("case", cases_of("measures"))
def test_measures(case: dict[str, Any], findings: Reading) -> None:
    found = findings(article(case["text"]))
    names = {actor.key: actor.name for actor in found.actors}
    came = [
        {
            "status": measure.status,
            "senders": [names[key] for key in measure.senders],
            "targets": [names[key] for key in measure.targets],
            "kinds": list(measure.kinds),
            "condition": measure.condition,
            "timing": measure.timing,
        }
        for measure in found.measures
    ]
    wanted = [{"condition": None, "timing": "unknown", **measure} for measure in case["measures"]]
    assert came == wanted


def test_two_tellings_of_one_measure_are_one_measure_with_two_passages(findings: Reading) -> None:
    found = findings(
        article("Norway has imposed sanctions on Chad.\n\nIn May, Norway has again imposed sanctions on Chad.")
    )
    assert [measure.key for measure in found.measures] == ["m1"]
    assert len(found.measures[0].evidence) == 2


def test_two_measures_of_one_sentence_cite_their_own_parts(findings: Reading) -> None:
    found = findings(article("Norway has imposed sanctions on Chad, and Peru has lifted the embargo against Belize."))
    passages = [measure.evidence[0].quote for measure in found.measures]
    assert [("Chad" in passage, "Belize" in passage) for passage in passages] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Norway said that any ally of Chad would face sanctions.", "would face sanctions"),
        ("Sanctions on Chad could be eased, Norway said.", "Sanctions on Chad"),
        ("Peru backs tough sanctions against Chad; Norway waits.", "tough sanctions against Chad"),
        ("Norway imposed sanctions on Chad in March.", "imposed sanctions on Chad in March"),
        ("Norway expelled two Chadian diplomats and closed a museum.", "expelled two Chadian diplomats"),
    ],
)
def test_the_words_of_a_measure_can_be_read_by_themselves(text: str, wording: str, findings: Reading) -> None:
    assert [measure.text for measure in findings(article(text)).measures] == [wording]


PHRASES = (
    "Peru Chad Norwegian imposed lifted sanctions embargo on against the a unless if will not to by , . “ ” ? said "
    "tariffs expelled diplomats froze assets threatened with called for an end"
)
WORDS = st.sampled_from(PHRASES.split())


@settings(max_examples=40, deadline=None)
@given(words=st.lists(WORDS, min_size=1, max_size=25))
def test_the_debate_holds_its_promises_for_any_string_of_words(words: list[str], nlp: Language) -> None:
    source = article(" ".join(words))
    found = read(nlp(source.text), source)
    known = {actor.key for actor in found.actors}
    keys = {measure.key for measure in found.measures}
    assert len(keys) == len(found.measures)
    for measure in found.measures:
        assert measure.text in source.text
        assert set(measure.senders) | set(measure.targets) <= known
    for position in found.positions:
        assert position.measure in keys
        assert position.by
        assert set(position.by) | set(position.via) <= known
    passages = [passage for measure in found.measures for passage in measure.evidence]
    passages += [passage for position in found.positions for passage in position.evidence]
    passages += [passage for dispute in found.disputes for passage in dispute.evidence]
    for passage in passages:
        assert source.text[passage.start : passage.end] == passage.quote
