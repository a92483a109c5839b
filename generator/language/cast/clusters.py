"""Actors in the making: what stands for them, gathered over the whole article."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from generator.language.marks import MentionForm
from generator.model.facts import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Standing:
    """Tokens `start` to `end`, headed by `head`, that stand for an actor; the name proper begins at `core`."""

    start: int
    end: int
    head: int
    form: MentionForm
    core: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A role: its title, the actor with whom it is held or None, and the tokens `start` to `end` that say so."""

    title: str
    holder: Cluster | None
    start: int
    end: int


@dataclass(slots=True, kw_only=True, eq=False)
class Cluster:
    """An actor in the making.

    `code` is the country's ISO 3166-1 alpha-3 or ""; `detail` the kind of body or office that the sector follows from;
    `female` is None where nothing tells. `settled` is true where it is known already that the actor acts.
    """

    name: str
    kind: ActorKind
    code: str = ""
    detail: str = ""
    anonymous: bool = False
    settled: bool = False
    female: bool | None = None
    standings: list[Standing] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)

    def stand(self, doc: Doc, start: int, end: int, form: MentionForm, *, core: int | None = None) -> None:
        """Adds the tokens `start` to `end` as some that stand for the actor; a title may stand before `core`."""
        core = start if core is None else core
        self.standings.append(Standing(start=start, end=end, head=head_of(doc, core, end), form=form, core=core))


def head_of(doc: Doc, start: int, end: int) -> int:
    """The token of a range that governs the others: the last one whose own head lies outside."""
    for i in range(end - 1, start - 1, -1):
        if not start <= doc[i].head.i < end or doc[i].head.i == i:
            return i
    return end - 1
