"""What changed in a brief since its first version, by day, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.history import SIGNIFICANT, Revision
from generator.model.wording import date_in_words

WORDS = {"added": "Added", "changed": "Changed", "withdrawn": "Withdrawn", "reworded": "Reworded"}
KINDS = {"actors": "actor", "demands": "demand", "measures": "measure", "positions": "position", "dates": "date"}

UNQUOTED = str.maketrans(dict.fromkeys('“”"„«»', ""))
"""A quotation mark on a page encloses text of the source as it is now, which what was withdrawn may not be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change in words; `own` is a correction by the writers."""

    day: str
    what: str
    kind: str
    text: str
    own: bool


def changes(revisions: Sequence[Revision]) -> tuple[Change, ...]:
    """Corrections on top, then what the source changed, the newest first; mere rewordings are left out."""
    told = [revision for revision in revisions if revision.event in SIGNIFICANT]
    newest = sorted(told, key=lambda revision: revision.on or "", reverse=True)
    shown = sorted(newest, key=lambda revision: not revision.own)
    return tuple(
        Change(
            day=date_in_words(revision.on) if revision.on else "",
            what=WORDS[revision.event],
            kind=KINDS.get(revision.kind, "item"),
            text=revision.text.translate(UNQUOTED),
            own=revision.own,
        )
        for revision in shown
    )


def updated(revisions: Sequence[Revision]) -> str | None:
    """The day of the last significant change, ISO; of the first version where there is none."""
    days = [revision.on for revision in revisions if revision.event in SIGNIFICANT and revision.on]
    return max(days, default=None) or next((revision.on for revision in revisions), None)
