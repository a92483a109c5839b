"""Articles that cannot be read now: which they are, and what is still known of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from generator import writers
from generator.build.briefs import history_path
from generator.build.embargoes import as_on_day
from generator.build.holdings import Holding
from generator.build.shelf import Shelf
from generator.config import Settings
from generator.errors import GeneratorError, NoSources, SourcesGone


def with_gone(
    settings: Settings, problems: Iterable[GeneratorError], placed: Mapping[str, writers.Line]
) -> Iterator[GeneratorError]:
    """What stands in the way of sources, with what becomes of their pages where all are gone."""
    pages = any(line.state == "current" for line in placed.values())
    for problem in problems:
        yield SourcesGone(settings.seeds) if isinstance(problem, NoSources) and pages else problem


def unread_ids(placed: Collection[str], paths: Collection[Path], errors: Iterable[GeneratorError]) -> set[str]:
    """The ids of articles that are there and cannot be read.

    Of all that ever were, where there is none: a folder is sooner lost, moved or without rights than all its articles
    withdrawn.
    """
    if not paths:
        return set(placed)
    unread = {Path(error.where.rsplit(":", 1)[0]).stem for error in errors}
    # A story may be one of these articles' alone.
    return unread | {name for name in placed if unread & set(placed) and name.startswith(writers.STORY)}


def as_before(earlier: Shelf, holdings: Iterable[Holding], unread: set[str], shelf: Shelf) -> dict[str, Holding]:
    """Articles of an earlier library that cannot be read now; their briefs are put on the shelf as they were."""
    kept = {one.id: one for one in holdings if one.id in unread}
    earlier.fetch(kept.values())
    shelf.open |= {name: earlier.open[name] for name in kept}
    return kept


def as_kept(shelf: Shelf, unread: set[str], places: writers.Places, as_of: str | None) -> dict[str, Holding]:
    """Articles that cannot be read now and whose page stands, as they were read last, where that was kept.

    Without them, their pages would lead to pages of actors and sources that are gone.
    """
    found: dict[str, Holding] = {}
    for one in sorted(as_on_day(shelf.before.holdings.values(), as_of), key=lambda one: one.id):
        line = places.here.get(one.id)
        if one.id not in unread or one.status != "published" or line is None or line.state != "current":
            continue
        with suppress(GeneratorError):
            if writers.read_text(shelf.settings.docs / line.path) is not None:
                writers.read_history(history_path(shelf.settings, one.id))
                shelf.fetch([one])
                found[one.id] = one
    return found
