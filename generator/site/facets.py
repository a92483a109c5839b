"""By what a reader narrows a search: who acts in a brief, to which story it belongs, and of which year it is."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.page import Entry, Story
from generator.site.view import Facets

ACTOR, STORY, YEAR = "actor", "story", "year"
FOREMOST = 12
"""Actors of a brief by whom it is found; those that act most come first."""


def facets(entries: Iterable[Entry], stories: Iterable[Story]) -> Facets:
    """The facets of every brief, by the path of its page under docs/."""
    told = {entry.slug: story.name for story in stories for entry in story.entries}
    found = {}
    for entry in entries:
        named = [actor.name for actor in entry.brief.actors if not actor.anonymous][:FOREMOST]
        mine = [(ACTOR, name) for name in named]
        mine += [(STORY, told[entry.slug])] if entry.slug in told else []
        mine += [(YEAR, entry.brief.article.published[: len("2022")])] if entry.brief.article.published else []
        found[f"briefs/{entry.slug}.md"] = tuple(mine)
    return found
