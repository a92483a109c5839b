"""Attributions, by the cases of `cases/attributions`: text, and every attribution that must come out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from generator.language import marks, order
from generator.language.extract import read
from generator.model.article import Article
from generator.model.facts import AttributionSpan
from generator.model.findings import Findings
from tests.conftest import article
from tests.language.cases_of import cases_of


def shown(span: AttributionSpan) -> dict[str, Any]:
    return {
        "source": span.source.quote if span.source else None,
        "cue": span.cue.quote if span.cue else None,
        "content": [part.quote for part in span.content],
    }


@pytest.mark.parametrize("case", cases_of("attributions"))
def test_attributions(case: dict[str, Any], findings: Callable[[Article], Findings]) -> None:
    found = findings(article(case["text"]))
    assert [shown(span) for span in found.attributions] == case["attributions"]


@pytest.mark.parametrize("case", [case for case in cases_of("attributions") if "levels" in case.values[0]])
def test_levels(case: dict[str, Any], nlp: Language) -> None:
    doc = nlp(case["text"])
    found = marks.attach(doc, article(case["text"]))
    order.annotate(doc)
    names = {actor.key: actor.name for actor in found.actors}
    came = [
        {"by": [names[key] for key in item.by], "via": [names[key] for key in item.via], "level": item.level}
        for item in found.attributed
    ]
    assert came == case["levels"]


def test_boilerplate_attributes_nothing(nlp: Language) -> None:
    text = "The mayor said that the bridge was open.\n\nEditors said that this article was checked twice."
    start = text.index("Editors")
    source = article(text)
    flagged = Article(
        id=source.id,
        path=source.path,
        title=source.title,
        text=text,
        sha256=source.sha256,
        published=source.published,
        published_basis=source.published_basis,
        boilerplate=((start, len(text)),),
    )
    assert [shown(span)["source"] for span in read(nlp(text), flagged).attributions] == ["The mayor"]


PIECES = "Peru Chad said told that is was “ ” \" ' , . : the plan according to called for he — \n\n Ana saying as"
WORDS = st.sampled_from([*PIECES.split(" ")])


@settings(max_examples=60, deadline=None)
@example(words=["Peru", "according", "\n\n", ",", "said", "saying"])
@given(words=st.lists(WORDS, min_size=1, max_size=30))
def test_spans_hold_for_any_string_of_words(words: list[str], nlp: Language) -> None:
    text = " ".join(words).strip()
    if not text:
        return
    for span in read(nlp(text), article(text)).attributions:
        assert span.content
        for part in (span.source, span.cue, *span.content):
            if part is not None:
                assert 0 <= part.start < part.end <= len(text)
                assert text[part.start : part.end] == part.quote
