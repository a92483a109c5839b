"""The search index of a built site: Pagefind's, made anew from the pages that a theme marks with `data-pagefind-body`.

Pagefind parses every page that it is given, so it is given those alone. The index is a function of the site's folder,
so that it comes right however the pages got there. It is split into small files, of which a browser fetches those that
a query needs, and only once a reader searches.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pagefind.service import get_executable

from generator.errors import SearchIndexFailed
from generator.site.search_order import ordered

FOLDER = "pagefind"
MARK = b"data-pagefind-body"
PASSED_OVER = (
    *(".headerlink", ".footnote-backref", ".footnote-ref", ".report", ".take", ".brief-outputs", "figure", "svg"),
    *("[data-part=source-and-method]", "[data-part=changes]"),
)
"""What stands on a page and is no text of it, or tells of the page and not of the news."""
NEEDED = (
    *("pagefind.js", "pagefind-entry.json", "wasm.*.pagefind"),
    *("*.pf_meta", "*.pf_index", "*.pf_fragment", "*.pf_filter"),
)
"""The files that a search reads; Pagefind brings several interfaces of its own, which we do not use."""


def write_index(site: Path) -> None:
    """Writes `pagefind/` in a built site; what is equal already is not touched, what is stale is removed.

    The same pages give the same bytes. Raises `SearchIndexFailed`.
    """
    with tempfile.TemporaryDirectory() as room:
        given, made = Path(room) / "given", Path(room) / "made"
        _run(site, given if _marked(site, given) else site, made)
        fresh = ordered(dict(_needed(made)))
    folder = site / FOLDER
    for name, content in fresh.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in fresh:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _marked(site: Path, given: Path) -> bool:
    """Links to the pages that a theme marks, under their paths in a folder; whether there are any."""
    for folder, _folders, names in os.walk(site):
        for name in names:
            path = Path(folder, name)
            if name.endswith(".html") and MARK in path.read_bytes():
                link = given / path.relative_to(site)
                link.parent.mkdir(parents=True, exist_ok=True)
                try:
                    link.symlink_to(path.absolute())
                except OSError:  # not everyone may link everywhere
                    shutil.copyfile(path, link)
    return given.is_dir()


def _run(site: Path, pages: Path, output: Path) -> None:
    binary = get_executable()
    if binary is None:
        raise SearchIndexFailed(site, "there is no Pagefind for this system")
    selectors = [part for selector in PASSED_OVER for part in ("--exclude-selectors", selector)]
    command = [str(binary), "--site", str(pages), "--output-path", str(output), "--quiet", *selectors]
    # Its words are ours, and no shell reads them.
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise SearchIndexFailed(site, said[-1] if said else f"Pagefind ended with {done.returncode}")


def _needed(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and any(path.match(pattern) for pattern in NEEDED):
            yield path.relative_to(folder).as_posix(), path.read_bytes()
