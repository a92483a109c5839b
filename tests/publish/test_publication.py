from __future__ import annotations

from typing import Any

from generator.assemble import stories
from generator.publish import Publication, Site, publication
from tests.pages.entries import empty, entry, with_article

SITE = Site(name="A desk", url="https://example.org/desk/", as_of="2024-02-13")
ENTRIES = (
    with_article(entry(), story="Strait"),
    with_article(entry(slug="other"), id="other", story="Strait"),
    empty(),
)


def published(site: Site = SITE, **changes: Any) -> Publication:
    """What a small site publishes."""
    chosen = {"histories": {}, "moved": {}, "indexes": ("index.md",)} | changes
    return publication(ENTRIES, stories(ENTRIES), site, **chosen)


def test_a_brief_has_a_calendar_where_it_has_days() -> None:
    own = published().own
    assert own["briefs/strait.md"] == ("briefs/strait.ics", "briefs/strait.json")
    assert own["briefs/empty.md"] == ("briefs/empty.json",)
    assert own["stories/strait.md"] == ("stories/strait.ics",)


def test_every_output_has_a_path_of_its_own_and_stays_the_same() -> None:
    outputs = published(moved={"briefs/old.md": "briefs/strait.md"}).outputs
    assert len({output.path for output in outputs}) == len(outputs)
    assert outputs == published(moved={"briefs/old.md": "briefs/strait.md"}).outputs


def test_no_redirect_takes_the_place_of_a_page() -> None:
    paths = {output.path for output in published(moved={"briefs/strait.md": "briefs/other.md"}).outputs}
    assert not {"briefs/strait/index.html", "_redirects"} & paths


def test_robots_find_the_site_map_where_its_address_is_known() -> None:
    def robots(site: Site) -> str:
        return next(output.content for output in published(site).outputs if output.path == "robots.txt").decode()

    assert robots(SITE).endswith("\nSitemap: https://example.org/desk/sitemap.xml\n")
    assert "Sitemap" not in robots(Site(name="A desk"))


def test_pages_are_dated_by_what_they_show() -> None:
    changed = published().changed
    assert changed["stories/strait.md"] == changed["briefs/strait.md"] == changed["index.md"] == "2024-02-13"


def test_a_page_of_an_actor_or_a_source_changes_with_its_briefs() -> None:
    later = with_article(entry(slug="later"), id="later", published="2024-03-01")
    site = Site(name="A desk", as_of="2024-04-01")
    indexes = ("actors/norland.md", "sources/strait.md", "sources/later.md", "actors/nobody.md", "dates/index.md")
    changed = publication((ENTRIES[0], later), (), site, histories={}, moved={}, indexes=indexes).changed
    assert [changed[path] for path in indexes] == [
        "2024-03-01",
        "2024-02-13",
        "2024-03-01",
        "2024-04-01",
        "2024-04-01",
    ]


def test_a_page_of_the_sites_own_names_the_feeds_alone() -> None:
    html = "<html><head><title>Us</title></head><body><p>Us.</p></body></html>"
    page = published().page("about/us.md", html)
    assert page.count('<link rel="alternate" ') == 3
    assert 'href="../../feed.xml"' in page
    assert page.endswith("</head><body><p>Us.</p></body></html>")


def test_titles_cannot_leave_their_attribute() -> None:
    page = published(Site(name='"><b>')).page("index.md", "<head></head>")
    assert "<b>" not in page
