"""Pages of a built site: ids, links, what they load and from where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lxml import etree

from generator.publish.verify.faults import INDEX, Built, Fault, fault

LOADING = frozenset({"script", "img", "iframe", "source", "video", "audio", "embed", "track", "input", "image", "use"})
"""Elements whose address a browser asks for by itself."""
LOADING_LINKS = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest"}
)
DATA_BLOCKS = frozenset({"application/ld+json", "application/json", "speculationrules", "text/template"})
"""Types of script elements that no browser executes."""
PLACES = ("href", "src", "data", "poster")
ASKED = etree.XPath("//*[@id or @href or @src or @data or @poster or @style] | //script | //style")
STYLE_ADDRESS = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])((?:https?:)?//[^'\")\s]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What other pages need to know of one, and what it needs of them: links with the line of the first."""

    path: str
    ids: frozenset[str]
    links: Mapping[str, int]
    canonical: str | None
    moved: bool


def read_page(path: str, site: Built) -> tuple[Page, list[Fault]]:
    """A page, and what is wrong with it by itself."""
    root = etree.fromstring((site.folder / path).read_bytes(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    if root is None:
        empty = Page(path=path, ids=frozenset(), links={}, canonical=None, moved=False)
        return empty, [fault(path, "empty", "is an empty page; delete it, or build the site anew")]
    ids: dict[str, int] = {}
    links: dict[str, int] = {}
    faults: list[Fault] = []
    inline = 0
    for element in ASKED(root):
        line = element.sourceline or 1
        identity = element.get("id")
        if identity is not None:
            if identity in ids:
                what = f"the id '{identity}' stands here and in line {ids[identity]}"
                faults.append(fault(path, "id-twice", f"{what}; give one of them another", line=line))
            ids.setdefault(identity, line)
        for name in PLACES:
            link = element.get(name)
            if link is None:
                continue
            if element.tag in LOADING or element.tag == "link":
                faults += _loaded(path, element, link, line, site)
            links.setdefault(link, line)
        inline = inline or (line if _inline(element) else 0)
    if inline:
        what = "holds a script or style inline, which a strict Content-Security-Policy forbids"
        faults.append(fault(path, "inline", f"{what}; move it into a file", line=inline, severity="warning"))
    for link in root.xpath("//meta[@property='og:image' or @property='og:url']/@content"):
        links.setdefault(str(link), 1)
    canonical = next(iter(root.xpath("//link[@rel='canonical']/@href")), None)
    moved = bool(root.xpath("//meta[@http-equiv='refresh']"))
    return Page(path=path, ids=frozenset(ids), links=links, canonical=canonical, moved=moved), faults


def _loaded(path: str, element: etree._Element, link: str, line: int, site: Built) -> Iterator[Fault]:
    """Whether a browser would ask another host for something."""
    if element.tag == "link" and not LOADING_LINKS & set((element.get("rel") or "").lower().split()):
        return
    if not (site.url and link.startswith(site.url)) and urlsplit(link).netloc:
        what = f"has a reader's browser ask {urlsplit(link).netloc} for '{link}'"
        yield fault(path, "other-host", f"{what}; put the file into the site", line=line)


def _inline(element: etree._Element) -> bool:
    if element.get("style") is not None or element.tag == "style":
        return True
    return element.tag == "script" and element.get("src") is None and element.get("type") not in DATA_BLOCKS


def style_faults(path: str, site: Built) -> Iterator[Fault]:
    """What a stylesheet asks other hosts for."""
    for number, line in enumerate((site.folder / path).read_text("utf-8", errors="replace").splitlines(), 1):
        for found in STYLE_ADDRESS.finditer(line):
            what = f"has a reader's browser ask another host for '{found[1]}'"
            yield fault(path, "other-host", f"{what}; put the file into the site", line=number)


def link_faults(page: Page, pages: Mapping[str, Page], site: Built) -> Iterator[Fault]:
    """The links of a page that lead nowhere in the site."""
    for link, line in page.links.items():
        if link.startswith("#") and link[1:] in page.ids:
            continue
        target = site.target(link, page.path)
        if target is None:
            continue
        if target not in site.files:
            outside = target.startswith(("/", "../"))
            why = f"leads out of the site, which stands under '{site.base}'" if outside else "leads nowhere"
            yield fault(page.path, "dead-link", f"'{link}' {why}; mend the link", line=line)
            continue
        anchor = unquote(urlsplit(link).fragment)
        if anchor and target in pages and not pages[target].moved and anchor not in pages[target].ids | {"top"}:
            what = f"'{link}' names a place that '{target}' does not have"
            yield fault(page.path, "dead-anchor", f"{what}; mend the link", line=line)


def canonical_faults(page: Page, site: Built) -> Iterator[Fault]:
    """Whether a page names the address at which it stands as its own."""
    if not site.url or page.moved or page.path == "404.html":
        return
    own = (site.url + page.path.removesuffix(INDEX), site.url + page.path)
    if page.canonical is not None and unquote(page.canonical) not in own:
        what = f"names '{page.canonical}' as its address, and stands at '{own[0]}'"
        yield fault(page.path, "canonical", f"{what}; see to site_url in mkdocs.yml")
