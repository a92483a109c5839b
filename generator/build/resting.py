"""Where a regeneration found nothing more to do: what the next one may rest on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.build.regeneration import Regeneration
from generator.config import Settings
from generator.kept.ground import ground, places
from generator.kept.proof import changed_by, clock
from generator.kept.rest import Rest, lay_to_rest
from generator.kept.stamps import Stamps, stamp, stamps


def roots(configuration: Path, settings: Settings) -> tuple[str, ...]:
    """The files and folders from which pages are made, and that they are: a site's own, ours, the pipeline's."""
    found = (configuration.absolute(), *settings.rooms, *places(settings.named_pipeline))
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
    written = {str(file.path): file.text for change in made.changes for file in change.files}
    if following is None or following.library.errors or not changed_by(written, watch.before, inputs):
        return
    lay_to_rest(
        Rest(
            configuration=str(watch.configuration.absolute()),
            ground=ground(),
            today=clock(watch.settings.as_of),
            roots=roots(watch.configuration, watch.settings),
            inputs=inputs,
            told=tuple(told(following)),
            said=tuple((remark.severity, remark.at(path)) for path, remark in following.library.remarks),
        )
    )


def told(made: Regeneration) -> list[str]:
    """The lines that name the pages with which a regeneration has to do."""
    return [f"{change.outcome:9} {change.path}" for change in made.changes if change.path]
