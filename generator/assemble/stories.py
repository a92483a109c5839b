"""Stories: the briefs of several articles on one crisis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from slugify import slugify

from generator.model.page import Entry, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What of a brief says where it stands in its story: the story that its article names, and its publication date."""

    slug: str
    story: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A story before its briefs are read; `chapters` are their slugs, the newest first."""

    slug: str
    name: str
    chapters: tuple[str, ...]


def outlines(chapters: Iterable[Chapter]) -> tuple[Outline, ...]:
    """The stories that articles name in their front matter, by slug; the newest brief of each first."""
    grouped: dict[str, list[Chapter]] = {}
    names: dict[str, str] = {}
    for chapter in sorted(chapters, key=lambda chapter: chapter.slug):
        if chapter.story:
            slug = slugify(chapter.story)
            names.setdefault(slug, chapter.story)
            grouped.setdefault(slug, []).append(chapter)
    return tuple(
        Outline(
            slug=slug,
            name=names[slug],
            chapters=tuple(chapter.slug for chapter in sorted(grouped[slug], key=newest_first)),
        )
        for slug in sorted(grouped)
    )


def stories(entries: Iterable[Entry]) -> tuple[Story, ...]:
    """The stories of briefs."""
    known = {entry.slug: entry for entry in entries}
    chapters = (
        Chapter(slug=slug, story=entry.brief.article.story, published=entry.brief.article.published)
        for slug, entry in known.items()
    )
    return tuple(
        Story(slug=one.slug, name=one.name, entries=tuple(known[slug] for slug in one.chapters))
        for one in outlines(chapters)
    )


def newest_first(chapter: Chapter) -> tuple[int, str]:
    """Sorts the latest publication date first, then by slug; undated ones last."""
    published = chapter.published or ""
    digits = int(published.replace("-", "").ljust(8, "0")) if published else 0
    return -digits, chapter.slug
