"""The ledger of pages, `.briefs/slugs.tsv`: where the page of each article stands, and stood before.

One line a page, sorted, so that git merges it line by line: article, path under docs/, state, hash of the source. A
story goes by `story:` and its slug. Redirects are made from the lines that are not `current`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Literal, cast, get_args

from generator.errors import StateDamaged
from generator.writers.files import read_text
from generator.writers.lines import rows
from generator.writers.naming import identity_of

PageState = Literal["current", "former", "deleted", "withdrawn"]
NAME = "slugs.tsv"
FIELDS = 4
ODD = re.compile("[\x00-\x1f\x7f\\\\\ud800-\udfff]")
"""What no path of a ledger holds: control characters, the backslash of Windows, bytes that are no UTF-8 (PEP 383)."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Line:
    """One page of one article: where it stands (`current`), stood (`former`), was deleted by a writer or withdrawn."""

    id: str
    path: str
    state: PageState
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All lines, one for each article and path."""

    lines: tuple[Line, ...] = ()

    def text(self) -> str:
        """The ledger as its file holds it."""
        return "".join(f"{line.id}\t{line.path}\t{line.state}\t{line.sha256}\n" for line in sorted(self.lines))

    def places(self) -> dict[str, Line]:
        """The line of every article's page, former places aside, by the article's id."""
        return {line.id: line for line in reversed(self.lines) if line.state != "former"}

    def moved(self, line: Line) -> Ledger:
        """The ledger with a page in a new place or state; the old place stays as a former one."""
        moving = Moving(self)
        moving.move(line)
        return moving.ledger()

    def redirects(self) -> dict[str, str]:
        """Paths where pages stood, to where they stand now; a page that is gone leads to the list of briefs."""
        here = self.places()
        found = {}
        for line in self.lines:
            target = here.get(line.id)
            if line.state == "current" or target is None:
                continue
            found[line.path] = target.path if target.state == "current" else f"{target.path.split('/', 1)[0]}/index.md"
        return found


class Moving:
    """A ledger while pages find their places: `here` are the lines that are no former ones, by article."""

    def __init__(self, ledger: Ledger) -> None:
        self.paths = {line.path: line for line in ledger.lines}
        self.here = ledger.places()

    def move(self, line: Line) -> None:
        """Puts a page in a place or state; its old place stays as a former one, what stood in the new one goes."""
        old = self.here.get(line.id)
        if old is not None:
            self.paths[old.path] = replace(old, state="former", sha256="")
        gone = self.paths.get(line.path)
        if gone is not None and self.here.get(gone.id) is gone:
            del self.here[gone.id]
        self.paths[line.path] = self.here[line.id] = line

    def ledger(self) -> Ledger:
        """The ledger as it is now."""
        return Ledger(lines=tuple(sorted(self.paths.values())))


def read_ledger(state: Path) -> Ledger:
    """The ledger of a site; where there is none, made from what the pages say that were generated last.

    Raises `StateDamaged` at the first line that is none of a ledger.
    """
    path = state / NAME
    text = read_text(path)
    if text is None:
        return _rebuilt(state / "pages")
    lines = []
    for number, row in enumerate(rows(text), start=1):
        fields = row.split("\t")
        if len(fields) != FIELDS or fields[2] not in get_args(PageState):
            raise StateDamaged(path, "is no line of a ledger of pages", line=number)
        if not is_place(fields[1]):
            raise StateDamaged(path, f"'{fields[1]}' is no page below docs/", line=number)
        lines.append(Line(id=fields[0], path=fields[1], state=cast("PageState", fields[2]), sha256=fields[3]))
    return Ledger(lines=_single(lines))


def is_place(path: str) -> bool:
    """Whether a path can stand in a ledger: that of a page below docs/, on one line of UTF-8."""
    pure = PurePosixPath(path)
    plain = pure.as_posix() == path and path.endswith(".md") and not ODD.search(path)
    return plain and ".." not in pure.parts and not pure.anchor and not PureWindowsPath(path).anchor


def _rebuilt(room: Path) -> Ledger:
    pages = [(path.relative_to(room).as_posix(), read_text(path) or "") for path in sorted(room.rglob("*.md"))]
    found = [(identity_of(text), place) for place, text in pages if is_place(place)]
    lines = (Line(id=name, path=place, state="current") for name, place in found if name)
    return Ledger(lines=_single(lines))


def _single(lines: Iterable[Line]) -> tuple[Line, ...]:
    """One line for a path and one place for an article, where two branches of a site each gave one."""
    kept: dict[str, Line] = {}
    placed: set[str] = set()
    for line in sorted(lines, key=lambda line: (line.state != "current", line)):
        if line.path in kept or (line.state != "former" and line.id in placed):
            continue
        if line.state != "former":
            placed.add(line.id)
        kept[line.path] = line
    return tuple(sorted(kept.values()))
