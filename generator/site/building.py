"""A build of a site that makes anew only what has to be: nothing, a few pages, or all.

A few pages, where writers changed only those; all, in every other case and in all doubt. So a cache that is old,
damaged or gone costs time, never truth.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import uuid
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from filelock import FileLock
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.config import Settings
from generator.errors import GeneratorError, shown
from generator.kept.ground import ground, hashed, places
from generator.kept.proof import changed_by, clock, whole
from generator.kept.stamps import EMPTY, Stamps, below, coarse, differing, stamps
from generator.kept.store import Store
from generator.model.page import Page
from generator.publish import Publication
from generator.site.aside import Aside
from generator.site.collecting import collecting_rarely
from generator.site.keeping import known_of, values
from generator.site.observing import OBSERVER, Listener, Observer, listening, listening_alone
from generator.site.page_texts import read_as_text
from generator.site.record import Record, write_record
from generator.site.renewable import renewable
from generator.site.renewing import Renewal, Renewer
from generator.site.scene import Edits
from generator.site.standing import RECORD, Built, Standing, again, changed, outputs, room_of, standing
from generator.site.view import Facets

PAGES, LOCK = "pages.sqlite", "lock"
FILES_ALONE = frozenset({"briefs", "search", "material/search"})
"""Plugins whose work depends on nothing but the files of a site."""


class Regenerated(Protocol):
    """What a regeneration of the pages came to."""

    @property
    def library(self) -> Any:
        """The briefs."""

    @property
    def changes(self) -> Iterable[Any]:
        """What it did to pages."""


class Plugin(Protocol):
    """What a build reads of our plugin, and gives it where only some pages are made."""

    @property
    def planned(self) -> Regenerated | None:
        """The last regeneration."""

    @property
    def indexes(self) -> Iterable[Page]:
        """The pages that stand in no file."""

    publication: Publication | None
    facets: Facets | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What a build needs from above: the configuration loaded, our plugin and the settings in it."""

    load: Callable[[], MkDocsConfig]
    plugin: Callable[[MkDocsConfig], Plugin]
    settings: Callable[[MkDocsConfig], Settings]


def build_site(path: Path, doors: Doors, *, strict: bool) -> Built:
    """Brings the site of a mkdocs.yml up to date; raises `Abort` and what else MkDocs raises, and `GeneratorError`.

    Two builds of one site wait for each other.
    """
    room = room_of(path)
    room.mkdir(parents=True, exist_ok=True)
    with FileLock(room / LOCK):
        before = standing(path)
        if before is not None and before.current(strict=strict):
            return again(before.record)
        if before is not None and before.record.renewable and before.whole:
            renewed = _renewed(before, room, doors, strict=strict)
            if renewed is not None:
                return renewed
        return _in_full(path, room, doors)


def _renewed(before: Standing, room: Path, doors: Doors, *, strict: bool) -> Built | None:
    """A build of the pages that concern what changed; None where more has to be built."""
    record, now = before.record, before.inputs
    with listening_alone(Listener()):
        config = doors.load()
    settings, plugin, store = doors.settings(config), doors.plugin(config), Store(room / PAGES)
    edits = _edits(before.changed, record, now, settings.docs)
    shown_alone = all(map(edits.within, before.changed)) and _only_shown(settings, edits, record.waiting)
    if not shown_alone and not _generated(before.changed, config, settings):
        return None
    renewer = Renewer(config, plugin, store, record.build)
    if not shown_alone:
        if not renewer.regenerate():
            return None
        now = stamps(record.roots)
        edits = _edits(changed(record, now), record, now, settings.docs)
        record = replace(record, **_summed_up(config, plugin))
    with read_as_text(settings.docs):
        renewal = renewer.renew(edits, record.said)
    if renewal is None:
        return None
    record = replace(record, said=renewal.said)
    inputs = stamps(record.roots)
    ours = plugin.planned is None or _settled(before.inputs, now, plugin.planned)
    if ours and not differing(now, inputs):
        with suppress(OSError, sqlite3.Error):
            _update(record, store, room, renewal, inputs)
    built = again(record)
    if strict and renewal.said:
        counts = sorted(Counter(line[2] for line in renewal.said).items(), reverse=True)
        told = ", ".join(f"{number} {logging.getLevelName(level).lower()}s" for level, number in counts)
        message = f"Aborted with {told} in strict mode!"
        raise Abort(message)
    return built


def _update(record: Record, store: Store, room: Path, renewal: Renewal, inputs: Stamps) -> None:
    """Brings what is kept of a site up to a renewal; raises `OSError`, `sqlite3.Error`."""
    site = f"{Path(record.configuration).parent}{os.sep}"
    texts = {path: text for path, text in record.texts.items() if path in inputs}
    texts |= {path: hashed(path) for path in changed(record, inputs) if path in inputs and path.startswith(site)}
    name = uuid.uuid4().hex
    fresh = replace(record, inputs=inputs, texts=texts, outputs=outputs(record.site), build=name)
    store.update(name, renewal.values, renewal.gone)
    write_record(room / RECORD, fresh)


