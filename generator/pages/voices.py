"""The sections "In their words" and "What we don't know": quotations, and what the source leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.facts import Statement
from generator.model.quoting import excerpt, plain, quoted, spoken
from generator.pages.people import roles, told_line
from generator.pages.report import Cited, Report
from generator.pages.timeline import Dated

MOST_A_SPEAKER, MOST = 2, 8
FEWEST_WORDS, MOST_WORDS = 5, 60
OPEN_WORDS, MOST_OPEN = 26, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words that somebody is quoted with."""

    id: str
    text: str
    by: str
    roles: str
    cites: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Something that the source leaves open; `kind` says in which way."""

    kind: str
    text: str
    cites: Cited


def quotations(reports: Iterable[Report]) -> tuple[Quotation, ...]:
    """The quotations of the foremost speakers, at most two each, eight in all."""
    found = [
        (report, statement, words)
        for report in reports
        for statement in report.entry.brief.statements
        if statement.by and statement.attribution != "second-hand" and not statement.via
        for words in [_words(statement)]
        if words
    ]
    found.sort(key=lambda one: (-_salience(one[0], one[1]), one[0].entry.slug, one[1].evidence[0].start))
    shown: list[Quotation] = []
    spoken_by: Counter[str] = Counter()
    seen: set[str] = set()
    for report, statement, words in found:
        by = report.names(statement.by)
        if spoken_by[by] == MOST_A_SPEAKER or words in seen:
            continue
        spoken_by[by] += 1
        seen.add(words)
        first = report.actors[statement.by[0]]
        shown.append(
            Quotation(
                id=statement.id,
                text=excerpt(words, (), MOST_WORDS),
                by=by,
                roles=roles(report, first),
                cites=report.cites(statement.evidence),
            )
        )
    return tuple(shown[:MOST])


def _words(statement: Statement) -> str | None:
    words = spoken(statement.text, statement.evidence)
    return words if words and len(words.split()) >= FEWEST_WORDS else None


def _salience(report: Report, statement: Statement) -> float:
    return max(
        (report.actors[identity].salience for identity in statement.by if identity in report.actors), default=0.0
    )


def openings(reports: Sequence[Report], events: Iterable[Dated]) -> tuple[Open, ...]:
    """What the source leaves open: disputes, decisions still pending, anonymous and second-hand claims, dates."""
    kinds = [_disputes(reports), _pending(reports), _anonymous(reports), _second_hand(reports), _undated(events)]
    found: dict[Cited, Open] = {}
    for kind in kinds:
        for one in kind:
            found.setdefault(one.cites, one)
    return tuple(found.values())[:MOST_OPEN]


def _disputes(reports: Iterable[Report]) -> Iterator[Open]:
    for report in reports:
        for dispute in report.entry.brief.sanctions.disputes if report.entry.brief.sanctions else ():
            text = excerpt(dispute.text, dispute.evidence, OPEN_WORDS)
            yield Open(kind="In dispute", text=text, cites=report.cites(dispute.evidence))


def _pending(reports: Iterable[Report]) -> Iterator[Open]:
    for report in reports:
        for demand in report.entry.brief.demands:
            for answer in demand.responses:
                if answer.kind == "considering":
                    text = excerpt(answer.text, answer.evidence, OPEN_WORDS)
                    yield Open(kind="Not decided", text=text, cites=report.cites(answer.evidence))


def _claim(report: Report, statement: Statement) -> str:
    line = told_line(report, statement, OPEN_WORDS)
    speaker = report.names(statement.by)
    return f"{speaker} {line[:1].lower()}{line[1:]}" if speaker and line.startswith("Said") else line


def _anonymous(reports: Iterable[Report]) -> Iterator[Open]:
    for report in reports:
        for statement in report.entry.brief.statements:
            nameless = statement.by and all(report.actors[i].anonymous for i in statement.by if i in report.actors)
            if nameless and (plain(statement) or statement.direct):
                yield Open(
                    kind="From unnamed sources", text=_claim(report, statement), cites=report.cites(statement.evidence)
                )


def _second_hand(reports: Iterable[Report]) -> Iterator[Open]:
    for report in reports:
        for statement in report.entry.brief.statements:
            if statement.via and plain(statement):
                yield Open(kind="Second-hand", text=_claim(report, statement), cites=report.cites(statement.evidence))


def _undated(events: Iterable[Dated]) -> Iterator[Open]:
    for event in events:
        if not event.start:
            yield Open(kind=f"No date for {quoted(event.expression)}", text=event.what, cites=event.cites)
