"""What a reader's first visit and first search weigh, compressed as the server sends it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from generator.site.search import FOLDER, write_index
from tests.browser.chromium import reading
from tests.browser.pages import BRIEF, HOME
from tests.browser.serving import Served, served

pytestmark = [pytest.mark.browser, pytest.mark.audit]
KB = 1000
FIRST_LOAD, HTML, FIRST_QUERY = 60 * KB, 30 * KB, 140 * KB
PAGES, VOCABULARY, SHARE = 1000, 20_000, 0.3
SYLLABLES = ("ba", "do", "ker", "lin", "mo", "nu", "pra", "ri", "sta", "vel")


def sent(page: Page, address: str) -> dict[str, int]:
    """The bytes of each body that was sent while a page is opened, by path."""
    sizes: dict[str, int] = {}
    page.on("requestfinished", lambda request: sizes.update({urlsplit(request.url).path: _size(request)}))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return sizes


def _size(request: Request) -> int:
    return request.sizes()["responseBodySize"]


def grown(site: Path, folder: Path) -> None:
    """A copy of a site with as many more briefs as `PAGES`, each with words of its own, and an index over all."""
    shutil.copytree(site, folder)
    html = (site / BRIEF / "index.html").read_text(encoding="utf-8")
    head, article = html.split("<article", 1)
    for number in range(PAGES):
        chance = Random(number)  # noqa: S311  (seeded, no secret)

        def word(found: re.Match[str], chance: Random = chance) -> str:
            return found[0] if chance.random() > SHARE else _invented(int(VOCABULARY ** chance.random()))

        def words(found: re.Match[str]) -> str:
            return re.sub(r"[a-z]{4,}", word, found[0])

        page = folder / "briefs" / f"brief-{number}" / "index.html"
        page.parent.mkdir()
        page.write_text(f"{head}<article{re.sub(r'>[^<]+<', words, article)}", encoding="utf-8")
    write_index(folder)


def _invented(rank: int) -> str:
    """A word for a rank; low ranks come often, as in any language (Zipf)."""
    return "".join(SYLLABLES[int(digit)] for digit in str(rank + 10))


def test_the_first_load_of_a_brief_is_light(browser: Browser, site: Served, measured: list[str]) -> None:
    with reading(browser, site.address) as opening:
        page = opening("robots.txt").context.new_page()
        sizes = sent(page, site.address + BRIEF)
    html = sizes[urlsplit(site.address + BRIEF).path]
    measured.append(f"first load of a brief: {sum(sizes.values())} bytes, of which HTML {html}: {sizes}")
    assert html <= HTML
    assert sum(sizes.values()) <= FIRST_LOAD
    assert [path for path in sizes if f"/{FOLDER}/" in path] == []


@pytest.fixture(scope="module")
def archive(site: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The example site with a thousand briefs more."""
    folder = tmp_path_factory.mktemp("archive") / "site"
    grown(site.folder, folder)
    with served(folder) as server:
        yield server


@pytest.mark.parametrize("words", ["Ryabkov", "sanctions"])
def test_the_first_search_of_a_large_site_is_light(
    browser: Browser, archive: Served, words: str, measured: list[str]
) -> None:
    with reading(browser, archive.address) as opening:
        page = opening(HOME)
        page.wait_for_load_state("networkidle")
        before: dict[str, int] = {}
        page.context.on("requestfinished", lambda request: before.update({request.url: _size(request)}))
        page.keyboard.press("/")
        page.locator("dialog input[type=search]").fill(words)
        expect(page.locator("[data-results] a").first).to_be_visible()
        page.wait_for_load_state("networkidle")
    loaded = sum(before.values())
    measured.append(f"first search for '{words}' at {PAGES} briefs: {loaded} bytes in {len(before)} files")
    assert loaded <= FIRST_QUERY, before