def _edits(changes: Iterable[str], record: Record, now: Stamps, docs: Path) -> Edits:
    """What changed under docs/; a folder that was or is empty is no file."""
    names = {
        path: Path(path).relative_to(docs).as_posix()
        for path in below(changes, docs)
        if any(one[0] != EMPTY for one in (now.get(path), record.inputs.get(path)) if one)
    }
    both = {path for path in names if path in now and path in record.inputs}
    return Edits(
        docs=str(docs),
        edited=frozenset(names[path] for path in both),
        others=frozenset(names[path] for path in names.keys() - both),
    )


def _generated(changes: Iterable[str], config: MkDocsConfig, settings: Settings) -> bool:
    """Whether all changes are of files from which pages are generated, or of pages."""
    changes = frozenset(changes)
    theme = {path for folder in config.theme.dirs for path in below(changes, Path(folder))}
    return not theme and changes <= {path for room in settings.rooms for path in below(changes, room)}


def _summed_up(config: MkDocsConfig, plugin: Plugin) -> dict[str, Any]:
    """What a record holds of a regeneration."""
    if plugin.planned is None:
        return {}
    library = plugin.planned.library
    count = len(library.slugs)
    return {
        "summary": f"{count} brief{'' if count == 1 else 's'} in {shown(config.site_dir)}",
        "failed": bool(library.errors),
        "waiting": tuple(change.path for change in plugin.planned.changes if change.remark),
    }


def _only_shown(settings: Settings, edits: Edits, waiting: Iterable[str]) -> bool:
    # Imported here, beside MkDocs alone, as the other rooms of the house are not needed to render a page.
    from generator.writers.edits import only_shown  # noqa: PLC0415

    pages = [frozenset(path for path in some if path.endswith(".md")) for some in (edits.edited, edits.others)]
    try:
        return only_shown(settings.docs, settings.state, edited=pages[0], others=pages[1], waiting=waiting)
    except GeneratorError:
        return False


def _in_full(path: Path, room: Path, doors: Doors) -> Built:
    (room / RECORD).unlink(missing_ok=True)
    observer = Observer()
    with listening(observer.listener), collecting_rarely():
        config = doors.load()
        plugin = doors.plugin(config)
        settings = doors.settings(config)
        before = stamps(_roots(path, config, settings))
        config.plugins[OBSERVER] = observer
        observer.aside = Aside(room) if renewable(config) else None
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with read_as_text(settings.docs):
                build(config)
        finally:
            config.plugins.on_shutdown()
    if plugin.planned is None or plugin.publication is None:
        return Built(summary="", failed=False)
    with suppress(OSError, sqlite3.Error):
        _remember(path, room, config, settings, plugin, observer, before)
    summed_up = _summed_up(config, plugin)
    return Built(summary=summed_up["summary"], failed=summed_up["failed"])


def _remember(
    path: Path,
    room: Path,
    config: MkDocsConfig,
    settings: Settings,
    plugin: Plugin,
    observer: Observer,
    before: Stamps,
) -> None:
    """Writes the record of a build in full; none where something changed while it ran, or where stamps prove nothing.

    Raises `OSError`, `sqlite3.Error`.
    """
    roots = _roots(path, config, settings)
    inputs, made = stamps(roots), outputs(config.site_dir)
    if (
        plugin.planned is None
        or plugin.publication is None
        or coarse(made)
        or not _settled(before, inputs, plugin.planned)
    ):
        return
    if not {name for name in config.plugins if name != OBSERVER} <= FILES_ALONE or config.hooks:
        return
    if not whole(path):
        return
    site = f"{path.absolute().parent}{os.sep}"
    build_name, can = uuid.uuid4().hex, renewable(config)
    if can:
        known = known_of(plugin)
        Store(room / PAGES).replace(build_name, values(config, observer, known) if known else ())
    record = Record(
        configuration=str(path.absolute()),
        ground=ground(),
        today=clock(settings.as_of),
        roots=roots,
        inputs=inputs,
        texts={name: hashed(name) for name in inputs if name.startswith(site)},
        site=config.site_dir,
        outputs=made,
        said=tuple(observer.listener.said),
        renewable=can,
        build=build_name,
        **_summed_up(config, plugin),
    )
    write_record(room / RECORD, record)


def _settled(before: Stamps, now: Stamps, planned: Regenerated) -> bool:
    """Whether nothing but the regeneration changed what a site is made from, while it was built."""
    written = {str(file.path): file.text for change in planned.changes for file in change.files}
    return changed_by(written, before, now)


def _roots(path: Path, config: MkDocsConfig, settings: Settings) -> tuple[str, ...]:
    """The files and folders from which a site is made: its own, the theme's, ours, the pipeline's."""
    theme = map(Path, config.theme.dirs)
    found = (path.absolute(), *settings.rooms, *theme, *places(settings.named_pipeline))
    return tuple(dict.fromkeys(str(place) for place in found))
