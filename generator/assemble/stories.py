"""Stories: the briefs of several articles on one crisis."""

from __future__ import annotations

from collections.abc import Iterable

from slugify import slugify

from generator.model.page import Entry, Story


def stories(entries: Iterable[Entry]) -> tuple[Story, ...]:
    """The stories that articles name in their front matter, by slug; the newest brief of each first."""
    grouped: dict[str, list[Entry]] = {}
    names: dict[str, str] = {}
    for entry in sorted(entries, key=lambda entry: entry.slug):
        name = entry.brief.article.story
        if name:
            slug = slugify(name)
            names.setdefault(slug, name)
            grouped.setdefault(slug, []).append(entry)
    return tuple(
        Story(slug=slug, name=names[slug], entries=tuple(sorted(grouped[slug], key=newest_first)))
        for slug in sorted(grouped)
    )


def newest_first(entry: Entry) -> tuple[int, str]:
    """Sorts the latest publication date first, then by slug; undated ones last."""
    published = entry.brief.article.published or ""
    digits = int(published.replace("-", "").ljust(8, "0")) if published else 0
    return -digits, entry.slug
