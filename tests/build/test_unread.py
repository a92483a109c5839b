"""What becomes of the pages of articles that cannot be read now, one or all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.build.archive import Desk, archive, back, broken, corrected, emptied, no_seeds, tampered, wrong
from tests.sites import hashes

GONE = "seeds:1: error: holds no article any more, so no page is touched; put them back"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built archive one of whose articles alone names an actor."""
    root = tmp_path_factory.mktemp("unread") / "first"
    archive(root)
    with pytest.MonkeyPatch.context() as patch:
        desk = Desk(root, patch.chdir)
        alone(desk)
        desk.run("build")
    return root


def alone(desk: Desk) -> None:
    desk.edit("seeds/talks.md", "Ada Brandt", "Olga Kern")
    desk.edit("seeds/talks.md", "Brandt", "Kern")


@pytest.fixture
def desk(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The archive in a place of its own, regenerated there."""
    shutil.copytree(first, tmp_path / "here")
    made = Desk(tmp_path / "here", monkeypatch.chdir)
    made.run("build")
    return made


def pages(desk: Desk) -> set[str]:
    """The names of all pages of the built site."""
    return {name for name in hashes(desk.path("site")) if name.endswith(".html")}


def locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes every folder of sources one that may not be opened."""

    def walk(folder: Path, onerror: Callable[[OSError], None]) -> Iterator[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(13, "Permission denied", str(folder)))
        return iter(())

    monkeypatch.setattr("os.walk", walk)


def test_a_folder_of_sources_that_was_emptied_withdraws_no_page(desk: Desk) -> None:
    before = desk.state()
    emptied(desk)
    assert GONE in desk.run("generate")
    assert desk.state() == before
    back(desk)
    alone(desk)
    assert desk.run("generate") == "0 None"


def test_nor_does_one_that_may_not_be_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = desk.state()
    locked(monkeypatch)
    said = desk.run("generate")
    assert "the folder cannot be opened" in said
    assert "withdrawn" not in said
    assert desk.state() == before


@pytest.mark.parametrize("change", [emptied, no_seeds], ids=lambda change: change.__name__)
def test_a_site_without_its_sources_is_built_as_it_was(desk: Desk, change: Callable[[Desk], None]) -> None:
    names = pages(desk)
    change(desk)
    desk.run("build")
    assert pages(desk) == names


def talks_broken(desk: Desk) -> None:
    desk.edit("seeds/talks.md", "published: 2024-03-12", "published: soon")


@pytest.mark.parametrize("change", [talks_broken, wrong], ids=lambda change: change.__name__)
def test_an_article_that_cannot_be_read_keeps_its_pages_everywhere(
    desk: Desk, caplog: pytest.LogCaptureFixture, change: Callable[[Desk], None]
) -> None:
    names = pages(desk)
    change(desk)
    caplog.clear()
    assert desk.run("build") == "4 briefs in site\n0 1"
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "talks." in caplog.text
    assert pages(desk) == names


def test_a_story_of_articles_that_cannot_be_read_stays(desk: Desk) -> None:
    talks_broken(desk)
    broken(desk)
    before = desk.state()
    desk.run("build")
    assert desk.state()["docs/stories/lorn.md"] == before["docs/stories/lorn.md"]
    assert "Talks in Vessel" in desk.path("site/stories/lorn/index.html").read_text(encoding="utf-8")
    assert "lorn/" in desk.path("site/stories/index.html").read_text(encoding="utf-8")


def test_the_last_good_brief_holds_with_its_corrections(desk: Desk) -> None:
    corrected(desk)
    desk.run("build")
    broken(desk)
    desk.run("build")
    assert desk.path("site/actors/adele-brandt/index.html").is_file()


def test_without_what_was_kept_the_page_stays_and_nothing_is_known_of_it_elsewhere(desk: Desk) -> None:
    talks_broken(desk)
    tampered(desk)
    desk.run("build")
    assert desk.path("site/briefs/talks/index.html").is_file()
    assert not desk.path("site/actors/olga-kern").exists()
