"""Cut off, run twice at once, without rights, merged by git: no page is lost or torn."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from generator.errors import Busy, FileUnwritable
from generator.writers import alone, apply, applying
from tests.conftest import ROOT
from tests.writers.pretended import NEW, ONE, PATH, TEXT, Site

MANY = 50
CHILD = """
import sys
from pathlib import Path
from tests.writers.pretended import Site
from tests.writers.test_robustness import texts
site = Site(Path(sys.argv[1]), texts=texts(int(sys.argv[2])))
print("ready", flush=True)
site.regenerate()
"""


def texts(version: int) -> dict[str, str]:
    return {
        f"a{number:02}": TEXT.format(name=f"a{number:02}").replace("Ships sail on.", f"Ships turn {version} times.")
        for number in range(MANY)
    }


def test_killed_at_any_moment_every_page_is_whole_and_the_next_run_completes(tmp_path: Path) -> None:
    chance = Random(7)  # noqa: S311  (a seeded example, no secret)
    site = Site(tmp_path, texts=texts(0))
    site.regenerate()
    edited = [f"briefs/{name}.md" for name in list(site.texts)[::2]]
    for path in edited:
        site.edit("Sudria waits.", "Sudria waits and sees.", path)
    for version in range(1, 9):
        command = [sys.executable, "-c", CHILD, str(tmp_path), str(version)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(chance.random() * 0.15)
            child.send_signal(signal.SIGKILL)
        for name in site.texts:
            text = site.read(f"briefs/{name}.md")
            waits = "Sudria waits and sees." if f"briefs/{name}.md" in edited else "Sudria waits."
            whole = TEXT.format(name=name).replace("Sudria waits.", waits)
            assert re.sub(r"turn \d times", "sail on", text) == whole
            assert re.findall(r"turn (\d) times", text) in ([str(version - 1)], [str(version)])
        site.texts = texts(version)
        site.regenerate()
        assert site.plan() == ()
        assert all(f"turn {version} times" in site.read(f"briefs/{name}.md") for name in site.texts)


def test_of_two_regenerations_at_once_one_waits_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applying, "PATIENCE", 0.1)
    holder = (
        "import sys, time; from pathlib import Path; from generator.writers import alone\n"
        "with alone(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", holder, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        with pytest.raises(Busy, match="another regeneration"), alone(tmp_path):
            pass
        child.kill()
    with alone(tmp_path):
        pass


def test_a_page_that_cannot_be_written_stays_and_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(tmp_path, texts={"one": ONE, "two": TEXT.format(name="two")})
    site.regenerate()
    site.texts = {name: text.replace("Ships sail on.", "Ships turn.") for name, text in site.texts.items()}
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if Path(target) == site.docs / PATH:
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    (error,) = apply(site.plan(), root=tmp_path, cache=tmp_path / ".cache")
    assert isinstance(error, FileUnwritable)
    assert "one.md:1: cannot be written (Permission denied)" in str(error)
    assert site.read() == ONE
    assert "Ships turn." in site.read("briefs/two.md")
    assert sorted(path.name for path in (site.docs / "briefs").iterdir()) == ["one.md", "two.md"]


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    names = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
    names |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}
    return subprocess.run(
        ["git", *arguments], cwd=folder, check=False, capture_output=True, text=True, env={**os.environ, **names}
    )


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "docs", ".briefs")
    assert git(folder, "commit", "-q", "-m", message).returncode == 0


def test_the_branches_of_two_writers_merge_without_losing_a_base(tmp_path: Path) -> None:
    site = Site(tmp_path, texts={"one": ONE})
    site.regenerate()
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "first")
    git(tmp_path, "checkout", "-q", "-b", "left")
    site.edit("Open the strait.", "Open the strait at once.")
    site.texts["left"] = TEXT.format(name="left")
    site.regenerate()
    commit(tmp_path, "left")
    git(tmp_path, "checkout", "-q", "main")
    site.edit("Norland asks.", "Norland asks twice.")
    site.texts = {"one": ONE, "right": TEXT.format(name="right")}
    site.regenerate()
    commit(tmp_path, "right")
    merged = git(tmp_path, "merge", "-q", "left", "-m", "both")
    assert merged.returncode == 0, merged.stdout
    site.texts = {"one": ONE, "left": TEXT.format(name="left"), "right": TEXT.format(name="right")}
    assert site.plan() == ()
    assert sorted(path.stem for path in (site.state / "pages" / "briefs").iterdir()) == ["left", "one", "right"]
    site.texts["one"] = NEW
    assert site.regenerate() == {PATH: "merged"}
    assert "Norland asks twice. Sudria waits for May. Ships sail on." in site.read()
    assert "Open the strait at once." in site.read()
