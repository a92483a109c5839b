"""The view "Which sentence says so?": the sentences of a source, and the facts that rest on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.evidence import Evidence
from generator.model.wording import range_in_words
from generator.pages.escape import Markdown
from generator.pages.method import marked_within
from generator.pages.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What rests on a sentence; `anchor` is where it stands on the page of the brief."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceShown:
    """A sentence of a source by its number.

    `text` is as much of it as its owner lets through: all, the passages that are cited, or nothing.
    """

    number: int
    text: Markdown
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShown:
    """A source sentence by sentence; `count` are all its sentences, also those not shown.

    `left_out` is whether the words of passages are left out as the source has none left (`Quota`).
    """

    report: Report
    path: str
    shown: str
    count: int
    cited: int
    left_out: bool
    sentences: tuple[SentenceShown, ...]


def source_shown(report: Report) -> SourceShown:
    """A source with what rests on each of its sentences."""
    brief = report.entry.brief
    whole = brief.article.publish_source == "full"
    resting = sorted(_facts(report), key=lambda pair: pair[1].start)
    found: list[SentenceShown] = []
    for number, (start, end) in enumerate(brief.sentences, start=1):
        here = [(fact, piece) for fact, piece in resting if piece.start < end and start < piece.end]
        if not here and not whole:
            continue
        spans = [(piece.start, piece.end) for _fact, piece in here if report.entry.shows(piece)]
        text = Markdown("")
        if whole or spans:
            text = marked_within(brief.article.text, spans, start, end, whole=whole)
        facts = tuple(dict.fromkeys(fact for fact, _piece in here))
        found.append(SentenceShown(number=number, text=text, facts=facts))
    return SourceShown(
        report=report,
        path=report.sentences_path,
        shown=brief.article.publish_source,
        count=len(brief.sentences),
        cited=sum(bool(sentence.facts) for sentence in found),
        left_out=any(piece in report.entry.left_out for _fact, piece in resting),
        sentences=tuple(found),
    )


def _facts(report: Report) -> Iterator[tuple[Fact, Evidence]]:
    brief = report.entry.brief
    for sentence in brief.summary:
        yield from _resting("In brief", "in-brief", sentence.evidence)
    for actor in brief.actors:
        for role in actor.roles:
            yield from _resting(f"Role of {report.name(actor.id)}", actor.id, role.evidence)
    for demand in brief.demands:
        by = report.running(demand.by)
        yield from _resting(f"{demand.firmness.capitalize()}{f' by {by}' if by else ''}", demand.id, demand.evidence)
        for answer in demand.responses:
            whose = report.running(answer.by)
            yield from _resting(f"Response{f' by {whose}' if whose else ''}", demand.id, answer.evidence)
    if brief.sanctions:
        for measure in brief.sanctions.measures:
            yield from _resting(f"Measure, {measure.status}", measure.id, measure.evidence)
        for position in brief.sanctions.positions:
            whose = report.running(position.by)
            yield from _resting(f"Position{f' of {whose}' if whose else ''}", position.id, position.evidence)
        for dispute in brief.sanctions.disputes:
            yield from _resting("In dispute", "in-dispute", dispute.evidence)
    for event in brief.dates:
        if event.start:
            yield from _resting(f"Date: {range_in_words(event.start, event.end)}", event.id, event.evidence)
    for statement in brief.statements:
        for identity in statement.by[:1]:
            yield from _resting(f"Statement of {report.running([identity])}", identity, statement.evidence)


def _resting(text: str, anchor: str, evidence: Iterable[Evidence]) -> Iterator[tuple[Fact, Evidence]]:
    for piece in evidence:
        yield Fact(text=text, anchor=anchor), piece
