from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.model.facts import DatedEvent
from generator.pages.report import Report
from generator.pages.timeline import Dated, dated, months
from tests.facts import findings
from tests.pages.entries import entry, page, section

EVENT = findings().dates[0]


def events(*found: DatedEvent, as_of: str | None = "2024-02-13") -> tuple[Dated, ...]:
    return dated([Report.of(entry(dates=tuple(found)))], as_of)


def event(**changes: Any) -> DatedEvent:
    return replace(EVENT, actors=(), **changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"start": "2024-03-01"}, "1 Mar 2024"),
        ({"start": "2024-03-01", "end": "2024-03-10", "precision": "range"}, "1–10 Mar 2024"),
        ({"start": "2024-03", "precision": "month"}, "Mar 2024"),
        ({"start": "2024-03", "precision": "approximate"}, "about Mar 2024"),
        ({"start": "2024-03-01", "precision": "range"}, "from 1 Mar 2024"),
        ({"start": "2024-03-01", "time": "14:30"}, "1 Mar 2024, 14:30"),
        ({"start": None}, ""),
    ],
)
def test_dates_stand_in_words(changes: dict[str, Any], words: str) -> None:
    assert events(event(**changes))[0].when == words


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"phase": "past"}, "behind"),
        ({"phase": "upcoming"}, "ahead"),
        ({"phase": "ongoing"}, "ahead"),
        ({"phase": "upcoming", "certainty": "happened"}, "behind"),
        ({"phase": "unknown", "start": "2024-02-12"}, "behind"),
        ({"phase": "unknown", "start": "2024-02-13"}, "ahead"),
        ({"phase": "unknown", "start": "2024-02"}, "ahead"),
        ({"phase": "unknown", "start": "2024-01"}, "behind"),
        ({"phase": "unknown", "start": None}, "unplaced"),
    ],
)
def test_events_stand_ahead_or_behind(changes: dict[str, Any], place: str) -> None:
    assert events(event(**changes))[0].place == place


def test_order_is_that_of_time_with_the_undated_last() -> None:
    starts = ("2024-03-02", None, "2024", "2024-03-01")
    shown = events(*(event(id=f"t-{number}", start=start) for number, start in enumerate(starts)))
    assert [one.start for one in shown] == ["2024", "2024-03-01", "2024-03-02", ""]


def test_a_range_has_passed_when_its_end_has() -> None:
    span = event(start="2024-02-01", end="2024-02-20", phase="ongoing")
    assert events(span, as_of="2024-02-20")[0].under_way
    assert not events(span, as_of="2024-02-20")[0].passed
    assert events(span, as_of="2024-02-21")[0].passed


def test_months_hold_what_begins_in_them() -> None:
    shown = months(
        events(event(id="t-1", start="2024-03-01"), event(id="t-2", start="2024-02-28"), event(id="t-3", start="2024"))
    )
    assert [(month.name, [one.id for one in month.events]) for month in shown] == [
        ("2024", ["t-3"]),
        ("February 2024", ["t-2"]),
        ("March 2024", ["t-1"]),
    ]


def test_the_sources_own_wording_stands_beside_the_date() -> None:
    text = section(page(entry()), "whats-next")
    assert "In the source: “by 1 March”. Who: Sudria." in text


def test_many_dates_are_folded_and_all_are_there() -> None:
    many = tuple(event(id=f"t-aaaaaa{number:02}", start=f"2024-03-{number:02}") for number in range(1, 14))
    text = section(page(entry(dates=many)), "whats-next")
    assert '??? note "3 more"' in text
    assert text.count("{#t-aaaaaa") == 13
    assert "    - **11 Mar 2024**{#t-aaaaaa11}" in text


def test_an_event_without_a_date_is_among_what_we_dont_know() -> None:
    text = section(page(entry(dates=(event(start=None, phase="unknown"),))), "what-we-dont-know")
    assert "*No date for “by 1 March”.* “open the strait”." in text
