"""The example site under a path of its host: its outputs are read back, its links followed."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import feedparser
import jsonschema
import pytest
from icalendar import Calendar
from pyld import jsonld

from generator.model.history import SIGNIFICANT
from generator.publish import verify
from tests.conftest import ROOT
from tests.sites import build, example

HOST, BASE = "https://example.org", "/desk/briefing/"
SCHEMA = json.loads((ROOT / "tests" / "brief.schema.json").read_text(encoding="utf-8"))
SEED = '---\ntitle: "A quarrel"\npublished: 2024-02-13\n---\n\nNorland will vote on March 3, 2024, officials said.\n'
OWN_RULES = "User-agent: *\nDisallow: /archive/\n"


class Links(HTMLParser):
    """What a page links to, and its blocks of linked data."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[tuple[str, dict[str, str]]] = []
        self.data: list[str] = []
        self.ids: list[str] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if "id" in named:
            self.ids.append(named["id"])
        if tag in {"a", "link"} and "href" in named:
            self.links.append((tag, named))
        self.inside = tag == "script" and named.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.data.append(data)
            self.inside = False


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site, with a page that has moved and a file that stands for ours."""
    folder = example(tmp_path_factory.mktemp("published"))
    (folder / "seeds" / "quarrel.md").write_text(SEED, encoding="utf-8")
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"site_url: {HOST}{BASE}\n{settings}", encoding="utf-8")
    (folder / "docs" / "robots.txt").write_text(OWN_RULES, encoding="utf-8")
    build(folder)
    (folder / "docs" / "archive").mkdir()
    (folder / "docs" / "briefs" / "quarrel.md").rename(folder / "docs" / "archive" / "moved.md")
    build(folder)
    return folder / "site"


def file_of(site: Path, url: str) -> Path:
    """The file that a server of the site sends for an address."""
    path = unquote(urlsplit(url).path)
    assert path.startswith(BASE), url
    inside = path.removeprefix(BASE)
    return site / (f"{inside}index.html" if not inside or inside.endswith("/") else inside)


def address_of(site: Path, file: Path) -> str:
    """The address at which a server sends a page."""
    return f"{HOST}{BASE}{file.relative_to(site).as_posix().removesuffix('index.html')}"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Links]:
    """Every page of the site."""
    return {path: Links(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}


def test_everything_is_read_back(site: Path) -> None:
    calendars = sorted(site.rglob("*.ics"))
    assert site / "archive" / "moved.ics" in calendars
    assert site / "calendar.ics" in calendars
    for path in calendars:
        events: list[Any] = list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))
        assert events
        assert len({str(event["UID"]) for event in events}) == len(events)
        for event in events:
            assert event["DTSTART"].dt < event["DTEND"].dt
            assert file_of(site, str(event["URL"])).is_file()
    briefs = [json.loads(path.read_bytes()) for path in (*site.glob("briefs/*.json"), site / "archive" / "moved.json")]
    assert len(briefs) == len(list((ROOT / "seeds").glob("*.md"))) + 1
    for brief in briefs:
        jsonschema.validate(brief, SCHEMA)
    feed = feedparser.parse((site / "feed.xml").read_bytes())
    assert not feed.bozo
    for entry in feed.entries:
        assert file_of(site, entry.link).is_file()
    assert (site / "robots.txt").read_text(encoding="utf-8") == OWN_RULES


def test_pages_name_their_outputs(site: Path, pages: dict[Path, Links]) -> None:
    for path, page in pages.items():
        if path.name == "404.html" or path == site / "briefs" / "quarrel" / "index.html":
            continue
        named = [attributes for tag, attributes in page.links if tag == "link" and attributes["rel"] == "alternate"]
        assert {"application/atom+xml", "application/feed+json", "text/calendar"} <= {one["type"] for one in named}


def test_every_link_inside_the_site_leads_somewhere(site: Path, pages: dict[Path, Links]) -> None:
    for path, page in pages.items():
        assert len(set(page.ids)) == len(page.ids), path
        for _tag, attributes in page.links:
            link = urljoin(address_of(site, path), attributes["href"])
            if not link.startswith(HOST):
                continue
            target, fragment = file_of(site, link), unquote(urlsplit(link).fragment)
            assert target.is_file(), (path, link)
            assert not fragment or fragment in pages[target].ids, (path, link)


def test_the_site_may_be_published(site: Path) -> None:
    assert [f"{path}:{remark.line}: {remark.message}" for path, remark in verify(site, f"{HOST}{BASE}")] == []


def test_a_brief_offers_what_it_is_made_of(site: Path, pages: dict[Path, Links]) -> None:
    page = pages[site / "archive" / "moved" / "index.html"]
    offered = [attributes["href"] for tag, attributes in page.links if tag == "a" and "type" in attributes]
    assert set(offered) == {"../moved.ics", "../moved.json"}


def test_linked_data_expand(site: Path, pages: dict[Path, Links]) -> None:
    vocabulary = {"document": {"@context": {"@vocab": "https://schema.org/"}}, "contextUrl": None}
    found = 0
    for path, page in pages.items():
        for data in page.data:
            loader = {"documentLoader": lambda url, _options: {**vocabulary, "documentUrl": url}}
            things = jsonld.expand(json.loads(data), {**loader, "base": address_of(site, path)})
            briefs = [thing for thing in things if thing["@type"] == ["https://schema.org/BackgroundNewsArticle"]]
            assert [brief["@id"] for brief in briefs] == [f"{address_of(site, path)}#brief"]
            for name in ("headline", "datePublished", "isBasedOn", "citation", "publisher"):
                assert briefs[0][f"https://schema.org/{name}"], name
            found += 1
    assert found == len(list((ROOT / "seeds").glob("*.md"))) + 1


def test_a_moved_page_is_still_found(site: Path) -> None:
    html = (site / "briefs" / "quarrel" / "index.html").read_text(encoding="utf-8")
    (target,) = re.findall(r'content="0; url=([^"]+)"', html)
    assert file_of(site, urljoin(f"{HOST}{BASE}briefs/quarrel/", target)) == site / "archive" / "moved" / "index.html"
    assert f"{BASE}briefs/quarrel/ {BASE}archive/moved/ 301" in (site / "_redirects").read_text(encoding="utf-8")


def test_the_sitemap_says_when_facts_changed(site: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    dates = {
        str(url.findtext("s:loc", "", names)).removeprefix(f"{HOST}{BASE}"): url.findtext("s:lastmod", None, names)
        for url in ET.fromstring((site / "sitemap.xml").read_bytes()).iterfind("s:url", names)  # noqa: S314
    }
    assert dates["archive/moved/"] == "2024-02-13"
    history = (site.parent / ".briefs" / "history" / "polls-and-allies.jsonl").read_text(encoding="utf-8")
    revisions = [json.loads(line) for line in history.splitlines()]
    changed = max((one["on"] for one in revisions if one["event"] in SIGNIFICANT), default="2022-02-10")
    assert dates["briefs/polls-and-allies/"] == changed
    assert dates["dates/"] == "2024-02-13"
    assert dates["tutorial/"] is None
