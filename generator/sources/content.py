"""What one file holds, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The body of a file as paragraphs, and what its format says about it.

    `title` is empty and `published` None where the format gives none; `published` is an ISO date.
    """

    paragraphs: tuple[str, ...]
    title: str = ""
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
