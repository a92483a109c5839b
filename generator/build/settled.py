"""Pages that are settled: made from the same again, a regeneration would do the same to them, which is nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.kept.stamps import Stamp
from generator.model.diagnostic import Diagnostic
from generator.writers import Change, Outcome, PageRoom


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A page in which nothing is to be written.

    `key` is the hash of all that it is generated from, `files` are the stamps of all that a regeneration reads of it.
    Where something was said of it, that is `remark`, and `outcome` what it was.
    """

    key: str
    files: tuple[Stamp | None, ...]
    outcome: Outcome = "kept"
    remark: Diagnostic | None = None

    def change(self, path: str) -> Change | None:
        """What a regeneration says of the page."""
        if self.remark is None:
            return None
        return Change(path=path, outcome=self.outcome, remark=self.remark)


def files_of(room: PageRoom, history: str, files: Mapping[str, Stamp]) -> tuple[Stamp | None, ...]:
    """The stamps of all that a regeneration reads of a page; `history` is the path of its history, or empty."""
    paths = (room.page, room.base, room.pending, room.withdrawn)
    return (*(files.get(str(path)) for path in paths), files.get(history))
