"""Findings of articles, from the cache where they stand there, else read anew; streamed.

Articles come one by one, and findings leave in the same order as soon as they are there. Only so many articles are held
as it takes to keep whoever reads them busy, so memory does not grow with the archive. What an article's findings are
rests on the article, the pipeline and the rules alone: who reads it, and beside what else, changes no byte. spaCy is
imported only when something must be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.config import ALONE, Workforce
from generator.errors import GeneratorError
from generator.language.findings_cache import FindingsCache
from generator.language.fingerprint import fingerprint
from generator.language.line import Line
from generator.model.article import Article
from generator.model.findings import Findings


def findings_of(
    sources: Iterable[Article | GeneratorError],
    *,
    pipeline: str,
    cache: Path | None = None,
    workforce: Workforce = ALONE,
) -> Iterator[tuple[Article, Findings] | GeneratorError]:
    """The findings of each article, in the order given; an error among the articles keeps its place.

    `cache` is a folder, made where it is missing, or None. An article on which the pipeline fails gives
    `ReadingFailed`, one that twice ends its worker gives `ReaderLost`. Raises `PipelineMissing`, `PipelineUnfit`,
    `PipelineDamaged`, `WorkersFailed` and the errors of `Cluster`, as soon as something must be read.
    """
    rules = fingerprint(pipeline)
    line = Line(pipeline, rules, FindingsCache(cache, rules) if cache else None, workforce)
    try:
        for source in sources:
            line.join(source)
            yield from line.ready()
        yield from line.rest()
    finally:
        line.close()
