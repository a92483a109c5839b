"""Reading with a keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import DESKTOP, PHONE, Opening, Size
from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser
FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    window.reached ??= new Map();
    if (!window.reached.has(one)) window.reached.set(one, window.reached.size);
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {
        name: one.outerHTML.slice(0, 100),
        place: window.reached.get(one),
        marked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
        seen: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
        covered: box.height < innerHeight / 2 && top !== null && !one.contains(top) && !top.contains(one)
            && getComputedStyle(top.closest('body > *') ?? top).position !== 'static' && top.outerHTML.slice(0, 100),
    };
}"""
MOST_STOPS = 1500


def stops(page: Any) -> list[dict[str, Any]]:
    """What Tab reaches, from the top of a page to its end."""
    found: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or stop["place"] < len(found):
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("name", ["home", "brief", "dates", "not found"])
def test_tab_leads_through_a_page_and_shows_where_it_is(read: Opening, name: str, size: Size) -> None:
    page = read(PAGES[name], size=size)
    reached = stops(page)
    links = page.evaluate("""[...document.querySelectorAll('a[href], button, input, select, summary')].filter(
        one => one.checkVisibility({visibilityProperty: true}) && one.tabIndex >= 0 && !one.disabled).length""")
    assert len(reached) >= links
    for stop in reached:
        assert stop["marked"], stop
        assert stop["seen"], stop
        assert not stop["covered"], stop


@pytest.mark.parametrize("name", [name for name in PAGES if name != "search"])
def test_the_first_stop_skips_to_the_text(read: Opening, name: str) -> None:
    page = read(PAGES[name])
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    after = page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert after or page.locator("main a[href]:visible").count() == 0


def test_the_page_for_searching_begins_in_its_field(read: Opening) -> None:
    page = read(PAGES["search"])
    expect(page.locator("main input[type=search]")).to_be_focused()
    page.keyboard.type("Macron")
    expect(page.locator("[data-results] a").first).to_be_visible()
