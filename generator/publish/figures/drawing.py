"""The pictures of a page, each under the heading of the section whose facts it shows.

A picture shows only what its page says: an item that a writer took out, or put in other words, is not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest
from html import unescape

from generator.model.brief import Brief
from generator.model.facts import DatedEvent
from generator.model.page import Entry, Story
from generator.model.quoting import excerpt
from generator.model.wording import fold, named, sources
from generator.publish.ahead import is_ahead
from generator.publish.days import full_day
from generator.publish.figures import asking, stands, timeline
from generator.publish.figures.asking import Asked
from generator.publish.figures.axis import span
from generator.publish.figures.stands import Taken
from generator.publish.figures.timeline import Placed, Standpoint
from generator.publish.site import entry_path, story_path

ITEM = re.compile(r'<\w+\b[^>]*\bid="([dpt]-[a-z0-9]{8})"[^>]*>(.*?)</(?:li|tr)>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
MARKS = str.maketrans("", "", "“”„‟\"'‘’")
"""Quotation marks, which a Markdown extension may turn."""
DATES, DEMANDS, POSITIONS, COMING = "whats-next", "demands-and-responses", "the-sanctions-debate", "coming"
"""The ids of the headings under which pictures stand."""
CALENDAR = "dates/index.md"
"""The page of all dates."""
LISTED = 200
"""Dates that the page of all dates can show at most on one page."""
MOST, MOST_OF_MANY = 8, 12
"""Dates of a picture of one brief, and of several: more would push it off the screen."""
Said = Mapping[str, str]
"""What a page says of its items, in plain words, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The pictures of pages, by their paths under docs/.

    `briefs` are those that a page is about, the newest first; `stories` are the paths of stories; `as_of` is the site's
    day, from which `dates` are seen: those of all briefs that lay ahead and are nearest to it.
    """

    briefs: Mapping[str, tuple[Brief, ...]] = field(default_factory=dict)
    stories: frozenset[str] = frozenset()
    dates: tuple[DatedEvent, ...] = ()
    as_of: str | None = None

    @classmethod
    def of(cls, entries: Sequence[Entry], stories: Iterable[Story], as_of: str | None = None) -> Figures:
        """The pictures of the pages of briefs and stories, and of the page of all dates."""
        pages = {entry_path(entry): (entry.brief,) for entry in entries}
        told = {story_path(story): tuple(entry.brief for entry in story.entries) for story in stories}
        ahead = (event for entry in entries for event in entry.brief.dates if is_ahead(event))
        dates = _nearest(ahead, as_of)
        return cls(briefs=pages | told, stories=frozenset(told), dates=dates, as_of=as_of)

    def part(self, path: str) -> Figures:
        """The pictures of one page."""
        briefs = self.briefs.get(path)
        return Figures(
            briefs={path: briefs} if briefs else {},
            stories=self.stories & {path},
            dates=self.dates if path == CALENDAR else (),
            as_of=self.as_of if path == CALENDAR else None,
        )

    def with_part(self, other: Figures) -> Figures:
        """The pictures of the pages of both."""
        return Figures(
            briefs={**self.briefs, **other.briefs},
            stories=self.stories | other.stories,
            dates=other.dates or self.dates,
            as_of=other.as_of or self.as_of,
        )

    def drawn(self, path: str, html: str) -> str:
        """The content of a page with its pictures; as it is where the page has none."""
        if path != CALENDAR and path not in self.briefs:
            return html
        said = {found[1]: _plain(found[2]) for found in ITEM.finditer(html)}
        for heading, picture in self._pictures(path, said):
            if picture:
                html = _under(heading, picture, html)
        return html

    def _pictures(self, path: str, said: Said) -> Iterator[tuple[str, str]]:
        if path == CALENDAR:
            yield COMING, _dates(self.dates, said, Standpoint(day=self.as_of, words="As of", most=MOST_OF_MANY))
            return
        briefs = self.briefs[path]
        published = max((brief.article.published for brief in briefs if brief.article.published), default=None)
        one = Standpoint(day=published, words="Report of", most=MOST)
        many = Standpoint(day=published, words="Latest report,", most=MOST_OF_MANY)
        dates = [event for brief in briefs for event in brief.dates]
        yield DATES, _dates(dates, said, many if path in self.stories else one)
        yield DEMANDS, asking.asking(_asked(briefs, said))
        yield POSITIONS, stands.stands(_taken(briefs, said))


def _nearest(events: Iterable[DatedEvent], as_of: str | None) -> tuple[DatedEvent, ...]:
    """As many events as the page of all dates shows at most, and those that lie nearest to a day."""
    day = date.fromisoformat(full_day(as_of))

    def distance(event: DatedEvent) -> tuple[int, str]:
        days = span(event.start or "", event.end)
        return (min(abs((days[0] - day).days), abs((days[1] - day).days)) if days else 0, event.id)

    return tuple(nsmallest(LISTED, (event for event in events if event.start), key=distance))


def _dates(dates: Iterable[DatedEvent], said: Said, seen: Standpoint) -> str:
    events = [event for event in dates if event.id in said]
    known = [one for event in events if (one := timeline.placed(event)) and _says(said[event.id], one.when, one.label)]
    return timeline.timeline(_once(known), seen, undated=sum(event.start is None for event in events))


def _once(events: Iterable[Placed]) -> Iterator[Placed]:
    """Events each once, where several reports give the same words for the same days."""
    return iter({(one.days, one.label): one for one in events}.values())


def _shown(brief: Brief) -> dict[str, str]:
    speaking = sources(brief)
    return {actor.id: named(actor, speaking) for actor in brief.actors}


def _asked(briefs: Sequence[Brief], said: Said) -> Iterator[Asked]:
    for brief in briefs:
        names = _shown(brief)
        for demand in brief.demands:
            one = Asked(
                demand=demand,
                by=_names(names, demand.by),
                of=_names(names, demand.of),
                answers=tuple((answer.kind, _names(names, answer.by)) for answer in demand.responses),
            )
            words = excerpt(demand.text, demand.evidence, asking.WHAT_WORDS)
            if _says(said.get(demand.id), words, *one.by, *one.of):
                yield one


def _taken(briefs: Sequence[Brief], said: Said) -> Iterator[Taken]:
    for brief in briefs:
        names = _shown(brief)
        for position in brief.sanctions.positions if brief.sanctions else ():
            by = _names(names, position.by)
            if by and _says(said.get(position.id), position.stance, *by):
                yield Taken(position=position, by=" and ".join(by))


def _names(names: Mapping[str, str], identities: Iterable[str]) -> tuple[str, ...]:
    return tuple(names[identity] for identity in identities if identity in names)


def _says(item: str | None, *words: str) -> bool:
    """Whether an item of the page holds all these words."""
    return item is not None and all(_bare(one) in item for one in words)


def _plain(html: str) -> str:
    return _bare(unescape(TAG.sub("", html)))


def _bare(words: str) -> str:
    return fold(words).translate(MARKS)


def _under(heading: str, picture: str, html: str) -> str:
    """Content with a picture right under one of its headings."""
    place = re.compile(rf'<h2\b[^>]*\bid="{heading}"[^>]*>.*?</h2>', re.DOTALL)
    return place.sub(lambda found: f"{found[0]}\n{picture}", html, count=1)
