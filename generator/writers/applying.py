"""Writing what a regeneration does, so that it can be cut off at any moment, and undone."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.errors import Busy, FileUnreadable, FileUnwritable, GeneratorError
from generator.writers.files import landing, read_text, remove, write_whole
from generator.writers.journal import UNDO, Record, Written, read_journal, write_journal
from generator.writers.outcomes import Change, FileText

PATIENCE = 20
"""Seconds to wait for another regeneration of the same site."""


@contextmanager
def alone(cache: Path) -> Iterator[None]:
    """Keeps other regenerations of a site away; raises `Busy` where one does not end."""
    lock = FileLock(cache / "regeneration.lock", timeout=PATIENCE)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise Busy(cache / "regeneration.lock") from error
    except OSError as error:
        raise FileUnwritable(cache, error.strerror or "no right") from error
    try:
        yield
    finally:
        lock.release()


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
                _write(file, root)
        except FileUnwritable as error:
            errors.append(error)
    return tuple(errors)


def _write(file: FileText, root: Path) -> None:
    if file.text is None:
        remove(file.path)
    else:
        write_whole(landing(file.path, root), file.text)


def _lay_aside(changes: Iterable[Change], root: Path, room: Path) -> None:
    """Keeps the files as they are before a regeneration, and says what becomes of them.

    Each is linked, not copied, as writing puts a new file in its place; of a link, the file behind it.
    """
    shutil.rmtree(room, ignore_errors=True)
    (room / "before").mkdir(parents=True, exist_ok=True)
    records: list[Record] = []
    number = 0
    for change in changes:
        files = []
        for file in change.files:
            kept = None
            if file.path.is_file():
                kept, number = str(number), number + 1
                _link(file.path.resolve(), room / "before" / kept)
            after = file.text if change.outcome in LATE else None
            name = os.path.relpath(file.path, root)
            files.append(Written(name=name, kept=kept, digest=digest(file.text), text=after))
        records.append(Record(page=change.path, files=tuple(files)))
    write_journal(room, records)


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


def take_up(*, root: Path, docs: Path, cache: Path) -> None:
    """Ends what a run that was cut off began: where the page stands as merged, its base follows."""
    room = cache / UNDO
    if (room / "done").exists():
        return
    for record in read_journal(room, root=root, docs=docs):
        page, *others = record.files or (None,)
        if page is not None and page.text is not None and _holds(root / page.name, page.text):
            for file in others:
                _write(FileText(path=root / file.name, text=file.text), root)
    finish(cache=cache)


def _holds(path: Path, text: str) -> bool:
    try:
        return read_text(path) == text
    except FileUnreadable:
        return False


def finish(*, cache: Path) -> None:
    """Says that the last regeneration came to its end."""
    if (cache / UNDO).is_dir():
        write_whole(cache / UNDO / "done", "")
