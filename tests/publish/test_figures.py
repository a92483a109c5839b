from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.brief import SanctionsDebate
from generator.model.facts import Actor, Certainty, DatedEvent, Demand, Position, Precision, Response, Stance
from generator.model.page import Entry, Story
from generator.plugin import EXTENSIONS
from generator.publish.figures import Figures
from generator.publish.figures.axis import Axis, span
from generator.publish.figures.frame import NARROWEST
from generator.publish.figures.lettering import width, wrap
from tests.facts import cite
from tests.pages.entries import entry, page, renderer, with_article

NAMES = ("Norland", "Sudria", "Ana Bell", "The Assembly of Coastal Towns and their Fishermen", "Marit & Sons")
OPEN, WAIT = cite("Sudria open the strait"), cite("unless ships may pass")
STANCES: tuple[Stance, ...] = ("support", "conditional", "undecided", "oppose")
ANSWERED = Response(by=("actor-1",), kind="rejected", text="rejected the demand", evidence=cite("rejected the demand"))


def actors() -> tuple[Actor, ...]:
    return tuple(
        Actor(id=f"actor-{number}", name=name, kind="group", evidence=OPEN) for number, name in enumerate(NAMES)
    )


def event(number: int, start: str | None, end: str | None = None, **changes: Any) -> DatedEvent:
    precision: Precision = "day" if end is None else "range"
    certainty: Certainty = "planned"
    chosen: dict[str, Any] = {"phase": "upcoming", "precision": precision, "certainty": certainty, **changes}
    what = f"open the strait by way {number}"
    return DatedEvent(
        id=f"t-{number:08}", start=start, end=end, expression="by 1 March", what=what, evidence=OPEN, **chosen
    )


def demand(number: int, by: int | None, of: Sequence[int], *answers: Response) -> Demand:
    return Demand(
        id=f"d-{number:08}",
        by=() if by is None else (f"actor-{by}",),
        of=tuple(f"actor-{one}" for one in of),
        text=f"that Sudria open strait {number}",
        firmness="call",
        responses=answers,
        evidence=OPEN,
    )


def position(number: int, by: int, stance: Stance, **changes: Any) -> Position:
    chosen: dict[str, Any] = {"measure": None, "attribution": "indirect", **changes}
    return Position(id=f"p-{number:08}", by=(f"actor-{by}",), stance=stance, text="unless", evidence=WAIT, **chosen)


def full(**changes: Any) -> Entry:
    """A brief with enough to draw."""
    chosen: dict[str, Any] = {
        "actors": actors(),
        "statements": (),
        "demands": (demand(1, 0, [1, 2], ANSWERED), demand(2, 3, [0]), demand(3, None, [])),
        "dates": (
            event(1, "2024-02-10", phase="past", certainty="happened"),
            event(2, "2024-02-14", "2024-02-20"),
            event(3, "2024-03-01", certainty="deadline"),
            event(4, "2024-05", precision="month"),
            event(5, "2011", precision="year", phase="past", certainty="happened"),
            event(6, None, precision="approximate"),
        ),
        "sanctions": SanctionsDebate(
            positions=(
                position(1, 2, "oppose"),
                position(2, 0, "support"),
                position(3, 3, "conditional", attribution="second-hand"),
            )
        ),
    }
    return entry(**{**chosen, **changes})


def content(text: str) -> str:
    """The page of a brief as MkDocs gives it to the plugin."""
    return markdown.markdown(text.split("---\n", 2)[2], extensions=[*EXTENSIONS])


def drawn(one: Entry, html: str | None = None) -> str:
    return Figures.of([one], []).drawn("briefs/strait.md", content(page(one)) if html is None else html)


def pictures(html: str) -> dict[str, ET.Element]:
    """The pictures of a page, by their ids."""
    found = re.findall(r"<figure\b.*?</figure>", html, re.DOTALL)
    figures = [ET.fromstring(one.replace(" data-search-exclude", "")) for one in found]  # noqa: S314
    return {figure.attrib["id"]: figure for figure in figures}


def words(figure: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in figure.iter("text")]


