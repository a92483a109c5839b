"""Undoing the last regeneration, page by page."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

from generator.writers.applying import digest
from generator.writers.files import landing, read_text, remove, write_whole
from generator.writers.journal import UNDO, Record, read_journal, write_journal


def undo(*, root: Path, docs: Path, cache: Path, pages: Collection[str] = ()) -> tuple[tuple[str, bool], ...]:
    """Brings back the pages that the last regeneration changed (or those named), with their bases.

    Gives each page and whether it was brought back; one that was edited since stays as it is. The ledger of pages
    follows when all pages do. Raises `FileUnwritable`, `FileUnreadable`.
    """
    room = cache / UNDO
    found: list[tuple[str, bool]] = []
    left: list[Record] = []
    for record in read_journal(room, root=root, docs=docs):
        if not record.page or (pages and record.page not in pages):
            left.append(record)
            continue
        same = all(digest(read_text(root / file.name)) == file.digest for file in record.files[:1])
        found.append((record.page, same))
        if same:
            _restore(record, root, room)
        else:
            left.append(record)
    if not any(record.page for record in left):
        for record in left:
            _restore(record, root, room)
        shutil.rmtree(room, ignore_errors=True)
    else:
        write_journal(room, left)
    return tuple(found)


def _restore(record: Record, root: Path, room: Path) -> None:
    for file in record.files:
        path = root / file.name
        kept = None if file.kept is None else read_text(room / "before" / file.kept)
        if kept is None:
            remove(path)
        else:
            write_whole(landing(path, root), kept)
