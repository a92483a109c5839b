"""Briefs, stories, actors, dates and tags in the order of their indexes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from slugify import slugify

from generator.model.page import Story
from generator.pages.actor_pages import ActorPage
from generator.pages.debate import measures_shown, positions_shown
from generator.pages.report import Report
from generator.pages.timeline import Dated, Month, month_name, months

GROUPS = {
    "country": "Countries",
    "organisation": "Organisations",
    "group": "Groups",
    "person": "People",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Briefs under one heading."""

    id: str
    name: str
    reports: tuple[Report, ...]


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


def by_month(reports: Iterable[Report]) -> tuple[Shelf, ...]:
    """Briefs by the month of their publication, in the order given."""
    shelves: dict[str, list[Report]] = {}
    for report in reports:
        shelves.setdefault((report.article.published or "")[: len("2022-02")], []).append(report)
    return tuple(
        Shelf(id=f"month-{month or 'none'}", name=month_name(month) if month else "Undated", reports=tuple(found))
        for month, found in shelves.items()
    )


def tags(reports: Iterable[Report]) -> tuple[Shelf, ...]:
    """Briefs by tag, the tags in alphabetical order."""
    shelves: dict[str, list[Report]] = {}
    for report in reports:
        for tag in dict.fromkeys(report.article.tags):
            shelves.setdefault(tag, []).append(report)
    ordered = sorted(shelves.items(), key=lambda shelf: (shelf[0].casefold(), shelf[0]))
    return tuple(Shelf(id=f"tag-{slugify(tag)}", name=tag, reports=tuple(found)) for tag, found in ordered)


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


def calendar(events: Sequence[Dated]) -> dict[str, tuple[Month, ...]]:
    """Dated events by month: those still to come on the site's day, and those behind it, the latest month first."""
    gone = [event for event in events if event.place == "behind" or event.passed]
    coming = [event for event in events if event.place == "ahead" and not event.passed]
    return {"coming": months(coming), "gone": months(gone)[::-1]}


def sanctions(reports: Sequence[Report]) -> dict[str, object]:
    """Measures and positions, those of the newest report first."""
    return {"measures": measures_shown(reports), "positions": positions_shown(reports)}


def by_kind(actors: Iterable[ActorPage]) -> tuple[Group, ...]:
    """Actors by what they are, each kind in alphabetical order."""
    ordered = sorted(actors, key=lambda actor: (actor.name.casefold(), actor.id))
    groups = ((kind, name, tuple(actor for actor in ordered if actor.kind == kind)) for kind, name in GROUPS.items())
    return tuple(Group(id=f"kind-{kind}", name=name, actors=found) for kind, name, found in groups if found)
