"""The record of the last good build: from what a site was made, what came of it, and what was said.

It stands in the cache and may be damaged or taken away at any time; then the next build is a full one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.kept.sealed import read_sealed, write_sealed
from generator.kept.stamps import Stamp

Said = tuple[str, str, int, str]
"""A line that a build says: when (one of `PHASES` of observing.py), of which page or "", its level, its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One build of the site of a `configuration`. Paths are absolute.

    `ground` is the hash of what a site rests on beside its files; `today` the day, where it depends on the clock.
    `roots` are the files and folders that are inputs, `inputs` their stamps, `texts` the hashes of those that people
    edit. `site` is the folder of the site, `outputs` the stamps of its files. `said` are the lines that the build said,
    `summary` its last, `failed` holds where an article was left out. `renewable` holds where pages can be renewed one
    by one; then `waiting` are pages under docs/ of which a regeneration had something to say, and `build` is the name
    under which what is known of the pages is kept.
    """

    configuration: str
    ground: str
    today: str
    roots: tuple[str, ...]
    inputs: dict[str, Stamp]
    texts: dict[str, str]
    site: str
    outputs: dict[str, Stamp]
    said: tuple[Said, ...]
    summary: str
    failed: bool
    renewable: bool
    waiting: tuple[str, ...]
    build: str


def read_record(path: Path) -> Record | None:
    """The record in a file; None where there is none, or none that is whole."""
    return read_sealed(path, Record)


def write_record(path: Path, record: Record) -> None:
    """Puts a record in its place, whole or not at all; raises `OSError`."""
    write_sealed(path, record)
