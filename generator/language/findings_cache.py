"""Findings kept on disk, each under the hash of all that it depends on, so that no article is read twice.

`<folder>/<rules>/<two letters>/<key>` holds the findings of one article as compressed JSON, whose checksum tells a
damaged entry from a sound one. Losing any of it costs time and nothing else: what cannot be read is read anew, what
cannot be written is not kept.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_RULES_KEPT = 3
"""Results of so many sets of rules stay: going back and forth between branches costs nothing."""
_DAY = 86_400
_DAYS_KEPT = 60
"""Results that nobody has asked for in so many days go: those of articles as they were before an edit."""
_DAYS_BETWEEN_SWEEPS = 30
"""Looking at every entry of a large archive takes minutes."""
_SWEPT = "swept"


class FindingsCache:
    """The findings kept under one set of rules, `rules` being its fingerprint; `folder` is made where it is missing."""

    def __init__(self, folder: Path, rules: str) -> None:
        self._rules = rules
        self._place = folder / rules[:20]
        with suppress(OSError):
            self._open(folder)

    def key(self, article: bytes) -> str:
        """The name of an article's findings; `article` is all of it that they rest on."""
        return hashlib.sha256(f"{self._rules}\n".encode() + article).hexdigest()

    def get(self, key: str) -> bytes | None:
        """The findings as they were kept, or None."""
        path = self._path(key)
        try:
            found = zlib.decompress(path.read_bytes())
            if time.time() - path.stat().st_mtime > _DAY:
                path.touch()
        except (OSError, zlib.error):
            return None
        return found

    def keep(self, key: str, findings: bytes) -> None:
        """Keeps findings, whole or not at all."""
        path = self._path(key)
        beside = path.with_name(f"{key}.{os.getpid()}.tmp")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(zlib.compress(findings, 1))
            beside.replace(path)

    def _path(self, key: str) -> Path:
        return self._place / key[:2] / key

    def _open(self, folder: Path) -> None:
        """Marks these rules as the latest used; results of older ones go, and of these what nobody asks for."""
        fresh = not self._place.is_dir()
        self._place.mkdir(parents=True, exist_ok=True)
        self._place.touch()
        if fresh:
            places = sorted(
                (path for path in folder.iterdir() if path.is_dir()),
                key=lambda path: path.stat().st_mtime,
                reverse=True,
            )
            for old in [path for path in places if path != self._place][_RULES_KEPT - 1 :]:
                shutil.rmtree(old, ignore_errors=True)
        swept = self._place / _SWEPT
        if not swept.is_file() or time.time() - swept.stat().st_mtime > _DAYS_BETWEEN_SWEEPS * _DAY:
            swept.touch()
            for path in _unused(self._place):
                path.unlink(missing_ok=True)


def _unused(place: Path) -> Iterator[Path]:
    """Entries older than they may be, and what an interrupted run left beside them."""
    now = time.time()
    for path in place.glob("??/*"):
        age = now - path.stat().st_mtime
        if age > _DAYS_KEPT * _DAY or (path.suffix == ".tmp" and age > _DAY):
            yield path
