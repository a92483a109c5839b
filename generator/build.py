"""The hall: the way from seeds to pages, through every wing.

seed file -> `Article` -> `Findings` -> `Brief` -> `Page` -> merge with the writer's page -> docs/
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from generator import pages, sources, writers
from generator.assemble import assemble, complete, identified, stories
from generator.config import Settings
from generator.errors import ArticleUnknown, GeneratorError
from generator.language.reading import findings_of
from generator.model.article import Article, PublishSource, Status
from generator.model.brief import Brief
from generator.model.corrections import Corrections
from generator.model.diagnostic import Diagnostic
from generator.model.findings import Findings
from generator.model.history import Revision
from generator.model.page import Entry, Page, Story

Item = TypeVar("Item")
Progress = Callable[[Iterable[Item], int], Iterable[Item]]
Reading = tuple[Article, Findings]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Regeneration:
    """What a regeneration does to docs/: every page that is not as it should be, and what a writer has to see to."""

    library: Library
    changes: tuple[writers.Change, ...]


def plain(items: Iterable[Item], _total: int) -> Iterable[Item]:
    """No progress shown."""
    return items


def articles(
    paths: Iterable[Path], *, recursive: bool = False, publish_source: PublishSource = "passages"
) -> tuple[tuple[Article, ...], tuple[GeneratorError, ...]]:
    """The articles among files and folders, by id, and what is wrong with those that are left out."""
    found, problems = sources.find(paths, recursive=recursive)
    read: list[Article] = []
    errors = list(problems)
    for path in found:
        try:
            read.append(sources.read(path, publish_source=publish_source))
        except GeneratorError as error:
            errors.append(error)
    return tuple(read), tuple(errors)


def extract(
    read: tuple[Article, ...], *, pipeline: str, cache: Path | None = None, progress: Progress[Reading] = plain
) -> Iterator[Brief]:
    """The brief of each article, in the order given."""
    for article, findings in progress(findings_of(read, pipeline=pipeline, cache=cache), len(read)):
        yield assemble(article, findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The brief of one article as its writers want it, or None with the error that stood in the way.

    `remarks` are on its corrections; `revisions` is its history so far.
    """

    article: Article
    brief: Brief | None
    error: GeneratorError | None = None
    corrections: Corrections | None = None
    remarks: tuple[tuple[str, Diagnostic], ...] = ()
    revisions: tuple[Revision, ...] = ()


def corrected(
    read: tuple[Article, ...], settings: Settings, progress: Progress[Reading] = plain
) -> Iterator[Corrected]:
    """The brief of each article with the corrections of its facts, in the order given."""
    cache = settings.cache / "findings"
    for article, found in progress(findings_of(read, pipeline=settings.pipeline, cache=cache), len(read)):
        try:
            yield _corrected(article, found, settings)
        except GeneratorError as error:
            yield Corrected(article=article, brief=None, error=error)


def _corrected(article: Article, found: Findings, settings: Settings) -> Corrected:
    path = settings.facts / f"{article.id}.yml"
    corrections = sources.read_corrections(path)
    revisions = writers.read_history(_history(settings, article.id))
    remarks: tuple[Diagnostic, ...] = ()
    if path.is_file():
        named = identified(article.id, found)
        found, remarks = writers.correct(complete(article, found), named, corrections, writers.told(revisions))
    brief = writers.finish_brief(assemble(article, found), corrections)
    shown = os.path.relpath(path)
    return Corrected(
        article=article,
        brief=brief,
        corrections=corrections,
        remarks=tuple((shown, remark) for remark in remarks),
        revisions=revisions,
    )


def _history(settings: Settings, article: str) -> Path:
    return settings.state / "history" / f"{sources.slug(article)}.jsonl"


def library(settings: Settings, progress: Progress[Reading] = plain, before: Library | None = None) -> Library:
    """The briefs of all published articles of a site; those that cannot be read now are taken from `before`."""
    read, errors = articles([settings.seeds], publish_source=settings.publish_source)
    unread = _unread(settings, errors)
    shown = tuple(article for article in read if article.status == "published")
    made = tuple(corrected(shown, settings, progress))
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
    known = {*unread, *(article.id for article in read)}
    places = writers.find_places(origins, known=known, docs=settings.docs, state=settings.state)
    deleted = {origin.id for origin in origins if places.deleted(origin)}
    slugs = {origin.id: places.slug(origin) for origin in origins if origin.id not in deleted}
    entries = tuple(Entry(slug=slugs[brief.article.id], brief=brief) for brief in briefs if brief.article.id in slugs)
    remarks = [(brief.article.path, remark) for brief in briefs for remark in brief.diagnostics]
    remarks += [remark for one in made for remark in one.remarks]
    remarks += _astray(settings, known)
    for article in read:
        if article.status != "published":
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
        withheld={article.id: article.status for article in read if article.status != "published"},
        silent=frozenset(unread | deleted),
    )


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


