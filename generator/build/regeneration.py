"""What a regeneration does to docs/, and whether what stands there keeps its promises."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from generator import pages, writers
from generator.build.briefs import Progress, Reading, history_path, plain
from generator.build.library import Library, library
from generator.config import Settings
from generator.errors import GeneratorError
from generator.model.article import Article
from generator.model.diagnostic import Diagnostic
from generator.model.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Regeneration:
    """What a regeneration does to docs/: every page that is not as it should be, and what a writer has to see to."""

    library: Library
    changes: tuple[writers.Change, ...]


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
        {
            history_path(settings, entry.brief.article.id): built.revisions[entry.brief.article.id]
            for entry in built.entries
        }
    )
    said = tuple((os.path.relpath(settings.docs / change.path), change.remark) for change in changes if change.remark)
    built = replace(built, remarks=(*built.remarks, *said))
    return Regeneration(library=built, changes=changes)


def indexes(settings: Settings, built: Library) -> tuple[Page, ...]:
    """The pages over all briefs, which stand in no file."""
    pipeline = Path(settings.pipeline).name
    return pages.Renderer(settings.templates).index_pages(built.entries, built.stories, built.as_of, pipeline)


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
