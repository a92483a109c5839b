"""The times of one sentence, and the events that they place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from generator.language.marks import TimeMark
from generator.language.times import extents, naming
from generator.language.times.extents import Extent
from generator.language.times.naming import Dated
from generator.language.times.tense import Clauses, Tense
from generator.model.facts import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence with its times, in order, seen from the day of publication (None where it is not known)."""

    doc: Doc
    times: Sequence[TimeMark]
    today: date | None
    clauses: Clauses

    def extent(self, i: int) -> Extent | None:
        """When the time `i` is, for a DATE or TIME that is a place on the calendar."""
        timex = self.times[i].timex
        return extents.of_value(timex.value) if timex.type in {"DATE", "TIME"} else None

    def dated(self, i: int) -> Dated:
        """What the time `i` belongs to."""
        return naming.dated(self.doc, self.times[i].start, self.times[i].end)

    def tense(self, i: int) -> Tense:
        """The tense of the clause of the time `i`."""
        return self.clauses.tense(self.times[i].timex.start, self.times[i].timex.end)

    def lead(self, i: int) -> str:
        """The lower-case word before the time `i`, over an "on"."""
        at = self.times[i].start - 1
        if at > 0 and self.doc[at].lower_ == "on":
            at -= 1
        return self.doc[at].lower_ if at >= 0 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An event in time: the tokens of the whole expression, when it is, what is dated, its phase at publication.

    `extent` is None for a time that no calendar has, or that cannot be placed. `through` is true where only the end is
    given; `also` is a token of another sentence that the extent rests on.
    """

    start: int
    end: int
    extent: Extent | None
    dated: Dated
    phase: Phase
    through: bool = False
    also: int | None = None
