"""What is kept of a build that was observed, so that the next one can renew single pages of it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.publish import Publication
from generator.publish.pages import CALENDAR, HOW_MADE
from generator.publish.sharing import SITE_CARD
from generator.site.observing import Kept, Observer
from generator.site.view import Facets

LISTING = "listing"
SHOWN = frozenset({CALENDAR, SITE_CARD})
"""Files of the whole site of which its pages speak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The files of a build: `pages` by path with the day of their last change, in order.

    `made` are files that were made for it, in order, with the hashes of their contents; `held` are made files in whose
    place the site has one of its own. `titles` are those of the pages in the navigation. `parts` are the hashes of what
    is known of each page beside its text, `common` that of what all pages show.
    """

    pages: dict[str, str]
    made: dict[str, str]
    held: tuple[str, ...]
    titles: dict[str, str]
    parts: dict[str, str]
    common: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a site knows of one page beside its text."""

    publication: Publication
    facets: tuple[tuple[str, str], ...]


def page_name(path: str) -> str:
    """The name of what is kept of a page."""
    return f"page:{path}"


def part_name(path: str) -> str:
    """The name of what a site publishes of a page; with an empty path, what concerns no page alone."""
    return f"part:{path}"


def askers_name(path: str) -> str:
    """The name of the list of pages whose links asked for a file."""
    return f"askers:{path}"


def wanted_name(path: str) -> str:
    """The name of the list of anchors of a page to which others link."""
    return f"wanted:{path}"


def named(nav: Any) -> Iterator[str]:
    """The paths in a navigation as mkdocs.yml has it."""
    if isinstance(nav, str):
        yield nav
    for item in nav if isinstance(nav, list) else nav.values() if isinstance(nav, dict) else ():
        yield from named(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a regeneration tells of a site: what it publishes, by what a search may narrow to each page, what is made.

    `wanted` are the paths of all files that are made.
    """

    publication: Publication
    facets: Facets
    wanted: tuple[str, ...]

    def part(self, path: str) -> bytes:
        """What is known of one page, as it is kept; with an empty path, what concerns no page alone."""
        if not path:
            return msgspec.json.encode(Part(publication=self.publication.bare(), facets=()))
        part = self.publication.part(path)
        # The site's day concerns no page but by what is said of it, which is in the part.
        part = replace(part, site=replace(part.site, as_of=None))
        return msgspec.json.encode(Part(publication=part, facets=self.facets.get(path, ())))

    def common(self) -> str:
        """The hash of what all pages show of it."""
        shown = self.publication.bare()
        site = replace(shown.site, as_of=None)
        return digest(msgspec.json.encode((site, sorted(shown.common & SHOWN), HOW_MADE in shown.changed)))


def known_of(plugin: Any) -> Known | None:
    """What a regeneration by our plugin tells of the site; None where there was none."""
    if plugin.publication is None:
        return None
    wanted = [page.path for page in plugin.indexes] + [output.path for output in plugin.publication.outputs]
    return Known(publication=plugin.publication, facets=plugin.facets or {}, wanted=tuple(wanted))


def listing(config: MkDocsConfig, files: Files, known: Known, parts: Mapping[str, str], old: Listing | None) -> Listing:
    """The files of a build; `parts` are the hashes of what is known of each page, `old` gives titles as they were."""
    made = {file.src_uri: digest(file.content_bytes) for file in files if is_made(file)}
    listed = set(named(config.nav))
    pages = [file.page for file in files.documentation_pages() if file.page]
    titles = {page.file.src_uri: str(page.title) for page in pages if page.file.src_uri in listed}
    return Listing(
        pages={page.file.src_uri: str(page.update_date or "") for page in pages},
        made=made,
        held=tuple(sorted(set(known.wanted) - made.keys())),
        titles=old.titles if old else titles,
        parts=dict(parts),
        common=known.common(),
    )


def digest(content: bytes) -> str:
    """The hash of a content."""
    return hashlib.blake2b(content, digest_size=20).hexdigest()


def is_made(file: File) -> bool:
    """Whether a file was made for the build and stands nowhere under docs/."""
    return file.generated_by is not None


def values(config: MkDocsConfig, observer: Observer, known: Known) -> Iterator[tuple[str, bytes]]:
    """All that is kept of a build in full, by name, one by one: together it is as large as the site."""
    kept = {file.src_uri: observer.kept(file.page) for file in observer.files.documentation_pages() if file.page}
    hashes = {}
    for path in ("", *kept):
        part = known.part(path)
        hashes[path] = digest(part)
        yield part_name(path), part
    del hashes[""]
    yield LISTING, msgspec.json.encode(listing(config, observer.files, known, hashes, None))
    for path, page in kept.items():
        yield page_name(path), msgspec.json.encode(page)
    for name, those in links_between(kept).items():
        yield name, msgspec.json.encode(sorted(those))


def links_between(kept: Mapping[str, Kept]) -> dict[str, set[str]]:
    """Who asks for each file, and which anchors of each page others link to, by the names of these lists."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path, page in kept.items():
        for target in page.asked:
            found[askers_name(target)].add(path)
        for target, anchor, _url in page.links:
            found[wanted_name(target)].add(anchor)
            found[askers_name(target)].add(path)
    return found
