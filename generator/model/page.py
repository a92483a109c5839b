"""Pages of Markdown, before they become a site."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.brief import Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: `path` is relative to docs/ with forward slashes, `text` is Markdown with front matter."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A brief and where its page stands: `docs/briefs/<slug>.md`."""

    slug: str
    brief: Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Several briefs on one crisis, the newest first; `slug` names `docs/stories/<slug>.md`."""

    slug: str
    name: str
    entries: tuple[Entry, ...]
