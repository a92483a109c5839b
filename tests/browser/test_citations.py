"""The way from a statement to the passage that bears it out."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import PHONE, SMALL_PHONE, Opening, Size
from tests.browser.pages import BRIEF, STORY

pytestmark = pytest.mark.browser
PATHS = pytest.mark.parametrize("path", [BRIEF, STORY], ids=["brief", "story"])


@PATHS
def test_a_citation_opens_its_passage_in_place(read: Opening, path: str) -> None:
    page = read(path)
    cited = page.locator("main a.footnote-ref").first
    note = page.locator(f"[id='{str(cited.get_attribute('href')).removeprefix('#')}']")
    words = note.inner_text().split("”")[0]
    passage = page.locator("[data-passage]")
    expect(passage).to_be_hidden()
    cited.click()
    expect(passage).to_be_visible()
    expect(passage).to_contain_text(words[:60])
    assert page.evaluate("scrollY") < page.evaluate("innerHeight")
    page.keyboard.press("Escape")
    expect(passage).to_be_hidden()
    expect(cited).to_be_focused()


def test_the_keyboard_opens_a_passage_and_gives_the_focus_back(read: Opening) -> None:
    page = read(BRIEF)
    cited = page.locator("main a.footnote-ref").nth(3)
    cited.focus()
    page.keyboard.press("Enter")
    passage = page.locator("[data-passage]")
    expect(passage).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('[data-passage]').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(passage).to_be_hidden()
    expect(cited).to_be_focused()


@pytest.mark.parametrize("size", [SMALL_PHONE, PHONE], ids=["360", "390"])
def test_a_passage_fits_a_phone(read: Opening, size: Size) -> None:
    page = read(BRIEF, size=size)
    page.locator("main a.footnote-ref").nth(2).click()
    box = page.locator("[data-passage]").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= size[1]


@PATHS
def test_without_scripts_a_citation_is_a_link_there_and_back(read: Opening, path: str) -> None:
    page = read(path, java_script_enabled=False)
    cited = page.locator("main a.footnote-ref").first
    note = page.locator(f"[id='{str(cited.get_attribute('href')).removeprefix('#')}']")
    cited.click()
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text("“")
    back = note.locator("a.footnote-backref").first
    place = page.locator(f"[id='{str(back.get_attribute('href')).removeprefix('#')}']")
    back.click()
    expect(place).to_be_in_viewport()
    expect(place).to_have_text(cited.inner_text())
