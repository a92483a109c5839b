from __future__ import annotations

import json
import re
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.assemble import stories
from generator.publish import Publication, Site, publication
from generator.publish.cards import Card, kept
from tests.pages.entries import empty, entry, with_article

SITE = Site(name="A desk", description="What comes next.", url="https://example.org/desk/", as_of="2024-02-13")
HTML = '<html><head><title>Us &amp; them</title><meta name="description" content="Who &amp; what."></head></html>'
ENTRIES = (with_article(entry(), story="Strait"), empty())


def published(folder: Path | None, site: Site = SITE) -> Publication:
    return publication(ENTRIES, stories(ENTRIES), site, histories={}, moved={}, kept=folder)


def said(html: str) -> dict[str, str]:
    """What the head of a page says, by property or name."""
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', html)
    assert len({name for name, _value in found}) == len(found)
    return {name: unescape(value) for name, value in found}


def test_a_brief_says_what_it_is_where_it_is_shared(tmp_path: Path) -> None:
    html = published(tmp_path).page("briefs/strait.md", HTML)
    assert said(html) == {
        "og:type": "article",
        "og:site_name": "A desk",
        "og:title": "Norland and Sudria quarrel over a strait",
        "og:description": "Who & what.",
        "article:published_time": "2024-02-13",
        "article:modified_time": "2024-02-13",
        "og:url": "https://example.org/desk/briefs/strait/",
        "og:image": "https://example.org/desk/briefs/strait.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "A desk: Norland and Sudria quarrel over a strait",
        "twitter:card": "summary_large_image",
        "description": "Who & what.",
    }
    assert html.count('<link rel="canonical" href="https://example.org/desk/briefs/strait/">') == 1


def test_other_pages_have_their_own_title_and_the_card_of_the_site(tmp_path: Path) -> None:
    page = said(published(tmp_path).page("about/us.md", HTML))
    assert (page["og:type"], page["og:title"]) == ("website", "Us & them")
    assert page["og:image"] == "https://example.org/desk/card.png"


def test_without_a_full_address_no_card_and_no_address_is_named() -> None:
    page = published(None, Site(name="A desk")).page("briefs/strait.md", HTML)
    assert not {"og:image", "og:url", "twitter:card"} & said(page).keys()
    assert "canonical" not in page


def test_a_theme_that_names_the_address_is_not_gainsaid(tmp_path: Path) -> None:
    html = HTML.replace("<title>", '<link rel="canonical" href="https://example.org/desk/">\n<title>')
    assert published(tmp_path).page("index.md", html).count("canonical") == 1


def test_linked_data_name_the_card(tmp_path: Path) -> None:
    (data,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', published(tmp_path).page("briefs/strait.md", HTML)
    )
    assert json.loads(data)["@graph"][0]["image"] == "https://example.org/desk/briefs/strait.png"
    assert "image" not in published(None).linked["briefs/strait.md"]


def test_every_card_that_a_page_names_is_an_output(tmp_path: Path) -> None:
    made = published(tmp_path)
    pictures = {output.path: output.content for output in made.outputs if output.path.endswith(".png")}
    assert pictures.keys() == {"card.png", "briefs/strait.png", "briefs/empty.png", "stories/strait.png"}
    for content in pictures.values():
        with Image.open(BytesIO(content)) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630))
        assert len(content) < 40_000
    assert len(set(pictures.values())) == 3 + 1


def test_a_card_is_drawn_once_and_forgotten_when_nobody_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def draw(card: Card) -> bytes:
        drawn.append(card.title)
        return card.title.encode()

    monkeypatch.setattr(Card, "drawn", draw)
    first, second = (Card(site="A desk", title=title) for title in ("One", "Two"))
    assert kept({"a.png": first, "b.png": second}, tmp_path) == {"a.png": b"One", "b.png": b"Two"}
    assert kept({"b.png": second}, tmp_path) == {"b.png": b"Two"}
    assert drawn == ["One", "Two"]
    assert len(list(tmp_path.iterdir())) == 1


def test_a_card_is_the_same_each_time() -> None:
    card = Card(site="A desk", title="Norland and Sudria quarrel", detail=("As of 13 Feb 2024", "1 demand"))
    assert card.drawn() == card.drawn()


@settings(max_examples=10, deadline=None)
@given(st.text(max_size=400), st.lists(st.text(max_size=80), max_size=4))
def test_no_words_leave_a_card(title: str, detail: list[str]) -> None:
    with Image.open(BytesIO(Card(site=title, title=title, detail=tuple(detail)).drawn())) as picture:
        shades = picture.convert("L").point([0 if shade > 240 else 255 for shade in range(256)])
    assert shades.crop((1130, 0, 1200, 630)).getbbox() is None
    assert shades.crop((20, 600, 1200, 630)).getbbox() is None
    assert shades.crop((20, 0, 1200, 30)).getbbox() is None
