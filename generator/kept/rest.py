"""A site at rest: a regeneration of its pages would do nothing, which is told without reading them.

So it is where every file from which pages are made, and every page, is as the record of the last regeneration has it.
Nothing heavy is imported here, so that a regeneration that has nothing to do ends at once.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.kept.ground import ground, today
from generator.kept.proof import whole
from generator.kept.sealed import read_sealed, write_sealed
from generator.kept.stamps import Stamps, coarse, stamps

PLACE = (".cache", "briefs", "rest.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What a regeneration of the site of a `configuration` says where it does nothing.

    `inputs` are the stamps of what it depends on, which lies in `roots`, `ground` the hash of all else, `today` the day
    where it depends on the clock. `told` are its lines on stdout, `said` severity and line on stderr.
    """

    configuration: str
    ground: str
    today: str
    roots: tuple[str, ...]
    inputs: Stamps
    told: tuple[str, ...]
    said: tuple[tuple[str, str], ...]


def at_rest(configuration: Path) -> Rest | None:
    """What a regeneration of the site of a mkdocs.yml would say; None where it may have something to do."""
    rest = read_sealed(_place(configuration), Rest)
    if rest is None or rest.configuration != str(configuration.absolute()):
        return None
    if rest.ground != ground() or rest.today not in ("", today()):
        return None
    return rest if stamps(rest.roots) == rest.inputs else None


def wake(configuration: Path) -> None:
    """Forgets that a site is at rest."""
    with suppress(OSError):
        _place(configuration).unlink(missing_ok=True)


def lay_to_rest(rest: Rest) -> None:
    """Remembers that a site is at rest, where stamps prove it."""
    configuration = Path(rest.configuration)
    with suppress(OSError):
        if not coarse(rest.inputs) and whole(configuration):
            write_sealed(_place(configuration), rest)


def _place(configuration: Path) -> Path:
    return configuration.absolute().parent.joinpath(*PLACE)
