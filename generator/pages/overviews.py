"""The pages over all briefs, one by one: where each stands, its template, and what it shows.

An index that is small stands on one page. A larger one shows what is newest on its first page, and goes on by month or
by initial on pages of their own, so that no page grows with the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.page import Story
from generator.model.wording import date_in_words
from generator.pages import indexes, paging
from generator.pages.accuracy import HOW_MADE, measured
from generator.pages.actor_pages import ActorPage, actor_pages
from generator.pages.asks import asks
from generator.pages.debate import measures_shown, positions_shown
from generator.pages.paging import MOST, NEWEST, Item, Part
from generator.pages.report import Report
from generator.pages.sentences import source_shown
from generator.pages.timeline import Dated, dated, months, outcomes

LATEST = 8
"""Briefs, and dates ahead, on the home page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A page to be filled from a template; it cites passages of `reports`.

    `source` is the report whose article it shows sentence by sentence, put together only when the page is filled.
    """

    path: str
    template: str
    shows: Mapping[str, object]
    reports: tuple[Report, ...] = ()
    source: Report | None = None

    def filling(self) -> Mapping[str, object]:
        """All that the template shows."""
        return {**self.shows, "source": source_shown(self.source)} if self.source else self.shows


def overviews(
    reports: Sequence[Report], stories: Iterable[Story], as_of: str | None, pipeline: str
) -> Iterator[Overview]:
    """All of them, of reports the newest first; `pipeline` is the name of the language pipeline."""
    events = dated(reports, as_of)
    told = indexes.told(stories)
    actors = actor_pages(reports, as_of)
    tags = indexes.tags(reports)
    shared: dict[str, object] = {"as_of": date_in_words(as_of) if as_of else "", "count": len(reports)}
    ahead = tuple(event for event in events if event.place == "ahead" and not event.passed)
    pages = [
        Overview(
            path="index.md", template="home.md.jinja", shows={"reports": reports[:LATEST], "coming": ahead[:LATEST]}
        ),
        Overview(path="stories/index.md", template="stories.md.jinja", shows={"stories": told}),
        Overview(path="search.md", template="search.md.jinja", shows={}),
        Overview(path=HOW_MADE, template="how-made.md.jinja", shows={"measured": measured(), "pipeline": pipeline}),
        *_by_month("briefs", "briefs.md.jinja", reports, lambda _report: 1, _shelved),
        *_by_month("demands", "demands.md.jinja", reports, _demands, lambda some: {"demands": asks(some)}),
        *_by_month("sanctions", "sanctions.md.jinja", reports, _debated, _sanctions),
        *_calendar(events),
        *_actors(actors),
        *_tags(tags),
        *_a_to_z(indexes.from_a_to_z(reports, told, actors, tags)),
        *(
            Overview(path=report.sentences_path, template="source.md.jinja", shows={}, source=report)
            for report in reports
        ),
    ]
    for page in pages:
        yield replace(page, shows={**shared, **page.shows})


def _shelved(reports: Sequence[Report]) -> Mapping[str, object]:
    return {"months": paging.by_month(reports, lambda _report: 1)}


def _demands(report: Report) -> int:
    return len(report.entry.brief.demands)


def _debated(report: Report) -> int:
    debate = report.entry.brief.sanctions
    return len(debate.measures) + len(debate.positions) if debate else 0


def _sanctions(reports: Sequence[Report]) -> Mapping[str, object]:
    return {"measures": measures_shown(reports), "positions": positions_shown(reports)}


def _by_month(
    folder: str,
    template: str,
    reports: Sequence[Report],
    entries: Callable[[Report], int],
    show: Callable[[Sequence[Report]], Mapping[str, object]],
) -> Iterator[Overview]:
    total = sum(entries(report) for report in reports)
    parts = [part for part in paging.by_month(reports, entries) if part.count] if total > MOST else []
    first = paging.newest(reports, entries) if parts else reports
    path = f"{folder}/index.md"
    yield Overview(path=path, template=template, shows={**show(first), "part": None, "parts": _links(folder, parts)})
    for part in parts:
        shows = {**show(part.items), "part": part, "parts": ()}
        yield Overview(path=f"{folder}/{part.id}.md", template=template, shows=shows)


def _calendar(events: Sequence[Dated]) -> Iterator[Overview]:
    since = outcomes(events)
    behind = [event for event in events if event.place == "behind" or event.passed]
    coming = [event for event in events if event.place == "ahead" and not event.passed]
    large = len(behind) + len(coming) > MOST
    placed = sorted((event for event in (*behind, *coming) if event.start), key=lambda event: event.start, reverse=True)
    parts = paging.by_start(placed) if large else ()
    shows = {
        "coming": months(coming[:MOST] if large else coming),
        "gone": months(behind[-NEWEST:] if large else behind)[::-1],
        "since": since,
        "part": None,
        "parts": _links("dates", parts),
    }
    yield Overview(path="dates/index.md", template="dates.md.jinja", shows=shows)
    for part in parts:
        ahead = months(event for event in part.items if event.place == "ahead" and not event.passed)
        gone = months(event for event in part.items if event.place == "behind" or event.passed)
        there = {"coming": ahead, "gone": gone, "since": since, "part": part, "parts": ()}
        yield Overview(path=f"dates/{part.id}.md", template="dates.md.jinja", shows=there)


def _actors(actors: Sequence[ActorPage]) -> Iterator[Overview]:
    large = len(actors) > MOST
    parts = paging.by_initial(actors, lambda actor: actor.name) if large else ()
    foremost = sorted(actors, key=lambda actor: (-len(actor.reports), actor.id))[:NEWEST] if large else actors
    shows = {"groups": indexes.by_kind(foremost), "part": None, "parts": _links("actors", parts)}
    yield Overview(path="actors/index.md", template="actors.md.jinja", shows=shows)
    for part in parts:
        there = {"groups": indexes.by_kind(part.items), "part": part, "parts": ()}
        yield Overview(path=f"actors/{part.id}.md", template="actors.md.jinja", shows=there)
    for actor in actors:
        yield Overview(path=actor.page, template="actor.md.jinja", shows={"actor": actor}, reports=actor.reports)


def _tags(tags: Sequence[indexes.Shelf]) -> Iterator[Overview]:
    yield Overview(path="tags/index.md", template="tags.md.jinja", shows={"tags": tags})
    for tag in tags:
        yield Overview(path=tag.path, template="tag.md.jinja", shows={"tag": tag})


def _a_to_z(listed: Sequence[indexes.Listed]) -> Iterator[Overview]:
    parts = paging.by_initial(listed, lambda one: one.name)
    large = len(listed) > MOST
    shows = {"letters": () if large else parts, "part": None, "parts": _links("a-z", parts) if large else ()}
    yield Overview(path="a-z/index.md", template="a-z.md.jinja", shows=shows)
    for part in parts if large else ():
        only = {"letters": (part,), "part": part, "parts": ()}
        yield Overview(path=f"a-z/{part.id}.md", template="a-z.md.jinja", shows=only)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLink:
    """A page on which an index goes on."""

    name: str
    path: str
    count: int


def _links(folder: str, parts: Iterable[Part[Item]]) -> tuple[PartLink, ...]:
    return tuple(PartLink(name=part.name, path=f"{folder}/{part.id}.md", count=part.count) for part in parts)
