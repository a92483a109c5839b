"""What writers correct in the facts of an article: the file `facts/<article>.yml`, read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FactKind = Literal["actors", "statements", "demands", "measures", "positions", "dates"]
"""The sections of the file, named as in the JSON of a brief."""

Value = str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One field of a fact and the value that it is to have; `line` counts from 1 in the file."""

    name: str
    value: Value
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A fact (or a response) of the writer's, with the passage of the source that it rests on."""

    kind: FactKind | Literal["responses"]
    quotation: str
    settings: tuple[Setting, ...]
    line: int

    def value(self, name: str) -> Value:
        """The value of a field; None where it is not set."""
        return next((setting.value for setting in self.settings if setting.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What is to become of the fact with an id: `drop` takes it out, `merge` makes an actor one with another."""

    kind: FactKind
    id: str
    line: int
    drop: bool = False
    merge: str | None = None
    settings: tuple[Setting, ...] = ()
    responses: tuple[Addition, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSentence:
    """A sentence of a writer's own "In brief", with the passage that it rests on."""

    text: str
    quotation: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """The whole file; `order` gives, for a section, the ids that are to stand first."""

    path: str
    corrections: tuple[Correction, ...] = ()
    additions: tuple[Addition, ...] = ()
    order: tuple[tuple[FactKind, tuple[str, ...]], ...] = ()
    summary: tuple[OwnSentence, ...] = ()
