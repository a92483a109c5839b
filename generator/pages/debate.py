"""The section "The sanctions debate": a matrix of measures and actors, the measures, the positions, the disputes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.brief import SanctionsDebate
from generator.model.facts import Measure, Position, Stance
from generator.model.quoting import excerpt, quoted
from generator.model.wording import fold
from generator.pages.escape import following
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
    measures, positions = measures_shown(reports), positions_shown(reports)
    disputes = tuple(
        DisputeShown(text=excerpt(one.text, one.evidence, DISPUTE_WORDS), cites=report.cites(one.evidence))
        for report, debated in _held(reports)
        for one in debated.disputes
    )
    if not (measures or positions or disputes):
        return None
    return Debate(matrices=tuple(_matrices(reports)), measures=measures, positions=positions, disputes=disputes)


def measures_shown(reports: Iterable[Report]) -> tuple[MeasureShown, ...]:
    """The measures in reports."""
    return tuple(_measure(report, one) for report, debated in _held(reports) for one in debated.measures)


def positions_shown(reports: Iterable[Report]) -> tuple[PositionShown, ...]:
    """The positions in reports."""
    return tuple(_position(report, one) for report, debated in _held(reports) for one in debated.positions)


def _held(reports: Iterable[Report]) -> Iterator[tuple[Report, SanctionsDebate]]:
    for report in reports:
        if report.entry.brief.sanctions is not None:
            yield report, report.entry.brief.sanctions


def _matrices(reports: Sequence[Report]) -> Iterator[Matrix]:
    labels: dict[str | None, str] = {}
    stands: dict[str | None, list[tuple[str, Stand]]] = {}
    for report, debated in _held(reports):
        for measure in debated.measures:
            labels[measure.id] = excerpt(measure.text, measure.evidence, LABEL_WORDS)
        for position in debated.positions:
            stands.setdefault(position.measure, []).append((report.names(position.by), _stand(report, position)))
    labels[None] = GENERAL
    actors = tuple(dict.fromkeys(name for about in stands.values() for name, _stand in about if name))
    for start in range(0, len(actors), COLUMNS):
        part = actors[start : start + COLUMNS]
        rows = [_row(label, stands.get(identity, ()), part) for identity, label in labels.items()]
        yield Matrix(actors=part, rows=tuple(row for row in rows if any(row.cells)))


def _row(label: str, stands: Sequence[tuple[str, Stand]], actors: Sequence[str]) -> Row:
    return Row(measure=label, cells=tuple(tuple(stand for name, stand in stands if name == actor) for actor in actors))


def _stand(report: Report, position: Position) -> Stand:
    second_hand = bool(position.via) or position.attribution == "second-hand"
    cites = report.cites(position.evidence)
    return Stand(sign=SIGNS[position.stance], stance=position.stance, second_hand=second_hand, cites=cites)


def _measure(report: Report, measure: Measure) -> MeasureShown:
    return MeasureShown(
        id=measure.id,
        report=report,
        status=measure.status,
        senders=report.running(measure.senders),
        targets=report.running(measure.targets),
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
        chain=following(report.chain(position.via, second_hand=position.attribution == "second-hand")),
        sign=SIGNS[position.stance],
        stance=position.stance,
        text=excerpt(position.text, position.evidence, POSITION_WORDS),
        cites=report.cites(position.evidence),
    )
