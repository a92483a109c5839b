"""What a regeneration does to each page under docs/.

`.briefs/pages/` keeps every page as it was last generated: the base against which a writer's edits are seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.model.page import Page
from generator.writers.files import read_text, write_whole

Outcome = Literal["new", "updated", "kept", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One page whose text is to change: `text` goes to docs/, `base` to .briefs/pages/; None removes the file.

    "kept" is a page that a writer edited: it stays as it is.
    """

    path: str
    outcome: Outcome
    text: str | None
    base: str | None


def changes(fresh: Iterable[Page], *, docs: Path, state: Path) -> tuple[Change, ...]:
    """What differs between the pages as they stand and as they would be generated, by path; unchanged ones are left out."""
    found: list[Change] = []
    expected: set[str] = set()
    for page in sorted(fresh, key=lambda page: page.path):
        expected.add(page.path)
        current, base = read_text(docs / page.path), read_text(state / "pages" / page.path)
        if current == page.text == base:
            continue
        if current is None and base is None:
            found.append(Change(path=page.path, outcome="new", text=page.text, base=page.text))
        elif current in {base, page.text}:
            found.append(Change(path=page.path, outcome="updated", text=page.text, base=page.text))
        elif base != page.text:
            found.append(Change(path=page.path, outcome="kept", text=current, base=base))
    return (*found, *_withdrawn(expected, docs, state))


def _withdrawn(expected: set[str], docs: Path, state: Path) -> Iterable[Change]:
    """Pages that were generated once and no longer are; a page that a writer edited stays."""
    room = state / "pages"
    for path in sorted(room.rglob("*.md")) if room.is_dir() else ():
        name = path.relative_to(room).as_posix()
        if name in expected:
            continue
        current, base = read_text(docs / name), read_text(path)
        if current is None or current == base:
            yield Change(path=name, outcome="withdrawn", text=None, base=None)
        else:
            yield Change(path=name, outcome="kept", text=current, base=base)


def apply(found: Iterable[Change], *, docs: Path, state: Path) -> None:
    """Writes the changes: each page whole, then its base."""
    for change in found:
        for place, text in ((docs / change.path, change.text), (state / "pages" / change.path, change.base)):
            if text is None:
                place.unlink(missing_ok=True)
            elif read_text(place) != text:
                write_whole(place, text)
