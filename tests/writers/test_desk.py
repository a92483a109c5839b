"""The commands for writers, on a site whose one article is read once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.conftest import ROOT

ARTICLE = """---
title: Norland and Sudria quarrel over a strait
published: 2024-02-13
---

Norland demanded on Monday that Sudria open the strait by 1 March.

Sudrian Foreign Minister Ana Bell rejected the demand. She said Sudria would not negotiate under threats.

Norland's government threatened to impose sanctions on Sudria.
"""
CONFIG = "site_name: Strait\nplugins:\n  - briefs\n"
PAGE = Path("docs/briefs/strait.md")


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "mkdocs.yml").write_text(CONFIG)
    (folder / "seeds").mkdir()
    (folder / "docs").mkdir()
    (folder / "facts").mkdir()
    shutil.copytree(ROOT / "templates", folder / "templates")
    (folder / "seeds" / "strait.md").write_text(ARTICLE)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        done = briefs("generate")
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def site(generated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    shutil.copytree(generated, folder)
    monkeypatch.chdir(folder)
    return folder


def briefs(*arguments: str) -> Result:
    return CliRunner().invoke(cli.briefs, arguments)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def conflict() -> str:
    """Makes a conflict over the title; gives its id."""
    edit(PAGE, "# Norland and Sudria quarrel", "# Norland and Sudria row")
    edit(Path("seeds/strait.md"), "quarrel over a strait", "quarrel over their strait")
    done = briefs("generate")
    assert "conflict  briefs/strait.md" in done.output
    text = PAGE.read_text()
    return text.split('"Conflict ')[1][:8]


def test_nothing_waits_on_a_fresh_site(site: Path) -> None:
    done = briefs("status", "--strict")
    assert done.exit_code == 0, done.output
    assert "strait.md" not in done.output
    assert briefs("diff", "--stat").output == "nothing changes\n"
    assert site.is_dir()


def test_an_edit_is_shown_and_does_not_wait(site: Path) -> None:
    edit(PAGE, "# Norland and Sudria quarrel", "# Norland and Sudria row")
    done = briefs("status", "--strict")
    assert "Edited by you (1)\n  briefs/strait.md" in done.output
    assert done.exit_code == 0
    assert site.is_dir()


def test_a_changed_source_waits_and_diff_shows_it(site: Path) -> None:
    edit(Path("seeds/strait.md"), "quarrel over a strait", "quarrel over their strait")
    before = PAGE.read_text()
    assert briefs("status", "--strict").exit_code == 1
    shown = briefs("diff", "strait").output
    assert "-# Norland and Sudria quarrel over a strait" in shown
    assert "+# Norland and Sudria quarrel over their strait" in shown
    assert briefs("diff", "--stat").output.endswith("1 updated\n")
    assert PAGE.read_text() == before
    assert site.is_dir()


@pytest.mark.parametrize(
    ("option", "kept"), [("--mine", "row over a strait"), ("--theirs", "quarrel over their strait")]
)
def test_a_conflict_is_settled_and_taken_back(site: Path, option: str, kept: str) -> None:
    identity = conflict()
    assert briefs("status", "--strict").exit_code == 1
    assert identity in briefs("check").output
    waiting = PAGE.read_text()
    assert briefs("accept", "strait", identity, option).exit_code == 0
    assert f"# Norland and Sudria {kept}" in PAGE.read_text()
    assert "!!! warning conflict" not in PAGE.read_text()
    assert briefs("status", "--strict").exit_code == 0
    assert briefs("undo").exit_code == 0
    assert PAGE.read_text() == waiting
    assert site.is_dir()


def test_a_regeneration_is_taken_back_page_by_page(site: Path) -> None:
    before = PAGE.read_text()
    edit(Path("seeds/strait.md"), "quarrel over a strait", "quarrel over their strait")
    briefs("generate")
    assert briefs("undo", "strait").output == "undone    briefs/strait.md\n"
    assert PAGE.read_text() == before
    assert briefs("undo").output in {"there is nothing to undo\n", ""}
    assert site.is_dir()


def test_an_unknown_page_is_said(site: Path) -> None:
    done = briefs("accept", "canal")
    assert done.exit_code == 1
    assert "canal" in str(done.exception)
    assert site.is_dir()


def test_facts_are_listed_and_corrected_everywhere(site: Path) -> None:
    assert "  ana-bell  Ana Bell" in briefs("facts", "seeds/strait.md").output
    (site / "facts" / "strait.yml").write_text("actors:\n  ana-bell: {name: Anna Belle}\n")
    assert '"Anna Belle"' in briefs("extract", "seeds/strait.md", "--corrected").output
    assert '"Anna Belle"' not in briefs("extract", "seeds/strait.md").output
    briefs("generate")
    assert "Anna Belle" in PAGE.read_text()
    assert "Correction" in PAGE.read_text()


def test_a_broken_correction_leaves_the_page_and_says_its_line(site: Path) -> None:
    (site / "facts" / "strait.yml").write_text("actors:\n  ana-bell: {name: Anna Belle\n")
    before = PAGE.read_text()
    done = briefs("generate")
    assert done.exit_code == 1
    assert "strait.yml:" in done.output
    assert PAGE.read_text() == before


def test_corrections_that_belong_nowhere_wait(site: Path) -> None:
    (site / "facts" / "canal.yml").write_text("actors: {}\n")
    (site / "facts" / "strait.yml").write_text("demands:\n  d-aaaaaaaa: {firmness: call}\n")
    done = briefs("status", "--strict")
    assert done.exit_code == 1
    assert "there is no article 'canal'" in done.output
    assert "'d-aaaaaaaa' names no fact" in done.output
