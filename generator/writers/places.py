"""Where the pages of articles stand: where they were put, or where a writer moved them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import FileUnreadable
from generator.writers.files import is_there, read_text
from generator.writers.ledger import Ledger, Line, Moving, is_place, read_ledger
from generator.writers.likeness import likeliest
from generator.writers.naming import STORY, identity_of, is_own


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a page is made from: an article or a story, its slug where nobody moved it, and the hash of its source."""

    id: str
    slug: str
    sha256: str = ""

    @property
    def path(self) -> str:
        """Where its page is put at first."""
        return f"stories/{self.slug}.md" if self.id.startswith(STORY) else f"briefs/{self.slug}.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where pages stand: `ledger` with what was found, and of articles under a new name the old one.

    `here` are the lines of the ledger that are no former ones, by the id of the article.
    """

    ledger: Ledger
    here: Mapping[str, Line]
    renamed: Mapping[str, Line]

    def slug(self, origin: Origin) -> str:
        """The slug under which a page stands now: its path in its folder, without the suffix."""
        line = self.here.get(origin.id)
        path = line.path if line else origin.path
        folder, _, rest = path.partition("/")
        inside = origin.path.startswith(f"{folder}/")
        return (rest if inside else f"../{path}").removesuffix(".md")

    def deleted(self, origin: Origin) -> bool:
        """Whether a writer deleted the page."""
        line = self.here.get(origin.id)
        return line is not None and line.state == "deleted"


def find_places(origins: Iterable[Origin], *, known: Iterable[str], docs: Path, state: Path) -> Places:
    """Finds the page of each origin; `known` are the ids of all sources, also of those without a page.

    Raises `StateDamaged` where the ledger cannot be read.
    """
    ledger = read_ledger(state)
    here, known = ledger.places(), frozenset(known)
    missing = {line.id: line for line in here.values() if line.state == "current" and not is_there(docs / line.path)}
    elsewhere = _elsewhere(missing, ledger, docs, state) if missing else {}
    untouched = any(is_there(docs / line.path) for line in ledger.lines)
    gone = {line.sha256: line for line in here.values() if line.sha256 and line.id not in known}
    renamed: dict[str, Line] = {}
    moving = Moving(ledger)
    for origin in origins:
        line = moving.here.get(origin.id)
        old = gone.get(origin.sha256)
        if line is None and old is not None:
            renamed[origin.id] = old
        if line is None:
            moving.move(Line(id=origin.id, path=origin.path, state="current", sha256=origin.sha256))
        elif origin.id in elsewhere and origin.id in missing:
            moving.move(Line(id=origin.id, path=elsewhere[origin.id], state="current", sha256=origin.sha256))
        elif origin.id in missing and untouched and is_there(state / "pages" / line.path):
            moving.move(Line(id=origin.id, path=line.path, state="deleted", sha256=origin.sha256))
        elif is_there(docs / line.path) or line.state == "withdrawn":
            moving.move(Line(id=origin.id, path=line.path, state="current", sha256=origin.sha256))
    return Places(ledger=moving.ledger(), here=moving.here, renamed=renamed)


def _elsewhere(missing: Mapping[str, Line], ledger: Ledger, docs: Path, state: Path) -> dict[str, str]:
    """The pages under docs/ that say from which article or story they are, or that read like one that is missing."""
    found: dict[str, str] = {}
    unnamed: dict[str, str] = {}
    known = {line.path for line in ledger.lines if line.state != "former"}
    for path in sorted(docs.rglob("*.md")):
        place, text = path.relative_to(docs).as_posix(), _readable(path)
        if text is None or not is_place(place):
            continue
        identity = identity_of(text)
        if identity:
            found.setdefault(identity, place)
        elif place not in known and not is_own(text):
            unnamed[place] = text
    bases = {
        name: base
        for name, line in missing.items()
        if name not in found and (base := _readable(state / "pages" / line.path)) is not None
    }
    return found | likeliest(bases, unnamed)


def _readable(path: Path) -> str | None:
    try:
        return read_text(path)
    except FileUnreadable:
        return None
