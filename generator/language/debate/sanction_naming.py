"""One naming of a sanction, read; and what "the sanctions" are that nobody has imposed yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.language.debate.sanction_handling import Handling
from generator.language.debate.sanction_trigger import Trigger
from generator.model.facts import MeasureStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One naming of a sanction, read: the trigger, how it is handled, and its parties as actor keys.

    `answer` is true where those whom another sanction hits hit back.
    """

    trigger: Trigger
    handled: Handling
    status: MeasureStatus
    senders: tuple[str, ...]
    targets: tuple[str, ...]
    answer: bool = False


def taken_up(read: Iterable[Naming]) -> Iterator[Naming]:
    """The namings; "the sanctions" of which none is in force yet are what they were before: threatened or proposed."""
    pending: MeasureStatus | None = None
    in_force = False
    for naming in read:
        if naming.status in {"threatened", "proposed"}:
            pending = naming.status
        elif naming.status == "imposed" and pending and not in_force and _only_mentioned(naming):
            yield replace(naming, status=pending)
            continue
        elif naming.status != "rejected":
            in_force = True
        yield naming


def _only_mentioned(naming: Naming) -> bool:
    """True for "the sanctions" that somebody has a view of, with nothing done to them."""
    token = naming.trigger.token
    definite = not naming.trigger.verbal and any(child.lower_ in {"the", "these", "those"} for child in token.lefts)
    governors = naming.handled.governors
    return definite and bool(governors) and not any(one.act or one.mood for one in governors)
