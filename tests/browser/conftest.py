"""The example site, built once and served on loopback, and a Chromium to read it with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import CHROMIUM, Opening, chromium, reading
from tests.browser.needs import without
from tests.browser.serving import Served, served
from tests.sites import build, example

MEASURED = pytest.StashKey[list[str]]()


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The built example site, at the top of its host; its articles name where they were published."""
    yield from _example(tmp_path_factory, "/")


@pytest.fixture(scope="package")
def nested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The built example site, under a path of its host."""
    yield from _example(tmp_path_factory, "/a/b/")


def _example(folders: pytest.TempPathFactory, base: str) -> Iterator[Served]:
    folder = example(folders.mktemp("site"))
    with served(folder / "site", base) as server:
        settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
        (folder / "mkdocs.yml").write_text(f"site_url: {server.address}\n{settings}", encoding="utf-8")
        for seed in (folder / "seeds").glob("*.md"):
            article = seed.read_text(encoding="utf-8")
            linked = article.replace("outlet:", f"url: https://desk.example.org/{seed.stem}\noutlet:", 1)
            seed.write_text(linked, encoding="utf-8")
        build(folder)
        yield server


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless; without one the tests are skipped, except in CI, where they fail."""
    if CHROMIUM is None:
        without("chromium", "install the package chromium")
    with chromium() as running:
        yield running


@pytest.fixture
def read(browser: Browser, site: Served) -> Iterator[Opening]:
    """Opens a page of the site by its path; the test fails on any error, failed request or request out of the site."""
    with reading(browser, site.address) as opening:
        yield opening


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> list[str]:
    """Takes lines of figures, which are shown when all tests have run."""
    return request.config.stash.setdefault(MEASURED, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Shows the figures."""
    if lines := config.stash.get(MEASURED, []):
        terminalreporter.section("measured on the example site")
        for line in lines:
            terminalreporter.write_line(line)
