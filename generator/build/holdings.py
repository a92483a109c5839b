"""What a library knows of its articles without opening a brief, and what a brief follows from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from generator.build.briefs import Corrected
from generator.model.article import Article, Status
from generator.model.brief import Brief
from generator.model.diagnostic import Diagnostic

Remark = tuple[str, Diagnostic]
"""What is said of a file, with its path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One article that was read: `key` is the hash of all that its brief follows from, beside what all follow from.

    `sha256` is that of its file. `days` are the last days of its dated events, of which a page says whether they have
    passed. `remarks` are on the article, `asides` on its corrections.
    """

    path: str
    id: str
    key: str
    sha256: str
    status: Status
    embargo_until: str | None = None
    published: str | None = None
    story: str | None = None
    days: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    asides: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A brief as it is kept under the key of its holding."""

    key: str
    brief: Brief


def key_of(path: str, source: str, facts: str, history: str) -> str:
    """The key of a brief, from the hashes of its source, of its corrections and of the history that these may name."""
    return digest((path, source, facts, history if facts else ""))


def digest(parts: Iterable[str]) -> str:
    """One hash of several texts."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def withheld(article: Article, key: str) -> Holding:
    """The holding of an article that is not published."""
    return Holding(path=article.path, id=article.id, key=key, sha256=article.sha256, status=article.status)


def holding(made: Corrected, brief: Brief, key: str) -> Holding:
    """The holding of an article with a brief."""
    article = brief.article
    return Holding(
        path=article.path,
        id=article.id,
        key=key,
        sha256=article.sha256,
        status=article.status,
        embargo_until=article.embargo_until,
        published=article.published,
        story=article.story,
        days=tuple(sorted({day for event in brief.dates if (day := event.end or event.start)})),
        remarks=tuple((article.path, remark) for remark in brief.diagnostics),
        asides=made.remarks,
    )


def passed(days: Iterable[str], as_of: str | None) -> str:
    """Which of some days lie before the site's day, as a row of 0 and 1."""
    return "".join("1" if as_of and day < as_of[: len(day)] else "0" for day in days)
