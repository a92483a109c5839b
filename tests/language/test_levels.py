"""Levels: which attribution stands in which, and who passes on whose words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.language.marks import Attributed
from generator.language.speech import levels


def said(by: str, cue: int, start: int, end: int) -> Attributed:
    return Attributed(source=None, cue=cue, content=((start, end),), by=(by,), via=(), direct=False)


def test_words_passed_on_twice() -> None:
    items = [said("Ana", 1, 2, 20), said("Ben", 4, 5, 20), said("Cid", 8, 9, 20)]
    outer = levels.outers(items)
    assert outer == [-1, 0, 1]
    assert [item.level for item in levels.with_levels(items, outer)] == [1, 2, 3]
    assert [item.via for item in levels.with_chains(items, outer)] == [(), ("Ana",), ("Ben", "Ana")]


def test_nobody_passes_on_their_own_words() -> None:
    items = [said("Ana", 1, 2, 20), said("Ana", 4, 5, 20)]
    assert [item.via for item in levels.with_chains(items, levels.outers(items))] == [(), ()]


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(1, 10))


@given(spans=st.lists(SPANS, max_size=12, unique_by=lambda span: span[0]))
def test_an_inner_item_is_one_level_below_its_outer(spans: list[tuple[int, int, int]]) -> None:
    items = levels.in_text_order([said("Ana", cue, start, start + size) for cue, start, size in spans])
    outer = levels.outers(items)
    ranked = levels.with_levels(items, outer)
    for index, around in enumerate(outer):
        assert ranked[index].level == (ranked[around].level + 1 if around >= 0 else 1)
        if around >= 0:
            start, end = items[around].content[0]
            assert start <= items[index].cue < end
