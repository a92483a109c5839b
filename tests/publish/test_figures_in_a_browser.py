"""The pictures as a browser sets them: with its own fonts, on a phone, a tablet and a desk."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import chromium
from tests.conftest import ROOT
from tests.publish.test_figures import drawn, full

pytestmark = pytest.mark.browser
STYLES = (ROOT / "generator" / "theme" / "assets" / "figures.css").read_text(encoding="utf-8")
MEASURE = """() => [...document.querySelectorAll('svg.fig')].map(svg => ({
  left: svg.getBoundingClientRect().left, right: svg.getBoundingClientRect().right,
  bottom: svg.getBoundingClientRect().bottom,
  texts: [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect();
    return {said: text.textContent, left: box.left, right: box.right, top: box.top, bottom: box.bottom};
  }),
}))"""
SLACK, LEADING = 1, 4
"""Pixels: for rounding, and by how much the boxes of two lines of text may reach into each other."""
Box = dict[str, float]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize("styles", [STYLES, ""], ids=["our theme", "no stylesheet"])
@pytest.mark.parametrize("size", [360, 768, 1440])
def test_no_words_cover_others_or_leave_their_picture(browser: Browser, size: int, styles: str) -> None:
    figures = "".join(re.findall(r"<figure\b.*?</figure>", drawn(full()), re.DOTALL))
    page = browser.new_page(viewport={"width": size, "height": 900})
    page.set_content(
        f"<style>{styles} body, figure {{margin: 0}} main {{margin: 0 16px}}</style><main>{figures}</main>"
    )
    found = page.evaluate(MEASURE)
    page.close()
    assert len(found) == 3
    for picture in found:
        texts = picture["texts"]
        assert texts
        for text in texts:
            assert picture["left"] - SLACK <= text["left"], text
            assert text["right"] <= picture["right"] + SLACK, text
            assert text["bottom"] <= picture["bottom"] + SLACK, text
        assert [pair for pair in _pairs(texts) if _cover(*pair)] == []


def _pairs(texts: list[Box]) -> Iterator[tuple[Box, Box]]:
    return ((one, other) for place, one in enumerate(texts) for other in texts[place + 1 :])


def _cover(one: Box, other: Box) -> bool:
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > SLACK and down > LEADING
