"""The facts of a brief: who, who said what, who wants what, the sanctions debate, when.

The same records serve as findings and as items of a brief. As findings, `id` is empty and actors are named by their
*keys* (`Actor.key`, unique within the article); `assemble/` gives ids and puts actor ids in the place of keys.
`core` holds what the stable id of a fact is made from (the lemmas of what), and is empty once the id stands.
Every record needs evidence: without it, `PromiseBroken`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.errors import PromiseBroken
from generator.model.evidence import Evidence

ActorKind = Literal["person", "organization", "country", "group"]
Attribution = Literal["direct", "indirect", "second-hand"]
Firmness = Literal["request", "call", "demand", "ultimatum"]
ResponseKind = Literal["accepted", "rejected", "partial", "considering", "conditional"]
MeasureKind = Literal[
    "trade", "arms", "financial", "asset-freeze", "travel-ban", "energy", "aid", "diplomatic", "sectoral", "unspecified"
]
MeasureStatus = Literal["proposed", "threatened", "imposed", "extended", "eased", "lifted", "rejected"]
Timing = Literal["before", "after", "unconditional", "unknown"]
Stance = Literal["support", "oppose", "conditional", "undecided"]
Phase = Literal["past", "ongoing", "upcoming", "unknown"]
Precision = Literal["day", "week", "month", "quarter", "year", "range", "approximate"]
Certainty = Literal["scheduled", "expected", "planned", "hoped", "deadline", "expiry", "happened"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


def require(evidence: tuple[Evidence, ...], what: str) -> None:
    """Raises `PromiseBroken` where a fact rests on nothing."""
    if not evidence:
        raise PromiseBroken(what, "a fact without evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A title and with whom it is held: `of` is an actor, or None with the whole wording in `title`."""

    title: str
    of: str | None
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require(self.evidence, self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone who acts: a person, an organisation, a country or a named group.

    `name` is the fullest form in the source, `aliases` the other forms as they stand there. `country` is ISO 3166-1
    alpha-3, `sector` a PLOVER code (GOV, LEG, MIL ...). `salience` runs from 0 to 1 and is given by `assemble/`.
    `evidence` is the passages of the mentions, in text order; the first one introduces the actor.
    """

    id: str = ""
    key: str = ""
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    country: str | None = None
    sector: str | None = None
    anonymous: bool = False
    salience: float = 0.0
    mentions: int = 1
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require(self.evidence, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody is reported to have said; `via` is the chain of reporters, the nearest speaker first."""

    id: str = ""
    core: tuple[str, ...] = ()
    by: tuple[str, ...]
    cue: str | None
    text: str
    direct: bool
    attribution: Attribution
    via: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require(self.evidence, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """How somebody answered a demand."""

    by: tuple[str, ...]
    kind: ResponseKind
    text: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require(self.evidence, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What `by` wants `of` to do or to leave; `deadline` is the id (in findings the key) of a date."""

    id: str = ""
    core: tuple[str, ...] = ()
    by: tuple[str, ...]
    of: tuple[str, ...]
    text: str
    firmness: Firmness
    condition: str | None = None
    deadline: str | None = None
    attribution: Attribution = "indirect"
    via: tuple[str, ...] = ()
    responses: tuple[Response, ...] = ()
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require(self.evidence, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A sanction: a coercive, non-military measure of `senders` against `targets`."""

    id: str = ""
    key: str = ""
    core: tuple[str, ...] = ()
    text: str
    kinds: tuple[MeasureKind, ...]
    senders: tuple[str, ...]
    targets: tuple[str, ...]
    status: MeasureStatus
    condition: str | None = None
    timing: Timing = "unknown"
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require(self.evidence, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where an actor stands on pressure by sanctions; `measure` is a measure's id (as a finding, its key) or None."""

    id: str = ""
    core: tuple[str, ...] = ()
    by: tuple[str, ...]
    via: tuple[str, ...] = ()
    stance: Stance
    measure: str | None
    text: str
    attribution: Attribution
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require(self.evidence, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What remains open between the sides."""

    text: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require(self.evidence, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent:
    """An event placed in time; ISO dates cut at the stated grain, `end` None for a single day or an open end."""

    id: str = ""
    key: str = ""
    core: tuple[str, ...] = ()
    start: str | None
    end: str | None = None
    time: str | None = None
    phase: Phase
    precision: Precision
    certainty: Certainty
    expression: str
    what: str
    where: str | None = None
    actors: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require(self.evidence, self.what)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression by TimeML's TIMEX3; `value` is its normalised value."""

    start: int
    end: int
    quote: str
    type: TimexType
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionSpan:
    """An attribution by PARC3: source, cue and the parts of the content, as passages of any length."""

    source: Evidence | None
    cue: Evidence | None
    content: tuple[Evidence, ...]
