"""All briefs of a site: which there are, where their pages stand, and what stands in the way of others."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import sources, writers
from generator.assemble import stories
from generator.build.briefs import Corrected, Progress, Reading, Source, corrected, plain
from generator.config import Settings
from generator.errors import GeneratorError
from generator.model.article import Article, Status
from generator.model.brief import Brief
from generator.model.corrections import Corrections
from generator.model.diagnostic import Diagnostic
from generator.model.history import Revision
from generator.model.page import Entry, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The briefs of a site, by slug, and what stood in the way of others.

    `remarks` are diagnostics of articles that are there, each with its file. `places` is where pages stand; `withheld`
    are articles that are not published, `silent` those whose page is left as it is: unreadable now, or deleted by a
    writer.
    """

    entries: tuple[Entry, ...]
    stories: tuple[Story, ...]
    errors: tuple[GeneratorError, ...]
    remarks: tuple[tuple[str, Diagnostic], ...]
    as_of: str | None
    places: writers.Places
    revisions: Mapping[str, tuple[Revision, ...]]
    withheld: Mapping[str, Status]
    silent: frozenset[str]


def library(settings: Settings, progress: Progress[Reading] = plain, before: Library | None = None) -> Library:
    """The briefs of all published articles of a site; those that cannot be read now are taken from `before`."""
    paths, problems = sources.find([settings.seeds])
    held: list[Article] = []
    shown = _published(sources.read_all(paths, publish_source=settings.publish_source), held)
    read = tuple(corrected(shown, settings, total=len(paths), progress=progress))
    made = tuple(one for one in read if isinstance(one, Corrected))
    errors = (*problems, *(one for one in read if isinstance(one, GeneratorError)))
    unread = _unread(settings, errors)
    known = {*unread, *(article.id for article in held), *(one.article.id for one in made)}
    errors = (*errors, *(one.error for one in made if one.error))
    unread |= {one.article.id for one in made if one.error}
    made += _as_before(before, unread)
    briefs = tuple(sorted((one.brief for one in made if one.brief), key=lambda brief: brief.article.id))
    as_of = _as_of(settings, briefs)
    named = {brief.article.id: sources.slug(brief.article.id) for brief in briefs}
    told = stories(Entry(slug=named[brief.article.id], brief=brief) for brief in briefs)
    origins = [
        writers.Origin(id=brief.article.id, slug=named[brief.article.id], sha256=brief.article.sha256)
        for brief in briefs
    ]
    origins += [writers.Origin(id=f"{writers.STORY}{story.slug}", slug=story.slug) for story in told]
    places = writers.find_places(origins, known=known, docs=settings.docs, state=settings.state)
    deleted = {origin.id for origin in origins if places.deleted(origin)}
    slugs = {origin.id: places.slug(origin) for origin in origins if origin.id not in deleted}
    entries = tuple(Entry(slug=slugs[brief.article.id], brief=brief) for brief in briefs if brief.article.id in slugs)
    remarks = [(brief.article.path, remark) for brief in briefs for remark in brief.diagnostics]
    remarks += [remark for one in made for remark in one.remarks]
    remarks += _astray(settings, known)
    for article in held:
        held_back = f"has the status '{article.status}'; it gets no page"
        remarks.append((article.path, Diagnostic(severity="note", code="held-back", message=held_back)))
    return Library(
        entries=entries,
        stories=_moved(stories(entries), slugs),
        errors=errors,
        remarks=tuple(remarks),
        as_of=as_of,
        revisions={
            one.article.id: writers.continued(one.revisions, one.brief, one.corrections, as_of)
            for one in made
            if one.brief and one.corrections
        },
        places=places,
        withheld={article.id: article.status for article in held},
        silent=frozenset(unread | deleted),
    )


def _published(read: Iterable[Source], held: list[Article]) -> Iterator[Source]:
    """Those of the articles that get a page; the others are put into `held`."""
    for source in read:
        if isinstance(source, Article) and source.status != "published":
            held.append(source)
        else:
            yield source


def _unread(settings: Settings, errors: Iterable[GeneratorError]) -> set[str]:
    """The ids of articles that are there and cannot be read; of all that ever were, where there is no folder."""
    placed = writers.find_places((), known=(), docs=settings.docs, state=settings.state).ledger.places()
    if not settings.seeds.is_dir():
        return set(placed)
    unread = {Path(error.where.rsplit(":", 1)[0]).stem for error in errors}
    # A story may be one of these articles' alone.
    return unread | {name for name in placed if unread & placed.keys() and name.startswith(writers.STORY)}


def _as_before(before: Library | None, unread: set[str]) -> tuple[Corrected, ...]:
    """Briefs of an earlier library whose articles cannot be read now."""
    kept = [entry.brief for entry in before.entries if entry.brief.article.id in unread] if before else []
    return tuple(
        Corrected(
            article=brief.article,
            brief=brief,
            corrections=Corrections(path=""),
            revisions=before.revisions[brief.article.id] if before else (),
        )
        for brief in kept
    )


def _astray(settings: Settings, known: set[str]) -> Iterator[tuple[str, Diagnostic]]:
    """Files of corrections that belong to no article."""
    for path in sorted(settings.facts.glob("*.yml")):
        if path.stem not in known:
            message = f"there is no article '{path.stem}'; give the file the name of an article, or delete it"
            yield os.path.relpath(path), Diagnostic(severity="warning", code="homeless", message=message)


def _moved(told: tuple[Story, ...], slugs: Mapping[str, str]) -> tuple[Story, ...]:
    """Stories where their pages stand; one whose page a writer deleted has none."""
    names = {story.slug: slugs.get(f"{writers.STORY}{story.slug}") for story in told}
    return tuple(replace(story, slug=slug) for story in told if (slug := names[story.slug]) is not None)


def _as_of(settings: Settings, briefs: Iterable[Brief]) -> str | None:
    if settings.as_of == "latest":
        return max((brief.article.published for brief in briefs if brief.article.published), default=None)
    if settings.as_of == "today":
        stamp = os.environ.get("SOURCE_DATE_EPOCH")
        return time.strftime("%Y-%m-%d", time.gmtime(int(stamp) if stamp else None))
    return settings.as_of
