"""A fault of a built site, and the folder in which it is looked for."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.model.diagnostic import Diagnostic, Severity

Fault = tuple[str, Diagnostic]
"""A path relative to the site's folder, and what is wrong there."""
INDEX = "index.html"


def fault(path: str, code: str, message: str, *, line: int = 1, severity: Severity = "error") -> Fault:
    """A fault; `message` says what, and what to do."""
    return path, Diagnostic(severity=severity, code=code, message=message, line=line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A built site: its folder, its full address or "", and the paths of its files with forward slashes."""

    folder: Path
    url: str
    files: frozenset[str]

    @classmethod
    def of(cls, folder: Path, url: str) -> Built:
        """The site in a folder."""
        files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        return cls(folder=folder, url=f"{url.rstrip('/')}/" if url else "", files=frozenset(files))

    @property
    def base(self) -> str:
        """The path under which the site stands at its host."""
        return urlsplit(self.url).path or "/"

    def target(self, link: str, here: str) -> str | None:
        """The file that a link from the file `here` leads to, there or not; None where it leads out of the site."""
        if self.url and link.startswith(self.url):
            link = self.base + link.removeprefix(self.url)
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        path = unquote(parts.path)
        if not path:
            return here
        if path.startswith("/"):
            if not f"{path}/".startswith(self.base):
                return path
            path = path.removeprefix(self.base)
            target = posixpath.normpath(path) if path else "."
        else:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
        if target in self.files:
            return target
        inside = posixpath.join(target, INDEX) if target != "." else INDEX
        return inside if inside in self.files or path.endswith("/") else target
