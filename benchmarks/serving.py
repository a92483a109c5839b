"""From an edit to the page that shows it: `python -m benchmarks.serving [BRIEFS]`, ours beside Hugo's server.

Both serve the same pages (see sites.py). A line is written into one brief; the time runs from the writing until a
request for its page brings the line. Wall seconds, medians of turns in alternation.
"""

from __future__ import annotations

import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from http.client import IncompleteRead
from pathlib import Path
from urllib.error import URLError

from benchmarks.sites import ROOM, archive, briefs, peer, peer_command, same_pages
from benchmarks.timing import BRIEFS

COUNT = 100
TURNS = 9
PATIENCE = 600.0
"""Seconds until a server must have started, or shown an edit."""
PAUSE = 0.5
"""Seconds between two edits, so that no server is still busy with the one before."""
REMARK = re.compile(r"\nA remark of the desk, number [^.]*\.\n\Z")


def rows(count: int = COUNT) -> list[str]:
    """The rows of the table."""
    site = archive(count)
    briefs(site)()
    pages = ROOM / f"pages-{count}"
    if not pages.exists():
        same_pages(site, pages)
    brief = sorted(path.name for path in (site / "docs" / "briefs").glob("*.md") if path.stem != "index")[7]
    servers = {"`briefs serve`": (site / "docs" / "briefs" / brief, [str(BRIEFS), "serve", "--dev-addr", "{}"])}
    if peer("hugo", pages) is not None:
        hugo = [*peer_command("hugo"), "server", "--bind", "127.0.0.1", "--port", "{port}"]
        servers["Hugo's server"] = (ROOM / "hugo" / "content" / "briefs" / brief, hugo)
    taken: dict[str, list[float]] = {name: [] for name in servers}
    with ExitStack() as running:
        shown = {}
        for name, (page, command) in servers.items():
            base = running.enter_context(_served(command, page.parents[2]))
            shown[name] = f"{base}/briefs/{page.stem}/"
        for turn in range(TURNS):
            for name, (page, _command) in servers.items():
                taken[name].append(_visible(page, shown[name], f"{turn} of {name}"))
                time.sleep(PAUSE)
    return [
        f"| edit to visible, {name}, {count} briefs, s | {statistics.median(all_):.3f} |"
        for name, all_ in taken.items()
    ]


def _visible(page: Path, url: str, words: str) -> float:
    """Seconds from the writing of a remark until its page shows it."""
    words = words.replace("`", "").replace("'", "")
    text = REMARK.sub("", page.read_text(encoding="utf-8"))
    started = time.monotonic()
    page.write_text(f"{text}\nA remark of the desk, number {words}.\n", encoding="utf-8")
    while words.encode() not in _fetched(url):
        if time.monotonic() - started > PATIENCE:
            raise SystemExit(f"{url}: does not show the edit of {page}")
        time.sleep(0.002)
    return time.monotonic() - started


def _fetched(url: str) -> bytes:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310  (a server of our own)
            body: bytes = answer.read()
            return body
    except (URLError, ConnectionError, IncompleteRead):  # not there yet, or cut off while it is written
        return b""


@contextmanager
def _served(command: Sequence[str], cwd: Path) -> Iterator[str]:
    """A server that answers, until the end; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    filled = [part.replace("{port}", str(port)).replace("{}", f"127.0.0.1:{port}") for part in command]
    base = f"http://127.0.0.1:{port}"
    with subprocess.Popen(filled, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            started = time.monotonic()
            while not _fetched(f"{base}/"):
                if server.poll() is not None or time.monotonic() - started > PATIENCE:
                    raise SystemExit(f"{' '.join(filled)}: does not serve {cwd}")
                time.sleep(0.05)
            yield base
        finally:
            server.terminate()


if __name__ == "__main__":
    for row in rows(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT):
        print(row, flush=True)
