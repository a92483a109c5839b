"""What all results rest on beside the files of a site: Python, what is installed, where and when it runs."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import generator
from generator import __version__


def ground() -> str:
    """The hash of Python, what is installed, the folder in which a command runs, and the clock where one is given."""
    installed = sorted(name for folder in sys.path if folder for name in _installed(folder))
    what = [__version__, sys.version, str(Path.cwd()), os.environ.get("SOURCE_DATE_EPOCH", ""), *installed]
    return hashlib.sha256("\n".join(what).encode("utf-8", "surrogateescape")).hexdigest()


def places(pipeline: str | None) -> tuple[Path, ...]:
    """The folders of our code, of our templates in a source checkout, and of a pipeline that a user names."""
    code = Path(generator.__file__).parent
    found = [code, code.parent / "templates"]
    if pipeline is not None:
        spec = importlib.util.find_spec(pipeline) if "/" not in pipeline else None
        found.append(Path(spec.origin).parent if spec and spec.origin else Path(pipeline))
    return tuple(found)


def today() -> str:
    """The day by the clock, as it stands in a record of a site that depends on it."""
    return time.strftime("%Y-%m-%d", time.gmtime())


def hashed(path: str) -> str:
    """The hash of a file's content; empty where it cannot be read."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""


def contents(folders: Iterable[Path]) -> str:
    """The hash of all files in folders, by their names in them."""
    digest = hashlib.sha256()
    for folder in folders:
        names = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        for name, path in sorted(names.items()):
            if "__pycache__" not in path.parts:
                digest.update(f"{name}\n{path.stat().st_size}\n".encode("utf-8", "surrogateescape"))
                digest.update(path.read_bytes())
        digest.update(b"\n\n")
    return digest.hexdigest()


def _installed(folder: str) -> list[str]:
    try:
        return [path.name for path in Path(folder).glob("*.*-info")]
    except OSError:
        return []
