from __future__ import annotations

import json

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.history import Event, Revision
from generator.publish.feeds import atom, json_feed
from generator.publish.news import LATEST, MOST_LINES, last_change, news
from generator.publish.site import Site
from tests.pages.entries import entry, with_article

SITE = Site(name="A desk & co", url="https://example.org/desk/", as_of="2024-02-13")


def revision(event: Event = "added", on: str | None = "2024-02-20", text: str = "open <the> strait") -> Revision:
    return Revision(on=on, event=event, kind="demands", id="d-aaaaaaaa", text=text)


HISTORY = {"strait": (revision("first", "2024-02-13"), revision(), revision("changed"), revision("reworded"))}


def test_a_reader_of_atom_finds_new_briefs_and_changes() -> None:
    feed = feedparser.parse(atom(news([entry()], HISTORY, SITE), SITE))
    assert not feed.bozo
    assert feed.feed.title == "A desk & co"
    assert feed.feed.updated == "2024-02-20T00:00:00Z"
    changed, first = feed.entries
    assert changed.title == "Changed: Norland and Sudria quarrel over a strait"
    assert "<li>Added demand: open &lt;the&gt; strait</li><li>Changed demand:" in changed.content[0].value
    assert "Reworded" not in changed.content[0].value
    assert (first.updated, changed.updated) == ("2024-02-13T00:00:00Z", "2024-02-20T00:00:00Z")
    assert first.link == changed.link == "https://example.org/desk/briefs/strait/"
    assert len({first.id, changed.id, feed.feed.id}) == 3


def test_a_json_feed_says_the_same() -> None:
    items = news([entry()], HISTORY, SITE)
    feed = json.loads(json_feed(items, SITE))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://example.org/desk/feed.json"
    read = feedparser.parse(atom(items, SITE)).entries
    assert [item["id"] for item in feed["items"]] == [one.id for one in read]
    assert [item["url"] for item in feed["items"]] == [one.link for one in read]


def test_links_are_relative_where_the_site_has_no_address() -> None:
    site = Site(name="A desk", directory_urls=False)
    (item,) = json.loads(json_feed(news([entry()], {}, site), site))["items"]
    assert item["url"] == "./briefs/strait.html"


def test_a_feed_ends_with_the_latest_news_and_order_changes_nothing() -> None:
    many = [
        with_article(entry(slug=f"s{n}"), id=f"s{n}", published=f"20{n % 90 + 10}-02-13") for n in range(LATEST + 20)
    ]
    found = news(many, {}, SITE)
    assert len(found) == LATEST
    assert found[0].day == "2099-02-13"
    assert found == news(reversed(many), {}, SITE)


def test_no_brief_makes_an_empty_feed() -> None:
    assert feedparser.parse(atom((), Site(name="A desk"))).entries == []


@given(st.text())
def test_every_text_gives_well_formed_xml(text: str) -> None:
    history = {"strait": (revision(text=text),)}
    titled = with_article(entry(), title=text, tags=(text,))
    assert not feedparser.parse(atom(news([titled], history, SITE), SITE)).bozo


@pytest.mark.parametrize(
    ("history", "day"),
    [
        ((), "2024-02-13"),
        ((revision("first", "2024-02-14"),), "2024-02-13"),
        ((revision("added", "2024-02-20"), revision("reworded", "2024-02-25")), "2024-02-20"),
        ((revision("added", None),), "2024-02-13"),
    ],
)
def test_a_brief_changes_when_its_facts_do(history: tuple[Revision, ...], day: str) -> None:
    assert last_change(entry(), history, "2024-03-01") == day


def test_an_item_tells_many_changes_in_part_and_counts_the_rest() -> None:
    history = {"strait": tuple(revision(text=f"fact {number}") for number in range(MOST_LINES + 5))}
    changed = news([entry()], history, SITE)[0]
    assert len(changed.lines) == MOST_LINES + 1
    assert changed.lines[-1] == "5 more on the page"
