"""What findings depend on besides the article, as one hash: pipeline, rules, word lists, records, versions."""

from __future__ import annotations

import hashlib
import importlib.metadata
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator import __version__
from generator.config import BUNDLED
from generator.errors import PipelineMissing

_ROOMS = ("language", "model")
_WEIGHTS = "weights.xz"
_WHOLE, _PIECE = 32_000_000, 1_000_000
"""Bytes: up to the first a file is hashed whole; of a larger one (word vectors) the piece at either end."""


@cache
def fingerprint(pipeline: str) -> str:
    """The hash that changes with any rule, word list or weight; raises `PipelineMissing`.

    Some 200 small files are read, which takes milliseconds, once in a process, whose rules stay what they were when it
    began. The bundled weights are known by the hash in their card, which loading compares. Equal installations give
    equal hashes on every machine.
    """
    digest = hashlib.sha256()
    for part in _parts(pipeline):
        digest.update(part)
    return digest.hexdigest()


def _parts(pipeline: str) -> Iterator[bytes]:
    python = ".".join(map(str, sys.version_info[:2]))
    yield f"{__version__}\n{importlib.metadata.version('spacy')}\n{python}\n".encode()
    package = Path(__file__).parent.parent
    for room in _ROOMS:
        yield from _contents(package / room)
    # A folder is known by its files alone, wherever it lies.
    if Path(pipeline).is_dir():
        yield from _contents(Path(pipeline))
    else:
        yield _installed(pipeline).encode()


def _contents(folder: Path) -> Iterator[bytes]:
    names = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if "__pycache__" not in path.parts}
    for name, path in sorted(names.items()):
        if path.is_file() and path.name != _WEIGHTS:
            size = path.stat().st_size
            yield f"{name}\n{size}\n".encode()
            if size <= _WHOLE:
                yield path.read_bytes()
            else:
                yield from _ends(path)


def _ends(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield file.read(_PIECE)
        file.seek(-_PIECE, 2)
        yield file.read(_PIECE)


def _installed(pipeline: str) -> str:
    if pipeline == BUNDLED:
        return BUNDLED
    try:
        return f"{pipeline} {importlib.metadata.version(pipeline)}"
    except importlib.metadata.PackageNotFoundError as error:
        raise PipelineMissing(pipeline) from error
