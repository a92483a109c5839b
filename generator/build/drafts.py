"""The pages of a library before they are written: from what each is made, and so which need no writing."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import pages, writers
from generator.build.briefs import history_path
from generator.build.holdings import digest, passed
from generator.build.library import Library, Told
from generator.build.settled import Settled, files_of
from generator.config import Settings
from generator.kept.ground import contents
from generator.kept.stamps import Stamp
from generator.model.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The page of an article or of a story: `key` is the hash of all that it is made from.

    `history` is the path of the history of its facts, empty for a story.
    """

    id: str
    path: str
    key: str
    history: str = ""


def drafts(built: Library) -> Iterator[Draft]:
    """The pages of a library, unwritten."""
    settings = built.shelf.settings
    rest = digest((built.shelf.rules, templates(settings), repr(settings.quota)))
    briefs = {one.id: digest((one.key, built.slugs[one.id], passed(one.days, built.as_of))) for one in built.made()}
    stories = {told.slug: digest((told.slug, told.name, *(briefs[name] for name in told.ids))) for told in built.told}
    inside = _inside(built)
    for name, key in briefs.items():
        told = inside.get(name)
        yield Draft(
            id=name,
            path=posixpath.normpath(f"briefs/{built.slugs[name]}.md"),
            key=digest((rest, key, stories[told.slug] if told else "")),
            history=str(history_path(settings, name)),
        )
    here = {line.path: name for name, line in built.places.here.items()}
    for told in built.told:
        path = posixpath.normpath(f"stories/{told.slug}.md")
        yield Draft(id=here[path], path=path, key=digest((rest, stories[told.slug])))


def templates(settings: Settings) -> str:
    """The hash of all templates of pages."""
    return contents(folder for folder in (settings.templates, pages.built_in()) if folder.is_dir())


def _inside(built: Library) -> dict[str, Told]:
    """The story in which an article stands."""
    return {name: told for told in built.told for name in told.ids}


class Desk:
    """Where drafts become pages."""

    def __init__(self, built: Library) -> None:
        self.built, self.renderer = built, pages.Renderer(built.shelf.settings.templates)
        self.inside = _inside(built)
        self.told = {posixpath.normpath(f"stories/{told.slug}.md"): told for told in built.told}

    def page(self, draft: Draft) -> Page:
        """The page of a draft; raises `TemplateBroken`."""
        built = self.built
        if draft.path in self.told and not draft.history:
            return self.renderer.story_page(built.story(self.told[draft.path]), built.as_of)
        (entry,) = built.opened([draft.id])
        told = self.inside.get(draft.id)
        story = built.story(told) if told else None
        return self.renderer.brief_page(entry, built.as_of, story, built.history(draft.id))


def settled(built: Library, found: tuple[Draft, ...]) -> dict[str, Settled]:
    """Those of the drafts, by id, to whose pages a regeneration would do what it did last: nothing."""
    settings, shelf = built.shelf.settings, built.shelf
    old = writers.read_ledger(settings.state).places()
    return {
        draft.id: known
        for draft in found
        if (known := shelf.before.settled.get(draft.id)) is not None
        and known.key == draft.key
        and draft.id not in built.places.renamed
        and (line := old.get(draft.id)) is not None
        and (line.path, line.state) == (draft.path, "current")
        and known.files == standing(draft, built, shelf.files)
    }


def standing(draft: Draft, built: Library, files: Mapping[str, Stamp]) -> tuple[Stamp | None, ...]:
    """The stamps of all files that belong to the page of a draft."""
    settings = built.shelf.settings
    room = writers.PageRoom(docs=settings.docs, state=settings.state, path=draft.path)
    return files_of(room, draft.history, files)
