"""What is kept of the pages of a build: a table of texts by name, in one file that is whole or is thrown away.

SQLite gives the atomic writing; each value carries its hash, so that a damaged one is missed, never taken.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

TABLE = "CREATE TABLE kept (name TEXT PRIMARY KEY, value BLOB, digest BLOB) WITHOUT ROWID"
BUILD = "build"


class Store:
    """The values of one build, by name."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def get(self, build: str, names: Iterable[str]) -> dict[str, bytes] | None:
        """The values of those of these names that have one; None where the store is damaged, or of another build."""
        try:
            with _opened(self.path, "ro") as table:
                if _one(table, BUILD) != build.encode():
                    return None
                found = ((name, _one(table, name)) for name in names)
                return {name: value for name, value in found if value is not None}
        except (sqlite3.Error, ValueError):
            return None

    def replace(self, build: str, values: Iterable[tuple[str, bytes]]) -> None:
        """Makes the store anew, from values taken one by one; raises `sqlite3.Error`, `OSError`."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.unlink(missing_ok=True)
        with _opened(self.path, "rwc") as table:
            table.execute(TABLE)
            _put(table, chain(values, [(BUILD, build.encode())]))

    def update(self, build: str, values: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
        """Hands the store on to the next build, with other values and without those that are gone.

        Raises `sqlite3.Error`.
        """
        with _opened(self.path, "rw") as table:
            table.executemany("DELETE FROM kept WHERE name = ?", [(name,) for name in gone])
            _put(table, chain(values.items(), [(BUILD, build.encode())]))


class _opened:  # noqa: N801  (a context, read like a word)
    """A connection that is committed where all went well, and closed."""

    def __init__(self, path: Path, mode: str) -> None:
        self.address = f"{path.absolute().as_uri()}?mode={mode}"

    def __enter__(self) -> sqlite3.Connection:
        self.table = sqlite3.connect(self.address, uri=True, isolation_level=None)
        self.table.execute("PRAGMA synchronous = OFF")
        self.table.execute("BEGIN")
        return self.table

    def __exit__(self, kind: object, _error: object, _trace: object) -> None:
        try:
            self.table.execute("ROLLBACK" if kind else "COMMIT")
        finally:
            self.table.close()


def _put(table: sqlite3.Connection, values: Iterable[tuple[str, bytes]]) -> None:
    rows = ((name, value, _digest(name, value)) for name, value in values)
    table.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)


def _one(table: sqlite3.Connection, name: str) -> bytes | None:
    """A value by its name; raises `ValueError` where it is damaged."""
    row = table.execute("SELECT value, digest FROM kept WHERE name = ?", (name,)).fetchone()
    if row is None:
        return None
    if not isinstance(row[0], bytes) or _digest(name, row[0]) != row[1]:
        raise ValueError(name)
    return row[0]


def _digest(name: str, value: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\0" + value).digest()
