"""The hashes of files, asked of a file only where its stamp is another than when it was last hashed."""

from __future__ import annotations

from collections.abc import Mapping

from generator.kept.ground import hashed
from generator.kept.stamps import Stamp, Stamps

Known = dict[str, tuple[Stamp, str]]
"""Stamp and hash by path."""


class Hashes:
    """The hashes of files whose stamps are `now`; `known` are those of an earlier run."""

    def __init__(self, known: Mapping[str, tuple[Stamp, str]], now: Stamps) -> None:
        self._known, self._now = known, now
        self.asked: Known = {}

    def of(self, path: str) -> str:
        """The hash of a file; empty where there is none that can be read."""
        stamp = self._now.get(path)
        if stamp is None:
            return hashed(path)
        if path not in self.asked:
            before = self._known.get(path)
            self.asked[path] = before if before and before[0] == stamp else (stamp, hashed(path))
        return self.asked[path][1]
