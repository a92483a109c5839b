from __future__ import annotations

import pytest

from generator.sources import markdown, paragraphs


def text_of(source: str, title: str | None = None) -> str:
    return paragraphs.joined(markdown.read(source, title).paragraphs)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The *port* and the **union** and _both_.", "The port and the union and both."),
        ("See [the offer](https://example.org/offer 'x') now.", "See the offer now."),
        ("![A ship](ship.jpg)\n\nIt waits.", "It waits."),
        ("> No boat leaves.\n> None.", "No boat leaves. None."),
        ("- One demand: pay.\n- Another: rest.", "One demand: pay.\n\nAnother: rest."),
        ("1. Pay.\n2. Rest.", "1. Pay.\n\n2. Rest."),
        ("1990. The year of the strike.", "1990. The year of the strike."),
        ("## What now\n\nThey wait.", "What now\n\nThey wait."),
        ("They wait.\n\n***\n\nStill.", "They wait.\n\nStill."),
        ("First line  \nsecond line", "First line\n\nsecond line"),
        ("AT&amp;T pays &pound;5 &lt;net&gt;.", "AT&T pays £5 <net>."),
        (r"A \*starred\* word", "A *starred* word"),
        ("A <b>bold</b> word<br>and <!-- no --> more.", "A bold word\n\nand more."),
        ("<div>\nBoxed text.\n</div>\n\n<script>\nlet x = 1;\n</script>", "Boxed text."),
        ("    An indented paragraph.", "An indented paragraph."),
    ],
)
def test_markup_is_taken_off(source: str, text: str) -> None:
    assert text_of(source) == text


@pytest.mark.parametrize(
    "source",
    [
        "“[S]anctions work,” he said [sic].",
        "The f**k and s**t of it; un*believable*ness; 5*3*2; snake_case_name.",
        "``Never,'' she said, and ``never'' again.",
        "Toshiba <TSBA.T> rose, Hitachi <HIT> fell; 3 < 4 > 2.",
        "— With a dash at its head.",
        "#harbour is no heading.",
        "Prices: $5, $6; 50% * 2 = 1",
    ],
)
def test_what_is_no_markup_stays(source: str) -> None:
    assert text_of(source) == source


def test_the_first_heading_is_the_title_and_leaves_the_body() -> None:
    content = markdown.read("# Pilots *wait*\n\nThey wait.\n\n# Later\n\nStill.", None)
    assert content.title == "Pilots wait"
    assert content.paragraphs == ("They wait.", "Later", "Still.")


def test_a_heading_that_repeats_the_title_leaves_and_another_stays() -> None:
    assert markdown.read("# Pilots wait!\n\nThey wait.", "Pilots wait").paragraphs == ("They wait.",)
    assert markdown.read("# In brief\n\nThey wait.", "Pilots wait").paragraphs == ("In brief", "They wait.")


def test_a_text_pasted_with_a_paragraph_a_line_keeps_its_paragraphs() -> None:
    lines = [f"The union of port number {number} {'waits and ' * number}hopes." for number in range(1, 12)]
    assert text_of("# Pilots wait\n\n" + "\n".join(lines)) == "\n\n".join(lines)


def test_soft_line_breaks_are_spaces() -> None:
    assert text_of("The union\nwaits.\n\nThe port\nanswers.") == "The union waits.\n\nThe port answers."
