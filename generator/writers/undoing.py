"""Undoing the last regeneration, page by page."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection
from pathlib import Path
from typing import Any

from generator.writers.applying import UNDO, digest, records_of
from generator.writers.files import read_text, remove, write_whole


def undo(*, root: Path, cache: Path, pages: Collection[str] = ()) -> tuple[tuple[str, bool], ...]:
    """Brings back the pages that the last regeneration changed (or those named), with their bases.

    Gives each page and whether it was brought back; one that was edited since stays as it is. The ledger of pages
    follows when all pages do. Raises `FileUnwritable`.
    """
    room = cache / UNDO
    records = records_of(room)
    found: list[tuple[str, bool]] = []
    left: list[dict[str, Any]] = []
    for record in records:
        page = record["page"]
        if not page or (pages and page not in pages):
            left.append(record)
            continue
        same = all(digest(read_text(root / name)) == after for name, _kept, after, _text in record["files"][:1])
        found.append((page, same))
        if same:
            _restore(record, root, room)
        else:
            left.append(record)
    if not any(record["page"] for record in left):
        for record in left:
            _restore(record, root, room)
        shutil.rmtree(room, ignore_errors=True)
    else:
        write_whole(room / "changes.jsonl", "".join(json.dumps(record) + "\n" for record in left))
    return tuple(found)


def _restore(record: dict[str, Any], root: Path, room: Path) -> None:
    for name, before, _digest, _text in record["files"]:
        kept = None if before is None else read_text(room / "before" / before)
        if kept is None:
            remove(root / name)
        else:
            write_whole(root / name, kept)
