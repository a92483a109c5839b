"""The preview: an edit shows at once on its own page; where it concerns more than that page, the rest follows behind.

MkDocs' own server shows the site and reloads browsers; this gives it a quicker watch, and a builder that makes a page
anew with the objects of the last full build. That builder is exact where writers changed nothing but the text of pages
that were there. Where a source or a correction changed, its page is generated and shown, and then what else a
regeneration tells anew. Everything else is built in full, into a new folder, which takes the place of the old one when
it is whole. So the site never stands half built, and pages can be read meanwhile.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer as Watcher

from generator.config import Settings
from generator.errors import GeneratorError, PageNotText, PromiseBroken
from generator.kept.ground import hashed
from generator.site.following import Told, follow
from generator.site.observing import Observer
from generator.site.page_texts import read_as_text
from generator.site.renewable import renewable
from generator.writers import only_shown

CHANGES = frozenset({"created", "modified", "moved", "deleted"})
"""What happens to a file; a watch also tells of mere reading."""
DELAY = 0.02
"""Seconds without another change after which a build begins: an editor writes a file in several strokes."""
log = logging.getLogger("mkdocs.briefs")


class Plugin(Protocol):
    """What a preview asks of our plugin: what its last full build saw, and what the regeneration had to say."""

    @property
    def observed(self) -> tuple[MkDocsConfig, Observer] | None:
        """What the last full build saw."""

    @property
    def planned(self) -> Any:
        """The last regeneration."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Regenerates."""

    def generate(self, config: MkDocsConfig) -> frozenset[str]:
        """Regenerates pages alone; gives the paths of those that are others now."""

    def settings_of(self, config: MkDocsConfig) -> Settings:
        """The settings in a configuration."""


