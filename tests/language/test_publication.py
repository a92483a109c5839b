"""The publication date of undated articles, by the cases of `cases/publication`, and the headline of untitled ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.language import lexicon
from generator.model.article import Article
from generator.model.findings import Findings
from tests.conftest import article
from tests.language.cases_of import cases_of


@pytest.mark.parametrize("case", cases_of("publication"))
def test_publication(case: dict[str, Any], findings: Callable[[Article], Findings]) -> None:
    found = findings(article(case["text"], published=None))
    given = found.publication.date if found.publication else None
    assert given == (str(case["date"]) if case["date"] else None)
    codes = [remark.code for remark in found.diagnostics]
    assert ("no-date" in codes) == (given is None)


@pytest.mark.parametrize("case", cases_of("publication"))
def test_every_step_of_a_proof_cites_the_text(case: dict[str, Any], findings: Callable[[Article], Findings]) -> None:
    source = article(case["text"], published=None)
    found = findings(source).publication
    for step in found.proof if found else ():
        assert step.text
        assert step.evidence
        for evidence in step.evidence:
            assert source.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize("case", cases_of("publication"))
def test_a_stated_date_is_never_second_guessed(case: dict[str, Any], findings: Callable[[Article], Findings]) -> None:
    found = findings(article(case["text"], published="2001-01-01"))
    assert found.publication is None


def test_the_remark_says_which_line_to_add(findings: Callable[[Article], Findings]) -> None:
    found = findings(article("The mayor resigned.", published=None))
    [remark] = [remark for remark in found.diagnostics if remark.code == "no-date"]
    assert remark.severity == "warning"
    assert "`published: YYYY-MM-DD`" in remark.message


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("OSLO — The mayor resigned on Monday.", "The mayor resigned on Monday"),
        ("PRAGUE, May 3 (CTK) - The mayor resigned on Monday.", "The mayor resigned on Monday"),
        ("The mayor resigned.\n\nCrowds cheered.", "The mayor resigned"),
    ],
)
def test_headline(text: str, headline: str, findings: Callable[[Article], Findings]) -> None:
    found = findings(article(text, title=""))
    assert found.headline is not None
    assert found.headline.quote == headline
    assert "no-title" in {remark.code for remark in found.diagnostics}


def test_a_long_opening_is_cut_between_words(findings: Callable[[Article], Findings]) -> None:
    text = (
        "Fishermen from eleven villages along the northern coast blocked the harbour of Bergen with more than "
        "sixty boats on Wednesday in protest against a new tax on diesel."
    )
    quote = findings(article(text, title="")).headline
    assert quote is not None
    assert len(quote.quote) <= 90
    assert text.startswith(quote.quote + " ")


def test_a_title_needs_no_headline(findings: Callable[[Article], Findings]) -> None:
    assert findings(article("The mayor resigned.")).headline is None


def test_the_calendar_of_public_events_is_in_order() -> None:
    reach = lexicon.table("publication")["reach"]
    for event in lexicon.table("public_events").values():
        assert all(name == name.lower() for name in event["what"])
        for interval in event["held"]:
            first, last = (date.fromisoformat(day) for day in interval.split("/"))
            assert date.fromisoformat(reach["first"]) <= first <= last <= date.fromisoformat(reach["last"])
