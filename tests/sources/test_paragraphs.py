from __future__ import annotations

from generator.sources import paragraphs

WRAPPED = """\
The port authority said on Monday that it would answer the
pilots within a week, and that it regretted that its long-
awaited offer had not come before.

The union called this an insult. It repeated that its
members would stop work on Friday at noon, and that no ship
would then enter or leave.
"""


def of(text: str) -> tuple[str, ...]:
    return paragraphs.of_plain(paragraphs.cleaned(text))


def test_one_line_is_one_paragraph() -> None:
    text = (
        "The port authority said on Monday that it would answer within a week. " * 2 + "\nThe union waits.\nSo do we.\n"
    )
    assert paragraphs.joined(of(text)).count("\n\n") == 2


def test_lines_wrapped_to_a_width_are_put_together() -> None:
    first, second = of(WRAPPED)
    assert first.endswith("it regretted that its long-awaited offer had not come before.")
    assert second.startswith("The union called this an insult. It repeated that its members would")


def test_in_wrapped_text_a_short_line_and_an_indent_end_a_paragraph() -> None:
    text = "PILOTS WAIT\n" + WRAPPED.replace("\n\n", "\n    ")
    assert [paragraph[:14] for paragraph in map(str.strip, of(text))] == [
        "PILOTS WAIT",
        "The port autho",
        "The union call",
    ]


def test_short_lines_are_no_wrapped_text() -> None:
    assert len(of("One thing.\nAnother, somewhat longer thing.\nA third.\n")) == 3


def test_white_space_is_made_plain_and_nothing_else_is() -> None:
    text = "\u00a0 A\u00a0long\u2009way,\tsaid\u200b  he\u00ad.\x0c\u2028Fi\ufb01 “x”\u2026\u2029é"
    assert paragraphs.joined(of(text)) == "A long way, said he.\n\nFi\ufb01 “x”\u2026\n\né"
