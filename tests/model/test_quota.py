"""How many words of a source may be shown, and whose passages come first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Article, PublishSource
from generator.model.evidence import Evidence
from generator.model.quota import Quota, unfit_quota
from tests.conftest import article

WORDS = 100
TEXT = " ".join(f"word{number}" for number in range(WORDS))


def source(shown: PublishSource = "passages") -> Article:
    """An article of a hundred words."""
    return replace(article(TEXT), publish_source=shown)


def passage(first: int, last: int) -> Evidence:
    """The passage from one word to another, both within."""
    return source().cite(TEXT.index(f"word{first}"), TEXT.index(f"word{last}") + len(f"word{last}"))


def words_of(passages: list[Evidence]) -> set[str]:
    return {word for one in passages for word in one.quote.split()}


@pytest.mark.parametrize(
    ("quota", "most"),
    [
        (Quota(), None),
        (Quota(words=30), 30),
        (Quota(words=0), 0),
        (Quota(share=0.1), 10),
        (Quota(share=0.29), 29),
        (Quota(share=0), 0),
        (Quota(share=1), 100),
        (Quota(words=30, share=0.1), 10),
        (Quota(words=5, share=0.1), 5),
    ],
)
def test_the_lower_of_number_and_share_holds(quota: Quota, most: int | None) -> None:
    assert quota.of(source()) == most


def test_an_own_or_free_text_has_no_limit() -> None:
    assert Quota(words=0).of(source("full")) is None
    assert Quota(words=0).beyond(source("full"), [passage(0, 9)]) == frozenset()


def test_the_first_passages_keep_their_words() -> None:
    ranked = [passage(50, 59), passage(0, 9), passage(80, 89), passage(95, 95)]
    assert Quota(words=20).beyond(source(), ranked) == {passage(80, 89), passage(95, 95)}
    assert Quota(words=19).beyond(source(), ranked) == set(ranked[1:])


def test_words_of_several_passages_count_once() -> None:
    ranked = [passage(0, 9), passage(5, 14), passage(2, 3), passage(40, 49), passage(3, 12)]
    assert Quota(words=15).beyond(source(), ranked) == {passage(40, 49)}


SPAN = st.tuples(st.integers(0, WORDS - 1), st.integers(0, WORDS - 1)).map(lambda pair: passage(min(pair), max(pair)))


@given(st.lists(SPAN, max_size=12), st.integers(0, WORDS))
def test_no_more_words_are_shown_than_may_be(ranked: list[Evidence], most: int) -> None:
    left_out = Quota(words=most).beyond(source(), ranked)
    shown = [one for one in ranked if one not in left_out]
    assert len(words_of(shown)) <= most
    for place, one in enumerate(ranked):
        before = [other for other in ranked[:place] if other not in left_out]
        if any(other in left_out for other in ranked[:place]):
            assert (one in left_out) == (not words_of([one]) <= words_of(before))


@pytest.mark.parametrize(
    ("words", "share"), [(None, None), (0, None), (300, None), (None, 0), (None, 0.5), (None, 1), (300, 1.0)]
)
def test_what_can_be(words: object, share: object) -> None:
    assert unfit_quota(words, share) is None


@pytest.mark.parametrize("words", [-1, 2.5, "300", True, [300], float("nan")])
def test_no_number_of_words(words: object) -> None:
    found = unfit_quota(words, None)
    assert found is not None
    assert found[0] == "quoted_words"


@pytest.mark.parametrize("share", [-0.1, 1.1, 10, "10%", True, [0.1], float("nan"), float("inf")])
def test_no_share(share: object) -> None:
    found = unfit_quota(None, share)
    assert found is not None
    assert found[0] == "quoted_share"
