"""What a file system says of files without reading them, so that unaltered ones need no second reading.

A stamp is trusted like that of an entry of git's index, and for the same reason not where a file may have changed
within the tick of the clock in which it was stamped ("racy git", Documentation/technical/racy-git.txt).
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Stamp = tuple[int, int, int, int]
"""Size in bytes, nanoseconds of the last writing, of the last change of the entry, and the inode."""
Stamps = dict[str, Stamp]
"""Stamps by path."""
TICK = 20_000_000
"""Nanoseconds: twice the longest tick (10 ms) by which Linux dates files."""
SECOND = 1_000_000_000
EMPTY = -1
"""The size of what holds nothing."""


def stamp(path: str) -> Stamp | None:
    """The stamp of a file; None where there is none."""
    try:
        about = os.stat(path)  # noqa: PTH116  (paths are texts here: thousands of them)
    except OSError:
        return None
    return _stamp(about) if stat.S_ISREG(about.st_mode) else None


def stamps(roots: Iterable[str]) -> Stamps:
    """The stamps of files, and of all files in folders, taken when the clock has left the tick of the last of them.

    What has no file to tell of it has one of its own: an empty folder in a folder, a link that leads nowhere.
    """
    roots = tuple(roots)
    while True:
        found = dict(_found(roots))
        now = time.time_ns()
        young = max((max(one[1], one[2]) for one in found.values() if one[2] <= now), default=0)
        if now - young > TICK:
            return found
        time.sleep((TICK - (now - young)) / SECOND)


def coarse(found: Mapping[str, Stamp]) -> bool:
    """Whether a file system dates by whole seconds, so that its stamps prove nothing."""
    return bool(found) and all(one[1] % SECOND == 0 for one in found.values())


def differing(before: Mapping[str, Stamp], now: Mapping[str, Stamp]) -> set[str]:
    """The paths whose stamps are not the same."""
    return {path for path, _one in before.items() ^ now.items()}


def below(paths: Iterable[str], folder: Path) -> Iterator[str]:
    """The paths that lie in a folder."""
    start = f"{folder}{os.sep}"
    return (path for path in paths if path.startswith(start))


def _found(roots: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    for root in roots:
        single = stamp(root)
        if single is not None:
            yield root, single
        else:
            yield from _within(root, set())


def _within(folder: str, above: set[tuple[int, int]]) -> Iterator[tuple[str, Stamp]]:
    try:
        about = os.stat(folder)  # noqa: PTH116  (likewise)
        entries = list(os.scandir(folder))
    except OSError:
        return
    own = (about.st_dev, about.st_ino)
    if own in above:
        return
    if not entries and above:
        yield folder, (EMPTY, 0, 0, about.st_ino)
    for entry in entries:
        try:
            inside = entry.stat()
        except OSError:
            yield entry.path, (EMPTY, 0, 0, entry.inode())
            continue
        if stat.S_ISREG(inside.st_mode):
            yield entry.path, _stamp(inside)
        elif stat.S_ISDIR(inside.st_mode) and entry.name != "__pycache__":
            yield from _within(entry.path, above | {own})


def _stamp(about: os.stat_result) -> Stamp:
    return about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino
