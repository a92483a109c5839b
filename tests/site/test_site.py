"""The example site under our theme: what its pages say of each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.sites import build, example

MENU = re.compile(r'<nav class="menu".*?</nav>', re.DOTALL)
HREF = re.compile(r'href="([^"]*)"')
SCRIPTS = re.compile(r'<script(?![^>]*\b(?:src=|type="application/ld\+json"))')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = example(tmp_path_factory.mktemp("site"))
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    settings = "site_url: https://example.org/desk/\n" + settings.replace(
        "  - briefs", "  - briefs:\n      report_url: 'https://example.org/new?page={page}&fact={fact}'", 1
    )
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build(folder)
    return folder / "site"


def html(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("page", "kind", "active"),
    [
        ("", "home", "Home"),
        ("briefs", "index", "Briefs"),
        ("briefs/drills-and-diplomacy", "brief", "Briefs"),
        ("stories/ukraine-crisis-february-2022", "story", "Stories"),
        ("actors/russia", "actor", "Actors"),
        ("how-to/edit-a-page", "guide", "Guide"),
        ("tags/nato", "tag", None),
        ("sources/drills-and-diplomacy", "source", None),
        ("search", "search", None),
    ],
)
def test_a_page_says_what_it_is_and_where_it_stands(site: Path, page: str, kind: str, active: str | None) -> None:
    text = html(site, page)
    assert f'<body class="{kind}"' in text
    menu = MENU.search(text)
    assert menu
    here = re.findall(r'aria-current="[a-z]+">([^<]+)<', menu[0])
    assert here == ([active] if active else [])


def test_no_page_holds_the_whole_navigation(site: Path) -> None:
    for page in ("actors/russia", "briefs/drills-and-diplomacy"):
        menu = MENU.search(html(site, page))
        assert menu
        assert len(HREF.findall(menu[0])) == 8
    assert 'class="aside"' not in html(site, "briefs/drills-and-diplomacy")
    assert "how-to" in html(site, "how-to/edit-a-page").split('class="aside"')[1]


def test_templates_read_the_view_and_never_the_navigation() -> None:
    known = {"view", "page", "config", "link", "links", "item", "items", "name", "value", "path", "description"}
    known |= {"extra_css", "extra_javascript", "entries"}
    for template in (ROOT / "generator" / "theme").rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        for expression in re.findall(
            r"\{\{-?(.*?)-?\}\}|\{%-? (?:if|elif|for \w+(?:, \w+)? in) (.*?) -?%\}", text, re.DOTALL
        ):
            for code in expression:
                bare = re.sub(
                    r'"[^"]*"|\'[^\']*\'|\.\w+|\|\s*\w+|\b(?:if|else|and|or|not|is|in|length)\b|\d+', " ", code
                )
                assert set(re.findall(r"[a-z_]+", bare)) <= known, (template.name, code)


def test_nothing_stands_inline_and_nothing_comes_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not SCRIPTS.search(text), path
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text), path
        assert not re.search(r'(?:src|<link[^>]*rel="(?:stylesheet|icon)"[^>]*href)="(?:https?:)?//', text), path


def test_the_page_for_what_is_missing_leads_home_from_anywhere(site: Path) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")
    assert '<a class="name" href="/desk/">' in text
    assert all(link.startswith(("/desk/", "#", "http")) for link in HREF.findall(text))


def test_a_reader_can_report_an_error_in_a_fact(site: Path) -> None:
    text = html(site, "briefs/drills-and-diplomacy")
    address = "https%3A%2F%2Fexample.org%2Fdesk%2Fbriefs%2Fdrills-and-diplomacy%2F"
    assert f'href="https://example.org/new?page={address}&amp;fact=key-actors"' in text
    assert f'data-report="https://example.org/new?page={address}&amp;fact={{fact}}"' in text


def test_briefs_and_the_guide_are_searched_by_who_and_when(site: Path) -> None:
    text = html(site, "briefs/drills-and-diplomacy")
    assert '<meta name="briefs:actor" data-pagefind-filter="actor[content]" content="Russia">' in text
    assert '<meta name="briefs:year" data-pagefind-filter="year[content]" content="2022">' in text
    assert "data-pagefind-body" in text
    assert "data-pagefind-body" in html(site, "how-to/edit-a-page")
    assert "data-pagefind-body" not in html(site, "actors/russia")
    assert (site / "pagefind" / "pagefind.js").is_file()


def test_pages_lead_to_each_other_in_a_folder_of_files(tmp_path: Path) -> None:
    folder = example(tmp_path)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"use_directory_urls: false\n{settings}", encoding="utf-8")
    build(folder)
    for name in ("index.html", "briefs/drills-and-diplomacy.html", "search.html"):
        page = folder / "site" / name
        for link in HREF.findall(page.read_text(encoding="utf-8").split("<body", 1)[1].split("<main", 1)[0]):
            target = link.partition("#")[0]
            assert not target or (page.parent / target).resolve().is_file(), (name, link)


def test_a_site_that_chose_no_navigation_has_a_short_menu(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "imprint.md").write_text("# Imprint\n", encoding="utf-8")
    (tmp_path / "seeds" / "a.md").write_text(
        "---\npublished: 2024-02-13\n---\n\nThe talks went on.\n", encoding="utf-8"
    )
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\ntheme: briefs\nplugins:\n  - briefs\n", encoding="utf-8")
    build(tmp_path)
    menu = MENU.search(html(tmp_path / "site", "briefs/a"))
    assert menu
    named = re.findall(r">([^<]+)</a>", menu[0])
    assert named[:7] == ["Home", "Briefs", "Stories", "Actors", "Dates", "Demands", "Sanctions"]
    assert "Imprint" in named
    assert not {"Tags", "Sources", "Search"} & set(named)
