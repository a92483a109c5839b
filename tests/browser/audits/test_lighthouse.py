"""Lighthouse, on a phone: the lowest of three runs in each category."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.audits.tools import CATEGORIES, lighthouse
from tests.browser.pages import ACTOR, BRIEF, DATES, HOME
from tests.browser.serving import Served

pytestmark = [pytest.mark.browser, pytest.mark.audit]
RUNS, FLOOR = 3, 98


@pytest.mark.parametrize(("name", "path"), [("home", HOME), ("brief", BRIEF), ("actor", ACTOR), ("calendar", DATES)])
def test_lighthouse(site: Served, name: str, path: str, tmp_path: Path, measured: list[str]) -> None:
    reports = [lighthouse(site.address + path, tmp_path / "report.json") for _ in range(RUNS)]
    lowest = {
        category: round(100 * min(report["categories"][category]["score"] for report in reports))
        for category in CATEGORIES
    }
    measured.append(f"Lighthouse, {name}: " + ", ".join(f"{category} {score}" for category, score in lowest.items()))
    lost = {
        name: audit["displayValue"] if "displayValue" in audit else audit["title"]
        for name, audit in reports[-1]["audits"].items()
        if audit["score"] is not None and audit["score"] < 1
    }
    assert min(lowest.values()) >= FLOOR, (lowest, lost)
