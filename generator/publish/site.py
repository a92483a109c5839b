"""A site as its outputs see it: its name, where it stands, and the addresses of its pages."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from generator.model.page import Entry, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file of the built site: `path` is relative to it, with forward slashes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What outputs say of their site.

    `url` is empty where nobody said it; then links are relative. `directory_urls` holds where `briefs/strait.md`
    becomes `briefs/strait/` rather than `briefs/strait.html`. `as_of` is the site's day, an ISO date.
    """

    name: str
    description: str = ""
    url: str = ""
    directory_urls: bool = True
    as_of: str | None = None

    @property
    def base(self) -> str:
        """The path under which the site stands at its host: "/" or "/some/where/"."""
        return f"{urlsplit(self.url).path.rstrip('/')}/"

    def address(self, path: str) -> str:
        """The address of a page, relative to the site: `briefs/strait.md` as `briefs/strait/`, `index.md` as ""."""
        stem = path.removesuffix(".md")
        if not self.directory_urls:
            return f"{stem}.html"
        folder, name = posixpath.split(stem)
        above = f"{folder}/" if folder else ""
        return above if name == "index" else f"{stem}/"

    def file(self, path: str) -> str:
        """The file that a page is built into: `briefs/strait.md` as `briefs/strait/index.html`."""
        address = self.address(path)
        return address if address.endswith(".html") else f"{address}index.html"

    def link(self, address: str) -> str:
        """A link to an address, for a file at the top of the site: absolute where the site says its URL."""
        start = f"{self.url.rstrip('/')}/" if self.url else "./"
        return f"{start}{quote(address)}"


def entry_path(entry: Entry) -> str:
    """The page of a brief under docs/; a writer may have moved it out of `briefs/`."""
    return posixpath.normpath(f"briefs/{entry.slug}.md")


def story_path(story: Story) -> str:
    """The page of a story under docs/."""
    return posixpath.normpath(f"stories/{story.slug}.md")


def beside(path: str, suffix: str) -> str:
    """A file beside a page: `briefs/strait.md` and ".ics" give `briefs/strait.ics`."""
    return path.removesuffix(".md") + suffix


def from_page(target: str, page: str) -> str:
    """A relative link to an address from the page at another; both are relative to the site."""
    relative = posixpath.relpath(target or ".", posixpath.dirname(page) or ".")
    return quote(f"{relative}/" if target.endswith("/") or not target else relative)
