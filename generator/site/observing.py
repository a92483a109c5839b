"""What a build by MkDocs asks and says, page by page, so that the next one can tell what would be the same."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.site.aside import Aside
from generator.site.record import Said

MKDOCS = logging.getLogger("mkdocs")
OBSERVER = "briefs/observer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept of a page: the paths of files that its links asked for, its anchors, and links to those of others.

    A link is the path of the page, the anchor, and the words of the link.
    """

    asked: tuple[str, ...]
    anchors: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]


class Observer(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """Stands beside the plugins of one build, changes nothing, and remembers.

    With a place `aside` it keeps the texts of pages out of memory while nobody reads them; that is for builds in which
    nobody reads them but the theme, when it writes the page.
    """

    def __init__(self) -> None:
        self.files = Files([])
        self.navigation = Navigation([], [])
        self.environment: Any = None
        self.asked: dict[str, frozenset[str]] = {}
        self.listener = Listener()
        self.aside: Aside | None = None

    def on_config(self, config: MkDocsConfig) -> None:
        """What is said from now on comes from the regeneration."""
        self.listener.config, self.listener.stage = config, "seeds"

    def on_pre_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """The regeneration is over."""
        self.listener.stage = "build"

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Remembers the files."""
        self.files = files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Remembers the navigation."""
        self.navigation = nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Remembers the templates."""
        self.environment = env

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Remembers what the page's links ask for, and of which page is spoken."""
        path = page.file.src_uri

        def render(config: MkDocsConfig, files: Files) -> None:
            asking = _Asking(files)
            Page.render(page, config, asking)  # type: ignore[arg-type]  # stands for the files
            self.asked[path] = frozenset(asking.asked)

        def validate_anchor_links(*, files: Files, log_level: int) -> None:
            with self.listener.about("anchor", path):
                Page.validate_anchor_links(page, files=files, log_level=log_level)

        page.render = render  # type: ignore[method-assign]
        page.validate_anchor_links = validate_anchor_links  # type: ignore[method-assign]

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Sets the content of a page aside when all others are done with it, and lets its Markdown go.

        Both become empty, not None: to MkDocs a page whose texts are None has no title.
        """
        if self.aside is None:
            return html
        page.markdown = ""
        self.aside.put(page.file.src_uri, html)
        return ""

    @event_priority(100)
    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002
        """Brings the content of a page back before all others see it again."""
        if self.aside is not None:
            page.content = self.aside.take(page.file.src_uri)
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Lets the content of a page go, now that it stands in its output."""
        if self.aside is not None:
            page.content = ""
        return output

    def kept(self, page: Page) -> Kept:
        """What is kept of a page that was rendered."""
        links = page.links_to_anchors or {}
        return Kept(
            asked=tuple(sorted(self.asked.get(page.file.src_uri, ()))),
            anchors=tuple(sorted(page.present_anchor_ids or ())),
            links=tuple((to.src_uri, anchor, url) for to, found in links.items() for anchor, url in found.items()),
        )


class _Asking:
    """The files of a site, and which of them a page asks for."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.asked: set[str] = set()

    def get_file_from_path(self, path: str) -> File | None:
        found = self.files.src_uris.get(path)
        if found is not None:  # the path is as files have it
            self.asked.add(path)
            return found
        self.asked.add(PurePath(path).as_posix())
        return self.files.get_file_from_path(path)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.files, name)


class Listener(logging.Handler):
    """Hears the warnings and errors of a build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[Said] = []
        self.config: MkDocsConfig | None = None
        self.stage = "load"
        self.subject: tuple[str, str] | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Remembers a line."""
        page = self.config._current_page if self.config else None  # noqa: SLF001  (MkDocs says it nowhere else)
        when, path = self.subject or (("page", page.file.src_uri) if page else (self.stage, ""))
        self.said.append((when, path, record.levelno, record.getMessage()))

    @contextmanager
    def about(self, when: str, path: str) -> Iterator[None]:
        """While a page is spoken of."""
        self.subject = when, path
        try:
            yield
        finally:
            self.subject = None


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """While a listener hears what MkDocs and its plugins say, beside whoever else does."""
    spoken = None if MKDOCS.hasHandlers() else logging.lastResort
    with _handled(listener), _handled(spoken):
        yield


@contextmanager
def listening_alone(listener: Listener) -> Iterator[None]:
    """While nobody but a listener hears what MkDocs and its plugins say."""
    before, MKDOCS.propagate = MKDOCS.propagate, False
    try:
        with _handled(listener):
            yield
    finally:
        MKDOCS.propagate = before


@contextmanager
def _handled(handler: logging.Handler | None) -> Iterator[None]:
    if handler:
        MKDOCS.addHandler(handler)
    try:
        yield
    finally:
        if handler:
            MKDOCS.removeHandler(handler)


@contextmanager
def quiet() -> Iterator[None]:
    """While nothing that MkDocs says below an error reaches anyone: it was heard in an earlier build."""
    before = MKDOCS.level
    MKDOCS.setLevel(logging.ERROR)
    try:
        yield
    finally:
        MKDOCS.setLevel(before)


Ordering = Callable[[Said], tuple[int, int]]
PHASES = ("load", "seeds", "build", "page", "anchor")


def ordering(files: Files) -> Ordering:
    """The order in which a full build says its lines."""
    places = {file.src_uri: place for place, file in enumerate(files)}
    return lambda line: (PHASES.index(line[0]), places.get(line[1], -1))
