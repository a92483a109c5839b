"""Pages of Markdown, before they become a site."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.brief import Brief
from generator.model.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: `path` is relative to docs/ with forward slashes, `text` is Markdown with front matter."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A brief and where its page stands: `docs/briefs/<slug>.md`; `left_out` are its passages beyond a site's quota."""

    slug: str
    brief: Brief
    left_out: frozenset[Evidence] = frozenset()

    def shows(self, passage: Evidence) -> bool:
        """Whether the words of a passage may be published."""
        return self.brief.article.publish_source != "none" and passage not in self.left_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Several briefs on one crisis, the newest first; `slug` names `docs/stories/<slug>.md`."""

    slug: str
    name: str
    entries: tuple[Entry, ...]
