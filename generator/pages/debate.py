"""The section "The sanctions debate": a matrix of measures and actors, the measures, the positions, the disputes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.facts import Measure, Position, Stance
from generator.pages.escape import fold
from generator.pages.quoting import excerpt, quoted
from generator.pages.report import Cited, Report

SIGNS: dict[Stance, str] = {"support": "+", "conditional": "±", "undecided": "?", "oppose": "−"}
GENERAL = "Sanctions in general"
COLUMNS = 5
"""Actors side by side; more than these stand in a further matrix, so that none is too wide to read."""
LABEL_WORDS, MEASURE_WORDS, POSITION_WORDS, DISPUTE_WORDS = 9, 18, 22, 30
TIMINGS = {
    "before": "before the act that they answer",
    "after": "after the act that they answer",
    "unconditional": "without condition",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One cell of the matrix: a sign, a word, and whether it is second-hand."""

    sign: str
    stance: str
    second_hand: bool
    cites: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure of the matrix, with a cell for each actor, empty where the actor takes no position on it."""

    measure: str
    cells: tuple[tuple[Stand, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureShown:
    """A measure as shown; texts are empty where the source does not say."""

    id: str
    report: Report
    status: str
    senders: str
    targets: str
    text: str
    kinds: str
    condition: str
    timing: str
    cites: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionShown:
    """A position as shown; `chain` says through whom it has come."""

    id: str
    report: Report
    by: str
    chain: str
    sign: str
    stance: str
    text: str
    cites: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeShown:
    """What remains open between the sides."""

    text: str
    cites: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Some actors and the measures on which they take positions."""

    actors: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Debate:
    """The debate as shown."""

    matrices: tuple[Matrix, ...]
    measures: tuple[MeasureShown, ...]
    positions: tuple[PositionShown, ...]
    disputes: tuple[DisputeShown, ...]


def debate(reports: Sequence[Report]) -> Debate | None:
    """The debate in reports; None where there is none."""
    held = [(report, report.entry.brief.sanctions) for report in reports]
    measures = [(report, one) for report, debated in held if debated for one in debated.measures]
    positions = [(report, one) for report, debated in held if debated for one in debated.positions]
    disputes = [(report, one) for report, debated in held if debated for one in debated.disputes]
    if not (measures or positions or disputes):
        return None
    columns = tuple(dict.fromkeys(name for report, one in positions if (name := report.names(one.by))))
    parts = [columns[start : start + COLUMNS] for start in range(0, len(columns), COLUMNS)]
    return Debate(
        matrices=tuple(Matrix(actors=part, rows=tuple(_rows(measures, positions, part))) for part in parts),
        measures=tuple(_measure(report, one) for report, one in measures),
        positions=tuple(_position(report, one) for report, one in positions),
        disputes=tuple(
            DisputeShown(text=excerpt(one.text, one.evidence, DISPUTE_WORDS), cites=report.cites(one.evidence))
            for report, one in disputes
        ),
    )


def _rows(
    measures: Iterable[tuple[Report, Measure]], positions: Sequence[tuple[Report, Position]], columns: Sequence[str]
) -> Iterator[Row]:
    subjects: list[tuple[str, str | None]] = [
        (excerpt(measure.text, measure.evidence, LABEL_WORDS), measure.id) for _report, measure in measures
    ]
    for label, identity in (*subjects, (GENERAL, None)):
        about = [pair for pair in positions if pair[1].measure == identity]
        cells = tuple(
            tuple(_stand(report, one) for report, one in about if report.names(one.by) == name) for name in columns
        )
        if any(cells):
            yield Row(measure=label, cells=cells)


def _stand(report: Report, position: Position) -> Stand:
    second_hand = bool(position.via) or position.attribution == "second-hand"
    cites = report.cites(position.evidence)
    return Stand(sign=SIGNS[position.stance], stance=position.stance, second_hand=second_hand, cites=cites)


def _measure(report: Report, measure: Measure) -> MeasureShown:
    return MeasureShown(
        id=measure.id,
        report=report,
        status=measure.status,
        senders=report.names(measure.senders),
        targets=report.names(measure.targets),
        text=excerpt(measure.text, measure.evidence, MEASURE_WORDS),
        kinds=", ".join(kind.replace("-", " ") for kind in measure.kinds if kind != "unspecified"),
        condition=quoted(fold(measure.condition)) if measure.condition else "",
        timing=TIMINGS.get(measure.timing, ""),
        cites=report.cites(measure.evidence),
    )


def _position(report: Report, position: Position) -> PositionShown:
    return PositionShown(
        id=position.id,
        report=report,
        by=report.names(position.by),
        chain=report.chain(position.via, second_hand=position.attribution == "second-hand"),
        sign=SIGNS[position.stance],
        stance=position.stance,
        text=excerpt(position.text, position.evidence, POSITION_WORDS),
        cites=report.cites(position.evidence),
    )
