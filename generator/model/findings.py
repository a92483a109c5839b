"""What `language/` reads in one article."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.article import ProofStep
from generator.model.diagnostic import Diagnostic
from generator.model.evidence import Evidence
from generator.model.facts import (
    Actor,
    AttributionSpan,
    DatedEvent,
    Demand,
    Dispute,
    Measure,
    Position,
    Statement,
    Timex,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A publication date inferred from the text alone, ISO, with its proof."""

    date: str
    proof: tuple[ProofStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything found in one article, each list in text order; actors are named by key.

    `sentences` are the bounds of all sentences outside boilerplate, in code points. `headline` stands in for a title
    where the article has none.
    """

    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    demands: tuple[Demand, ...] = ()
    measures: tuple[Measure, ...] = ()
    positions: tuple[Position, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    dates: tuple[DatedEvent, ...] = ()
    timexes: tuple[Timex, ...] = ()
    attributions: tuple[AttributionSpan, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    headline: Evidence | None = None
    publication: Publication | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
