from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.model.facts import DatedEvent
from generator.model.page import Entry
from generator.publish.ahead import extent
from generator.publish.calendar import calendar, coming_events
from generator.publish.site import Site
from tests.facts import cite
from tests.pages.entries import entry, with_article

SITE = Site(name="A desk", url="https://example.org/desk/", as_of="2024-02-13")


def event(**changes: Any) -> DatedEvent:
    """A date of the example article."""
    given_by_the_source: dict[str, Any] = {
        "id": "t-aaaaaaaa",
        "start": "2024-03-01",
        "phase": "upcoming",
        "precision": "day",
        "certainty": "scheduled",
        "expression": "1 March",
        "what": "open the strait",
        "evidence": cite("open the strait by 1 March"),
    }
    return DatedEvent(**given_by_the_source | changes)


def read_back(one: Entry, site: Site = SITE) -> list[Any]:
    """The events of a brief's calendar, as a calendar program reads them."""
    made = calendar("A calendar", coming_events(one, site))
    return list(Calendar.from_ical(made).walk("VEVENT")) if made else []


def test_a_day_ends_before_the_next_one_and_everything_comes_from_the_source() -> None:
    (deadline,) = read_back(entry())
    assert deadline["SUMMARY"] == "Deadline: open the strait (Norland and Sudria quarrel over a strait)"
    assert (deadline["DTSTART"].dt, deadline["DTEND"].dt) == (date(2024, 3, 1), date(2024, 3, 2))
    assert deadline["DTSTAMP"].dt == datetime(2024, 2, 13, tzinfo=UTC)
    assert deadline["STATUS"] == "CONFIRMED"
    assert deadline["UID"] == f"{entry().brief.dates[0].id}@strait"
    assert deadline["URL"] == "https://example.org/desk/briefs/strait/"
    assert "“open the strait by 1 March”" in deadline["DESCRIPTION"]


def test_a_summary_that_says_enough_stands_alone() -> None:
    (found,) = read_back(entry(dates=(event(what="the strait will be open again"),)))
    assert found["SUMMARY"] == "The strait will be open again"


def test_a_range_covers_its_last_day() -> None:
    (conference,) = read_back(entry(dates=(event(start="2024-02-28", end="2024-02-29", precision="range"),)))
    assert (conference["DTSTART"].dt, conference["DTEND"].dt) == (date(2024, 2, 28), date(2024, 3, 1))


@pytest.mark.parametrize(
    ("certainty", "precision", "status"),
    [
        ("scheduled", "day", "CONFIRMED"),
        ("expiry", "day", "CONFIRMED"),
        ("planned", "day", "TENTATIVE"),
        ("hoped", "day", "TENTATIVE"),
        ("scheduled", "range", "CONFIRMED"),
        ("scheduled", "week", "TENTATIVE"),
        ("scheduled", "approximate", "TENTATIVE"),
    ],
)
def test_certainty_is_the_status(certainty: str, precision: str, status: str) -> None:
    (found,) = read_back(entry(dates=(event(certainty=certainty, precision=precision),)))
    assert found["STATUS"] == status


@pytest.mark.parametrize(
    "changes",
    [
        {"phase": "past"},
        {"certainty": "happened"},
        {"start": None},
        {"start": "2024-03"},
        {"start": "2024"},
        {"start": "2024-03-01", "end": "2024-04"},
        {"start": "2024-02-30"},
        {"start": "2024-03-02", "end": "2024-03-01"},
        {"start": "9999-12-31"},
    ],
)
def test_what_is_past_or_has_no_day_is_left_out(changes: dict[str, str | None]) -> None:
    assert calendar("A calendar", coming_events(entry(dates=(event(**changes),)), SITE)) is None


def test_a_passage_that_may_not_be_shown_is_not() -> None:
    (withheld,) = read_back(with_article(entry(), publish_source="none"))
    assert "“open the strait by 1 March”" not in withheld["DESCRIPTION"]
    assert "Norland and Sudria quarrel" in withheld["DESCRIPTION"]


def test_nor_is_one_that_is_left_out() -> None:
    one = entry()
    (withheld,) = read_back(replace(one, left_out=frozenset(one.brief.dates[0].evidence)))
    assert "“open the strait by 1 March”" not in withheld["DESCRIPTION"]
    assert "Norland and Sudria quarrel" in withheld["DESCRIPTION"]


def test_without_an_address_of_the_site_no_event_has_one() -> None:
    (found,) = read_back(entry(), Site(name="A desk"))
    assert "URL" not in found


def test_text_comes_back_letter_by_letter() -> None:
    odd = "commas, semicolons; \\ backslashes\nand “lines” of more than seventy-five bytes, with ü at many places: üüü"
    (found,) = read_back(entry(dates=(event(what=f"X{odd}"),)))
    assert found["SUMMARY"] == f"X{odd}"


def test_the_order_of_briefs_changes_nothing() -> None:
    other = with_article(entry(slug="other"), id="other")
    one, two = ([*coming_events(entry(), SITE)], [*coming_events(other, SITE)])
    assert calendar("A calendar", one + two) == calendar("A calendar", two + one)


def test_an_undated_report_is_stamped_by_the_day_of_the_site() -> None:
    undated = with_article(entry(), published=None)
    (found,) = read_back(replace(undated))
    assert found["DTSTAMP"].dt == datetime(2024, 2, 13, tzinfo=UTC)


@given(st.dates(), st.dates())
def test_an_extent_ends_one_day_after_its_last(first: date, last: date) -> None:
    found = extent(event(start=first.isoformat(), end=last.isoformat()))
    if first <= last < date.max:
        assert found is not None
        assert (found[0], found[1] - last) == (first, date(2, 1, 2) - date(2, 1, 1))
    else:
        assert found is None
