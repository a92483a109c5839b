from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.page import Page
from generator.writers import apply, changes


@pytest.fixture
def site(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "docs", tmp_path / ".briefs"


def regenerate(site: tuple[Path, Path], *pages: Page) -> dict[str, str]:
    docs, state = site
    found = changes(pages, docs=docs, state=state)
    apply(found, docs=docs, state=state)
    return {change.path: change.outcome for change in found}


def page(text: str) -> Page:
    return Page(path="briefs/one.md", text=text)


def test_a_new_page_is_written_and_then_left_alone(site: tuple[Path, Path]) -> None:
    assert regenerate(site, page("first\n")) == {"briefs/one.md": "new"}
    assert (site[0] / "briefs/one.md").read_text() == "first\n"
    assert regenerate(site, page("first\n")) == {}


def test_an_unedited_page_follows_its_source(site: tuple[Path, Path]) -> None:
    regenerate(site, page("first\n"))
    assert regenerate(site, page("second\n")) == {"briefs/one.md": "updated"}
    assert (site[0] / "briefs/one.md").read_text() == "second\n"


def test_nothing_is_left_beside_a_page(site: tuple[Path, Path]) -> None:
    regenerate(site, page("first\n"))
    assert [path.name for path in (site[0] / "briefs").iterdir()] == ["one.md"]


def test_a_page_that_nobody_edited_goes_with_its_source(site: tuple[Path, Path]) -> None:
    regenerate(site, page("first\n"))
    assert regenerate(site) == {"briefs/one.md": "withdrawn"}
    assert not (site[0] / "briefs/one.md").exists()


def test_an_edited_page_outlives_its_source(site: tuple[Path, Path]) -> None:
    regenerate(site, page("first\n"))
    (site[0] / "briefs/one.md").write_text("mine\n")
    regenerate(site)
    assert (site[0] / "briefs/one.md").read_text() == "mine\n"
