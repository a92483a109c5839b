"""A brief: one article explained, every item with its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import PromiseBroken
from generator.model.article import Article
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
class SummarySentence:
    """One sentence of "In brief": a template filled from the facts, with the passages that it rests on."""

    text: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise PromiseBroken(self.text, "a sentence without evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionsDebate:
    """Measures, the positions on them, and what remains in dispute."""

    measures: tuple[Measure, ...] = ()
    positions: tuple[Position, ...] = ()
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """Every time expression and attribution of the text, for evaluation against corpora."""

    timexes: tuple[Timex, ...] = ()
    attributions: tuple[AttributionSpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The brief of one article; actors are named by id, every list in the order of its section.

    `article` has its title and publication date completed by what was inferred. `sentences` are sentence bounds, for
    the coverage line; they and `annotations` are no facts.
    """

    article: Article
    summary: tuple[SummarySentence, ...]
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    demands: tuple[Demand, ...]
    sanctions: SanctionsDebate | None
    dates: tuple[DatedEvent, ...]
    diagnostics: tuple[Diagnostic, ...]
    annotations: Annotations = Annotations()
    sentences: tuple[tuple[int, int], ...] = ()
