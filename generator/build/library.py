"""All briefs of a site: which there are, where their pages stand, and what stands in the way of others.

Only articles that changed are read; of all others the shelf knows what they came to, and no brief is opened before
somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import sources, writers
from generator.assemble import Chapter, outlines
from generator.build.briefs import Corrected, Progress, Reading, facts_path, history_path, plain
from generator.build.embargoes import as_on_day, day_of, is_out, on_day
from generator.build.holdings import Holding, Remark
from generator.build.results import read_again, results
from generator.build.shelf import Shelf
from generator.build.unread import as_before, as_kept, unread_ids, with_gone
from generator.config import Settings
from generator.errors import GeneratorError
from generator.model.article import Status
from generator.model.corrections import Corrections
from generator.model.diagnostic import Diagnostic
from generator.model.history import Revision
from generator.model.page import Entry, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story before its briefs are opened; `slug` names its page, `ids` are its articles, the newest first."""

    slug: str
    name: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The briefs of a site, and what stood in the way of others.

    `holdings` are the articles that have a page, by id, `slugs` the names of their pages, `told` the stories.
    `remarks` are diagnostics of articles that are there, each with its file. `places` is where pages stand; `withheld`
    are articles that are not published, `silent` those whose page is left as it is: unreadable now, or deleted by a
    writer. `stale` are those that cannot be read now and are as they were before; of these `last` are known from what
    was kept of an earlier run, so that no page under docs/ follows from them, and `left` the stories of these alone.
    `origins` are what pages are made from, `known` the ids of all sources.
    """

    shelf: Shelf
    holdings: Mapping[str, Holding]
    slugs: Mapping[str, str]
    told: tuple[Told, ...]
    errors: tuple[GeneratorError, ...]
    remarks: tuple[Remark, ...]
    as_of: str | None
    places: writers.Places
    withheld: Mapping[str, Status]
    silent: frozenset[str]
    origins: tuple[writers.Origin, ...]
    known: frozenset[str]
    stale: frozenset[str]
    last: frozenset[str]
    left: tuple[Told, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All briefs, by the id of the article."""
        return self.opened(self.holdings)

    @property
    def stories(self) -> tuple[Story, ...]:
        """All stories, by slug."""
        return tuple(self.story(told) for told in sorted((*self.told, *self.left), key=lambda told: told.slug))

    @property
    def revisions(self) -> Mapping[str, tuple[Revision, ...]]:
        """The histories of all briefs up to now, by the id of the article."""
        self.opened(self.holdings)
        return {name: self.history(name) for name in self.holdings}

    def made(self) -> Iterator[Holding]:
        """The articles from which pages under docs/ are made."""
        return (one for name, one in self.holdings.items() if name not in self.last)

    def opened(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        """The briefs of some articles."""
        wanted = [self.holdings[name] for name in ids]
        self.shelf.fetch(wanted)
        return tuple(self.shelf.entry(one, self.slugs[one.id], self.as_of) for one in wanted)

    def story(self, told: Told) -> Story:
        """A story with its briefs."""
        return Story(slug=told.slug, name=told.name, entries=self.opened(told.ids))

    def history(self, article: str) -> tuple[Revision, ...]:
        """The history of the facts of an article up to now."""
        settings = self.shelf.settings
        corrections = Corrections(path="")
        if article not in self.stale:
            corrections = sources.read_corrections(facts_path(settings, article))
        revisions = writers.read_history(history_path(settings, article))
        return writers.continued(revisions, self.shelf.brief(self.holdings[article]), corrections, self.as_of)


def library(settings: Settings, progress: Progress[Reading] = plain, before: Library | None = None) -> Library:
    """The briefs of all published articles of a site; those that cannot be read now are taken from `before`."""
    shelf = Shelf(settings, before.shelf if before else None)
    shelf.remake = lambda path: read_again(path, settings)
    paths, problems = sources.find([settings.seeds])
    found = results(paths, shelf, progress)
    unreadable = [path for path, one in found.items() if not isinstance(one, Holding)]
    shelf.save(unreadable if paths else map(Path, shelf.before.holdings))
    placed = writers.read_ledger(settings.state).places()
    errors = [
        *with_gone(settings, problems, placed),
        *(one for one in found.values() if isinstance(one, GeneratorError)),
    ]
    unread = unread_ids(placed, paths, errors)
    there = tuple(one for one in found.values() if isinstance(one, Holding))
    failed = [one for one in found.values() if isinstance(one, Corrected)]
    known = {*unread, *(one.id for one in there), *(one.article.id for one in failed)}
    errors += [one.error for one in failed if one.error]
    unread |= {one.article.id for one in failed}
    stale = as_before(before.shelf, before.made(), unread, shelf) if before else {}
    as_of = day_of(settings, (*there, *stale.values()))
    there = as_on_day(there, as_of)
    # Corrections that cannot be read leave a page as it is, but no embargo open.
    barred = {one.article.id: on_day(one.article, as_of) for one in failed if not is_out(one.article, as_of)}
    unread -= barred.keys()
    stale = {name: one for name, one in stale.items() if name not in barred}
    made = {one.id: one for one in there if one.status == "published"}
    made = dict(sorted({**made, **stale}.items()))
    origins, places, deleted = _placed(settings, made, known)
    slugs = {origin.id: places.slug(origin) for origin in origins if origin.id not in deleted}
    held = {one.id: one.status for one in there if one.status != "published"} | barred
    shown = {name: one for name, one in made.items() if name in slugs}
    told = _told(shown, slugs)
    last = as_kept(shelf, unread - made.keys(), places, as_of)
    slugs |= {name: places.slug(writers.Origin(id=name, slug=sources.slug(name))) for name in last}
    shown = dict(sorted({**shown, **last}.items()))
    return Library(
        shelf=shelf,
        holdings=shown,
        slugs={name: slugs[name] for name in shown},
        told=told,
        errors=tuple(errors),
        remarks=tuple(_remarks(settings, made, stale, there, known)),
        as_of=as_of,
        places=places,
        withheld=held,
        silent=frozenset(unread | deleted),
        origins=origins,
        known=frozenset(known),
        stale=frozenset({*stale, *last}),
        last=frozenset(last),
        left=_left(last, slugs, told, places, settings.docs),
    )


def _placed(
    settings: Settings, made: Mapping[str, Holding], known: Collection[str]
) -> tuple[tuple[writers.Origin, ...], writers.Places, set[str]]:
    """From what pages are made, where these stand, and those of them that a writer deleted."""
    origins = _origins(made, made)
    places = writers.find_places(origins, known=known, docs=settings.docs, state=settings.state)
    deleted = {origin.id for origin in origins if places.deleted(origin)}
    if deleted:
        # A story none of whose briefs has a page has none either.
        origins = _origins(made, made.keys() - deleted)
        places = writers.find_places(origins, known=known, docs=settings.docs, state=settings.state)
    return origins, places, deleted


def _origins(made: Mapping[str, Holding], shown: Collection[str]) -> tuple[writers.Origin, ...]:
    """From what pages are made: all articles, and stories of those that are shown."""
    slugs = {name: sources.slug(name) for name in made}
    told = outlines(_chapters(made, {name: slug for name, slug in slugs.items() if name in shown}))
    return (
        *(writers.Origin(id=one.id, slug=slugs[one.id], sha256=one.sha256) for one in made.values()),
        *(writers.Origin(id=f"{writers.STORY}{story.slug}", slug=story.slug) for story in told),
    )


def _chapters(made: Mapping[str, Holding], slugs: Mapping[str, str]) -> Iterator[Chapter]:
    return (
        Chapter(slug=slugs[name], story=one.story, published=one.published)
        for name, one in made.items()
        if name in slugs
    )


def _told(shown: Mapping[str, Holding], slugs: Mapping[str, str]) -> tuple[Told, ...]:
    """Stories where their pages stand; one whose page a writer deleted has none."""
    ids = {slugs[name]: name for name in shown}
    return tuple(
        Told(slug=slug, name=one.name, ids=tuple(ids[chapter] for chapter in one.chapters))
        for one in outlines(_chapters(shown, slugs))
        if (slug := slugs.get(f"{writers.STORY}{one.slug}")) is not None
    )


def _left(
    last: Mapping[str, Holding], slugs: Mapping[str, str], told: Iterable[Told], places: writers.Places, docs: Path
) -> tuple[Told, ...]:
    """The stories of articles that cannot be read now whose pages stand, beside those that are told."""
    standing = {
        name: places.slug(writers.Origin(id=name, slug=name.removeprefix(writers.STORY)))
        for name, line in places.here.items()
        if name.startswith(writers.STORY) and line.state == "current" and writers.is_there(docs / line.path)
    }
    made = {one.slug for one in told}
    stories = _told(last, {**{name: slugs[name] for name in last}, **standing})
    return tuple(one for one in stories if one.slug not in made)


def _remarks(
    settings: Settings,
    made: Mapping[str, Holding],
    stale: Mapping[str, Holding],
    there: Iterable[Holding],
    known: set[str],
) -> Iterator[Remark]:
    there = tuple(there)
    yield from settings.remarks
    for one in made.values():
        yield from one.remarks
    for one in there:
        yield from one.asides if one.id not in stale else ()
    yield from _astray(settings, known)
    for one in there:
        if one.status != "published":
            ends = one.embargo_until if one.status == "embargo" else None
            why = f"is under embargo until {ends}" if ends else f"has the status '{one.status}'"
            held_back = f"{why}; it gets no page"
            yield one.path, Diagnostic(severity="note", code="held-back", message=held_back)


def _astray(settings: Settings, known: set[str]) -> Iterator[Remark]:
    """Files of corrections that belong to no article."""
    for path in sorted(settings.facts.glob("*.yml")):
        if path.stem not in known:
            message = f"there is no article '{path.stem}'; give the file the name of an article, or delete it"
            yield str(path), Diagnostic(severity="warning", code="homeless", message=message)
