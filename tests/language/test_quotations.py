"""Quotation marks: which are pairs, and what an odd one spoils."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English

from generator.language import layout
from generator.language.speech.quotations import Quotation, quotations

PAIRED = [
    ("“It is late,” she said.", ["“It is late,”"]),
    ('"It is late," she said. "Come in."', ['"It is late,"', '"Come in."']),
    ("''It is late,'' she said.", ["''It is late,''"]),
    ("‘It is late,’ she said.", ["‘It is late,’"]),
    ("'It is late,' she said of the boys' train.", ["'It is late,'"]),
    ("“She called it ‘a farce’ and left,” he said.", ["“She called it ‘a farce’ and left,”"]),
    ('"He said “no” and left," she said.', ['"He said “no” and left,"']),
    ("The sailors' wives didn't come in the '90s.", []),
    ("The board is 6'3\" tall.", []),
    ("” … it is late,” she said.", ["” … it is late,”"]),
    ("It is a “green“ ship.", ["“green“"]),
    ('He gave a speech that "would not end.', []),
    ('He said: "It would not end.', ['"It would not end.']),
    ('" Every boat counts. " he said.', ['" Every boat counts. "']),
    ('<a href="x.html">the “green” ship</a>', ["“green”"]),
]


def paired(text: str) -> list[str]:
    doc = English()(text)
    return [doc[found.start : found.end].text for found in found_in(text)]


def found_in(text: str) -> tuple[Quotation, ...]:
    doc = English()(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return quotations(doc, layout.of(doc).paragraphs)


@pytest.mark.parametrize(("text", "quoted"), PAIRED)
def test_pairs(text: str, quoted: list[str]) -> None:
    assert paired(text) == quoted


def test_a_quotation_goes_on_over_paragraphs_that_open_again() -> None:
    found = found_in("“The well is dry.\n\n“We have water for two days.”")
    assert [quotation.unclosed for quotation in found] == [True, False]


def test_a_quotation_goes_on_to_a_mark_that_closes_it_later() -> None:
    text = "“The well is dry.\n\nThe river is low.\n\nWe have water for two days,” she said."
    assert paired(text) == ["“The well is dry.", "The river is low.", "We have water for two days,”"]


def test_an_odd_mark_spoils_its_paragraph_only() -> None:
    text = 'The plan" is old.\n\n"It is late," she said.'
    assert paired(text) == ['"It is late,"']


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="ab ,.\n\"'“”‘’", max_size=60))
def test_pairs_never_overlap(text: str) -> None:
    ends = [0]
    for quotation in found_in(text):
        assert ends[-1] <= quotation.start < quotation.end
        ends.append(quotation.end)
