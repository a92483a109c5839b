"""The preview follows every change by itself, and goes on with the last good state while something is broken."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import BRIEFS, build, example

PATIENCE = 40
"""Seconds until a change must show, on a slow machine; an edit shows within about one second on an idle one."""
BRIEF = "briefs/drills-and-diplomacy/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = example(tmp_path_factory.mktemp("preview"))
    build(folder)
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the preview is served while the tests of this file run."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(BRIEFS), "serve", "--dev-addr", f"127.0.0.1:{port}"]
    said = (site / "preview.log").open("w")
    running = subprocess.Popen(command, cwd=site, stdout=said, stderr=said, env={**os.environ, "OMP_NUM_THREADS": "1"})
    wait_for(f"http://127.0.0.1:{port}/{BRIEF}", "Gerasimov")
    yield f"http://127.0.0.1:{port}/"
    running.send_signal(signal.SIGINT)
    running.wait(timeout=PATIENCE)
    said.close()


def shown(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


def wait_for(address: str, words: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if words in shown(address):
            return
        time.sleep(0.2)
    pytest.fail(f"'{words}' did not show at {address} within {PATIENCE} seconds")


def test_a_change_of_a_source_shows(site: Path, address: str) -> None:
    seed = site / "seeds" / "drills-and-diplomacy.md"
    seed.write_text(seed.read_text(encoding="utf-8").replace("140,000", "150,000"), encoding="utf-8")
    wait_for(address + BRIEF, "150,000")


def test_a_writers_edit_shows(site: Path, address: str) -> None:
    page = site / "docs" / "briefs" / "polls-and-allies.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nA closing remark of the desk.\n", encoding="utf-8")
    wait_for(address + "briefs/polls-and-allies/", "A closing remark of the desk.")


def test_a_broken_source_is_named_and_costs_nothing(site: Path, address: str) -> None:
    seed = site / "seeds" / "drills-and-diplomacy.md"
    whole = seed.read_text(encoding="utf-8")
    seed.write_text(whole.replace("published: 2022-02-09", "published: [2022"), encoding="utf-8")
    end = time.monotonic() + PATIENCE
    while "drills-and-diplomacy.md:" not in (site / "preview.log").read_text() and time.monotonic() < end:
        time.sleep(0.2)
    assert "drills-and-diplomacy.md:" in (site / "preview.log").read_text()
    assert "Gerasimov" in shown(address + BRIEF)
    seed.write_text(whole.replace("150,000", "160,000"), encoding="utf-8")
    wait_for(address + BRIEF, "160,000")


def test_a_page_that_is_no_text_is_named_and_costs_nothing(site: Path, address: str) -> None:
    page = site / "docs" / "briefs" / "polls-and-allies.md"
    whole = page.read_bytes()
    page.write_bytes(whole + b"\ncaf\xe9\n")
    end = time.monotonic() + PATIENCE
    while "is no UTF-8 text" not in (site / "preview.log").read_text() and time.monotonic() < end:
        time.sleep(0.2)
    log = (site / "preview.log").read_text()
    assert "docs/briefs/polls-and-allies.md:" in log
    assert "Traceback" not in log
    assert "Macron" in shown(address + "briefs/polls-and-allies/")
    page.write_bytes(whole + "\nA caf\u00e9 of the desk.\n".encode())
    wait_for(address + "briefs/polls-and-allies/", "A caf\u00e9 of the desk.")
