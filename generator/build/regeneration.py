"""What a regeneration does to docs/: to pages that are settled nothing, and without making them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator import writers
from generator.build.briefs import Progress, Reading, history_path, plain
from generator.build.drafts import Desk, Draft, drafts, settled, standing
from generator.build.holdings import Remark
from generator.build.library import Library, library
from generator.build.settled import Settled
from generator.config import Settings
from generator.kept.stamps import Stamp, stamps
from generator.model.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Regeneration:
    """What a regeneration does to docs/: every page that is not as it should be, and what a writer has to see to.

    `made` are the pages that had to be made to tell, `calm` those that were settled, by id. `next` is what another
    regeneration would do that follows at once on one that wrote something; None where that cannot be told.
    """

    library: Library
    changes: tuple[writers.Change, ...]
    made: tuple[tuple[Draft, Page], ...] = ()
    calm: tuple[tuple[Draft, Settled], ...] = ()
    next: Regeneration | None = None


def regeneration(
    settings: Settings, progress: Progress[Reading] = plain, before: Library | None = None
) -> Regeneration:
    """What a regeneration would do, without doing it; see `library` for `before`."""
    built = library(settings, progress, before)
    found = tuple(drafts(built))
    calm = settled(built, found)
    desk = Desk(built)
    made = tuple((draft, desk.page(draft)) for draft in found if draft.id not in calm)
    changes = writers.changes(
        [page for _draft, page in made],
        built.places,
        withheld=built.withheld,
        silent=built.silent | calm.keys(),
        docs=settings.docs,
        state=settings.state,
    )
    changes += writers.history_changes(
        {history_path(settings, draft.id): built.history(draft.id) for draft, _page in made if draft.history}
    )
    resting = tuple((draft, calm[draft.id]) for draft in found if draft.id in calm)
    changes = _ordered(changes, (change for draft, one in resting if (change := one.change(draft.path))))
    return Regeneration(library=_told(built, built.remarks, changes), changes=changes, made=made, calm=resting)


def _ordered(changes: Iterable[writers.Change], others: Iterable[writers.Change]) -> tuple[writers.Change, ...]:
    """Changes of pages by path, and behind them those that concern no page."""
    changes = tuple(changes)
    concern = sorted([*(change for change in changes if change.path), *others], key=lambda change: change.path)
    return (*concern, *(change for change in changes if not change.path))


def _told(built: Library, remarks: tuple[Remark, ...], changes: Iterable[writers.Change]) -> Library:
    """A library with what is said of its pages."""
    changes, docs = tuple(changes), built.shelf.settings.docs
    said = tuple((str(docs / change.path), change.remark) for change in changes if change.remark)
    errors = tuple(change.error for change in changes if change.error)
    return replace(built, remarks=(*remarks, *said), errors=(*built.errors, *errors))


def generate(settings: Settings, progress: Progress[Reading] = plain, before: Library | None = None) -> Regeneration:
    """Regenerates the pages of a site under docs/; what writers wrote stays.

    A page that cannot be written stays as it is, and is among the library's errors.
    """
    with writers.alone(settings.cache):
        writers.take_up(root=settings.root, docs=settings.docs, cache=settings.cache)
        planned = regeneration(settings, progress, before)
        unwritten = writers.apply(planned.changes, root=settings.root, cache=settings.cache)
        writers.finish(cache=settings.cache)
        after = None if unwritten else _settle(planned)
    errors = (*planned.library.errors, *unwritten)
    return replace(planned, library=replace(planned.library, errors=errors), next=after)


def _settle(planned: Regeneration) -> Regeneration | None:
    """Keeps which pages are settled now; gives what the next regeneration would do where that is nothing.

    What was written is read again, and by stamps that were taken before, so nothing that a writer did meanwhile is
    taken for ours.
    """
    built, shelf = planned.library, planned.library.shelf
    settings = shelf.settings
    files = stamps(map(str, (settings.docs, settings.state)))
    found = {draft.id: one for draft, one in planned.calm}
    said = {change.path: change for change in planned.changes}
    for draft, page in planned.made:
        change = said.get(draft.path)
        now, then = standing(draft, built, files), standing(draft, built, shelf.files)
        if (change is not None and change.error) or (draft.history and not _written(draft, built)):
            continue
        if change is not None and change.files:
            room = writers.PageRoom(docs=settings.docs, state=settings.state, path=draft.path)
            change = writers.regenerate(room, page.text, before=room)
            if change is not None and change.files:
                continue
        elif now[:-1] != then[:-1]:
            continue
        found[draft.id] = _settled(draft, now, change)
    shelf.write(found)
    return _next(planned, found)


def _settled(draft: Draft, files: tuple[Stamp | None, ...], change: writers.Change | None) -> Settled:
    if change is None:
        return Settled(key=draft.key, files=files)
    return Settled(key=draft.key, files=files, outcome=change.outcome, remark=change.remark)


def _written(draft: Draft, built: Library) -> bool:
    """Whether the history of a page stands as it should."""
    path = history_path(built.shelf.settings, draft.id)
    return not writers.history_changes({path: built.history(draft.id)})


def _next(planned: Regeneration, found: dict[str, Settled]) -> Regeneration | None:
    built, settings = planned.library, planned.library.shelf.settings
    places = writers.find_places(built.origins, known=built.known, docs=settings.docs, state=settings.state)
    if places.renamed or places.ledger != writers.read_ledger(settings.state):
        return None
    ours = {draft.path: draft for draft, _rest in (*planned.made, *planned.calm)}
    if any(draft.id not in found for draft in ours.values()):
        return None
    if any(change.path and change.path not in ours for change in planned.changes if change.files):
        return None
    if any(change.outcome == "deleted" for change in planned.changes):
        # This is said once.
        return None
    if any(settings.facts.glob("*.yml")):
        # What is said of corrections whose fact is gone may follow from a history that was just written.
        return None
    again = [change for path, draft in ours.items() if (change := found[draft.id].change(path))]
    others = [change for change in planned.changes if change.path and change.path not in ours]
    changes = _ordered(again, others)
    before = len(built.remarks) - sum(change.remark is not None for change in planned.changes)
    return Regeneration(library=_told(built, built.remarks[:before], changes), changes=changes)