def regeneration(
    settings: Settings, progress: Progress[Reading] = plain, before: Library | None = None
) -> Regeneration:
    """What a regeneration would do, without doing it; see `library` for `before`."""
    built = library(settings, progress, before)
    renderer = pages.Renderer(settings.templates)
    told = {entry.slug: story for story in built.stories for entry in story.entries}
    fresh = [
        renderer.brief_page(entry, built.as_of, told.get(entry.slug), built.revisions[entry.brief.article.id])
        for entry in built.entries
    ]
    fresh += [renderer.story_page(story, built.as_of) for story in built.stories]
    changes = writers.changes(
        fresh,
        built.places,
        withheld=built.withheld,
        silent=built.silent,
        docs=settings.docs,
        state=settings.state,
    )
    changes += writers.history_changes(
        {_history(settings, entry.brief.article.id): built.revisions[entry.brief.article.id] for entry in built.entries}
    )
    said = tuple((os.path.relpath(settings.docs / change.path), change.remark) for change in changes if change.remark)
    built = replace(built, remarks=(*built.remarks, *said))
    return Regeneration(library=built, changes=changes)


def indexes(settings: Settings, built: Library) -> tuple[Page, ...]:
    """The pages over all briefs, which stand in no file."""
    return pages.Renderer(settings.templates).index_pages(built.entries, built.stories, built.as_of)


def generate(settings: Settings, progress: Progress[Reading] = plain, before: Library | None = None) -> Regeneration:
    """Regenerates the pages of a site under docs/; what writers wrote stays.

    A page that cannot be written stays as it is, and is among the library's errors.
    """
    with writers.alone(settings.cache):
        writers.take_up(root=settings.root, cache=settings.cache)
        planned = regeneration(settings, progress, before)
        unwritten = writers.apply(planned.changes, root=settings.root, cache=settings.cache)
        writers.finish(cache=settings.cache)
    return replace(planned, library=replace(planned.library, errors=(*planned.library.errors, *unwritten)))


def facts(settings: Settings, name: str) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """The ids and words of the facts of an article as its source gives them, by section."""
    found, errors = sources.find([settings.seeds])
    paths = [path for path in found if path.stem == name]
    if not paths:
        raise next(iter(errors), ArticleUnknown(name, settings.seeds))
    article = sources.read(paths[0])
    readings = findings_of((article,), pipeline=settings.pipeline, cache=settings.cache / "findings")
    brief = assemble(article, next(iter(readings))[1])
    yield from writers.fact_lines(brief)


def check(settings: Settings, progress: Progress[Reading] = plain) -> tuple[tuple[str, Diagnostic], ...]:
    """What is wrong with the pages that stand in docs/, each with its file; empty where all keep their promises."""
    built = library(settings, progress)
    rests_on: dict[str, tuple[Article, ...]] = {
        f"briefs/{entry.slug}.md": (entry.brief.article,) for entry in built.entries
    }
    for story in built.stories:
        rests_on[f"stories/{story.slug}.md"] = tuple(entry.brief.article for entry in story.entries)
    found = [(error.where.rsplit(":", 1)[0], _as_diagnostic(error)) for error in built.errors]
    for name, sources_of_page in sorted(rests_on.items()):
        path = settings.docs / name
        shown = os.path.relpath(path)
        text = writers.read_text(path)
        if text is None:
            missing = "there is no page yet; run 'briefs generate'"
            found.append((shown, Diagnostic(severity="error", code="no-page", message=missing)))
        else:
            found += [(shown, fault) for fault in pages.check_page(text, sources_of_page)]
            found += [(shown, fault) for fault in writers.conflict_faults(text)]
    return tuple(found)


def _as_diagnostic(error: GeneratorError) -> Diagnostic:
    line = error.where.rsplit(":", 1)[-1]
    return Diagnostic(severity="error", code="source", message=error.what, line=int(line) if line.isdigit() else 1)
