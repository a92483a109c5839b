"""From articles to briefs, and to briefs as their writers want them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator import sources, writers
from generator.assemble import assemble, complete, identified
from generator.config import ALONE, BUNDLED, Settings, Workforce
from generator.errors import ArticleUnknown, GeneratorError
from generator.language.reading import findings_of
from generator.model.article import Article
from generator.model.brief import Brief
from generator.model.diagnostic import Diagnostic
from generator.model.findings import Findings

Item = TypeVar("Item")
Progress = Callable[[Iterable[Item], int], Iterable[Item]]
Reading = tuple[Article, Findings] | GeneratorError
Source = Article | GeneratorError


def plain(items: Iterable[Item], _total: int) -> Iterable[Item]:
    """No progress shown."""
    return items


def extract(
    paths: Iterable[Path],
    *,
    pipeline: str = BUNDLED,
    cache: Path | None = None,
    workforce: Workforce = ALONE,
    progress: Progress[Reading] = plain,
) -> Iterator[Brief | GeneratorError]:
    """The brief of the article in each file, in the order given and streamed; an error where there is none."""
    paths = tuple(paths)
    readings = findings_of(sources.read_all(paths), pipeline=pipeline, cache=cache, workforce=workforce)
    for reading in progress(readings, len(paths)):
        yield reading if isinstance(reading, GeneratorError) else assemble(*reading)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The brief of one article as its writers want it, or None with the error that stood in the way.

    `remarks` are on its corrections.
    """

    article: Article
    brief: Brief | None
    error: GeneratorError | None = None
    remarks: tuple[tuple[str, Diagnostic], ...] = ()


def corrected(
    articles: Iterable[Source], settings: Settings, *, total: int, progress: Progress[Reading] = plain
) -> Iterator[Corrected | GeneratorError]:
    """The brief of each article with the corrections of its facts, in the order given and streamed.

    An error stands in its place where an article cannot be read; `total` is how many there are.
    """
    readings = findings_of(articles, pipeline=settings.pipeline, cache=settings.findings, workforce=settings.workforce)
    for reading in progress(readings, total):
        if isinstance(reading, GeneratorError):
            yield reading
            continue
        article, found = reading
        try:
            yield _corrected(article, found, settings)
        except GeneratorError as error:
            yield Corrected(article=article, brief=None, error=error)


def _corrected(article: Article, found: Findings, settings: Settings) -> Corrected:
    path = facts_path(settings, article.id)
    corrections = sources.read_corrections(path)
    revisions = writers.read_history(history_path(settings, article.id))
    remarks: tuple[Diagnostic, ...] = ()
    if path.is_file():
        named = identified(article.id, found)
        found, remarks = writers.correct(complete(article, found), named, corrections, writers.told(revisions))
    brief = writers.finish_brief(assemble(article, found), corrections)
    return Corrected(
        article=article,
        brief=brief,
        remarks=tuple((str(path), remark) for remark in remarks),
    )


def facts_path(settings: Settings, article: str) -> Path:
    """Where writers correct the facts of an article."""
    return settings.facts / f"{article}.yml"


def history_path(settings: Settings, article: str) -> Path:
    """Where the history of an article's facts is kept."""
    return settings.state / "history" / f"{sources.slug(article)}.jsonl"


def facts(settings: Settings, name: str) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """The ids and words of the facts of an article as its source gives them, by section."""
    found, errors = sources.find([settings.seeds])
    paths = [path for path in found if path.stem == name]
    if not paths:
        raise next(iter(errors), ArticleUnknown(name, settings.seeds))
    (brief,) = extract(paths, pipeline=settings.pipeline, cache=settings.findings)
    if isinstance(brief, GeneratorError):
        raise brief
    yield from writers.fact_lines(brief)
