"""What is kept of a build that was observed, so that the next one can renew single pages of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.publish import Publication
from generator.site.observing import Kept, Observer
from generator.site.view import Facets

LISTING = "listing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The files of a build: `pages` by path with the day of their last change, in order; files that were `made` for it.

    `held` are made files in whose place the site has one of its own. `titles` are those of the pages in the navigation.
    """

    pages: dict[str, str]
    made: tuple[str, ...]
    held: tuple[str, ...]
    titles: dict[str, str]


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


def listing(config: MkDocsConfig, files: Files, wanted: Iterable[str]) -> Listing:
    """The files of a build; `wanted` are the paths of all that was made for it."""
    made = tuple(file.src_uri for file in files if is_made(file))
    listed = set(named(config.nav))
    pages = [file.page for file in files.documentation_pages() if file.page]
    return Listing(
        pages={page.file.src_uri: str(page.update_date or "") for page in pages},
        made=made,
        held=tuple(sorted(set(wanted) - set(made))),
        titles={page.file.src_uri: str(page.title) for page in pages if page.file.src_uri in listed},
    )


def is_made(file: File) -> bool:
    """Whether a file was made for the build and stands nowhere under docs/."""
    return file.generated_by is not None


def values(observer: Observer, publication: Publication, facets: Facets, files: Listing) -> dict[str, bytes]:
    """All that is kept of a build in full, by name."""
    found: dict[str, bytes] = {LISTING: msgspec.json.encode(files)}
    kept = {file.src_uri: observer.kept(file.page) for file in observer.files.documentation_pages() if file.page}
    for path, page in kept.items():
        found[page_name(path)] = msgspec.json.encode(page)
    bare = Part(publication=publication.bare(), facets=())
    found[part_name("")] = msgspec.json.encode(bare)
    for path in kept:
        part = Part(publication=publication.part(path), facets=facets.get(path, ()))
        found[part_name(path)] = msgspec.json.encode(part)
    return found | {name: msgspec.json.encode(sorted(those)) for name, those in links_between(kept).items()}


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
