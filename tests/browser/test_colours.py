"""The switch between light and dark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import SCHEMES, Opening, Scheme
from tests.browser.pages import BRIEF

pytestmark = pytest.mark.browser
FIRST_COLOUR = """new MutationObserver((_, observer) => {
    if (!document.body) return;
    window.firstColour = getComputedStyle(document.documentElement).colorScheme;
    observer.disconnect();
}).observe(document, {childList: true, subtree: true});"""
"""Notes the colours in force when the body begins, before anything of it is drawn."""


def lightness(page: Page) -> int:
    """How light the ground of a page is, from 0 to 255."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return max(int(part) for part in re.findall(r"\d+", colour)[:3])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_page_follows_the_system(read: Opening, scheme: Scheme) -> None:
    page = read(BRIEF, scheme=scheme)
    assert (lightness(page) > 128) == (scheme == "light")
    page.emulate_media(color_scheme="light" if scheme == "dark" else "dark")
    assert (lightness(page) > 128) == (scheme == "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_choice_is_remembered_without_a_flash(read: Opening, scheme: Scheme) -> None:
    page = read(BRIEF, scheme=scheme)
    before = lightness(page)
    page.locator("button[data-colours]").click()
    chosen = lightness(page)
    assert (before > 128) != (chosen > 128)
    page.context.add_init_script(FIRST_COLOUR)
    page.reload()
    assert lightness(page) == chosen
    assert page.evaluate("window.firstColour") == page.evaluate(
        "getComputedStyle(document.documentElement).colorScheme"
    )
    page.locator(".masthead a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert lightness(page) == chosen


def test_a_choice_can_be_taken_back(read: Opening) -> None:
    page = read()
    switch = page.locator("button[data-colours]")
    before = lightness(page)
    switch.focus()
    page.keyboard.press("Enter")
    assert lightness(page) != before
    page.keyboard.press("Enter")
    assert lightness(page) == before
