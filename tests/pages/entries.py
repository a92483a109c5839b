"""Briefs made by hand, and their pages."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from generator.assemble import assemble, stories
from generator.model.article import Article
from generator.model.brief import Brief
from generator.model.page import Entry, Page, Story
from generator.pages import Renderer
from tests.facts import findings, source

OWN = Path("no-templates-here")


def entry(slug: str = "strait", **changes: Any) -> Entry:
    """The brief of the example article; `changes` are those of the brief."""
    return Entry(slug=slug, brief=replace(assemble(source(), findings()), **changes))


def empty() -> Entry:
    """A brief of an article in which nothing was found."""
    bare = Brief(
        article=replace(source(), published=None, published_basis="none"),
        summary=(),
        actors=(),
        statements=(),
        demands=(),
        sanctions=None,
        dates=(),
        diagnostics=(),
    )
    return Entry(slug="empty", brief=bare)


def with_article(one: Entry, **changes: Any) -> Entry:
    """The entry with another article record; the text stays."""
    article: Article = replace(one.brief.article, **changes)
    return replace(one, brief=replace(one.brief, article=article))


@cache
def renderer() -> Renderer:
    """A renderer with our templates alone, which are read once."""
    return Renderer(OWN)


def page(one: Entry, as_of: str | None = "2024-02-13", story: Story | None = None) -> str:
    """The text of a brief's page."""
    return renderer().brief_page(one, as_of, story).text


def section(text: str, identity: str) -> str:
    """A section of a page, by the id of its heading."""
    return text.split(f"{{#{identity}}}\n", 1)[1].split("\n## ", 1)[0].strip()


def indexes(*entries: Entry, as_of: str | None = "2024-02-13") -> dict[str, str]:
    """The index pages of some briefs, by path."""
    return {one.path: one.text for one in renderer().index_pages(entries, (), as_of)}


def second() -> Entry:
    """A later brief of the same article."""
    changes = {"id": "later", "title": "A later report", "published": "2024-02-20", "tags": ("ships", "Sudria")}
    return replace(with_article(entry(), **changes), slug="later")


def site() -> dict[str, str]:
    """All pages of a site of two briefs in one story, by path."""
    told = [with_article(one, story="The strait") for one in (entry(), second())]
    found = stories(told)
    renderer = Renderer(OWN)
    made: list[Page] = [renderer.brief_page(one, "2024-03-05", found[0]) for one in told]
    made += [renderer.story_page(story, "2024-03-05") for story in found]
    made += renderer.index_pages(told, found, "2024-03-05")
    return {one.path: one.text for one in made}
