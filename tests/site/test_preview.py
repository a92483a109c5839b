"""A running preview shows an edited page at once, by that page alone."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import BRIEFS, example

PATIENCE = 90
"""Seconds, on a slow machine."""
PAGE = "how-to/edit-a-page"
SEEDS = ("drills-and-diplomacy", "polls-and-allies", "sanctions-before-or-after")


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A site, and where its preview stands."""
    site = example(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (site / "preview.log").open("w") as log:
        command = [str(BRIEFS), "serve", "--dev-addr", f"127.0.0.1:{port}"]
        process = subprocess.Popen(
            command, cwd=site, stdout=log, stderr=log, env={**os.environ, "OMP_NUM_THREADS": "1"}
        )
        address = f"http://127.0.0.1:{port}/{PAGE}/"
        wait_for(address, "</html>")
        yield site, address
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)


def wait_for(address: str, words: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                if words in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.1)
    pytest.fail(f"'{words}' did not show at {address} within {PATIENCE} seconds")


def builds(site: Path) -> int:
    return (site / "preview.log").read_text(encoding="utf-8").count("Building documentation")


def test_an_edited_page_shows_without_a_full_build(running: tuple[Path, str]) -> None:
    site, address = running
    before = builds(site)
    page = site / "docs" / f"{PAGE}.md"
    for number in range(3):
        page.write_text(f"{page.read_text(encoding='utf-8')}\nRemark number {number}.\n", encoding="utf-8")
        wait_for(address, f"Remark number {number}.")
    time.sleep(1)
    assert builds(site) == before
    # The log lies beside mkdocs.yml, and a preview that wakes for it writes into it again.
    assert (site / "preview.log").read_text(encoding="utf-8").count("Detected") <= 2 * 3


def test_a_new_page_follows(running: tuple[Path, str]) -> None:
    site, address = running
    before = builds(site)
    (site / "docs" / "how-to" / "own.md").write_text("# Own words\n\nA page of the desk.\n", encoding="utf-8")
    wait_for(address.replace("edit-a-page", "own"), "A page of the desk.")
    assert builds(site) > before


def everything(address: str) -> dict[str, str]:
    """All pages of a preview by their addresses, without what reloads a browser."""
    start = address.removesuffix(f"{PAGE}/")
    listed = re.findall(r"<loc>([^<]+)</loc>", read(f"{start}sitemap.xml"))
    assert len(listed) > len(SEEDS)
    return {one: re.sub(r"livereload\(\d+, \d+\)", "", read(one)) for one in (*listed, f"{start}feed.json")}


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return str(answer.read().decode())


def test_a_changed_source_shows_without_a_full_build(running: tuple[Path, str]) -> None:
    site, address = running
    before = builds(site)
    seed = site / "seeds" / "polls-and-allies.md"
    for number in range(2):
        text = seed.read_text(encoding="utf-8")
        seed.write_text(re.sub(r"(?m)^outlet: .*$", f"outlet: Desk number {number}", text), encoding="utf-8")
        wait_for(address.replace(PAGE, "briefs/polls-and-allies"), f"Desk number {number}")
        wait_for(address.replace(PAGE, "sources/polls-and-allies"), f"Desk number {number}")
    time.sleep(1)
    assert builds(site) == before
    followed = everything(address)
    configuration = site / "mkdocs.yml"
    configuration.write_text(f"{configuration.read_text(encoding='utf-8')}\n# A remark.\n", encoding="utf-8")
    end = time.monotonic() + PATIENCE
    while (site / "preview.log").read_text(encoding="utf-8").count("Documentation built") <= before:
        assert time.monotonic() < end
        time.sleep(0.1)
    time.sleep(1)
    assert everything(address) == followed
