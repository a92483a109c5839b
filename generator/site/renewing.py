"""Renewing pages of a built site one by one, where all else would come out as it stands.

Pages are read and written by MkDocs' own functions, as in a full build. A page has to be made again where its text is
another, and where a file that its links asked for came or went. What stands on other pages of a page is its title, and
that only where the page is in the navigation. In all doubt nothing is renewed, and the site is built in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from generator.kept.store import Store
from generator.site.keeping import (
    LISTING,
    Listing,
    Part,
    askers_name,
    is_made,
    links_between,
    named,
    page_name,
    part_name,
    wanted_name,
)
from generator.site.observing import OBSERVER, Kept, Observer, listening_alone, ordering, quiet
from generator.site.record import Said

SITEMAP = "sitemap.xml"
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What changed under docs/, by path: files with another text, and files that came or went."""

    edited: frozenset[str]
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What was renewed: values for the store, the names of those that are gone, and all lines that a build says."""

    values: Mapping[str, bytes]
    gone: tuple[str, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A site as MkDocs sees it now, beside what is kept of it; `changed` are the paths of pages to be made again."""

    before: Listing
    files: Files
    pages: Mapping[str, File]
    environment: Any
    navigation: Navigation
    changed: frozenset[str]

    @property
    def came(self) -> frozenset[str]:
        """The pages that are new."""
        return frozenset(self.pages.keys() - self.before.pages.keys())

    @property
    def went(self) -> frozenset[str]:
        """The pages that are gone."""
        return frozenset(self.before.pages.keys() - self.pages.keys())


class Renewer:
    """Renews single pages of a site after the build of which `store` keeps what is known of them."""

    def __init__(self, config: MkDocsConfig, plugin: Any, store: Store, build: str) -> None:
        self.config, self.plugin, self.store, self.build = config, plugin, store, build
        self.observer = Observer()
        self.kept: dict[str, bytes] = {}

    def renew(self, edits: Edits, said: Iterable[Said]) -> Renewal | None:
        """Renews what has to be; None where that cannot be told, and then nothing is written.

        `said` is what the last build said.
        """
        self.config.plugins[OBSERVER] = self.observer
        self.config = self.config.plugins.on_config(self.config)
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
            if line[1] not in scene.changed | scene.went and not (line[0] == "anchor" and line[1] in rechecked)
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
            taken = {file.dest_uri for file in files}
            for path in before.made:
                made = File.generated(config, path, content="")
                made.generated_by = "briefs"
                if files.get_file_from_path(path) is not None or made.dest_uri in taken:
                    return None
                files.append(made)
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
        )
        moved = edits.others | scene.came | scene.went
        if self._entangled(scene, moved):
            return None
        changed = (edits.edited & pages.keys()) | scene.came
        if not self._fetch(askers_name(path) for path in moved):
            return None
        for path in moved:
            changed |= frozenset(self._value(askers_name(path), list[str]) or ()) & pages.keys()
        if any(is_made(pages[path]) for path in changed):
            return None
        return replace(scene, changed=changed)

    def _entangled(self, scene: Scene, moved: frozenset[str]) -> bool:
        """Whether files that came or went concern more than the pages that link to them."""
        if not moved:
            return False
        addresses = [file.dest_uri for file in scene.files]
        stands = {*scene.before.made, *scene.before.held, *named(self.config.nav)}
        readme = any(path.rpartition("/")[2].lower().startswith(("readme.", "index.")) for path in moved)
        tells = self.config.validation.nav.omitted_files >= self.observer.listener.level
        return bool(moved & stands) or readme or tells or len(set(addresses)) < len(addresses)

    def _load(self, scene: Scene) -> bool:
        """Gives the plugin what it knows of the pages to be made; whether all of it was there."""
        known = scene.changed - scene.came
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
        if scene.came or scene.went:
            dates = {path: scene.before.pages.get(path, "") for path in scene.pages}
            values[LISTING] = msgspec.json.encode(replace(scene.before, pages=dates))
            nothing = msgspec.json.encode(Part(publication=self.plugin.publication.part(""), facets=()))
            values |= {part_name(path): nothing for path in scene.came}
        return values

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
        for path in sorted(scene.changed):
            if page := scene.pages[path].page:
                _build_page(page, self.config, [], scene.navigation, scene.environment)
        for path in sorted(edits.edited | edits.others):
            file = scene.files.get_file_from_path(path)
            if file and not file.is_documentation_page() and file.inclusion.is_included():  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
                file.copy_file()
        for path in sorted(edits.others | scene.went):
            if scene.files.get_file_from_path(path) is None:
                self._remove(File(path, None, self.config.site_dir, self.config.use_directory_urls))
        if scene.came or scene.went:
            for path, file in scene.pages.items():
                page = file.page or Page(None, file, self.config)
                page.update_date = scene.before.pages.get(path, page.update_date)
            _build_theme_template(SITEMAP, scene.environment, scene.files, self.config, scene.navigation)

    def _remove(self, file: File) -> None:
        place = Path(file.abs_dest_path)
        place.unlink(missing_ok=True)
        for folder in place.parents:
            if folder == Path(self.config.site_dir) or any(folder.iterdir()):
                return
            folder.rmdir()
