"""A site in a folder whose generated pages are given, not made: for tests of what becomes of writers' pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.model.article import Status
from generator.model.page import Page
from generator.writers import Change, Origin, apply, changes, find_places, finish, take_up
from generator.writers.applying import digest

TEXT = """---
title: "Strait"
article: "{name}"
---

# Strait

Norland asks. Sudria waits. Ships sail on.

## Demands

- Open the strait. {{#d-aaaaaaa2}}
- Leave the islands. {{#d-aaaaaaa3}}
"""
ONE = TEXT.format(name="one")
NEW = ONE.replace("Sudria waits.", "Sudria waits for May.")
PATH = "briefs/one.md"


@dataclass
class Site:
    """A site in a folder: `texts` are the generated pages by article, `sources` the hashes of articles."""

    root: Path
    texts: dict[str, str] = field(default_factory=lambda: {"one": ONE})
    withheld: dict[str, Status] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def state(self) -> Path:
        return self.root / ".briefs"

    def plan(self) -> tuple[Change, ...]:
        origins = [Origin(id=name, slug=name, sha256=digest(text) or "") for name, text in self.texts.items()]
        known = {*self.texts, *self.withheld, *self.unread}
        places = find_places(origins, known=known, docs=self.docs, state=self.state)
        there = [origin for origin in origins if not places.deleted(origin)]
        silent = self.unread | {origin.id for origin in origins if places.deleted(origin)}
        pages = [Page(path=f"briefs/{places.slug(origin)}.md", text=self.texts[origin.id]) for origin in there]
        return changes(pages, places, withheld=self.withheld, silent=silent, docs=self.docs, state=self.state)

    def regenerate(self) -> dict[str, str]:
        cache = self.root / ".cache"
        take_up(root=self.root, docs=self.docs, cache=cache)
        found = self.plan()
        assert apply(found, root=self.root, cache=cache) == ()
        finish(cache=cache)
        return {change.path: change.outcome for change in found if change.path}

    def read(self, path: str = PATH) -> str:
        return (self.docs / path).read_text()

    def edit(self, old: str, new: str, path: str = PATH) -> None:
        text = self.read(path)
        assert old in text
        (self.docs / path).write_text(text.replace(old, new))
