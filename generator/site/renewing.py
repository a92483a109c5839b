"""Renewing pages of a built site one by one, where all else would come out as it stands.

Pages are read and written by MkDocs' own functions, as in a full build. A page has to be made again where its text is
another, where a file that its links asked for came or went, and where a regeneration tells something else of it. What
stands on other pages of a page is its title, and that only where the page is in the navigation. In all doubt nothing is
renewed, and the site is built in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from generator.kept.store import Store
from generator.site.keeping import (
    LISTING,
    Known,
    Listing,
    Part,
    askers_name,
    digest,
    is_made,
    known_of,
    links_between,
    listing,
    named,
    page_name,
    part_name,
    wanted_name,
)
from generator.site.observing import OBSERVER, Kept, Observer, listening_alone, ordering, quiet
from generator.site.record import Said
from generator.site.scene import Edits, Scene, add_made

SITEMAP = "sitemap.xml"
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What was renewed: values for the store, the names of those that are gone, and all lines that a build says."""

    values: Mapping[str, bytes]
    gone: tuple[str, ...]
    said: tuple[Said, ...]


class Renewer:
    """Renews single pages of a site after the build of which `store` keeps what is known of them."""

    def __init__(self, config: MkDocsConfig, plugin: Any, store: Store, build: str) -> None:
        self.config, self.plugin, self.store, self.build = config, plugin, store, build
        self.observer = Observer()
        self.kept: dict[str, bytes] = {}
        self.known: Known | None = None
        self.parts: dict[str, bytes] = {}
        self.hashes: dict[str, str] = {}
        self.config.plugins[OBSERVER] = self.observer
        self.config = self.config.plugins.on_config(self.config)

    def regenerate(self) -> bool:
        """Has the pages generated, so that all is renewed that follows; whether that went well."""
        with listening_alone(self.observer.listener):
            try:
                self.config.plugins.on_pre_build(config=self.config)
            except PluginError:
                return False
        self.known = known_of(self.plugin)
        return self.known is not None

    def renew(self, edits: Edits, said: Iterable[Said]) -> Renewal | None:
        """Renews what has to be; None where that cannot be told, and then nothing is written.

        `said` is what the last build said.
        """
        self.observer.listener.stage = "build"
        scene = self._scene(edits)
        if scene is None or not self._load(scene):
            return None
        with listening_alone(self.observer.listener):
            if not self._read(scene):
                return None
            values, rechecked = self._values(scene), self._recheck(scene)
            if values is None or rechecked is None:
                return None
            self._write(scene, edits)
            self.config.plugins.on_post_build(config=self.config)
        old = [
            line
            for line in said
            if line[1] not in scene.changed | scene.went
            and not (line[0] == "anchor" and line[1] in rechecked)
            and not (line[0] == "seeds" and self.known)
        ]
        lines = sorted([*old, *self.observer.listener.said], key=ordering(scene.files))
        gone = tuple(name for path in sorted(scene.went) for name in (page_name(path), part_name(path)))
        return Renewal(values=values, gone=gone, said=tuple(lines))

    def _value(self, name: str, kind: type[Value]) -> Value | None:
        """One of the values that were loaded."""
        return msgspec.json.decode(self.kept[name], type=kind) if name in self.kept else None

    def _fetch(self, names: Iterable[str]) -> bool:
        """Loads values by name; whether the store is whole."""
        found = self.store.get(self.build, [name for name in names if name not in self.kept])
        self.kept |= found or {}
        return found is not None

    def _scene(self, edits: Edits) -> Scene | None:
        config = self.config
        if not self._fetch([LISTING]) or (before := self._value(LISTING, Listing)) is None:
            return None
        environment = config.theme.get_env()
        with quiet():
            files = get_files(config)
            files.add_files_from_theme(environment, config)
            if not add_made(files, before, self.known, self.plugin, config):
                return None
            set_exclusions(files, config)
            listed = [file for name in named(config.nav) if (file := files.get_file_from_path(name))]
            navigation = get_navigation(Files(listed), config)
        self.observer.on_files(files, config=config)
        pages = {file.src_uri: file for file in files.documentation_pages()}
        scene = Scene(
            before=before,
            files=files,
            pages=pages,
            environment=environment,
            navigation=navigation,
            changed=frozenset(),
            made={file.src_uri: digest(file.content_bytes) for file in files if is_made(file)} if self.known else {},
        )
        moved = edits.others | scene.came | scene.went
        if scene.entangled(moved, config, self.observer.listener.level):
            return None
        if self.known:
            moved |= scene.made.keys() ^ before.made.keys()
        changed = (edits.edited & pages.keys()) | scene.came | self._told_anew(scene)
        if not self._fetch(askers_name(path) for path in moved):
            return None
        for path in moved:
            changed |= frozenset(self._value(askers_name(path), list[str]) or ()) & pages.keys()
        if not self.known and any(is_made(pages[path]) for path in changed):
            return None
        return replace(scene, changed=changed)

    def _told_anew(self, scene: Scene) -> frozenset[str]:
        """The pages of which a regeneration tells something else than before, or has another text."""
        if self.known is None:
            return frozenset()
        known, before = self.known, scene.before.parts
        self.parts = {path: known.part(path) for path in scene.pages}
        self.hashes = {path: digest(part) for path, part in self.parts.items()}
        return (scene.remade & scene.pages.keys()) | {
            path for path, one in self.hashes.items() if before.get(path) != one
        }

    def _load(self, scene: Scene) -> bool:
        """Gives the plugin what it knows of the pages to be made; whether all of it was there."""
        known = scene.changed - scene.came
        if self.known:
            names = [page_name(path) for path in known]
            return self._fetch(names) and all(name in self.kept for name in names)
        names = [name for path in known for name in (page_name(path), part_name(path))]
        if not self._fetch([*names, part_name("")]) or not all(name in self.kept for name in names):
            return False
        parts = {path: self._value(part_name(path), Part) for path in ("", *sorted(known))}
        publication = parts[""].publication if parts[""] else None
        if publication is None:
            return False
        for part in parts.values():
            publication = publication.with_part(part.publication) if part else publication
        self.plugin.publication = publication
        self.plugin.facets = {path: part.facets for path, part in parts.items() if part}
        return True

    def _read(self, scene: Scene) -> bool:
        """Makes the content of the pages; whether their titles are as they were wherever others show them."""
        for page in scene.navigation.pages:
            if page.file.src_uri not in scene.changed:
                page.title = scene.before.titles.get(page.file.src_uri)
        for path in sorted(scene.changed):
            page = scene.pages[path].page or Page(None, scene.pages[path], self.config)
            _populate_page(page, self.config, scene.files)
            if str(page.title) != scene.before.titles.get(path, str(page.title)):
                return False
        return True

    def _values(self, scene: Scene) -> dict[str, bytes] | None:
        """What is to be kept of the pages that were made; None where what is kept of others cannot be read.

        Lists of those who ask for a file only grow, as a page that is made again for nothing comes out the same.
        """
        now = {path: self.observer.kept(page) for path in scene.changed if (page := scene.pages[path].page)}
        between = links_between(now)
        if not self._fetch(between):
            return None
        values = {page_name(path): msgspec.json.encode(kept) for path, kept in now.items()}
        for name, those in between.items():
            known = self._value(name, list[str]) or []
            if not those <= set(known):
                values[name] = msgspec.json.encode(sorted({*known, *those}))
        if self.known:
            self._date(scene)
            fresh = listing(self.config, scene.files, self.known, self.hashes, scene.before)
            values[LISTING] = msgspec.json.encode(fresh)
            values[part_name("")] = self.known.part("")
            values |= {part_name(path): self.parts[path] for path in scene.changed}
        elif scene.came or scene.went:
            dates = {path: scene.before.pages.get(path, "") for path in scene.pages}
            values[LISTING] = msgspec.json.encode(replace(scene.before, pages=dates))
            nothing = msgspec.json.encode(Part(publication=self.plugin.publication.part(""), facets=()))
            values |= {part_name(path): nothing for path in scene.came}
        return values

    def _date(self, scene: Scene) -> None:
        """Dates all pages as a full build would; those that are not made again by what is known of them."""
        changed = self.known.publication.changed if self.known else {}
        for path, file in scene.pages.items():
            page = file.page or Page(None, file, self.config)
            if path not in scene.changed:
                page.update_date = changed.get(path, "") if self.known else scene.before.pages.get(path, "")

    def _recheck(self, scene: Scene) -> frozenset[str] | None:
        """Checks the links to anchors of the pages that were made, and of others to them; gives these others.

        None where what is kept of them cannot be read.
        """
        if not self._fetch(name(path) for path in scene.changed for name in (wanted_name, askers_name)):
            return None
        others: set[str] = set()
        for path in scene.changed - scene.came:
            before, page = self._value(page_name(path), Kept), scene.pages[path].page
            moved = set(before.anchors if before else ()) ^ set((page.present_anchor_ids if page else None) or ())
            if moved & set(self._value(wanted_name(path), list[str]) or ()):
                others |= set(self._value(askers_name(path), list[str]) or ())
        others = others & scene.pages.keys() - scene.changed
        made = [page for path in sorted(scene.changed) if (page := scene.pages[path].page)]
        targets = {to.src_uri for page in made for to in page.links_to_anchors or {}}
        if not self._fetch(page_name(path) for path in (others | targets) & scene.pages.keys()):
            return None
        for path in sorted((others | targets) & scene.pages.keys() - scene.changed):
            page = scene.pages[path].page or Page(None, scene.pages[path], self.config)
            kept = self._value(page_name(path), Kept)
            if kept is None:
                return None
            page.present_anchor_ids = set(kept.anchors)
            page.links_to_anchors = self._links(kept, scene) if path in others else None
            self.observer.on_pre_page(page, config=self.config, files=scene.files)
        for path in sorted(scene.changed | others):
            page = scene.pages[path].page
            if page is not None:
                page.validate_anchor_links(files=scene.files, log_level=self.config.validation.links.anchors)
        return frozenset(others)

    def _links(self, kept: Kept, scene: Scene) -> dict[File, dict[str, str]]:
        found: dict[File, dict[str, str]] = {}
        for target, anchor, url in kept.links:
            file = scene.files.get_file_from_path(target)
            if file is not None:
                found.setdefault(file, {})[anchor] = url
        return found

    def _write(self, scene: Scene, edits: Edits) -> None:
        gone = scene.before.made.keys() - scene.made.keys() if self.known else set()
        for path in sorted(edits.others | scene.went | gone):
            # Another file may be built to the same place, as one that leads elsewhere.
            if scene.files.get_file_from_path(path) is None:
                self._remove(File(path, None, self.config.site_dir, self.config.use_directory_urls))
        for path in sorted(scene.changed):
            if page := scene.pages[path].page:
                _build_page(page, self.config, [], scene.navigation, scene.environment)
        for path in sorted(edits.edited | edits.others | scene.remade):
            file = scene.files.get_file_from_path(path)
            if file and not file.is_documentation_page() and file.inclusion.is_included():  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
                file.copy_file()
        if scene.came or scene.went or self.known:
            self._date(scene)
            _build_theme_template(SITEMAP, scene.environment, scene.files, self.config, scene.navigation)

    def _remove(self, file: File) -> None:
        place = Path(file.abs_dest_path)
        place.unlink(missing_ok=True)
        for folder in place.parents:
            if folder == Path(self.config.site_dir) or any(folder.iterdir()):
                return
            folder.rmdir()
