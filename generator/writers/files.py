"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.errors import FileUnreadable, FileUnwritable, PageNotText

OWNER = 0o600
ALL = 0o666
"""Rights of a file that is being written for its owner alone, and of a new one before the umask."""


def write_whole(path: Path, text: str) -> None:
    """Writes a file beside its place and moves it there, so that nobody ever reads a half; its rights stay.

    Raises `FileUnwritable`; the file is then as it was.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        rights = _rights(path)
        beside.touch(mode=ALL if rights is None else OWNER)
        beside.write_text(text, encoding="utf-8", newline="\n")
        if rights is not None:
            beside.chmod(rights)
        beside.replace(path)
    except OSError as error:
        raise FileUnwritable(path, error.strerror or str(error)) from error
    finally:
        if os.access(path.parent, os.W_OK):
            beside.unlink(missing_ok=True)


def _rights(path: Path) -> int | None:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def landing(path: Path, root: Path) -> Path:
    """Where writing to a path of a site leads: to the file behind a link, if it is one.

    Raises `FileUnwritable` where that lies outside the site.
    """
    if not path.is_symlink():
        return path
    try:
        there = path.resolve()
    except (OSError, RuntimeError) as error:
        raise FileUnwritable(path, "is a link to itself") from error
    if not there.is_relative_to(root.resolve()):
        raise FileUnwritable(path, "is a link out of the site")
    return there


def remove(path: Path) -> None:
    """Removes a file where there is one; raises `FileUnwritable`."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FileUnwritable(path, error.strerror or str(error)) from error


def is_there(path: Path) -> bool:
    """Whether anything stands in a place, be it no file, or nothing that can be read."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def read_text(path: Path) -> str | None:
    """The text of a file with its line ends as they stand; None where there is none, or none that is UTF-8 text.

    Raises `FileUnreadable` where something stands there that cannot be read.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return None
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    return None if "\0" in text else text


def not_text(path: Path) -> PageNotText | None:
    """What is wrong with a file that is no UTF-8 text; None for one that is. Raises `OSError`."""
    content = path.read_bytes()
    try:
        at = content.decode("utf-8").encode().find(b"\0")
    except UnicodeDecodeError as error:
        at = error.start
    return PageNotText(path, content.count(b"\n", 0, at) + 1) if at >= 0 else None
