"""What a reader who follows a site is told: new briefs, and significant changes of their facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.history import SIGNIFICANT, Revision
from generator.model.page import Entry
from generator.publish.days import full_day
from generator.publish.site import Site, entry_path

LATEST = 100
"""Items of a feed: some months of a busy desk, and still a small file."""
MOST_LINES = 20
"""Changes that an item tells one by one; a source that was exchanged has hundreds."""
EVENTS = {"added": "Added", "changed": "Changed", "withdrawn": "Withdrawn"}
KINDS = {"actors": "actor", "demands": "demand", "measures": "measure", "positions": "position", "dates": "date"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece of news: `id` is unique within the site, `day` an ISO date, `lines` its text."""

    id: str
    title: str
    address: str
    day: str
    lines: tuple[str, ...]
    tags: tuple[str, ...]
    source: str | None


Histories = Mapping[str, Sequence[Revision]]


def news(entries: Iterable[Entry], histories: Histories, site: Site) -> tuple[Item, ...]:
    """The latest news of a site, the newest first; `histories` go by the id of the article."""
    items = [item for entry in entries for item in _items(entry, histories.get(entry.brief.article.id, ()), site)]
    items.sort(key=lambda item: item.id)
    items.sort(key=lambda item: item.day, reverse=True)
    return tuple(items[:LATEST])


def last_change(entry: Entry, history: Sequence[Revision], as_of: str | None) -> str:
    """The day of the last significant change of a brief, or else of its report."""
    days = [revision.on for revision in history if revision.event in SIGNIFICANT and revision.on]
    return full_day(max(days, default=None), entry.brief.article.published, as_of)


def _items(entry: Entry, history: Sequence[Revision], site: Site) -> Iterator[Item]:
    article = entry.brief.article
    title, address = article.title or article.id, site.address(entry_path(entry))
    yield Item(
        id=article.id,
        title=title,
        address=address,
        day=full_day(article.published, site.as_of),
        lines=tuple(sentence.text for sentence in entry.brief.summary),
        tags=article.tags,
        source=article.url,
    )
    told = sorted((one for one in history if one.event in SIGNIFICANT and one.on), key=lambda one: one.on or "")
    for day, changes in groupby(told, key=lambda one: one.on):
        yield Item(
            id=f"{article.id}/{day}",
            title=f"Changed: {title}",
            address=address,
            day=full_day(day),
            lines=_lines([f"{EVENTS[one.event]} {KINDS.get(one.kind, 'item')}: {one.text}" for one in changes]),
            tags=article.tags,
            source=article.url,
        )


def _lines(told: Sequence[str]) -> tuple[str, ...]:
    """The first of many lines, and how many more there are."""
    left = len(told) - MOST_LINES
    return (*told[:MOST_LINES], f"{left} more on the page") if left > 0 else tuple(told)
