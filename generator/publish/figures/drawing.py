"""The pictures of a page, each under the heading of the section whose facts it shows.

A picture shows only what its page says: an item that a writer took out, or put in other words, is not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

from generator.model.brief import Brief
from generator.model.page import Entry, Story
from generator.model.quoting import excerpt
from generator.model.wording import fold, named
from generator.publish.figures import asking, stands, timeline
from generator.publish.figures.asking import Asked
from generator.publish.figures.stands import Taken
from generator.publish.figures.timeline import Placed
from generator.publish.site import entry_path, story_path

ITEM = re.compile(r'<\w+\b[^>]*\bid="([dpt]-[a-z0-9]{8})"[^>]*>(.*?)</(?:li|tr)>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
MARKS = str.maketrans("", "", "“”„‟\"'‘’")
"""Quotation marks, which a Markdown extension may turn."""
DATES, DEMANDS, POSITIONS = "whats-next", "demands-and-responses", "the-sanctions-debate"
"""The ids of the headings under which pictures stand."""
Said = Mapping[str, str]
"""What a page says of its items, in plain words, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The pictures of pages, by their paths under docs/.

    `briefs` are those that a page is about, the newest first; `stories` are the paths of stories.
    """

    briefs: Mapping[str, tuple[Brief, ...]] = field(default_factory=dict)
    stories: frozenset[str] = frozenset()

    @classmethod
    def of(cls, entries: Iterable[Entry], stories: Iterable[Story]) -> Figures:
        """The pictures of the pages of briefs and stories."""
        pages = {entry_path(entry): (entry.brief,) for entry in entries}
        told = {story_path(story): tuple(entry.brief for entry in story.entries) for story in stories}
        return cls(briefs=pages | told, stories=frozenset(told))

    def part(self, path: str) -> Figures:
        """The pictures of one page."""
        briefs = self.briefs.get(path)
        return Figures(briefs={path: briefs} if briefs else {}, stories=self.stories & {path})

    def with_part(self, other: Figures) -> Figures:
        """The pictures of the pages of both."""
        return Figures(briefs={**self.briefs, **other.briefs}, stories=self.stories | other.stories)

    def drawn(self, path: str, html: str) -> str:
        """The content of a page with its pictures; as it is where the page has none."""
        briefs = self.briefs.get(path)
        if not briefs:
            return html
        said = {found[1]: _plain(found[2]) for found in ITEM.finditer(html)}
        for heading, picture in (
            (DATES, _dates(briefs, said, story=path in self.stories)),
            (DEMANDS, asking.asking(_asked(briefs, said))),
            (POSITIONS, stands.stands(_taken(briefs, said))),
        ):
            if picture:
                html = _under(heading, picture, html)
        return html


def _dates(briefs: Sequence[Brief], said: Said, *, story: bool) -> str:
    events = [event for brief in briefs for event in brief.dates if event.id in said]
    known = [one for event in events if (one := timeline.placed(event)) and _says(said[event.id], one.when, one.label)]
    published = max((brief.article.published for brief in briefs if brief.article.published), default=None)
    undated = sum(event.start is None for event in events)
    return timeline.timeline(_once(known), published, undated=undated, story=story)


def _once(events: Iterable[Placed]) -> Iterator[Placed]:
    """Events each once, where several reports give the same words for the same days."""
    return iter({(one.days, one.label): one for one in events}.values())


def _asked(briefs: Sequence[Brief], said: Said) -> Iterator[Asked]:
    for brief in briefs:
        names = {actor.id: named(actor) for actor in brief.actors}
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
        names = {actor.id: named(actor) for actor in brief.actors}
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
