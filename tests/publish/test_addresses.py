from __future__ import annotations

from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.site import Site, entry_path, from_page
from tests.pages.entries import entry

NAMES = st.lists(st.text("abc é", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=3)


@pytest.mark.parametrize(
    ("path", "folders", "files"),
    [
        ("index.md", "", "index.html"),
        ("briefs/index.md", "briefs/", "briefs/index.html"),
        ("briefs/strait.md", "briefs/strait/", "briefs/strait.html"),
    ],
)
def test_a_page_has_the_address_that_mkdocs_gives_it(path: str, folders: str, files: str) -> None:
    assert Site(name="A desk").address(path) == folders
    assert Site(name="A desk", directory_urls=False).address(path) == files


def test_a_moved_page_is_addressed_where_it_stands() -> None:
    assert entry_path(entry(slug="../archive/strait")) == "archive/strait.md"


@given(NAMES, NAMES, st.booleans())
def test_relative_links_lead_there(target: list[str], page: list[str], folders: bool) -> None:  # noqa: FBT001
    site = Site(name="A desk", url="https://example.org/desk/", directory_urls=folders)
    there, here = (site.address("/".join(names) + ".md") for names in (target, page))
    if there == here and not folders:
        return
    assert unquote(urljoin(site.link(here), from_page(there, here))) == unquote(site.link(there))
