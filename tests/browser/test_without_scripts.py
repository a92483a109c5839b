"""The site to a reader without JavaScript: nothing is missing, and no control does nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import PHONE, Opening
from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", PAGES)
def test_everything_can_be_read(read: Opening, name: str) -> None:
    scripted, plain = read(PAGES[name]), read(PAGES[name], java_script_enabled=False)
    # Controls are no text to miss.
    scripted.evaluate("document.querySelector('main search')?.remove()")
    words, without = scripted.locator("main").inner_text(), plain.locator("main").inner_text()
    assert set(words.split()) <= set(without.split())
    assert len(without) > 40
    assert plain.locator("button:visible").count() == 0


def test_a_phone_reaches_every_part(read: Opening) -> None:
    page = read(size=PHONE, java_script_enabled=False)
    for part in ("Briefs", "Actors", "Dates", "Guide"):
        expect(page.locator(".masthead").get_by_role("link", name=part, exact=True)).to_be_visible()


def test_search_without_scripts_leads_on(read: Opening) -> None:
    page = read(java_script_enabled=False)
    page.locator("[data-search]").click()
    expect(page.locator("h1")).to_be_visible()
    page.locator("main a[href$='a-z/']").first.click()
    page.locator("main").get_by_role("link", name="Sergei Ryabkov").first.click()
    expect(page.locator("h1")).to_contain_text("Sergei Ryabkov")
