"""Search: found, narrowed, worked with the keyboard alone, and not a byte of its index before somebody searches."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chromium import PHONE, Opening
from tests.browser.pages import BRIEF, PAGES

pytestmark = pytest.mark.browser


def searched(page: Page, words: str) -> Locator:
    """The results for some words, once there are any."""
    page.keyboard.press("/")
    field = page.locator("dialog input[type=search]")
    expect(field).to_be_focused()
    field.press_sequentially(words)
    results = page.locator("[data-results] a")
    expect(results.first).to_be_visible()
    return results


@pytest.mark.parametrize(
    ("kind", "words"),
    [("actor", "Ryabkov"), ("demand", "end its expansion"), ("date", "20 Feb 2022"), ("source", "landing ships")],
)
def test_a_result_leads_to_its_passage(read: Opening, kind: str, words: str) -> None:
    page = read()
    result = searched(page, words).filter(has_text=words.rsplit(maxsplit=1)[-1]).first
    result.click()
    expect(page.locator("h1")).to_be_visible()
    first = words.split(maxsplit=1)[0]
    seen = page.locator("main").get_by_text(re.compile(first, re.IGNORECASE)).locator("visible=true")
    assert any(one.is_visible() for one in seen.all()), kind
    if "#" in page.url:
        anchor = page.url.split("#")[1]
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_a_click_opens_search_on_a_phone(read: Opening) -> None:
    page = read(BRIEF, size=PHONE)
    page.locator("[data-search]").click()
    field = page.locator("dialog input[type=search]")
    expect(field).to_be_focused()
    field.press_sequentially("Macron")
    expect(page.locator("[data-results] a").first).to_be_in_viewport()


def test_a_filter_narrows_what_is_found(read: Opening) -> None:
    page = read()
    results = searched(page, "sanctions")
    found = str(page.get_by_role("status").text_content())
    page.locator("[data-filters] summary").click()
    choice = page.locator("[data-filters] select").first
    expect(choice).to_be_visible()
    choice.select_option(index=1)
    expect(page.get_by_role("status")).not_to_have_text(found)
    expect(results.first).to_be_visible()


def test_the_keyboard_alone_searches(read: Opening) -> None:
    page = read()
    results = searched(page, "Macron")
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    target = str(results.first.evaluate("one => one.href"))
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_escape_closes_search_and_gives_the_focus_back(read: Opening) -> None:
    page = read(BRIEF)
    opener = page.locator("[data-search]")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog input[type=search]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog input[type=search]")).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_slash_typed_into_a_field_is_a_slash(read: Opening) -> None:
    page = read()
    page.keyboard.press("/")
    field = page.locator("dialog input[type=search]")
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")


def test_what_is_not_there_is_said(read: Opening) -> None:
    page = read()
    page.keyboard.press("/")
    page.locator("dialog input[type=search]").press_sequentially("xylophonist")
    expect(page.locator("dialog [role=status]")).to_contain_text(re.compile("no|nothing", re.IGNORECASE))
    expect(page.locator("[data-results] a")).to_have_count(0)


@pytest.mark.parametrize("name", ["home", "brief", "dates"])
def test_nothing_of_the_index_is_loaded_before_a_search(read: Opening, name: str) -> None:
    page = read(PAGES[name])
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert [name for name in loaded if "pagefind" in name or "/search" in name] == []
