"""Dated events, by the cases of `cases/dates`: text, and the fields that the events must have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from generator.language.extract import read
from generator.model.article import Article
from generator.model.facts import DatedEvent
from generator.model.findings import Findings
from tests.conftest import article
from tests.language.cases_of import cases_of

WORDS = st.sampled_from(
    (
        *(
            "the",
            "talks",
            "will",
            "begin",
            "on",
            "Friday",
            "a",
            "10-day",
            "drill",
            "beginning",
            "Thursday",
            "through",
            "meet",
        ),
        *(
            "Feb. 20",
            "said",
            "since",
            "May",
            "have",
            "for",
            "three",
            "days",
            "next",
            "week",
            ",",
            ".",
            "deadline",
            "until",
        ),
        *("2023", "soon", "in", "Rome", "to", "expire", "were", "given", "leave", "yesterday", "6 p.m."),
    )
)


def fields(event: DatedEvent, wanted: dict[str, Any]) -> dict[str, Any]:
    return {key: getattr(event, key) for key in wanted}


def texts(case: dict[str, Any]) -> dict[str, Any]:
    """A case's fields as the model has them: dates and years are text."""
    return {key: None if value is None else str(value) for key, value in case.items()}


@pytest.mark.parametrize("case", cases_of("dates"))
def test_dates(case: dict[str, Any], findings: Callable[[Article], Findings]) -> None:
    found = findings(article(case["text"], published=case.get("published", "2022-02-09"))).dates
    for key, phases in (("dates", {"upcoming", "ongoing"}), ("past", {"past"})):
        if key in case:
            events = [event for event in found if event.phase in phases]
            wanted = [texts(event) for event in case[key]]
            assert len(events) == len(wanted), events
            assert [fields(*pair) for pair in zip(events, wanted, strict=True)] == wanted


def test_keys_follow_the_text(findings: Callable[[Article], Findings]) -> None:
    text = "The senate will vote on Friday. The court will rule on Monday."
    found = findings(article(text)).dates
    assert [event.key for event in found] == ["t1", "t2"]
    assert [event.start for event in found] == ["2022-02-11", "2022-02-14"]


def test_without_a_date_of_publication_nothing_relative_is_placed(findings: Callable[[Article], Findings]) -> None:
    found = findings(article("The senate will vote on Friday. The court will rule on June 3, 2031.", published=None))
    assert [(event.start, event.phase) for event in found.dates] == [(None, "unknown"), ("2031-06-03", "unknown")]
    assert "open-dates" in {remark.code for remark in found.diagnostics}


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30), st.sampled_from(["2022-02-09", "2022-02", None]))
def test_every_event_stands_in_the_text(nlp: Language, words: list[str], published: str | None) -> None:
    source = article(" ".join(words), published=published)
    for event in read(nlp(source.text), source).dates:
        assert event.what in source.text
        assert event.expression in source.text
        for evidence in event.evidence:
            assert source.text[evidence.start : evidence.end] == evidence.quote
        if event.start and event.end:
            assert event.start <= event.end
