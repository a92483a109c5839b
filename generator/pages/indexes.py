"""Briefs, stories, actors and tags in the order of their indexes, and everything from A to Z."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from slugify import slugify

from generator.model.page import Story
from generator.pages.actor_pages import ActorPage
from generator.pages.report import Report

GROUPS = {
    "country": "Countries",
    "organisation": "Organisations",
    "group": "Groups",
    "person": "People",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Briefs under one tag; `path` is its page."""

    id: str
    name: str
    path: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Something that has a name and a page, as the list from A to Z has it."""

    name: str
    kind: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryShown:
    """A story with its reports, the newest first."""

    id: str
    name: str
    path: str
    date: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Actors of one kind by name."""

    id: str
    name: str
    actors: tuple[ActorPage, ...]


def newest_first(report: Report) -> tuple[int, str]:
    """Sorts the latest publication date first, then by slug; undated ones last."""
    digits = (report.article.published or "").replace("-", "").ljust(8, "0")
    return -int(digits), report.entry.slug


def tags(reports: Iterable[Report]) -> tuple[Shelf, ...]:
    """Briefs by tag, the tags in alphabetical order."""
    shelves: dict[str, list[Report]] = {}
    for report in reports:
        for tag in dict.fromkeys(report.article.tags):
            shelves.setdefault(tag, []).append(report)
    ordered = sorted(shelves.items(), key=lambda shelf: (shelf[0].casefold(), shelf[0]))
    return tuple(
        Shelf(id=f"tag-{slugify(tag)}", name=tag, path=f"tags/{slug}.md", reports=tuple(found))
        for (tag, found), slug in zip(ordered, _slugs(tag for tag, _found in ordered), strict=True)
    )


def _slugs(tags: Iterable[str]) -> Iterator[str]:
    """Names of files for tags, no two the same, none that of the index."""
    seen = {"index"}
    for tag in tags:
        base = slugify(tag) or "tag"
        slug = next(name for name in (base, *(f"{base}-{n}" for n in range(2, len(seen) + 3))) if name not in seen)
        seen.add(slug)
        yield slug


def from_a_to_z(
    reports: Iterable[Report], stories: Iterable[StoryShown], actors: Iterable[ActorPage], tags: Iterable[Shelf]
) -> tuple[Listed, ...]:
    """Everything that has a page of its own."""
    return (
        *(Listed(name=report.title, kind="brief", path=report.path) for report in reports),
        *(Listed(name=story.name, kind="story", path=story.path) for story in stories),
        *(Listed(name=actor.name, kind=actor.kind, path=actor.page) for actor in actors),
        *(Listed(name=tag.name, kind="tag", path=tag.path) for tag in tags),
    )


def told(stories: Iterable[Story]) -> tuple[StoryShown, ...]:
    """Stories, the one with the newest report first."""
    shown = [(story, tuple(Report.of(entry) for entry in story.entries)) for story in stories]
    shown.sort(key=lambda pair: min(newest_first(report) for report in pair[1]))
    return tuple(
        StoryShown(
            id=f"story-{story.slug}",
            name=story.name,
            path=f"stories/{story.slug}.md",
            date=reports[0].date,
            reports=reports,
        )
        for story, reports in shown
    )


def by_kind(actors: Iterable[ActorPage]) -> tuple[Group, ...]:
    """Actors by what they are, each kind in alphabetical order."""
    ordered = sorted(actors, key=lambda actor: (actor.name.casefold(), actor.id))
    groups = ((kind, name, tuple(actor for actor in ordered if actor.kind == kind)) for kind, name in GROUPS.items())
    return tuple(Group(id=f"kind-{kind}", name=name, actors=found) for kind, name, found in groups if found)
