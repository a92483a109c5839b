"""The same Markdown under themes that know nothing of briefs: built without a warning, and it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import PATIENCE
from tests.browser.pages import BRIEF, PAGES
from tests.browser.serving import Served, served
from tests.sites import example, run

pytestmark = pytest.mark.browser
THEME = re.compile(r"^theme:.*?(?=^\S)", re.MULTILINE | re.DOTALL)
MARKUP = re.compile(r"\[\^|\{[:#.]|\{ [:#.]|^\|.*\|$|^!!! |^\?\?\? |\*\*|\]\(", re.MULTILINE)
"""What a reader sees of Markdown that no extension has read."""


@pytest.fixture(scope="module", params=["material", "mkdocs"])
def plain(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The example site under another theme with that theme's own settings, built strictly."""
    folder = example(tmp_path_factory.mktemp(request.param))
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(THEME.sub(f"theme: {request.param}\n\n", settings), encoding="utf-8")
    done = run(folder, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    with served(folder / "site") as server:
        yield server


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page for a site whose theme breaks under our policy."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def test_no_markup_is_left_to_the_reader(plain: Served, reader: Page) -> None:
    for name in ("home", "brief", "briefs", "story", "actor", "dates", "demands", "sanctions"):
        reader.goto(plain.address + PAGES[name])
        text = reader.locator("body").inner_text()
        assert MARKUP.findall(text) == [], name


def test_a_citation_leads_to_its_passage(plain: Served, reader: Page) -> None:
    reader.goto(plain.address + BRIEF)
    cited = reader.locator("a.footnote-ref").first
    target = str(cited.get_attribute("href"))
    cited.click()
    expect(reader.locator(f"[id='{target.removeprefix('#')}']")).to_be_in_viewport()
