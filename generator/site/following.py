"""A preview that follows a regeneration: of a site that stands, only what it tells anew is made again, in its place.

So it is where the same files are made as before, and nothing but their contents is another. Then every page comes out
as a build in full would make it, with the objects of the last one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from generator.site.keeping import Known, digest, is_made, known_of
from generator.site.observing import Observer
from generator.site.renewing import SITEMAP


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a regeneration told of a site: what is known of it, by page, what stood in its way, the hashes of parts."""

    known: Known
    pages: frozenset[str]
    errors: tuple[str, ...]
    parts: dict[str, str]

    @classmethod
    def by(cls, plugin: Any) -> Told | None:
        """What our plugin told last; None where it told nothing."""
        known = known_of(plugin)
        if known is None or plugin.planned is None or plugin.fault is not None:
            return None
        library = plugin.planned.library
        pages = frozenset(line.path for line in library.places.here.values() if line.state == "current")
        parts = {path: digest(known.part(path)) for path in pages | {page.path for page in plugin.indexes}}
        errors = tuple(error.line() for error in library.errors)
        return cls(known=known, pages=pages, errors=errors, parts=parts)

    def alike(self, other: Told) -> bool:
        """Whether the same files are made of both, and all that no page shows alone is the same."""
        mine, others = self.known, other.known
        same = self.pages == other.pages and self.errors == other.errors
        return same and set(mine.wanted) == set(others.wanted) and mine.common() == others.common()


def follow(plugin: Any, config: MkDocsConfig, observer: Observer, before: Told, edited: Iterable[str]) -> Told | None:
    """Regenerates, and makes again what concerns; None where more has to be made, and then nothing of the site is.

    `edited` are paths of pages under docs/ with another text.
    """
    plugin.on_pre_build(config=config)
    now = Told.by(plugin)
    if now is None or not now.alike(before):
        return None
    changed = {path for path, part in now.parts.items() if before.parts.get(path) != part} | set(edited)
    fresh = {page.path: page.text.encode() for page in plugin.indexes}
    fresh |= {output.path: output.content for output in plugin.publication.outputs}
    remade = [file for file in observer.files if is_made(file) and file.content_bytes != fresh.get(file.src_uri)]
    for file in remade:
        file.content_bytes = fresh[file.src_uri]
        changed.add(file.src_uri)
    if not _pages(config, observer, changed):
        return None
    for file in remade:
        if not file.is_documentation_page():
            file.copy_file()
    for file in observer.files.documentation_pages():
        if file.page:
            file.page.update_date = now.known.publication.changed.get(file.src_uri, "")
    _build_theme_template(SITEMAP, observer.environment, observer.files, config, observer.navigation)
    return now


def _pages(config: MkDocsConfig, observer: Observer, changed: Iterable[str]) -> bool:
    """Makes pages again; not where others show a title that is another now."""
    files = [file for path in sorted(changed) if (file := observer.files.get_file_from_path(path))]
    made = [file for file in files if file.is_documentation_page()]
    if not all(_read(file, config, observer) for file in made):
        return False
    for file in made:
        if file.page:
            _build_page(file.page, config, [], observer.navigation, observer.environment)
            file.page.validate_anchor_links(files=observer.files, log_level=config.validation.links.anchors)
    return True


def _read(file: File, config: MkDocsConfig, observer: Observer) -> bool:
    if file.page is None:
        return False
    title = file.page.title
    _populate_page(file.page, config, observer.files)
    return title == file.page.title or file.page not in observer.navigation.pages
