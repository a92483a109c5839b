"""The journal of the last regeneration, in the cache: what it wrote, so that it can be taken up, and undone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.writers.files import read_text, write_whole
from generator.writers.lines import rows

UNDO = "undo"
"""The folder of the journal, in the cache."""
NAME = "changes.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One file, by its path from the root of the site: the name of the copy that was laid aside, None for none.

    `digest` is the hash of what was written, `text` that text where it could not be told from the page.
    """

    name: str
    kept: str | None
    digest: str | None
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What was written of one page, the page first; `page` is its path under docs/, empty for what goes with all."""

    page: str
    files: tuple[Written, ...]


def write_journal(room: Path, records: Iterable[Record]) -> None:
    """Writes the journal; raises `FileUnwritable`."""
    write_whole(room / NAME, "".join(json.dumps(asdict(record)) + "\n" for record in records))


def read_journal(room: Path, *, root: Path, docs: Path) -> tuple[Record, ...]:
    """What the last regeneration wrote, page by page; nothing where that cannot be read.

    Nor where it names a file outside the site, or a copy outside the journal: a journal that came with somebody's
    folder may say anything. Raises `FileUnreadable`.
    """
    try:
        records = tuple(_record(json.loads(row)) for row in rows(read_text(room / NAME) or ""))
    except (ValueError, TypeError, KeyError):
        return ()
    inside = (os.path.normpath(root), os.path.normpath(docs))
    files = [file for record in records for file in record.files]
    if all(_within(os.path.normpath(root / file.name), inside) and _is_copy(file.kept) for file in files):
        return records
    return ()


def _record(said: dict[str, Any]) -> Record:
    return Record(page=str(said["page"]), files=tuple(Written(**file) for file in said["files"]))


def _within(path: str, folders: Iterable[str]) -> bool:
    return any(path.startswith(f"{folder}{os.sep}") for folder in folders)


def _is_copy(kept: str | None) -> bool:
    return kept is None or kept.isdigit()
