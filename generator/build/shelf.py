"""The shelf of a site: every brief as it was made last, kept under the hash of all that it follows from.

`articles.sqlite` in the cache holds the briefs, one by one; what is known of all of them without opening any; and what
became of their pages. Losing any of it costs time and nothing else: what is damaged, foreign or old is made anew.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

import generator
from generator import pages
from generator.build.briefs import facts_path, history_path
from generator.build.holdings import Holding, Kept, digest, key_of
from generator.build.settled import Settled
from generator.config import Settings
from generator.kept.ground import contents, ground
from generator.kept.hashes import Hashes, Known
from generator.kept.stamps import Stamp, Stamps, coarse, stamps
from generator.kept.store import Store
from generator.language.fingerprint import fingerprint
from generator.model.brief import Brief
from generator.model.evidence import Evidence
from generator.model.page import Entry

NAME = "articles.sqlite"
INDEX = "index"
UNREADABLE = "unreadable"
"""Stands for the hash of corrections that are there and cannot be read."""
ROOMS = ("assemble", "build", "kept", "pages", "sources", "writers")
"""Of the package, what briefs and pages are made by; `fingerprint` knows the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What is known without opening a brief, by the path of its source or, of what became of pages, by its id.

    `hashes` are those of sources, corrections and histories; `sound` the stamps of histories that could be read.
    """

    holdings: dict[str, Holding] = field(default_factory=dict)
    hashes: Known = field(default_factory=dict)
    sound: dict[str, Stamp] = field(default_factory=dict)
    settled: dict[str, Settled] = field(default_factory=dict)


class Shelf:
    """The briefs of one site; `files` are the stamps of all that they and their pages are made from, taken first."""

    def __init__(self, settings: Settings, earlier: Shelf | None = None) -> None:
        self.settings = settings
        self.files = stamps(map(str, (settings.seeds, settings.facts, settings.docs, settings.state)))
        self.folders = _folders(settings.facts, self.files)
        self.rules = rules(settings)
        self.store = Store(settings.cache / NAME)
        self.before = self._index()
        self.now = Index(settled=dict(self.before.settled))
        self.hashes = Hashes(self.before.hashes, self.files)
        self.fresh: dict[str, Kept] = {}
        self.open: dict[str, Kept] = dict(earlier.open) if earlier and earlier.rules == self.rules else {}
        self.left_out: dict[str, frozenset[Evidence]] = {}
        self.remake: Callable[[str], Brief] | None = None

    def _index(self) -> Index:
        found = self.store.get(self.rules, (INDEX,))
        index = Index()
        with suppress(msgspec.MsgspecError, KeyError):
            index = msgspec.json.decode((found or {})[INDEX], type=Index)
        return Index(holdings=index.holdings) if coarse(self.files) else index

    def key(self, path: str, sha256: str, article: str) -> str:
        """The key of the brief of an article."""
        facts, history = facts_path(self.settings, article), history_path(self.settings, article)
        corrected = self.hashes.of(str(facts)) or UNREADABLE if str(facts) in self.files else ""
        if facts.name in self.folders:
            corrected = UNREADABLE
        return key_of(path, sha256, corrected, self.hashes.of(str(history)) if corrected else "")

    def held(self, path: Path) -> Holding | None:
        """What is known of the article in a file, where all that its brief follows from is as it was."""
        known = self.before.holdings.get(str(path))
        if known is None or known.sha256 != (source := self.hashes.of(str(path))):
            return None
        return known if known.key == self.key(str(path), source, known.id) else None

    def put(self, holding: Holding, brief: Brief | None = None) -> None:
        """Puts an article on the shelf."""
        self.now.holdings[holding.path] = holding
        if brief is not None:
            self.fresh[holding.id] = self.open[holding.id] = Kept(key=holding.key, brief=brief)

    def sound(self, article: str) -> bool:
        """Whether the history of an article is known to be readable."""
        path = str(history_path(self.settings, article))
        stamp = self.files.get(path)
        if stamp is None or self.before.sound.get(path) != stamp:
            return stamp is None
        self.now.sound[path] = stamp
        return True

    def read_well(self, article: str) -> None:
        """Notes that the history of an article could be read."""
        path = str(history_path(self.settings, article))
        if path in self.files:
            self.now.sound[path] = self.files[path]

    def fetch(self, holdings: Iterable[Holding]) -> None:
        """Opens briefs, all at once; what is not there as it should be is made again."""
        wanted = [one for one in holdings if not self._is_open(one)]
        found = self.store.get(self.rules, [name_of(one.id) for one in wanted]) or {} if wanted else {}
        for one in wanted:
            kept = None
            with suppress(msgspec.MsgspecError, KeyError):
                kept = msgspec.json.decode(found[name_of(one.id)], type=Kept)
            if (kept is None or kept.key != one.key) and self.remake is not None:
                kept = self.fresh[one.id] = Kept(key=one.key, brief=self.remake(one.path))
            if kept is not None:
                self.open[one.id] = kept

    def brief(self, holding: Holding) -> Brief:
        """The brief of an article."""
        self.fetch([holding])
        return self.open[holding.id].brief

    def entry(self, holding: Holding, slug: str, as_of: str | None) -> Entry:
        """The brief of an article with a page, as far as its source may be shown."""
        entry = Entry(slug=slug, brief=self.brief(holding))
        if holding.id not in self.left_out:
            self.left_out[holding.id] = pages.left_out(entry, self.settings.quota, as_of)
        return replace(entry, left_out=self.left_out[holding.id])

    def _is_open(self, holding: Holding) -> bool:
        kept = self.open.get(holding.id)
        return kept is not None and kept.key == holding.key

    def save(self, paths: Iterable[Path]) -> None:
        """Keeps what is on the shelf; of `paths` that could not be read now, what was known before."""
        for path in map(str, paths):
            if path in self.before.holdings:
                self.now.holdings.setdefault(path, self.before.holdings[path])
        self.write(self.now.settled)

    def write(self, settled: Mapping[str, Settled]) -> None:
        """Keeps what is on the shelf, with what became of pages."""
        index = Index(holdings=self.now.holdings, hashes=self.hashes.asked, sound=self.now.sound, settled=dict(settled))
        if index == self.before and not self.fresh:
            return
        ids = {one.id for one in index.holdings.values()}
        gone = [name_of(one.id) for one in self.before.holdings.values() if one.id not in ids]
        values = {name_of(name): msgspec.json.encode(kept) for name, kept in self.fresh.items()}
        values[INDEX] = msgspec.json.encode(index)
        with suppress(OSError, sqlite3.Error):
            if self.before.holdings:
                self.store.update(self.rules, values, gone)
            else:
                self.store.replace(self.rules, values.items())
            self.before, self.fresh = index, {}


def _folders(place: Path, files: Stamps) -> frozenset[str]:
    """The names of what is in a folder and is no file."""
    with suppress(OSError):
        return frozenset(one.name for one in os.scandir(place) if one.path not in files)
    return frozenset()


def name_of(article: str) -> str:
    """The name under which a brief is kept."""
    return f"brief:{article}"


def rules(settings: Settings) -> str:
    """The hash of what all briefs of a site follow from beside their own files: code, pipeline, settings."""
    package = Path(generator.__file__).parent
    code = contents([*(package / room for room in ROOMS)])
    return digest((ground(), code, fingerprint(settings.pipeline), settings.publish_source, str(settings.root)))
