"""The site under a path of its host, from a folder, on paper, and what a reader takes away."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from tests.browser.chromium import Opening, reading
from tests.browser.pages import BRIEF, NOT_THERE, PAGES, STORY
from tests.browser.serving import Served
from tests.sites import build, example

pytestmark = pytest.mark.browser
DRAWN = "getComputedStyle(document.querySelector('.masthead')).display !== 'inline' && document.styleSheets.length > 0"


@pytest.mark.parametrize("name", PAGES)
def test_under_a_path_every_page_is_whole(browser: Browser, nested: Served, name: str) -> None:
    with reading(browser, nested.address) as opening:
        page = opening(PAGES[name])
        page.wait_for_load_state("networkidle")
        assert page.evaluate(DRAWN)


def test_under_a_path_the_page_for_what_is_missing_leads_home(browser: Browser, nested: Served) -> None:
    with reading(browser, nested.address) as opening:
        page = opening(NOT_THERE)
        page.locator("main a").first.click()
        expect(page).to_have_url(nested.address)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site as plain files, with links that name them."""
    root = example(tmp_path_factory.mktemp("folder"))
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"use_directory_urls: false\n{settings}", encoding="utf-8")
    build(root)
    return root / "site"


def test_from_a_folder_it_reads(browser: Browser, folder: Path) -> None:
    with reading(browser, f"{folder.as_uri()}/") as opening:
        page = opening("index.html")
        assert page.evaluate(DRAWN)
        page.locator("main").get_by_role("link", name="Moscow and Minsk begin drills").first.click()
        expect(page.locator("h1")).to_contain_text("Moscow and Minsk begin drills")
        page.locator("main").get_by_role("link", name="Sergei Ryabkov").first.click()
        expect(page.locator("h1")).to_contain_text("Sergei Ryabkov")
        page.locator(".masthead a").first.click()
        assert page.url == f"{folder.as_uri()}/index.html"


@pytest.mark.parametrize("path", [BRIEF, STORY], ids=["brief", "story"])
def test_paper_shows_where_links_lead_and_nothing_to_click(read: Opening, path: str) -> None:
    page = read(path)
    targets = page.eval_on_selector_all("main a[href^=http]", "links => links.map(link => link.getAttribute('href'))")
    menu = page.locator(".menu").inner_text().split("\n")
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = "".join("".join(sheet.extract_text().split()) for sheet in reader.pages)
    assert targets
    for target in targets:
        assert target in text
    assert "".join(menu) not in text
    for heading in page.locator("main h2").all_inner_texts():
        assert "".join(heading.split()).rstrip("#¶") in text
    note = page.locator("main .footnote li").last.inner_text()
    assert "".join(note.split())[:60] in text


@pytest.mark.parametrize(("path", "name"), [(BRIEF, "brief"), (STORY, "story"), ("dates/", "site")])
def test_a_calendar_can_be_taken_away(read: Opening, path: str, name: str) -> None:
    page = read(path)
    with page.expect_download() as started:
        page.locator("a[href$='.ics']").first.click()
    saved = started.value.path()
    events = Calendar.from_ical(Path(saved).read_bytes()).walk("VEVENT")
    assert events, name
    assert started.value.suggested_filename.endswith(".ics")
