"""Passages beyond the quota of their source: links without words, the last ones first."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from generator.assemble import stories
from generator.model.page import Entry
from generator.model.quota import Quota
from generator.pages import check_page, left_out
from tests.facts import TEXT, source
from tests.pages.entries import entry, indexes, page, renderer, section, with_article

LINE = "Some passages are left out for the rights of their source."
AS_OF = "2024-02-13"
NOTE = re.compile(r"^\[\^[a-z2-7]{8}\]: (?:“(.*)” )?\[The Strait Times\]", re.MULTILINE)


def example(**changes: object) -> Entry:
    """The example, whose source can be named."""
    return with_article(entry(), outlet="The Strait Times", url="https://strait.example/a", **changes)


def limited(words: int, **changes: object) -> Entry:
    """The example, of which so many words may be shown."""
    one = example(**changes)
    return replace(one, left_out=left_out(one, Quota(words=words), AS_OF))


def notes(text: str) -> list[str]:
    """The passages at the foot of a page, in order; empty where only a link stands."""
    return [unescape(words).replace("’", "'").strip("‘'") for words in NOTE.findall(section(text, "source-and-method"))]


def shown(passages: list[str]) -> set[int]:
    """The words of the source that some passages show, by their places."""
    words = [match.span() for match in re.finditer(r"\S+", TEXT)]
    spans = [(TEXT.index(one), TEXT.index(one) + len(one)) for one in passages if one]
    return {at for at, (start, end) in enumerate(words) if any(start < last and first < end for first, last in spans)}


@pytest.mark.parametrize("words", range(45))
def test_the_first_facts_of_a_page_keep_their_passages(words: int) -> None:
    text = page(limited(words))
    passages = notes(text)
    assert len(passages) == len(notes(page(limited(1000))))
    assert len(shown(passages)) <= words
    kept = next((place for place, one in enumerate(passages) if not one), len(passages))
    assert shown(passages[kept:]) <= shown(passages[:kept])
    assert (LINE in section(text, "source-and-method")) == ("" in passages)
    assert list(check_page(text, [source()])) == []


def test_with_enough_words_nothing_changes() -> None:
    assert page(limited(1000)) == page(example())
    assert limited(1000).left_out == frozenset()
    assert limited(0, publish_source="full").left_out == frozenset()


def test_without_any_words_notes_are_those_of_a_source_that_may_not_be_shown() -> None:
    assert page(limited(0)).replace(f"\n{LINE}", "") == page(example(publish_source="none"))


def test_other_pages_leave_out_the_same_passages() -> None:
    one = limited(20)
    left = {passage.quote for passage in one.left_out}
    assert "Bell said sanctions would be a mistake" in left
    (story,) = stories([with_article(one, story="The strait")])
    pages = indexes(one) | {"story": renderer().story_page(story, AS_OF).text, "brief": page(one)}
    for text in pages.values():
        assert not any(f"“{quote}”" in text for quote in left)
    assert LINE in pages["story"]


def test_of_a_sentence_only_what_is_shown_elsewhere_stands_in_the_view_of_its_source() -> None:
    text = indexes(limited(20))["sources/strait.md"]
    assert "\n  … <mark>rejected the demand</mark>\\.\n" in text
    assert "Bell said sanctions would be a mistake" not in text
    assert "as far as it cites them. Some passages are left out for the rights of the source." in text
    assert "left out" not in indexes(limited(1000))["sources/strait.md"]


def test_a_note_without_words_names_at_least_the_title() -> None:
    bare = with_article(entry(), published=None, published_basis="none", publish_source="none")
    assert re.search(r"^\[\^[a-z2-7]{8}\]: Norland and Sudria quarrel over a strait$", page(bare), re.MULTILINE)
