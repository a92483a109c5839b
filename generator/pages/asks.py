"""The section "Demands and responses": the ledger of who asks what of whom, and what came back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.facts import Demand
from generator.model.quoting import excerpt, quoted
from generator.model.wording import ANSWERS, range_in_words
from generator.pages.escape import following
from generator.pages.report import Cited, Report

WHAT_WORDS, ANSWER_WORDS = 24, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A response: "Rejected by A", and its words in quotation marks; `style` names its kind for a stylesheet."""

    kind: str
    style: str
    by: str
    text: str
    cites: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A demand as shown; `by` and `of` are empty where the source does not say, `terms` where it sets none."""

    id: str
    report: Report
    by: str
    of: str
    text: str
    firmness: str
    chain: str
    terms: str
    answers: tuple[Answer, ...]
    cites: Cited


def asks(reports: Iterable[Report]) -> tuple[Ask, ...]:
    """The demands of reports, each report in the order of its brief."""
    return tuple(ask for report in reports for demand in report.entry.brief.demands for ask in [_ask(report, demand)])


def _ask(report: Report, demand: Demand) -> Ask:
    return Ask(
        id=demand.id,
        report=report,
        by=report.names(demand.by),
        of=report.names(demand.of),
        text=excerpt(demand.text, demand.evidence, WHAT_WORDS),
        firmness=demand.firmness,
        chain=following(report.chain(demand.via, second_hand=demand.attribution == "second-hand")),
        terms="; ".join(_terms(report, demand)),
        answers=tuple(_answers(report, demand)),
        cites=report.cites(demand.evidence),
    )


def _terms(report: Report, demand: Demand) -> Iterator[str]:
    if demand.condition:
        yield f"condition: {quoted(demand.condition)}"
    for date in report.entry.brief.dates:
        if date.id == demand.deadline:
            when = f"{range_in_words(date.start, date.end)}, " if date.start else ""
            yield f"deadline: {when}{quoted(date.expression)}"


def _answers(report: Report, demand: Demand) -> Iterator[Answer]:
    for answer in demand.responses:
        yield Answer(
            kind=ANSWERS[answer.kind],
            style=answer.kind,
            by=report.running(answer.by),
            text=excerpt(answer.text, answer.evidence, ANSWER_WORDS),
            cites=report.cites(answer.evidence),
        )
