"""The page of each actor: roles, demands made and received, positions, statements and dates over all briefs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.model import countries
from generator.model.wording import listed
from generator.pages.asks import Ask, asks
from generator.pages.debate import MeasureShown, PositionShown, measures_shown, positions_shown
from generator.pages.people import KINDS, roles, told_line
from generator.pages.report import Cited, Report, actor_path
from generator.pages.timeline import Dated, dated

STATEMENT_WORDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHeld:
    """Titles of an actor as one report has them."""

    text: str
    report: Report
    cites: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement in one line."""

    text: str
    report: Report
    cites: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """An actor over all briefs, everything in the order of the reports, the newest first.

    `measures` are those that the actor sends, `aimed` those that are aimed at it.
    """

    id: str
    name: str
    aliases: str
    kind: str
    country: str
    page: str
    roles: tuple[RoleHeld, ...]
    reports: tuple[Report, ...]
    made: tuple[Ask, ...]
    received: tuple[Ask, ...]
    measures: tuple[MeasureShown, ...]
    aimed: tuple[MeasureShown, ...]
    positions: tuple[PositionShown, ...]
    statements: tuple[Said, ...]
    dates: tuple[Dated, ...]

    @property
    def missing(self) -> str:
        """What was not found of it, in words."""
        sections = {
            "demands made": self.made,
            "demands received": self.received,
            "positions or measures of sanctions": self.positions or self.measures or self.aimed,
            "statements": self.statements,
            "dates": self.dates,
        }
        return listed([name for name, found in sections.items() if not found])


@dataclass(slots=True)
class _Shelf:
    """What belongs to one actor, gathered in one pass over all facts."""

    reports: list[Report] = field(default_factory=list)
    made: list[Ask] = field(default_factory=list)
    received: list[Ask] = field(default_factory=list)
    measures: list[MeasureShown] = field(default_factory=list)
    aimed: list[MeasureShown] = field(default_factory=list)
    positions: list[PositionShown] = field(default_factory=list)
    statements: list[Said] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)


def actor_pages(reports: Iterable[Report], as_of: str | None) -> tuple[ActorPage, ...]:
    """The actors of all briefs by id. Those whom a source leaves anonymous have no page: nobody knows who they are."""
    shelves: defaultdict[str, _Shelf] = defaultdict(_Shelf)
    for report in reports:
        _gather(shelves, report, as_of)
    return tuple(_page(identity, shelf) for identity, shelf in sorted(shelves.items()) if shelf.reports)


def _gather(shelves: defaultdict[str, _Shelf], report: Report, as_of: str | None) -> None:
    brief = report.entry.brief
    for actor in brief.actors:
        if not actor.anonymous:
            shelves[actor.id].reports.append(report)
    for demand, ask in zip(brief.demands, asks([report]), strict=True):
        for identity in demand.by:
            shelves[identity].made.append(ask)
        for identity in demand.of:
            shelves[identity].received.append(ask)
    if brief.sanctions:
        for measure, one in zip(brief.sanctions.measures, measures_shown([report]), strict=True):
            for identity in measure.senders:
                shelves[identity].measures.append(one)
            for identity in measure.targets:
                shelves[identity].aimed.append(one)
        for position, stand in zip(brief.sanctions.positions, positions_shown([report]), strict=True):
            for identity in position.by:
                shelves[identity].positions.append(stand)
    for statement in brief.statements:
        said = Said(
            text=told_line(report, statement, STATEMENT_WORDS), report=report, cites=report.cites(statement.evidence)
        )
        for identity in statement.by:
            shelves[identity].statements.append(said)
    acting = {event.id: event.actors for event in brief.dates}
    for event in dated([report], as_of):
        for identity in acting[event.id]:
            shelves[identity].dates.append(event)


def _page(identity: str, shelf: _Shelf) -> ActorPage:
    newest = shelf.reports[0].actors[identity]
    aliases = dict.fromkeys(alias for report in shelf.reports for alias in report.actors[identity].aliases)
    return ActorPage(
        id=identity,
        name=newest.name,
        aliases=", ".join(alias for alias in aliases if alias != newest.name),
        kind=KINDS[newest.kind],
        country=countries.names().get(newest.country or "", "") if newest.kind != "country" else "",
        page=actor_path(identity),
        roles=tuple(_roles(shelf.reports, identity)),
        reports=tuple(shelf.reports),
        made=tuple(shelf.made),
        received=tuple(shelf.received),
        measures=tuple(shelf.measures),
        aimed=tuple(shelf.aimed),
        positions=tuple(shelf.positions),
        statements=tuple({(said.report.path, said.text): said for said in shelf.statements}.values()),
        dates=tuple(sorted(shelf.dates, key=lambda event: (not event.start, event.start, event.end, event.id))),
    )


def _roles(reports: Iterable[Report], identity: str) -> Iterator[RoleHeld]:
    for report in reports:
        actor = report.actors[identity]
        held = roles(report, actor)
        if held:
            yield RoleHeld(text=held, report=report, cites=report.cites(*(role.evidence for role in actor.roles)))
