"""Where a regeneration found nothing more to do: what the next one may rest on."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import generator
from generator import pages
from generator.build.regeneration import Regeneration
from generator.config import BUNDLED, Settings
from generator.kept.ground import ground, hashed, today
from generator.kept.rest import Rest, lay_to_rest
from generator.kept.stamps import Stamps, differing, stamp, stamps


def roots(configuration: Path, settings: Settings) -> tuple[str, ...]:
    """The files and folders from which pages are made, and that they are: a site's own, ours, the pipeline's."""
    found = [configuration.absolute(), settings.docs, settings.seeds, settings.facts, settings.templates]
    found += [settings.state, Path(generator.__file__).parent, pages.built_in()]
    if settings.pipeline != BUNDLED:
        spec = importlib.util.find_spec(settings.pipeline) if "/" not in settings.pipeline else None
        found.append(Path(spec.origin).parent if spec and spec.origin else Path(settings.pipeline))
    return tuple(dict.fromkeys(str(place) for place in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """The settings of a site, and the stamps of all that its pages depend on, as they were when these were read."""

    configuration: Path
    settings: Settings
    before: Stamps


def watched(configuration: Path, load: Callable[[], Settings]) -> Watched:
    """Loads the settings of a site, and notes from what its pages are made."""
    first = stamp(str(configuration.absolute()))
    settings = load()
    before = stamps(roots(configuration, settings))
    same = before.get(str(configuration.absolute())) == first
    return Watched(configuration=configuration, settings=settings, before=before if same else {})


def rest(watch: Watched, made: Regeneration) -> None:
    """Remembers what the next regeneration would say if nothing changes before it, where that is known.

    An error may rest on what no stamp tells, as on a folder that is not there.
    """
    following = made if not any(change.files for change in made.changes) else made.next
    inputs = stamps(roots(watch.configuration, watch.settings))
    if following is None or following.library.errors or not _ours(watch.before, inputs, made):
        return
    by_the_clock = watch.settings.as_of == "today" and not os.environ.get("SOURCE_DATE_EPOCH")
    lay_to_rest(
        Rest(
            configuration=str(watch.configuration.absolute()),
            ground=ground(),
            today=today() if by_the_clock else "",
            roots=roots(watch.configuration, watch.settings),
            inputs=inputs,
            told=tuple(told(following)),
            said=tuple((remark.severity, remark.at(path)) for path, remark in following.library.remarks),
        )
    )


def _ours(before: Stamps, now: Stamps, made: Regeneration) -> bool:
    """Whether nothing but a regeneration changed what pages are made from, while it ran."""
    written = {str(file.path): file.text for change in made.changes for file in change.files}
    for path in differing(before, now):
        if path not in written or (written[path] is None) != (path not in now):
            return False
        text = written[path]
        if text is not None and hashlib.sha256(text.encode()).hexdigest() != hashed(path):
            return False
    return True


def told(made: Regeneration) -> list[str]:
    """The lines that name the pages with which a regeneration has to do."""
    return [f"{change.outcome:9} {change.path}" for change in made.changes if change.path]
