"""Every kind of page: opened without a fault, as wide as its window, whole without JavaScript."""

from __future__ import annotations

import pytest

from tests.browser.chromium import DESKTOP, PHONE, SCHEMES, SMALL_PHONE, TABLET, Opening, Scheme
from tests.browser.pages import PAGES, kind_of, kinds_in
from tests.browser.serving import Served

pytestmark = pytest.mark.browser
SIZES = (SMALL_PHONE, PHONE, TABLET, DESKTOP)
TOO_WIDE = """() => [...document.querySelectorAll('body *')].filter(one => {
    const box = one.getBoundingClientRect();
    const scrolled = one.closest('[data-scroll], .scroll, .table-wrap, pre');
    return box.right > window.innerWidth + 1 && box.width > 0 && !scrolled;
}).slice(0, 5).map(one => one.outerHTML.slice(0, 120))"""


def test_every_kind_of_page_is_read(site: Served) -> None:
    assert {kind_of(path) for name, path in PAGES.items() if name != "not found"} == kinds_in(site.folder)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_page_opens_without_a_fault(read: Opening, name: str, scheme: Scheme) -> None:
    page = read(PAGES[name], scheme=scheme)
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_no_wider_than_its_window(read: Opening, name: str) -> None:
    page = read(PAGES[name])
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, page.evaluate(TOO_WIDE)
