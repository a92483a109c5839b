"""What the templates of our theme read of a site: a page's own view of it, never the whole navigation.

The HTML of a page is then a function of its content and this record, and no page holds a link to every other.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from generator.publish import Publication, Site

HOME = "index.md"
SECTION = "section"
SEARCHED = ("brief", "guide")
"""What a search finds: what every brief says once; stories and indexes say it again."""
REPORTED = ("brief", "story", "actor", "source")
"""Pages on which a reader may find an error of a fact."""
Facets = Mapping[str, tuple[tuple[str, str], ...]]
MOST_ASIDE = 60
"""Pages of a section that are listed beside each of them; a larger one is a matter for its index."""
MENU = (HOME, *(f"{folder}/{HOME}" for folder in ("briefs", "stories", "actors", "dates", "demands", "sanctions")))
"""What the menu of a site leads to where nobody chose its navigation."""
SHELVES = {"briefs": "brief", "stories": "story", "actors": "actor"}
"""The folders of pages of ours, and what their pages are unless their front matter says it."""
KINDS = ("home", "index", "tag", "search", "source")
FILES = {".ics": ("Calendar", "text/calendar"), ".json": ("Facts as JSON", "application/json")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link as a template prints it; `url` is relative to the page, `children` make it a section."""

    text: str
    url: str
    active: bool = False
    type: str = ""
    children: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A page's view of its site.

    `kind` says what the page is: home, brief, story, actor, source, tag, index, search, guide, missing. `menu` are the
    links at the top of every page, `aside` those of the section that the page is in, where it is small, `crumbs` lead
    from the home page to this one, without it. `previous` and `next` are neighbours in the same section. `outputs` are
    files of this page to take away, `facets` by what a search may narrow to it, as names and values. `base` is the
    site's root, `search` the search page, both relative to the page; `report` is where to report an error, with
    "{fact}" for the id of a fact, `canonical` the page's full address, both empty where nobody said.
    """

    kind: str
    base: str
    menu: tuple[Link, ...] = ()
    aside: tuple[Link, ...] = ()
    crumbs: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    outputs: tuple[Link, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    search: str = ""
    report: str = ""
    canonical: str = ""


def page_view(
    page: Page,
    nav: Navigation,
    publication: Publication,
    *,
    chosen: bool,
    facets: Facets | None = None,
    report: str = "",
) -> PageView:
    """The view of a page; `chosen` holds where somebody set the navigation, `facets` go by the paths of pages."""
    path, kind = page.file.src_uri, kind_of(page)
    section = page.parent if kind == "guide" and isinstance(page.parent, Section) else None
    root = _root(section)
    listed = root if root and sum(1 for _ in _pages(root)) <= MOST_ASIDE else None
    return PageView(
        kind=kind,
        base=f"{get_relative_url('.', page.url)}/",
        menu=_menu(nav, page.url, active=page, chosen=chosen),
        aside=tuple(_links(listed, page)) if listed else (),
        crumbs=tuple(_crumbs(page, kind, root, publication.site)),
        previous=_neighbour(page.previous_page, page) if listed else None,
        next=_neighbour(page.next_page, page) if listed else None,
        outputs=tuple(_outputs(publication.own.get(path, ()), page.url)),
        facets=((SECTION, kind.capitalize()), *(facets or {}).get(path, ())) if kind in SEARCHED else (),
        search=_to("search.md", page.url, publication.site),
        report=report if kind in REPORTED else "",
        canonical=page.canonical_url or "",
    )


def template_view(nav: Navigation, publication: Publication, *, chosen: bool) -> PageView:
    """The view of a page that may be shown at any address, as that for what is missing: links from the host's root."""
    base = publication.site.base
    links = _menu(nav, "", active=None, chosen=chosen)
    menu = tuple(Link(text=link.text, url=posixpath.join(base, link.url)) for link in links)
    return PageView(
        kind="missing", base=base, menu=menu, search=posixpath.join(base, _to("search.md", "", publication.site))
    )


def kind_of(page: Page) -> str:
    """What a page is: as its front matter says, or by the folder in which it stands."""
    said = page.meta.get("kind")
    if said in KINDS:
        return str(said)
    folder, _, name = page.file.src_uri.partition("/")
    return SHELVES.get(folder, "guide") if name else "guide"


def _menu(nav: Navigation, here: str, *, active: Page | None, chosen: bool) -> tuple[Link, ...]:
    links = []
    folder = active.file.src_uri.partition("/")[0] if active else ""
    for item, first in _top(nav, chosen=chosen):
        inside = active is not None and (first is active or (isinstance(item, Section) and active in _pages(item)))
        shelved = bool(folder) and first.file.src_uri == f"{folder}/{HOME}"
        text = str(item.title or first.title or first.file.src_uri)
        links.append(Link(text=text, url=get_relative_url(first.url, here), active=inside or shelved))
    return tuple(links)


def _top(nav: Navigation, *, chosen: bool) -> list[tuple[StructureItem, Page]]:
    """The top of a navigation, each item with its first page.

    Where nobody chose one, MkDocs lists every folder; then ours stand in the order of a reader's questions, before the
    site's own pages, and those of ours that are reached from others are left out.
    """
    found = [(item, first) for item in nav.items for first in [next(_pages(item), None)] if first is not None]
    if chosen:
        return found
    ours = {first.file.src_uri: (item, first) for item, first in found}
    others = [(item, first) for item, first in found if kind_of(first) == "guide"]
    return [*(ours[path] for path in MENU if path in ours), *others]


def _pages(item: object) -> Iterator[Page]:
    if isinstance(item, Page):
        yield item
    elif isinstance(item, Section):
        for child in item.children:
            yield from _pages(child)


def _root(section: Section | None) -> Section | None:
    while section is not None and isinstance(section.parent, Section):
        section = section.parent
    return section


def _links(section: Section, page: Page) -> Iterator[Link]:
    for child in section.children:
        if isinstance(child, Section):
            yield Link(text=child.title, url="", children=tuple(_links(child, page)))
        elif isinstance(child, Page):
            yield _link(child, page)


def _link(target: Page, page: Page) -> Link:
    text = str(target.title or target.file.src_uri)
    return Link(text=text, url=get_relative_url(target.url, page.url), active=target is page)


def _neighbour(other: Page | None, page: Page) -> Link | None:
    same = other is not None and _root(_section(other)) is _root(_section(page))
    return _link(other, page) if other and same else None


def _section(page: Page) -> Section | None:
    return page.parent if isinstance(page.parent, Section) else None


def _crumbs(page: Page, kind: str, root: Section | None, site: Site) -> Iterator[Link]:
    if kind == "home":
        return
    yield Link(text="Home", url=_to(HOME, page.url, site))
    folder, _, name = page.file.src_uri.partition("/")
    if kind == "source":
        yield Link(text="Briefs", url=_to("briefs/index.md", page.url, site))
    elif kind not in ("guide", "search") and name != HOME:
        yield Link(text=folder.capitalize(), url=_to(f"{folder}/index.md", page.url, site))
    elif root is not None:
        first = next(_pages(root))
        if first is not page:
            yield Link(text=root.title, url=get_relative_url(first.url, page.url))


def _outputs(paths: tuple[str, ...], here: str) -> Iterator[Link]:
    for path in paths:
        text, kind = FILES.get(posixpath.splitext(path)[1], ("", ""))
        if text:
            yield Link(text=text, url=get_relative_url(path, here), type=kind)


def _to(path: str, here: str, site: Site) -> str:
    """A link to a page of ours from another address; both relative to the site."""
    return get_relative_url(site.address(path) or ".", here)
