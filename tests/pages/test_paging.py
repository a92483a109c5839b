"""Indexes stay small, however many briefs there are."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.model.page import Entry
from generator.pages import paging
from tests.pages.entries import empty, entry, indexes, with_article


def many(count: int) -> list[Entry]:
    return [
        replace(
            with_article(empty(), id=f"r-{n:03}", title=f"Report {n}", published=f"2024-{n % 12 + 1:02}-01"),
            slug=f"r-{n:03}",
        )
        for n in range(count)
    ]


def test_a_large_index_goes_on_by_month() -> None:
    pages = indexes(*many(250))
    first = pages["briefs/index.md"]
    assert first.count("\n- **[") == paging.NEWEST
    assert "- [December 2024](2024-12.md) (20)" in first
    months = [path for path in pages if re.fullmatch(r"briefs/2024-\d\d\.md", path)]
    assert sum(pages[path].count("\n- **[") for path in months) == 250
    assert "# Briefs, December 2024\n\n20 briefs, the newest first." in pages["briefs/2024-12.md"]


def test_a_small_index_stands_on_one_page() -> None:
    pages = indexes(*many(200))
    assert pages["briefs/index.md"].count("\n- **[") == 200
    assert "## More" not in pages["briefs/index.md"]


def test_the_list_from_a_to_z_goes_on_by_initial() -> None:
    pages = indexes(*many(201))
    assert "- [R](letter-r.md) (200)\n- [R (2)](letter-r-2.md) (1)" in pages["a-z/index.md"]
    assert pages["a-z/letter-r.md"].count("\n- [Report") == 200


def test_what_begins_with_no_letter_comes_last() -> None:
    parts = paging.by_initial(["Äther", "9 May", "zinc", "“Quoted”"], str)
    assert [(part.id, part.name, part.items) for part in parts] == [
        ("letter-a", "A", ("Äther",)),
        ("letter-q", "Q", ("“Quoted”",)),
        ("letter-z", "Z", ("zinc",)),
        ("letter-other", "Other", ("9 May",)),
    ]


@given(st.lists(st.text(min_size=1, max_size=4), max_size=500))
def test_no_part_is_too_large_and_nothing_is_lost(names: list[str]) -> None:
    parts = paging.by_initial(names, str)
    assert all(0 < part.count <= paging.MOST for part in parts)
    assert sorted(name for part in parts for name in part.items) == sorted(names)
    assert len({part.id for part in parts}) == len(parts)


def test_demands_are_counted_not_their_reports() -> None:
    busy = entry(demands=entry().brief.demands * 150)
    pages = indexes(busy, replace(with_article(busy, id="b", title="B", published="2024-01-20"), slug="b"))
    assert "- [February 2024](2024-02.md) (150)" in pages["demands/index.md"]
    assert "- [January 2024](2024-01.md) (150)" in pages["demands/index.md"]


def test_dates_go_on_by_month_what_comes_apart_from_what_has_passed() -> None:
    (ahead,) = (date for date in entry().brief.dates if date.start == "2024-03-01")
    dates = tuple(
        replace(ahead, id=f"t-{n}", start=f"2024-{n % 12 + 1:02}-{n % 27 + 1:02}", end=None) for n in range(240)
    )
    pages = indexes(entry(dates=dates), as_of="2024-06-10")
    assert "- [June 2024](2024-06.md) (20)" in pages["dates/index.md"]
    june = pages["dates/2024-06.md"]
    assert june.count("\n- **") == 20
    coming, behind = june.split("## Behind us", 1)
    assert "Jun 2024**{#t-" in coming
    assert "**passed**" in behind
    assert "**passed**" not in coming
