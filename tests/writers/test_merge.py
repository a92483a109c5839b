from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.writers.merge import merge, settle
from generator.writers.parsing import parse
from generator.writers.units import source
from tests.writers.pages import edited, sheet

PAGE = """---
title: "Strait"
article: "strait"
---

# Strait

Norland asks. Sudria waits. Ships sail on.

## Demands {#demands}

| who | what |
|---|---|
| Norland {#d-1} | open the strait |
| Sudria {#d-2} | close it |

- Freeze assets. {#m-1}
- Stop trade. {#m-2}

??? note "More"
    Folded line. Second line.

[^a]: First passage.
[^b]: Second passage.
"""
FRAGMENTS = st.sampled_from(
    (
        "---\n",
        "a\u2028b. C\x85d.\n",
        "\x0b\n",
        "- e\u2029f\n",
        "title: x\n",
        "# H {#h}\n",
        "## B\n",
        "\n",
        "  \n",
        "Mr. A said. Then B! x\n",
        "- a b. C d {#d-1}\n",
        "  - nested\n",
        "1. x\n",
        "    cont\n",
        "[^a]: foot. Note.\n",
        "!!! note\n",
        "```\n",
        "<div markdown>\n",
        "> q\n",
        "Term\n",
        ":   def\n",
        "a  \n",
        "last",
        "\t",
        "*\n",
        "x\\\n",
        "| a | b |\n",
        "|---|---|\n",
        "| c `|` | \\| d {#x} |\n",
        "|",
        "`|",
    )
)
TEXTS = st.lists(FRAGMENTS, max_size=14).map("".join) | st.text(alphabet="ab.|`-\n #{}^[]:!\\\t<*A ", max_size=40)
SEEDS = st.integers(0, 10_000)


@given(TEXTS)
def test_a_page_read_and_written_is_the_same(text: str) -> None:
    assert source(parse(text)) == text


@given(TEXTS, TEXTS)
def test_an_unedited_page_becomes_the_new_one(base: str, theirs: str) -> None:
    assert merge(base, base, theirs).text == theirs


@given(TEXTS, TEXTS)
def test_with_nothing_new_the_writers_page_stays_byte_for_byte(base: str, mine: str) -> None:
    assert merge(base, mine, base).text == mine


@settings(max_examples=40)
@given(SEEDS)
def test_two_edited_versions_lose_nothing_and_fuse_nothing(seed: int) -> None:
    chance = Random(seed)  # noqa: S311  (a seeded example, no secret)
    page = sheet(chance)
    mine, _touched, marks = edited(page, chance, 6, "mine")
    theirs, _others, _ = edited(page, chance, 6, "gen")
    merged = merge(page.text(), mine.text(), theirs.text())
    written = [piece.text for piece in mine.pieces() if any(mark in piece.text.lower() for mark in marks)]
    assert [text for text in written if text not in merged.text] == []
    units = re.split(r"(?<=\.) |\||\n", merged.text.lower())
    assert [unit for unit in units if "mine" in unit and "gen" in unit] == []
    assert merge(merged.base, merged.text, theirs.text(), merged.pending) == merged


@given(TEXTS, TEXTS, TEXTS)
def test_every_line_of_a_writer_is_in_the_result(base: str, mine: str, theirs: str) -> None:
    result = merge(base, mine, theirs).text
    before = {" ".join(line.split()) for line in base.split("\n")}
    own = {" ".join(line.split()) for line in mine.split("\n")} - before
    words = " ".join(result.split())
    assert [line for line in own if line and not _stands(line, words)] == []


@given(TEXTS, TEXTS, TEXTS)
def test_merging_twice_changes_nothing(base: str, mine: str, theirs: str) -> None:
    merged = merge(base, mine, theirs)
    assert merge(merged.base, merged.text, theirs, merged.pending) == merged


