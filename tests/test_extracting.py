"""The command `extract` over many articles: the same bytes whoever reads, nothing read twice, interruptions."""

from __future__ import annotations

import os
import pty
import shutil
import signal
import subprocess
import termios
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.sites import BRIEFS, run

HEAD = "---\npublished: 2024-05-02\n---\n"
STATES = ("Chad", "Togo", "Mali", "Peru", "Cuba", "Iran", "Laos", "Oman")
FILLER = "The talks in Geneva went on, an official said on Thursday. " * 20


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Eight articles, and between them two files that are none."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for state in STATES:
        text = f"{HEAD}{state} demanded on Monday that Norway reopen the port. Norway refused.\n\n{FILLER}\n"
        (folder / f"{state}.md").write_text(text, encoding="utf-8")
    (folder / "Empty.md").write_text("", encoding="utf-8")
    (folder / "Kinds.txt").write_bytes(b"\x00\x01\x02")
    return folder


def own_cache(folder: Path) -> dict[str, str]:
    """An environment with a cache of its own."""
    return {"XDG_CACHE_HOME": str(folder)}


def entries(folder: Path) -> set[Path]:
    return set((folder / "briefs").rglob("??/*"))


def gone(group: int) -> bool:
    """Whether all processes of a group end within a few seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.usefixtures("archive")
def test_results_and_messages_are_the_same_from_one_process_and_from_three(tmp_path: Path) -> None:
    alone, three = (
        run(tmp_path, "extract", "archive", "--workers", number, environment=own_cache(tmp_path / number))
        for number in ("1", "3")
    )
    assert (three.stdout, three.stderr, three.returncode) == (alone.stdout, alone.stderr, 1)
    assert [line.split(": ")[0] for line in alone.stderr.splitlines()] == ["archive/Empty.md:1", "archive/Kinds.txt:1"]
    assert alone.stdout.count("\n") == len(STATES)


def test_a_second_time_spacy_is_not_even_imported(archive: Path, tmp_path: Path) -> None:
    first = run(archive, "extract", ".", environment=own_cache(tmp_path / "cache"))
    known = entries(tmp_path / "cache")
    assert len(known) == len(STATES)
    (tmp_path / "spacy.py").write_text("raise RuntimeError('imported')\n", encoding="utf-8")
    blind = {**own_cache(tmp_path / "cache"), "PYTHONPATH": str(tmp_path)}
    assert run(archive, "extract", ".", environment=blind).stdout == first.stdout
    (archive / "Chad.md").write_text("Something else happened in Chad on Monday, officials said.", encoding="utf-8")
    assert run(archive, "extract", ".", environment=blind).returncode == 1, "what changed is read"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupted_run_goes_on_where_it_was(archive: Path, tmp_path: Path, workers: str) -> None:
    for number in range(30):
        text = f"{HEAD}Norway demanded {number} boats.\n\n{FILLER * 4}\n"
        (archive / f"Boats {number}.md").write_text(text, encoding="utf-8")
    environment = {**os.environ, **own_cache(tmp_path / "cache")}
    command = [str(BRIEFS), "extract", str(archive), "--workers", workers]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    ) as running:
        while running.poll() is None and not entries(tmp_path / "cache"):
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        pressed = time.monotonic()
        said = running.communicate(timeout=60)[1]
        assert time.monotonic() - pressed < 20
    assert running.returncode == 130
    assert "Traceback" not in said
    assert said.splitlines()[-1].startswith("interrupted; what was finished is kept")
    assert gone(running.pid)
    kept = entries(tmp_path / "cache")
    assert 0 < len(kept) < 30 + len(STATES)
    for path in sorted(archive.iterdir())[12:]:
        path.unlink()
    written = {path: path.stat().st_mtime_ns for path in kept}
    assert run(archive, "extract", ".", environment=own_cache(tmp_path / "cache")).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in kept} == written


@pytest.mark.parametrize("delay", [0, 0.3, 1, 3])
def test_an_interruption_at_any_time_is_quiet(archive: Path, tmp_path: Path, delay: float) -> None:
    command = [str(BRIEFS), "extract", str(archive), "--workers", "2"]
    environment = {**os.environ, **own_cache(tmp_path / "cache")}
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    ) as running:
        while running.poll() is None and not (tmp_path / "cache" / "briefs").is_dir():
            time.sleep(0.01)
        time.sleep(delay)
        os.killpg(running.pid, signal.SIGINT)
        said = running.communicate(timeout=60)[1]
    assert running.returncode in {130, 1}, said  # 1: it had ended before, with what is wrong about two files
    assert "Traceback" not in said


@pytest.mark.usefixtures("archive")
def test_progress_is_shown_on_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    subprocess.run(
        [str(BRIEFS), "extract", "archive"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        check=False,
        env={**os.environ, **own_cache(tmp_path / "cache")},
    )
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # what a terminal gives at its end
        while piece := os.read(ours, 100_000):
            shown += piece
    os.close(ours)
    assert b"/10 [" in shown
    assert b"article/s" in shown
    assert b"archive/Empty.md:1: error: holds no text" in shown
    assert "/10 [" not in run(tmp_path, "extract", "archive").stderr


def test_workers_and_scheduler_exclude_each_other(tmp_path: Path) -> None:
    for command in (["extract", "a.md"], ["generate"], ["build"]):
        done = run(tmp_path, *command, "--workers", "2", "--scheduler", "tcp://127.0.0.1:1")
        assert done.returncode == 2
        assert "exclude each other" in done.stderr


@pytest.mark.parametrize("command", [["extract", "seeds"], ["generate"], ["build"]])
def test_a_scheduler_that_does_not_answer_is_one_line(tmp_path: Path, command: list[str]) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Plain\nplugins: [briefs]\n", encoding="utf-8")
    done = run(tmp_path, *command, "--scheduler", "nowhere.json")
    assert done.returncode == 1
    assert "nowhere.json: error: there is no such scheduler file; see to the cluster" in done.stderr
    assert "Traceback" not in done.stderr
