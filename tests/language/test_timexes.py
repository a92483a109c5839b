"""Time expressions, by the cases of `cases/timexes`: text, and every expression with its TIMEX3 value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from generator.language import marks, timexes
from generator.language.times import calendar
from generator.model.article import Article
from generator.model.facts import Timex
from generator.model.findings import Findings
from tests.conftest import article
from tests.language.cases_of import cases_of

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31))
WORDS = st.sampled_from(
    (
        *(
            "on",
            "in",
            "the",
            "of",
            "and",
            "to",
            "-",
            ",",
            ".",
            "every",
            "last",
            "next",
            "this",
            "earlier",
            "ago",
            "later",
        ),
        *(
            "Friday",
            "May",
            "March",
            "Sept.",
            "Christmas",
            "weekend",
            "quarter",
            "fiscal",
            "year-earlier",
            "days",
            "soon",
        ),
        *("24", "1990", "1990s", "'80s", "3rd", "2500", "three", "two-week", "hundred", "half", "few"),
        *("a.m.", "10:35", "noon", "GMT", "12/31/99", "2020-02-30"),
    )
)


def read(nlp: Language, text: str, published: str | None = "2022-02-09") -> list[Timex]:
    source = article(text, published=published)
    doc = nlp(source.text)
    marks.attach(doc, source)
    return [mark.timex for mark in timexes.read(doc, published)]


@pytest.mark.parametrize("case", cases_of("timexes"))
def test_timexes(case: dict[str, Any], nlp: Language) -> None:
    found = read(nlp, case["text"], case.get("published", "2022-02-09"))
    assert [[timex.quote, timex.value] for timex in found] == [[quote, str(value)] for quote, value in case["times"]]


@settings(max_examples=60, deadline=None)
@given(DAYS, st.sampled_from(["%B %d, %Y", "%d %B %Y", "%A, %B %d, %Y", "%Y-%m-%d"]))
def test_a_full_date_is_itself_whatever_the_day_of_publication(nlp: Language, day: date, form: str) -> None:
    [timex] = read(nlp, f"It fell on {day.strftime(form)}.")
    assert timex.value == day.isoformat()


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(1, 7))
def test_a_weekday_lies_within_a_week_of_publication(nlp: Language, day: date, number: int) -> None:
    name = date.fromisocalendar(2024, 1, number).strftime("%A")
    [said] = read(nlp, f"The board met on {name}.", day.isoformat())
    [told] = read(nlp, f"The board will meet on {name}.", day.isoformat())
    past, ahead = date.fromisoformat(said.value), date.fromisoformat(told.value)
    assert past.isoweekday() == ahead.isoweekday() == number
    assert 0 <= (day - past).days < 7
    assert 0 <= (ahead - day).days < 7


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14), st.sampled_from(["2022-02-09", None]))
def test_any_string_of_words_is_read_in_order_and_in_place(
    nlp: Language, words: list[str], published: str | None
) -> None:
    text, end = " ".join(words), 0
    for timex in read(nlp, text, published):
        assert end <= timex.start < timex.end
        assert text[timex.start : timex.end] == timex.quote
        assert timex.value
        end = timex.end


def test_the_day_of_publication_decides(findings: Callable[[Article], Findings]) -> None:
    text = "The court ruled on Tuesday."
    values = [findings(article(text, published=day)).timexes[0].value for day in ("2022-02-09", "1999-12-31")]
    assert values == ["2022-02-08", "1999-12-28"]


@given(st.integers(1900, 2099))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    day = calendar.easter(year)
    assert day.isoweekday() == 7
    assert (3, 22) <= (day.month, day.day) <= (4, 25)
    assert calendar.orthodox_easter(year).isoweekday() == 7


def test_movable_feasts_of_known_years() -> None:
    known = {
        "E+0": (2022, "2022-04-17"),
        "O+0": (2022, "2022-04-24"),
        "11-W4-4": (2021, "2021-11-25"),
        "11-U1-2": (2016, "2016-11-08"),
    }
    assert {rule: (year, calendar.festival(rule, year).isoformat()) for rule, (year, _) in known.items()} == known
    assert calendar.festival("05-W9-1", 2022).isoformat() == "2022-05-30"


@given(DAYS, st.sampled_from("DWMQY"))
def test_a_value_bounds_the_day_that_it_was_made_from(day: date, unit: str) -> None:
    bounds = calendar.bounds(calendar.at_grain(day, unit))
    assert bounds is not None
    assert bounds[0] <= day <= bounds[1]