@given(base=TEXTS, mine=TEXTS, theirs=TEXTS, chosen=st.booleans())
def test_every_conflict_can_be_settled(*, base: str, mine: str, theirs: str, chosen: bool) -> None:
    merged = merge(base, mine, theirs)
    if merged.pending is not None:
        settled = settle(merged.base, merged.text, merged.pending, theirs=chosen)
        assert settled.conflicts == ()
        assert settled.base == theirs


def _stands(line: str, words: str) -> bool:
    return all(word in words for word in line.split())


def test_different_units_are_fused() -> None:
    mine = PAGE.replace("Sudria waits.", "Sudria waits and sees.").replace("close it", "close it soon")
    theirs = PAGE.replace("Ships sail on.", "Ships turn back.").replace("open the strait", "open the strait by May")
    merged = merge(PAGE, mine, theirs)
    assert "Norland asks. Sudria waits and sees. Ships turn back." in merged.text
    assert "open the strait by May" in merged.text
    assert "close it soon" in merged.text
    assert merged.conflicts == ()


@pytest.mark.parametrize(
    ("old", "mine", "theirs"),
    [
        ("Sudria waits.", "Sudria waits and sees.", "Sudria waits for May."),
        ("close it", "close it soon", "close it now"),
        ("- Stop trade.", "- Stop all trade.", "- Stop some trade."),
        ("Second passage.", "Second passage, mine.", "Second passage, new."),
        ('title: "Strait"', 'title: "Mine"', 'title: "New"'),
        ("Second line.", "Second line, mine.", "Second line, new."),
        ("# Strait", "# Mine", "# New"),
    ],
)
def test_two_edits_of_one_unit_are_a_conflict(old: str, mine: str, theirs: str) -> None:
    merged = merge(PAGE, PAGE.replace(old, mine), PAGE.replace(old, theirs))
    (conflict,) = merged.conflicts
    assert mine in merged.text
    assert theirs.removeprefix("- ") in merged.text
    assert f"Conflict {conflict.id}" in merged.text
    assert old in merged.base
    again = merge(merged.base, merged.text, PAGE.replace(old, theirs), merged.pending)
    assert again == merged


def test_a_conflict_is_settled_by_deleting_its_block() -> None:
    mine, theirs = PAGE.replace("close it", "close it soon"), PAGE.replace("close it", "close it now")
    merged = merge(PAGE, mine, theirs)
    settled = merge(merged.base, mine, theirs, merged.pending)
    assert settled.text == mine
    assert settled.base == theirs
    assert settled.conflicts == ()


def test_a_block_that_a_writer_wrote_into_stays() -> None:
    mine, theirs = PAGE.replace("close it", "close it soon"), PAGE.replace("close it", "close it now")
    merged = merge(PAGE, mine, theirs)
    noted = merged.text.replace("To keep yours, delete", "I asked the desk about this. To keep yours, delete")
    assert "I asked the desk" in merge(merged.base, noted, theirs, merged.pending).text


@pytest.mark.parametrize("chosen", [True, False])
def test_conflicts_are_settled_for_one_side(*, chosen: bool) -> None:
    mine = PAGE.replace("close it", "close it soon").replace("Norland asks.", "Norland asks twice.")
    theirs = PAGE.replace("close it", "close it now")
    merged = merge(PAGE, mine, theirs)
    settled = settle(merged.base, merged.text, merged.pending or "", theirs=chosen)
    assert settled.conflicts == ()
    assert ("close it now" in settled.text, "close it soon" in settled.text) == (chosen, not chosen)
    assert "Norland asks twice." in settled.text
    assert settled.base == theirs


def test_what_a_writer_deleted_stays_deleted() -> None:
    mine = PAGE.replace("- Stop trade. {#m-2}\n", "")
    theirs = PAGE.replace("Stop trade.", "Stop all trade.").replace("open the strait", "open it")
    merged = merge(PAGE, mine, theirs)
    assert "Stop" not in merged.text
    assert "Stop" not in merge(merged.base, merged.text, theirs.replace("Stop all", "Stop any")).text


