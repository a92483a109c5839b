from __future__ import annotations

from generator.writers.conflicts import split
from generator.writers.merge import merge, settle

BASE = "# Title\n\nA said that it rains.[^aaa]\n\nB left.[^bbb]\n\n[^aaa]: “it rains”\n[^bbb]: “left”\n"
MINE = BASE.replace("A said that it rains.", "A said again that it rains.")
THEIRS = BASE.replace("A said that it rains.[^aaa]", "A said that it pours.[^ccc]").replace(
    "[^aaa]: “it rains”", "[^ccc]: “it pours”"
)


def test_a_kept_sentence_keeps_the_passage_that_it_cites() -> None:
    merged = merge(BASE, MINE, THEIRS)
    assert merged.conflicts
    assert "A said again that it rains.[^aaa]" in merged.text
    assert "[^aaa]: “it rains”" in merged.text
    assert merged.pending is not None
    settled = settle(merged.base, merged.text, merged.pending, theirs=False)
    assert not settled.conflicts
    assert "[^aaa]: “it rains”" in settled.text
    assert merge(settled.base, settled.text, THEIRS).text == settled.text


def test_a_passage_that_nobody_cites_any_more_goes() -> None:
    mine = BASE.replace("B left.[^bbb]", "B stayed away.")
    merged = merge(BASE, mine, THEIRS)
    assert "[^aaa]" not in merged.text
    assert "A said that it pours.[^ccc]" in merged.text


def test_a_block_with_other_marks_of_lines_in_it_is_known_again() -> None:
    merged = merge(BASE, MINE, THEIRS.replace("it pours", "it\u2028pours,\x85and pours"))
    assert [conflict.kind for conflict in merged.conflicts] == ["sentence"]
    assert "Conflict" not in split(merged.text)[0]
