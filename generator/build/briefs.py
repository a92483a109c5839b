"""From articles to briefs, and to briefs as their writers want them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator import sources, writers
from generator.assemble import assemble, complete, identified
from generator.config import Settings
from generator.errors import ArticleUnknown, GeneratorError
from generator.language.reading import findings_of
from generator.model.article import Article, PublishSource
from generator.model.brief import Brief
from generator.model.corrections import Corrections
from generator.model.diagnostic import Diagnostic
from generator.model.findings import Findings
from generator.model.history import Revision

Item = TypeVar("Item")
Progress = Callable[[Iterable[Item], int], Iterable[Item]]
Reading = tuple[Article, Findings]


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
    revisions = writers.read_history(history_path(settings, article.id))
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


def history_path(settings: Settings, article: str) -> Path:
    """Where the history of an article's facts is kept."""
    return settings.state / "history" / f"{sources.slug(article)}.jsonl"


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
