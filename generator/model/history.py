"""How the facts of a brief changed from one regeneration to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Event = Literal["first", "added", "changed", "withdrawn", "reworded"]
SIGNIFICANT: frozenset[Event] = frozenset({"added", "changed", "withdrawn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One fact that appeared, changed or went: `kind` is its section, `text` says it in a line.

    `on` is the day against which the site was made, or None. `own` is what a writer's correction brought about.
    """

    on: str | None
    event: Event
    kind: str
    id: str
    text: str
    own: bool = False
