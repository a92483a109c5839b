from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.evidence import Evidence
from generator.model.quoting import excerpt, quoted, shorten, spoken, stop, whole


def passage(text: str) -> tuple[Evidence, ...]:
    return (Evidence(start=0, end=len(text), quote=text),)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("open the strait", "“open the strait”"),
        ("“open the strait”", "“open the strait”"),
        ('"open the strait"', "“open the strait”"),
        ('a "red line"', '“a "red line"”'),
        ("“No,” she said, “never”", "““No,” she said, “never””"),
        ("a\n b", "“a b”"),
        (", but later", "“but later”"),
    ],
)
def test_quotation_marks_enclose_the_text_as_it_stands(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("one two three", 3, "one two three"),
        ("one two three four", 3, "one two three …"),
        ("one two three, four five", 4, "one two three …"),
        ("one two, three four five six", 5, "one two, three four five …"),
        ("“one two three four", 3, "“one two three …”"),
    ],
)
def test_long_text_is_cut_at_a_clause_or_a_word(text: str, words: int, shown: str) -> None:
    assert shorten(text, words) == shown


@given(st.text(alphabet="ab ,;“”\"'", max_size=60), st.integers(min_value=1, max_value=8))
def test_what_stays_of_a_cut_text_is_verbatim(text: str, words: int) -> None:
    text = " ".join(text.split())
    cut = shorten(text, words)
    kept = cut.removesuffix("”").removesuffix(" …")
    assert cut == text or (text.startswith(kept) and len(kept.split()) <= words and "…" in cut)


def test_a_slice_gets_the_closing_mark_that_stands_behind_it() -> None:
    source = "He blamed the West for “blackmail and pressure,” again."
    assert whole("the West for “blackmail and pressure", passage(source)) == "the West for “blackmail and pressure,”"
    assert whole("blackmail and pressure", passage(source)) == "blackmail and pressure"
    assert excerpt("“blackmail and pressure", passage(source), 9) == "“blackmail and pressure,”"


@pytest.mark.parametrize(
    ("source", "text", "words"),
    [
        (
            "“We will not be told what to do,” she said.",
            "We will not be told what to do,",
            "We will not be told what to do",
        ),
        ('"We will stay," she said.', "We will stay", "We will stay"),
        ("She said ships “may pass at noon” today.", "ships “may pass at noon” today", "may pass at noon"),
        ("She said ships may pass.", "ships may pass", None),
        ("“Never,” she said. Ships may pass.", "Ships may pass", None),
        ("“We will stay. We will not move", "We will stay. We will not move", "We will stay. We will not move"),
    ],
)
def test_only_what_stands_in_quotation_marks_was_spoken(source: str, text: str, words: str | None) -> None:
    assert spoken(text, passage(source)) == words


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("It ends", "It ends."),
        ("It ends.", "It ends."),
        ("“It ends.”", "“It ends.”"),
        ("“It ends”", "“It ends”."),
        ("“It ends …”", "“It ends …”"),
        ("Does it?", "Does it?"),
        ("", ""),
    ],
)
def test_a_sentence_ends_once(text: str, closed: str) -> None:
    assert stop(text) == closed
