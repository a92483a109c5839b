"""Which files are articles."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import GeneratorError, NoSources, SourceNameOdd, SourcesClash, SourceUnreadable
from generator.sources.slugs import slug

SUFFIXES = frozenset({".md", ".txt", ".html"})
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Controls, what else ends a line (Unicode Standard, 5.8), and what stands for a byte that is no UTF-8 (PEP 383)."""


def find(paths: Iterable[Path], *, recursive: bool = False) -> tuple[tuple[Path, ...], tuple[GeneratorError, ...]]:
    """The articles among files and folders, sorted by stem (code points), and what stands in the way of others.

    A folder gives the articles directly in it, with `recursive` those below it too; hidden files are left out. Of two
    files that would share a page the first in order stays, the other becomes a `SourcesClash`. A folder without any
    article gives `NoSources`, a file that is none gives `SourceUnreadable`, one whose name holds control characters or
    bytes that are not UTF-8 gives `SourceNameOdd`.
    """
    found: dict[str, Path] = {}
    errors: list[GeneratorError] = []
    for path in paths:
        if not path.is_dir():
            if path.suffix.lower() not in SUFFIXES:
                errors.append(_not_an_article(path))
            elif _ODD.search(path.name):
                errors.append(SourceNameOdd(_shown(path)))
            else:
                found.setdefault(str(path.absolute()), path)
            continue
        inside, wrong = False, len(errors)
        for item in _within(path, errors, recursive=recursive):
            inside = True
            if _ODD.search(item.name):
                errors.append(SourceNameOdd(_shown(item)))
            else:
                found.setdefault(str(item.absolute()), item)
        if not inside and len(errors) == wrong:
            errors.append(NoSources(path))
    kept: dict[str, Path] = {}
    for path in sorted(found.values(), key=lambda path: (path.stem, str(path))):
        name = slug(path.stem)
        if name in kept:
            errors.append(SourcesClash(kept[name], path, name))
        else:
            kept[name] = path
    return tuple(kept.values()), tuple(errors)


def _within(folder: Path, errors: list[GeneratorError], *, recursive: bool) -> Iterator[Path]:
    def note(error: OSError) -> None:
        errors.append(
            SourceUnreadable(Path(error.filename or folder), "the folder cannot be opened", "check its permissions")
        )

    for place, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith(".")) if recursive else []
        for name in names:
            path = Path(place, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith("."):
                yield path


def _shown(path: Path) -> str:
    """A path on one line, with what cannot be shown as the hexadecimal value of its byte, or of its code point."""
    return _ODD.sub(lambda odd: _spelled(ord(odd[0])), str(path))


def _spelled(code: int) -> str:
    return f"\\u{code:04x}" if chr(code) in "\u2028\u2029" else f"\\x{code & 0xFF:02x}"


def _not_an_article(path: Path) -> SourceUnreadable:
    if not path.exists() and not path.is_symlink():
        return SourceUnreadable(path, "there is no such file", "check the spelling of its path")
    return SourceUnreadable(path, "is not an article", "give it as .md, .txt or .html")
