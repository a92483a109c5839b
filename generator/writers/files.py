"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from generator.errors import FileUnwritable


def write_whole(path: Path, text: str) -> None:
    """Writes a file beside its place and moves it there, so that nobody ever reads a half.

    Raises `FileUnwritable`; the file is then as it was.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        raise FileUnwritable(path, error.strerror or str(error)) from error
    finally:
        if os.access(path.parent, os.W_OK):
            beside.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Removes a file where there is one; raises `FileUnwritable`."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FileUnwritable(path, error.strerror or str(error)) from error


def read_text(path: Path) -> str | None:
    """The text of a file with its line ends as they stand; None where there is none, or none that is UTF-8 text."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return None
    return None if "\0" in text else text
