"""Findings of articles, from the cache where they stand there, else read anew.

A cached result is found by the hash of all that it depends on: the article's text, title, date and boilerplate, the
pipeline, the rules and lexicons, the package's version. spaCy is imported only when something must be read.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import __version__
from generator.config import BUNDLED
from generator.errors import PipelineMissing, PromiseBroken
from generator.model.article import Article
from generator.model.codec import decode, encode
from generator.model.findings import Findings


def findings_of(
    articles: Iterable[Article], *, pipeline: str, cache: Path | None
) -> Iterator[tuple[Article, Findings]]:
    """The findings of each article, in the order given; `cache` is a folder, made where it is missing, or None."""
    articles = tuple(articles)
    rules = fingerprint(pipeline)
    known = {article.id: _load(cache, _key(article, rules)) for article in articles} if cache else {}
    unread = [article for article in articles if known.get(article.id) is None]
    fresh = _read(unread, pipeline) if unread else iter(())
    for article in articles:
        findings = known.get(article.id)
        if findings is None:
            _article, findings = next(fresh)
            if cache:
                _save(cache, _key(article, rules), findings)
        yield article, findings


def _read(articles: list[Article], pipeline: str) -> Iterator[tuple[Article, Findings]]:
    # Imported here, since spaCy takes longer to start than everything else together.
    from generator.language.extract import findings  # noqa: PLC0415
    from generator.language.pipelines import load_pipeline  # noqa: PLC0415

    return findings(load_pipeline(pipeline), articles)


def fingerprint(pipeline: str) -> str:
    """What results depend on besides the article: the pipeline, the rules and the version, as one hash."""
    digest = hashlib.sha256(f"{__version__}\n{pipeline}\n{_pipeline_version(pipeline)}".encode())
    room = Path(__file__).parent
    for path in sorted(room.rglob("*"), key=lambda path: path.relative_to(room).as_posix()):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(room).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _pipeline_version(pipeline: str) -> str:
    if pipeline == BUNDLED:
        return __version__
    if Path(pipeline).is_dir():
        about = Path(pipeline) / "meta.json"
        return hashlib.sha256(about.read_bytes()).hexdigest() if about.is_file() else ""
    try:
        return importlib.metadata.version(pipeline)
    except importlib.metadata.PackageNotFoundError as error:
        raise PipelineMissing(pipeline) from error


def _key(article: Article, rules: str) -> str:
    what = [rules, article.text, article.title, article.published, article.boilerplate, article.byline]
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()


def _load(cache: Path, key: str) -> Findings | None:
    try:
        return decode(Findings, json.loads((cache / f"{key}.json").read_bytes()))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, PromiseBroken):
        return None


def _save(cache: Path, key: str, findings: Findings) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    beside = cache / f"{key}.{os.getpid()}.tmp"
    beside.write_text(json.dumps(encode(findings), ensure_ascii=False), encoding="utf-8")
    beside.replace(cache / f"{key}.json")
