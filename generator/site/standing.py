"""Whether a site stands as its sources want it, told without reading them.

So it is where every file that the site is made from, and every file of the site, is as the record of the last build has
it. Nothing heavy is imported here, so that a build that has nothing to do ends at once.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path

from generator.kept.ground import ground, hashed, today
from generator.kept.stamps import Stamps, differing, stamps
from generator.site.record import Record, read_record

ROOM = (".cache", "briefs", "site")
RECORD = "record.json"
log = logging.getLogger("mkdocs.briefs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a site stands to the record of its last build.

    `inputs` are the stamps of what it is made from, `changed` the paths of those whose content is another. `whole`
    holds where every file of the site is as that build left it.
    """

    record: Record
    inputs: Stamps
    changed: frozenset[str]
    whole: bool

    def current(self, *, strict: bool) -> bool:
        """Whether a build would give what stands there; a strict one is made whenever it has something to say."""
        return self.whole and not self.changed and not (strict and self.record.said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """How a build ended: its last line, and whether an article was left out."""

    summary: str
    failed: bool


def again(record: Record) -> Built:
    """What a build said, said again."""
    for _when, _page, level, words in record.said:
        log.log(level, words)
    return Built(summary=record.summary, failed=record.failed)


def room_of(configuration: Path) -> Path:
    """The folder of the cache that is for the site of a mkdocs.yml."""
    return configuration.absolute().parent.joinpath(*ROOM)


def standing(configuration: Path) -> Standing | None:
    """How the site of a mkdocs.yml stands; None where nothing is known, or where it rested on something else."""
    record = read_record(room_of(configuration) / RECORD)
    if record is None or record.configuration != str(configuration.absolute()):
        return None
    if record.ground != ground() or record.today not in ("", today()):
        return None
    inputs = stamps(record.roots)
    return Standing(
        record=record, inputs=inputs, changed=changed(record, inputs), whole=outputs(record.site) == record.outputs
    )


def changed(record: Record, now: Stamps) -> frozenset[str]:
    """The paths of files from which a site is made whose content is another than it was."""
    return frozenset(path for path in differing(record.inputs, now) if not _same(path, record, now))


def outputs(site: str) -> Stamps:
    """The stamps of a built site; what is hidden at its top is none of MkDocs' (`utils.clean_directory`)."""
    hidden = f"{site}{os.sep}."
    return {path: one for path, one in stamps((site,)).items() if not path.startswith(hidden)}


def _same(path: str, record: Record, now: Stamps) -> bool:
    """Whether a file under another stamp has the content that it had."""
    return path in record.texts and path in now and hashed(path) == record.texts[path]