class Preview:
    """A running preview: which files were touched, and the texts of the pages as they are shown."""

    def __init__(
        self,
        server: LiveReloadServer,
        builder: Callable[[MkDocsConfig], None],
        load: Callable[[str], MkDocsConfig],
        plugin: Plugin,
    ) -> None:
        self.server, self.builder, self.load, self.plugin = server, builder, load, plugin
        self.touched: set[str] = set()
        self.turn = threading.Lock()
        self.texts: dict[str, str] = {}
        self.waiting: frozenset[str] = frozenset()
        self.behind = False
        self.causes: set[str] = set()
        self.told: Told | None = None
        self.retitled = False

    def start(self) -> None:
        """Takes the place of the server's watch and of its builder."""
        watched = list(self.server._watched_paths)  # noqa: SLF001  (MkDocs gives it no other way)
        self.server._watched_paths.clear()  # noqa: SLF001  (likewise)
        self.server._watch_refs.clear()  # noqa: SLF001
        self.server.observer = Watcher()  # type: ignore[assignment]  # any watch does
        self.server.build_delay = DELAY
        self.server.watch = self.watch  # type: ignore[method-assign]
        self.server.builder = self.rebuild
        for path in watched:
            self.watch(path)
        self.remember(self.read())

    def read(self) -> dict[str, str]:
        """The hashes of all texts under docs/."""
        docs = Path(self.last()[0].docs_dir)
        return {str(path): hashed(str(path)) for path in docs.rglob("*.md")}

    def remember(self, texts: dict[str, str]) -> None:
        """Remembers the pages of a full build; `texts` are what was there before it read them."""
        config, observer = self.last()
        pages = [file for file in observer.files if file.is_documentation_page() and file.page]
        self.texts = {path: texts.get(path, "") for file in pages if (path := file.abs_src_path)}
        said = (
            {change.path for change in self.plugin.planned.changes if change.remark} if self.plugin.planned else set()
        )
        self.waiting = frozenset(said if renewable(config) else {file.src_uri for file in pages})
        self.told = Told.by(self.plugin) if renewable(config) else None

    def last(self) -> tuple[MkDocsConfig, Observer]:
        """The configuration of the last full build, and what it asked and made."""
        if self.plugin.observed is None:
            raise PromiseBroken("mkdocs.yml", "a preview before any build")
        return self.plugin.observed

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:  # noqa: ARG002
        """Follows the changes of a file, or of all files in a folder."""
        place = Path(path).absolute()
        watched, refs = self.server._watched_paths, self.server._watch_refs  # noqa: SLF001  (likewise)
        watched[str(place)] = watched.get(str(place), 0) + 1
        if str(place) not in refs:
            handler = FileSystemEventHandler()
            handler.on_any_event = self.notice  # type: ignore[method-assign]
            # A file that an editor replaces is another one, so its folder is watched.
            folder = place if place.is_dir() else place.parent
            refs[str(place)] = self.server.observer.schedule(
                handler, str(folder), recursive=recursive and folder == place
            )

    def notice(self, event: FileSystemEvent) -> None:
        """Notes a change of what the site is made from, and wakes the builder.

        Other files may stand beside mkdocs.yml: to wake for a log that is written there would be to wake for oneself.
        """
        if event.is_directory or event.event_type not in CHANGES:
            return
        touched = {path for path in map(str, (event.src_path, event.dest_path)) if path and self._concerns(path)}
        if not touched:
            return
        with self.turn:
            self.touched |= touched
        with self.server._rebuild_cond:  # noqa: SLF001  (likewise)
            self.server._want_rebuild = True  # noqa: SLF001
            self.server._rebuild_cond.notify_all()  # noqa: SLF001

    def rebuild(self) -> None:
        """Shows what changed: the pages at once, where that is possible, and the rest behind.

        A page that is no text is named; what is shown stays, and what changed is taken up with the next change.
        """
        with self.turn:
            touched, self.touched = self.touched, set()
        causes = set(self.causes)
        try:
            with read_as_text(Path(self.last()[0].docs_dir)):
                self._make(touched)
        except PageNotText as fault:
            log.error(fault.line())  # noqa: TRY400  (one line is what a writer needs)
            self.causes |= causes
            with self.turn:
                self.touched |= touched

    def _make(self, touched: set[str]) -> None:
        others = touched - self.texts.keys()
        written = self.plugin.generate(self.last()[0]) if any(map(self._source, others)) else frozenset()
        pages = (touched | written) & self.texts.keys()
        edited = {path for path in pages if hashed(path) not in ("", self.texts[path])}
        exact = self._show(edited)
        gone = {path for path in touched & self.texts.keys() if not Path(path).is_file()}
        self.causes |= others | gone | (set() if exact else edited)
        if self.causes:
            if edited and not self.behind:
                self.behind = True
                with self.server._rebuild_cond:  # noqa: SLF001
                    self.server._want_rebuild = True  # noqa: SLF001
                return
            if not self._follow():
                self._all()

    def _source(self, path: str) -> bool:
        """Whether a file is a source, or corrects facts."""
        chosen = self.plugin.settings_of(self.last()[0])
        return any(Path(path).is_relative_to(folder) for folder in (chosen.seeds, chosen.facts))

    def _follow(self) -> bool:
        """Makes in its place what a regeneration tells anew; whether that is all that has to be made."""
        config, observer = self.last()
        pages = self.causes & self.texts.keys()
        if self.told is None or not all(map(self._source, self.causes - pages)) or not self._stand(pages):
            return False
        edited = {file.src_uri for file in observer.files if file.abs_src_path in pages}
        told, self.told = self.told, None
        self.told = follow(self.plugin, config, observer, told, edited)
        if self.told is None:
            return False
        self.behind, self.causes = False, set()
        self.texts |= {path: hashed(path) for path in pages}
        self.waiting = frozenset(change.path for change in self.plugin.planned.changes if change.remark)
        return True

    def _stand(self, pages: set[str]) -> bool:
        """Whether pages are still there, under the titles that others show."""
        return not self.retitled and all(Path(path).is_file() for path in pages)

    def _concerns(self, path: str) -> bool:
        """Whether a file is one that a site is made from; beside mkdocs.yml others may stand."""
        config, _observer = self.last()
        mine = config.config_file_path
        inside = any(Path(path).is_relative_to(folder) for folder in self.server._watched_paths if folder != mine)  # noqa: SLF001
        return path == mine or (inside and not Path(path).name.startswith("."))

    def _show(self, edited: set[str]) -> bool:
        """Makes pages anew; whether the site is then as a full build would make it."""
        config, observer = self.last()
        files = {file.abs_src_path: file for file in observer.files if file.abs_src_path in edited}
        exact = self._alone(config, {file.src_uri for file in files.values()})
        for path, file in files.items():
            page = file.page
            if page is None or observer.environment is None:
                return False
            title = page.title
            _populate_page(page, config, observer.files)
            if title != page.title and page in observer.navigation.pages:
                exact, self.retitled = False, True
            excluded = file.inclusion.is_excluded()  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
            _build_page(page, config, [], observer.navigation, observer.environment, excluded=excluded)
            self.texts[path] = hashed(path)
        level = config.validation.links.anchors
        for other in (file.page for file in observer.files if file.page):
            if edited & {file.abs_src_path for file in (other.file, *(other.links_to_anchors or {}))}:
                other.validate_anchor_links(files=observer.files, log_level=level)
        return exact

    def _alone(self, config: MkDocsConfig, paths: set[str]) -> bool:
        chosen = self.plugin.settings_of(config)
        try:
            return only_shown(chosen.docs, chosen.state, edited=paths, others=(), waiting=self.waiting)
        except GeneratorError:
            return False

    def close(self) -> None:
        """Leaves nothing behind."""
        shutil.rmtree(self.server.root, ignore_errors=True)

    def _all(self) -> None:
        """Builds everything in a new folder, which then is the one that is shown; until then the old one is."""
        self.behind, self.retitled, self.causes = False, False, set()
        with self.server._epoch_cond:  # noqa: SLF001  (likewise)
            wanted, self.server._wanted_epoch = self.server._wanted_epoch, self.server._visible_epoch  # noqa: SLF001
            self.server._epoch_cond.notify_all()  # noqa: SLF001
        fresh, texts = tempfile.mkdtemp(prefix="briefs_"), self.read()
        try:
            self.builder(self.load(fresh))
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        old, self.server.root = self.server.root, fresh
        shutil.rmtree(old, ignore_errors=True)
        self.server._wanted_epoch = wanted  # noqa: SLF001
        self.remember(texts)
