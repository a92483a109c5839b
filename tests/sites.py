"""Sites for tests: a copy of the example site, built by the command as its users run it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

BRIEFS = Path(sys.executable).with_name("briefs")


def example(folder: Path) -> Path:
    """A copy of the project's own site, without what is built."""
    for name in ("seeds", "docs", "templates", ".briefs", "facts"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def run(folder: Path, *arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """The command `briefs` in a site's folder."""
    settings = {**os.environ, **(environment or {})}
    return subprocess.run(
        [str(BRIEFS), *arguments], cwd=folder, capture_output=True, text=True, check=False, env=settings, timeout=300
    )


def build(folder: Path, **environment: str) -> str:
    """Builds a site; gives what was said on stderr."""
    done = run(folder, "build", environment=environment)
    assert done.returncode == 0, done.stderr
    return done.stderr


def hashes(folder: Path) -> dict[str, str]:
    """The hash of every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