def test_a_brief_has_its_pictures_under_their_headings() -> None:
    html = drawn(full())
    assert list(pictures(html)) == ["fig-asks", "fig-stands", "fig-dates"]
    for heading, name in (
        ("whats-next", "dates"),
        ("demands-and-responses", "asks"),
        ("the-sanctions-debate", "stands"),
    ):
        assert re.search(rf'<h2 id="{heading}">[^<]*</h2>\n<figure class="brief-figure" id="fig-{name}"', html)


def test_pictures_keep_to_a_strict_policy_and_to_ids_of_their_own() -> None:
    html = drawn(full())
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    figures = "".join(re.findall(r"<figure\b.*?</figure>", html, re.DOTALL))
    assert not re.search(r"style=|<style|<script|\son\w+=|https?:", figures)


def test_every_link_of_a_picture_leads_to_an_item_of_the_page() -> None:
    html = drawn(full())
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    links = [link.attrib["href"] for figure in pictures(html).values() for link in figure.iter("a")]
    assert len(links) == 3 + 3 + 5
    assert {link.removeprefix("#") for link in links} <= ids
    for figure in pictures(html).values():
        for used in figure.iter("use"):
            assert used.attrib["href"].removeprefix("#") in ids


def test_a_picture_has_a_title_and_a_description() -> None:
    for figure in pictures(drawn(full())).values():
        svg = figure[0]
        assert svg.attrib["role"] == "group"
        named = {element.attrib.get("id"): element.text for element in svg}
        assert named[svg.attrib["aria-labelledby"]]
        assert named[svg.attrib["aria-describedby"]]


def test_what_a_writer_took_out_or_changed_is_not_in_the_picture() -> None:
    html = content(page(full()))
    without = html.replace('id="t-00000003"', "")
    assert "#t-00000003" in drawn(full())
    assert "#t-00000003" not in drawn(full(), without)
    moved = html.replace("14–20 Feb 2024", "15–20 Feb 2024")
    assert "#t-00000002" not in drawn(full(), moved)
    reworded = html.replace("open strait 2", "close strait 2")
    assert "#d-00000002" not in drawn(full(), reworded)
    turned = re.sub(r'(id="p-00000002".*?)\+ support', r"\1− oppose", html, flags=re.DOTALL)
    assert "#p-00000002" not in drawn(full(), turned)


@pytest.mark.parametrize("part", ["dates", "demands", "sanctions"])
def test_a_picture_of_nearly_nothing_is_not_drawn(part: str) -> None:
    assert len(pictures(drawn(full(**{part: None if part == "sanctions" else getattr(full().brief, part)[:1]})))) == 2


def test_a_page_of_the_sites_own_stays_as_it_is() -> None:
    html = content(page(full()))
    assert Figures.of([full()], []).drawn("guide/start.md", html) == html


def test_a_crowded_picture_shows_the_foremost_and_counts_the_rest() -> None:
    first = date(2024, 2, 1)
    events = tuple(event(number, (first + timedelta(days=number)).isoformat()) for number in range(30))
    demands = tuple(demand(number, number % 5, [(number + 1) % 5]) for number in range(12))
    found = pictures(drawn(full(dates=events, demands=demands)))
    assert len(list(found["fig-dates"].iter("a"))) == 8
    assert "22 more in the lists." in str(found["fig-dates"].findtext("figcaption"))
    assert len(list(found["fig-asks"].iter("a"))) == 8
    assert "4 more in the table." in str(found["fig-asks"].findtext("figcaption"))


def test_an_answer_stands_at_the_end_of_its_line_alone() -> None:
    asks = pictures(drawn(full()))["fig-asks"]
    assert words(asks).count("✕") == 1
    dashed = [line.attrib.get("stroke-dasharray") for line in asks.iter("line")]
    assert dashed.count(None) == 1
    assert "rejected by Sudria" in words(asks)
    assert "Not named" in words(asks)


def test_what_came_second_hand_is_said_so() -> None:
    told = replace(demand(1, 0, [1], ANSWERED), attribution="second-hand")
    asks = pictures(drawn(full(demands=(told, demand(2, 3, [0])))))["fig-asks"]
    assert "second-hand; rejected by Sudria" in words(asks)
    assert sum("second-hand" in line for line in words(asks)) == 1


