"""All outputs of a site, and the pages to which they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from generator.model.page import Entry, Story
from generator.publish import cards
from generator.publish.calendar import Coming, calendar, coming_events
from generator.publish.days import full_day
from generator.publish.feeds import ATOM, JSON_FEED, atom, json_feed
from generator.publish.figures import Figures
from generator.publish.linked import linked_data
from generator.publish.moved import redirects
from generator.publish.news import Histories, last_change, news
from generator.publish.pages import CALENDAR, HOW_MADE, with_outputs
from generator.publish.rights import brief_json
from generator.publish.sharing import SITE_CARD, Shared, meta, shared_entry, shared_story, site_card
from generator.publish.site import Output, Site, beside, entry_path, story_path

ROBOTS = "robots.txt"
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a site publishes beside its pages; pages go by their paths under docs/.

    `own` are the paths of each page's outputs, `linked` is its JSON-LD, `changed` the day of its last change, `figures`
    its pictures, `shared` what it says of itself where it is shared. `common` are the paths of outputs of the whole
    site.
    """

    site: Site
    outputs: tuple[Output, ...] = ()
    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    linked: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, str] = field(default_factory=dict)
    figures: Figures = field(default_factory=Figures)
    shared: Mapping[str, Shared] = field(default_factory=dict)
    common: frozenset[str] = frozenset()

    def illustrated(self, path: str, html: str) -> str:
        """The content of a page with its pictures."""
        return self.figures.drawn(path, html)

    def bare(self) -> Publication:
        """What concerns no page alone, without the files to give away."""
        return replace(self, outputs=(), own={}, linked={}, figures=Figures(), shared={})

    def part(self, path: str) -> Publication:
        """What concerns one page alone."""
        return Publication(
            site=self.site,
            own=_of(self.own, path),
            linked=_of(self.linked, path),
            figures=self.figures.part(path),
            shared=_of(self.shared, path),
        )

    def with_part(self, other: Publication) -> Publication:
        """What concerns the pages of both, and no page alone."""
        return replace(
            self,
            own={**self.own, **other.own},
            linked={**self.linked, **other.linked},
            figures=self.figures.with_part(other.figures),
            shared={**self.shared, **other.shared},
        )

    def page(self, path: str, html: str) -> str:
        """A built page with what it says of outputs."""
        address = self.site.address(path)
        return with_outputs(
            html,
            page=address,
            own=self.own.get(path, ()),
            site=self.site,
            calendar=CALENDAR in self.common,
            how_made=HOW_MADE in self.changed,
            meta=meta(html, address, self.site, self.shared.get(path), cards=SITE_CARD in self.common),
            linked=self.linked.get(path, ""),
        )


def _of(values: Mapping[str, Value], path: str) -> dict[str, Value]:
    return {path: values[path]} if path in values else {}


def publication(
    entries: tuple[Entry, ...],
    stories: tuple[Story, ...],
    site: Site,
    *,
    histories: Histories,
    moved: Mapping[str, str],
    indexes: Iterable[str] = (),
    kept: Path | None = None,
) -> Publication:
    """What a site publishes of its briefs.

    `histories` go by article, `moved` are old paths of pages and their new, `indexes` the paths of pages over all
    briefs, which change with the site's day. Cards are kept in the folder `kept`; without one, none are made.
    """
    ahead = {entry_path(entry): tuple(coming_events(entry, site)) for entry in entries}
    beside_pages = {path: tuple(made) for path, made in _beside_pages(entries, stories, ahead)}
    changed = {
        entry_path(entry): last_change(entry, histories.get(entry.brief.article.id, ()), site.as_of)
        for entry in entries
    }
    for story in stories:
        days = [changed[entry_path(entry)] for entry in story.entries if entry_path(entry) in changed]
        changed[story_path(story)] = max(days, default=full_day(site.as_of))
    changed |= _changed_indexes(indexes, entries, changed, site)
    shared = dict(
        [shared_entry(entry, site, changed.get(entry_path(entry))) for entry in entries]
        + [shared_story(story, site, changed.get(story_path(story))) for story in stories]
    )
    told = news(entries, histories, site)
    dates = calendar(site.name, (event for events in ahead.values() for event in events))
    gone = {old: new for old, new in moved.items() if old not in changed}
    common = (
        *([Output(path=CALENDAR, content=dates)] if dates else []),
        Output(path=ATOM, content=atom(told, site)),
        Output(path=JSON_FEED, content=json_feed(told, site)),
        Output(path=ROBOTS, content=_robots(site)),
        *_drawn({SITE_CARD: site_card(site)} | {one.card: one.says for one in shared.values()}, kept),
        *redirects(gone, site),
    )
    return Publication(
        site=site,
        outputs=(*(output for made in beside_pages.values() for output in made), *common),
        own={path: tuple(output.path for output in made) for path, made in beside_pages.items()},
        linked={
            entry_path(entry): linked_data(
                entry,
                histories.get(entry.brief.article.id, ()),
                site,
                image=shared[entry_path(entry)].card if site.url and kept else None,
            )
            for entry in entries
        },
        changed=changed,
        figures=Figures.of(entries, stories, site.as_of),
        shared=shared,
        common=frozenset(output.path for output in common),
    )


def _drawn(says: Mapping[str, cards.Card], kept: Path | None) -> Iterator[Output]:
    """The cards by their paths."""
    if kept:
        for path, content in cards.kept(says, kept).items():
            yield Output(path=path, content=content)


def _changed_indexes(
    indexes: Iterable[str], entries: Iterable[Entry], changed: Mapping[str, str], site: Site
) -> dict[str, str]:
    """The days of pages over briefs: a page of an actor or a source changes with its briefs, others with the site."""
    days: dict[str, str] = {}
    for entry in entries:
        day = changed[entry_path(entry)]
        for name in (f"sources/{entry.slug}.md", *(f"actors/{actor.id}.md" for actor in entry.brief.actors)):
            days[name] = max(day, days.get(name, ""))
    return {path: days.get(path, full_day(site.as_of)) for path in indexes}


def _beside_pages(
    entries: tuple[Entry, ...], stories: tuple[Story, ...], ahead: Mapping[str, tuple[Coming, ...]]
) -> Iterator[tuple[str, list[Output]]]:
    for entry in entries:
        path, article = entry_path(entry), entry.brief.article
        dates = calendar(article.title or article.id, ahead[path])
        made = [Output(path=beside(path, ".ics"), content=dates)] if dates else []
        yield path, [*made, Output(path=beside(path, ".json"), content=brief_json(entry.brief, entry.left_out))]
    for story in stories:
        path = story_path(story)
        dates = calendar(story.name, (event for entry in story.entries for event in ahead.get(entry_path(entry), ())))
        yield path, [Output(path=beside(path, ".ics"), content=dates)] if dates else []


def _robots(site: Site) -> bytes:
    """Everything may be read; the sitemap is named where its full address is known, as its protocol wants it."""
    rules = "User-agent: *\nAllow: /\n"
    return (f"{rules}\nSitemap: {site.link('sitemap.xml')}\n" if site.url else rules).encode()
