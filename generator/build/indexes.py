"""The pages over all briefs, of which only those are written that show something else than before."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

import msgspec

from generator import pages
from generator.build.drafts import templates
from generator.build.holdings import digest
from generator.build.library import Library
from generator.config import Settings
from generator.kept.store import Store
from generator.model.page import Page

NAME, ALL = "indexes.sqlite", "all"


class Texts:
    """The texts of pages by the hash of what they show, as they were kept and as they are to be kept."""

    def __init__(self, store: Store, rules: str) -> None:
        self.store, self.rules = store, rules
        self.before: dict[str, bytes] = {}
        self.now: dict[str, bytes] = {}
        found = store.get(rules, (ALL,))
        with suppress(msgspec.MsgspecError, KeyError):
            names = msgspec.json.decode((found or {})[ALL], type=list[str])
            self.before = store.get(rules, names) or {}

    def get(self, name: str) -> str | None:
        """A text that was kept."""
        text = self.before.get(name)
        return None if text is None else text.decode()

    def keep(self, name: str, text: str) -> None:
        """Keeps a text, or one that was asked for."""
        self.now[name] = text.encode()

    def write(self) -> None:
        """Keeps on disk what was asked for, and nothing else."""
        if self.now.keys() == self.before.keys():
            return
        fresh = {name: text for name, text in self.now.items() if name not in self.before}
        fresh[ALL] = msgspec.json.encode(sorted(self.now))
        with suppress(OSError, sqlite3.Error):
            if self.before:
                self.store.update(self.rules, fresh, self.before.keys() - self.now.keys())
            else:
                self.store.replace(self.rules, fresh.items())


def indexes(settings: Settings, built: Library) -> tuple[Page, ...]:
    """The pages over all briefs, which stand in no file."""
    pipeline = Path(settings.pipeline).name
    texts = Texts(Store(settings.cache / NAME), digest((built.shelf.rules, templates(settings))))
    made = pages.Renderer(settings.templates).index_pages(
        built.entries,
        built.stories,
        built.as_of,
        pipeline,
        keys={name: one.key for name, one in built.holdings.items()},
        filled=texts,
    )
    texts.write()
    return made