def test_a_date_out_of_the_picture_is_an_arrow_and_said_so() -> None:
    dates = pictures(drawn(full()))["fig-dates"]
    assert "an arrow leads to what lies outside" in str(dates.findtext("figcaption"))
    assert "1 without a date." in str(dates.findtext("figcaption"))
    assert len(list(dates.iter("polygon"))) == 2 + 1 + 1, "two arrows, a deadline, the deadline of the key"


def test_a_story_draws_the_facts_of_all_its_briefs() -> None:
    other = with_article(full(dates=(event(9, "2024-02-21"),)), id="other", published="2024-02-20")
    told = Story(slug="strait", name="The strait", entries=(replace(other, slug="other"), full()))
    text = renderer().story_page(told, "2024-02-21").text
    figures = Figures.of([], [told])
    dates = pictures(figures.drawn("stories/strait.md", content(text)))["fig-dates"]
    assert len(list(dates.iter("a"))) == 6
    assert "Latest report, 20 Feb 2024" in words(dates)


def test_pictures_are_the_same_each_time() -> None:
    assert drawn(full()) == drawn(full())


names = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), min_size=1, max_size=60
)


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(60, 300), st.integers(1, 3))
def test_wrapped_lines_have_room(text: str, room: int, most: int) -> None:
    lines = wrap(text, 13, room, most)
    assert 1 <= len(lines) <= most
    assert all(width(line, 13) <= room for line in lines)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 400)), max_size=6),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
)
def test_an_axis_holds_its_day_and_few_marks(found: list[tuple[date, int]], day: date) -> None:
    axis = Axis.around([(first, first + timedelta(days=days)) for first, days in found], day)
    assert axis.first < day < axis.after
    marks = axis.marks()
    assert 1 <= len(marks) <= 6
    assert all(axis.first <= here < axis.after for here, _words in marks)
    assert [axis.place(here) for here, _words in marks] == sorted({axis.place(here) for here, _words in marks})


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2024-02-28", None, ("2024-02-28", "2024-02-29")),
        ("2024-02", None, ("2024-02-01", "2024-03-01")),
        ("2024-12", None, ("2024-12-01", "2025-01-01")),
        ("2024", None, ("2024-01-01", "2025-01-01")),
        ("2024-02-10", "2024-02-12", ("2024-02-10", "2024-02-13")),
    ],
)
def test_a_date_covers_the_days_of_its_grain(start: str, end: str | None, days: tuple[str, str]) -> None:
    assert span(start, end) == tuple(date.fromisoformat(one) for one in days)


def test_no_date_is_made_of_an_impossible_one() -> None:
    assert span("2024-02-31", None) is None
    assert span("2024-13", None) is None
    assert span("9999", None) is None


@settings(deadline=None, max_examples=20)
@given(st.lists(names, min_size=5, max_size=5, unique=True))
def test_no_words_leave_their_picture_or_cover_others(chosen: list[str]) -> None:
    named = tuple(replace(actor, name=name) for actor, name in zip(actors(), chosen, strict=True))
    for figure in pictures(drawn(full(actors=named))).values():
        boxes: list[tuple[float, float, float, float]] = []
        key = {text for group in figure.iter("g") if "transform" in group.attrib for text in group.iter("text")}
        for text in figure.iter("text"):
            if text in key:
                continue
            shown = "".join(text.itertext())
            size = float(text.attrib.get("font-size", 13))
            room = width(shown, size)
            place = float(str(text.attrib["x"]).removesuffix("%"))
            x = place * NARROWEST / 100 if str(text.attrib["x"]).endswith("%") else place
            x += float(text.attrib.get("dx", 0))
            x -= {"middle": room / 2, "end": room}.get(text.attrib.get("text-anchor", "start"), 0)
            y = float(text.attrib["y"])
            assert x >= -1, shown
            assert x + room <= NARROWEST + 1, shown
            boxes.append((x, x + room, y - size * 0.7, y))
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
                assert apart, (one, other)


def test_all_dates_of_a_site_are_seen_from_its_day() -> None:
    text = {one.path: one.text for one in renderer().index_pages([full()], (), "2024-02-16")}["dates/index.md"]
    html = Figures.of([full()], [], "2024-02-16").drawn("dates/index.md", content(text))
    (dates,) = pictures(html).values()
    assert re.search(r'<h2 id="coming">[^<]*</h2>\n<figure', html)
    assert "As of 16 Feb 2024" in words(dates)
    assert len(list(dates.iter("a"))) == 3
