"""Writing what a regeneration does, so that it can be cut off at any moment, and undone."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from generator.errors import Busy, FileUnwritable, GeneratorError
from generator.writers.files import read_text, remove, write_whole
from generator.writers.outcomes import Change, FileText

PATIENCE = 20
"""Seconds to wait for another regeneration of the same site."""
UNDO = "undo"


@contextmanager
def alone(cache: Path) -> Iterator[None]:
    """Keeps other regenerations of a site away; raises `Busy` where one does not end."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / "regeneration.lock", timeout=PATIENCE):
            yield
    except Timeout as error:
        raise Busy(cache / "regeneration.lock") from error
    except PermissionError as error:
        raise FileUnwritable(cache, error.strerror or "no right") from error


def apply(changes: Iterable[Change], *, root: Path, cache: Path) -> tuple[GeneratorError, ...]:
    """Writes the changes, page by page; what cannot be written stays as it was, and is returned.

    Before anything is written, the files as they are now are laid aside for `undo`.
    """
    writing = [change for change in changes if change.files]
    if not writing:
        return ()
    _lay_aside(writing, root, cache / UNDO)
    errors: list[GeneratorError] = []
    for change in writing:
        try:
            for file in change.files:
                _write(file)
        except FileUnwritable as error:
            errors.append(error)
    return tuple(errors)


def _write(file: FileText) -> None:
    if file.text is None:
        remove(file.path)
    else:
        write_whole(file.path, file.text)


def _lay_aside(changes: Iterable[Change], root: Path, room: Path) -> None:
    """Keeps the files as they are before a regeneration, and says what becomes of them.

    Each is linked, not copied, as writing puts a new file in its place.
    """
    shutil.rmtree(room, ignore_errors=True)
    (room / "before").mkdir(parents=True, exist_ok=True)
    records: list[dict[str, Any]] = []
    number = 0
    for change in changes:
        files = []
        for file in change.files:
            kept = None
            if file.path.is_file():
                kept, number = str(number), number + 1
                _link(file.path, room / "before" / kept)
            after = file.text if change.outcome in LATE else None
            files.append([os.path.relpath(file.path, root), kept, digest(file.text), after])
        records.append({"page": change.path, "files": files})
    write_whole(room / "changes.jsonl", "".join(json.dumps(record) + "\n" for record in records))


LATE = frozenset({"merged", "conflict", "moved"})
"""Outcomes whose base cannot be told from the page alone, where a run is cut off between the two."""


def digest(text: str | None) -> str | None:
    """The hash of a text; None for none."""
    return None if text is None else hashlib.sha256(text.encode()).hexdigest()


def _link(path: Path, place: Path) -> None:
    try:
        os.link(path, place)
    except OSError:
        shutil.copyfile(path, place)


def take_up(*, root: Path, cache: Path) -> None:
    """Ends what a run that was cut off began: where the page stands as merged, its base follows."""
    room = cache / UNDO
    if (room / "done").exists():
        return
    for record in records_of(room):
        files = [(root / name, text) for name, _kept, _digest, text in record["files"]]
        if files and files[0][1] is not None and read_text(files[0][0]) == files[0][1]:
            for path, text in files[1:]:
                _write(FileText(path=path, text=text))
    finish(cache=cache)


def finish(*, cache: Path) -> None:
    """Says that the last regeneration came to its end."""
    if (cache / UNDO).is_dir():
        write_whole(cache / UNDO / "done", "")


def records_of(room: Path) -> list[dict[str, Any]]:
    """What the last regeneration wrote, page by page; empty where that cannot be read."""
    try:
        return [json.loads(line) for line in (read_text(room / "changes.jsonl") or "").splitlines()]
    except ValueError:
        return []
