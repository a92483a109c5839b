"""axe-core finds nothing to complain of: its rules for WCAG 2 A and AA, and its best practices."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.audits.tools import axe
from tests.browser.chromium import DESKTOP, PHONE, SCHEMES, Opening, Scheme, Size
from tests.browser.pages import PAGES

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