def test_what_is_gone_but_was_edited_stays_with_a_note() -> None:
    mine = PAGE.replace("Stop trade.", "Stop trade at once.")
    theirs = PAGE.replace("- Stop trade. {#m-2}\n", "")
    merged = merge(PAGE, mine, theirs)
    assert "Stop trade at once." in merged.text
    assert "no longer generated" in merged.text
    assert merge(merged.base, merged.text, theirs, merged.pending) == merged


def test_the_order_of_a_writer_stays() -> None:
    mine = PAGE.replace(
        "- Freeze assets. {#m-1}\n- Stop trade. {#m-2}\n", "- Stop trade. {#m-2}\n- Freeze assets. {#m-1}\n"
    )
    theirs = PAGE.replace("- Stop trade. {#m-2}\n", "- Stop all trade. {#m-2}\n- Bar visas. {#m-3}\n")
    merged = merge(PAGE, mine, theirs)
    assert "- Stop all trade. {#m-2}\n- Bar visas. {#m-3}\n- Freeze assets. {#m-1}\n" in merged.text
    assert merged.conflicts == ()


def test_own_sections_stay_where_they_were_put() -> None:
    mine = PAGE.replace("## Demands", "## Our view\n\nIt is ours.\n\n## Demands")
    theirs = PAGE.replace("# Strait\n\nNorland asks.", "# Strait\n\nNorland asks again.")
    merged = merge(PAGE, mine, theirs)
    assert "## Our view\n\nIt is ours.\n\n## Demands" in merged.text
    assert "Norland asks again." in merged.text


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_line_ends_and_byte_order_mark_stay(ends: str) -> None:
    mine = "\ufeff" + PAGE.replace("Sudria waits.", "Sudria waits long.").replace("\n", ends)
    theirs = PAGE.replace("open the strait", "open it")
    merged = merge(PAGE, mine, theirs).text
    assert merged.startswith("\ufeff---" + ends)
    assert merged.count("\n") == merged.count(ends)
    assert "open it" in merged
    assert "Sudria waits long." in merged


def test_an_item_moved_to_another_section_is_followed() -> None:
    base = PAGE.replace("[^a]:", "## Next {#next}\n\n- Talks. {#t-1}\n- A vote. {#t-2}\n\n[^a]:")
    mine = base.replace("- Stop trade. {#m-2}\n", "").replace("- A vote.", "- Stop trade. {#m-2}\n- A vote.")
    theirs = base.replace("Stop trade.", "Stop all trade.")
    merged = merge(base, mine, theirs)
    assert "- Talks. {#t-1}\n- Stop all trade. {#m-2}\n- A vote. {#t-2}\n" in merged.text
    assert merged.text.count("{#m-2}") == 1
    assert merged.conflicts == ()
    assert merge(merged.base, merged.text, theirs) == merged
    disputed = merge(base, mine.replace("Stop trade.", "Stop it."), theirs)
    assert len(disputed.conflicts) == 1
    assert merge(disputed.base, disputed.text, theirs, disputed.pending) == disputed


def test_an_edited_item_that_the_source_moves_goes_along() -> None:
    base = PAGE.replace("[^a]:", "## Next {#next}\n\n- Talks. {#t-1}\n- A vote. {#t-2}\n\n[^a]:")
    mine = base.replace("Stop trade.", "Stop trade at once.")
    theirs = base.replace("- Stop trade. {#m-2}\n", "").replace("- A vote.", "- Stop trade. {#m-2}\n- A vote.")
    merged = merge(base, mine, theirs)
    assert "- Talks. {#t-1}\n- Stop trade at once. {#m-2}\n- A vote. {#t-2}\n" in merged.text
    assert merged.text.count("{#m-2}") == 1
    assert merged.conflicts == ()
