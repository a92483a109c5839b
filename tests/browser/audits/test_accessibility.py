"""axe-core finds nothing to complain of: its rules for WCAG 2 A and AA, and its best practices."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.audits.tools import axe
from tests.browser.chromium import DESKTOP, PHONE, SCHEMES, Opening, Scheme, Size
from tests.browser.pages import BRIEF, PAGES

pytestmark = [pytest.mark.browser, pytest.mark.audit]


def violations(page: Page) -> list[str]:
    """What axe-core finds on a page as it stands, a line for each element."""
    page.evaluate(axe())
    found: list[dict[str, Any]] = page.evaluate("axe.run().then(result => result.violations)")
    return [
        f"{rule['impact']} {rule['id']}: {node['html'][:160]} {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(read: Opening, name: str, scheme: Scheme, size: Size) -> None:
    page = read(PAGES[name], scheme=scheme, size=size)
    assert violations(page) == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_what_opens(read: Opening, scheme: Scheme, size: Size) -> None:
    page = read(BRIEF, scheme=scheme, size=size)
    page.locator("main a.footnote-ref").first.click()
    expect(page.locator("[data-passage]")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.locator("dialog input[type=search]").fill("Macron")
    expect(page.locator("[data-results] a").first).to_be_visible()
    page.locator("[data-filters] summary").click()
    expect(page.locator("[data-filters] select").first).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_other_colours(read: Opening, scheme: Scheme) -> None:
    page = read(BRIEF, scheme=scheme)
    page.locator("button[data-colours]").click()
    assert violations(page) == []
