"""Which passages of a brief are left out where a site limits the words that it shows of a source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.model.brief import Brief
from generator.model.evidence import Evidence
from generator.model.page import Entry
from generator.model.quota import Quota
from generator.pages.asks import asks
from generator.pages.debate import debate
from generator.pages.method import source
from generator.pages.people import cast
from generator.pages.report import Cited, Report
from generator.pages.timeline import dated
from generator.pages.voices import openings, quotations


def left_out(entry: Entry, quota: Quota, as_of: str | None) -> frozenset[Evidence]:
    """The passages beyond a quota, wherever they are published.

    Those that the page of the brief cites come first, in its order; then those that other pages and files show.
    """
    article = entry.brief.article
    if quota.of(article) is None:
        return frozenset()
    cited: dict[str, Evidence] = {}
    for cites in _in_order(Report.of(entry), as_of):
        for citation in cites:
            cited.setdefault(citation.label, citation.passage)
    return quota.beyond(article, [*cited.values(), *_published(entry.brief)])


def _in_order(report: Report, as_of: str | None) -> Iterator[Cited]:
    """What the page of a brief cites, item by item, in the order of `brief.md.jinja`."""
    yield from (report.cites(sentence.evidence) for sentence in report.entry.brief.summary)
    people = cast([report])
    for side in people.sides:
        yield from (person.cites for person in (side.head, *side.members) if person)
    yield from (person.cites for person in people.rest)
    for ask in asks([report]):
        yield ask.cites
        yield from (answer.cites for answer in ask.answers)
    yield from _debated(report)
    events = dated([report], as_of)
    for place in ("ahead", "behind"):
        yield from (event.cites for event in events if event.place == place)
    yield from (quotation.cites for quotation in quotations([report]))
    yield from (opening.cites for opening in openings([report], events))
    yield from (step.cites for step in source(report).proof)


def _debated(report: Report) -> Iterator[Cited]:
    shown = debate([report])
    if shown is None:
        return
    for row in (row for matrix in shown.matrices for row in matrix.rows):
        yield from (stand.cites for cell in row.cells for stand in cell)
    yield from (measure.cites for measure in shown.measures)
    yield from (position.cites for position in shown.positions)
    yield from (dispute.cites for dispute in shown.disputes)


def _published(brief: Brief) -> Iterator[Evidence]:
    """All passages of a brief but annotations, which no site publishes."""
    for field in fields(brief):
        if field.name != "annotations":
            yield from _within(getattr(brief, field.name))


def _within(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from _within(member)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _within(getattr(value, field.name))
