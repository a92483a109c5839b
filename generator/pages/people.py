"""The section "Key actors": who they are, and one cited line on what each did or said here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import countries
from generator.model.facts import Actor, Demand, Statement
from generator.model.quoting import excerpt, plain, quoted, shorten, spoken, whole
from generator.model.wording import ANSWERS, STANDS, fold
from generator.pages.report import Cited, Report, actor_path

FEWEST, MOST = 5, 12
SALIENT = 0.2
LINE_WORDS = 18
ROLES = 3
LANDS = "Other countries"
"""Those that only are named, one line each."""
LANDLESS = {"bodies": "Organisations and groups", "people": "Other people"}
KINDS = {"person": "person", "organization": "organisation", "country": "country", "group": "group"}
SHORTEST_QUOTE = 3
MENTIONED = "Mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An actor as shown: `page` is the path of its own page, empty where the source leaves it anonymous."""

    id: str
    name: str
    kind: str
    roles: str
    page: str
    line: str
    statements: int
    cites: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Actors of one country, or without one; `head` is the country itself, where it acts."""

    id: str
    name: str
    head: Person | None
    members: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The foremost actors by side, and the rest in the order of their salience."""

    sides: tuple[Side, ...]
    rest: tuple[Person, ...]


def cast(reports: Iterable[Report]) -> Cast:
    """The actors of one report, or of several, the newest first."""
    found: dict[str, tuple[Report, Actor]] = {}
    for report in reports:
        for actor in report.entry.brief.actors:
            if actor.id not in found or found[actor.id][1].salience < actor.salience:
                found[actor.id] = report, actor
    ranked = sorted(found.values(), key=lambda pair: (-pair[1].salience, pair[1].id))
    count = max(FEWEST, min(MOST, sum(actor.salience >= SALIENT for _report, actor in ranked)))
    return Cast(
        sides=tuple(_sides(ranked[:count])),
        rest=tuple(_person(report, actor) for report, actor in ranked[count:]),
    )


def foremost(reports: Iterable[Report]) -> str:
    """The names of the actors that matter most, for a page's description."""
    ranked = sorted((-actor.salience, actor.name) for report in reports for actor in report.entry.brief.actors)
    return ", ".join(list(dict.fromkeys(name for _salience, name in ranked))[:FEWEST])


def _sides(ranked: Iterable[tuple[Report, Actor]]) -> Iterable[Side]:
    sides = list(_grouped(ranked))
    quiet = [side for side in sides if side.head and not side.members and side.head.line.startswith(MENTIONED)]
    lands = Side(id="side-lands", name=LANDS, head=None, members=tuple(side.head for side in quiet if side.head))
    speaking = [side for side in sides if side not in quiet]
    landed = [side for side in speaking if side.id.removeprefix("side-") not in LANDLESS]
    return [*landed, *([lands] if quiet else []), *speaking[len(landed) :]]


def _grouped(ranked: Iterable[tuple[Report, Actor]]) -> Iterable[Side]:
    grouped: dict[str, list[tuple[Report, Actor]]] = {}
    for report, actor in ranked:
        grouped.setdefault(_side(report, actor), []).append((report, actor))
    for side, pairs in sorted(grouped.items(), key=lambda group: group[0] in LANDLESS):
        heads = [pair for pair in pairs if pair[1].kind == "country"]
        head = _person(*heads[0]) if heads else None
        yield Side(
            id=f"side-{side.lower()}",
            name=head.name if head else LANDLESS.get(side) or countries.names().get(side, side),
            head=head,
            members=tuple(_person(*pair) for pair in pairs if pair not in heads[:1]),
        )


def _side(report: Report, actor: Actor) -> str:
    """The country an actor belongs to, by its own word or by that of a role: a code, or the id of one without."""
    held = [report.actors[role.of] for role in actor.roles if role.of and role.of in report.actors]
    for one in (actor, *held):
        if one.country:
            return one.country
        if one.kind == "country":
            return one.id
    return "people" if actor.kind == "person" else "bodies"


def _person(report: Report, actor: Actor) -> Person:
    line, cites = said_or_did(report, actor)
    return Person(
        id=actor.id,
        name=report.name(actor.id),
        kind=KINDS[actor.kind],
        roles=roles(report, actor),
        page="" if actor.anonymous else actor_path(actor.id),
        line=line,
        statements=sum(actor.id in statement.by for statement in report.entry.brief.statements),
        cites=cites,
    )


def roles(report: Report, actor: Actor) -> str:
    """The titles of an actor, each with whom it is held, where the title does not say so itself."""
    shown: list[str] = []
    for role in actor.roles[:ROLES]:
        of = report.actors.get(role.of or "")
        shown.append(f"{role.title} ({of.name})" if of and of.name.lower() not in role.title.lower() else role.title)
    return ", ".join(dict.fromkeys(shown))


def said_or_did(report: Report, actor: Actor) -> tuple[str, Cited]:
    """The line that shows best what an actor did or said: a demand, a statement, a position, an answer, a mention."""
    brief = report.entry.brief
    own = [demand for demand in brief.demands if actor.id in demand.by]
    if own:
        return asked(report, own[0]), report.cites(own[0].evidence)
    told = sorted((s for s in brief.statements if actor.id in s.by), key=_plainness)
    if told:
        return told_line(report, told[0]), report.cites(told[0].evidence)
    for position in brief.sanctions.positions if brief.sanctions else ():
        if actor.id in position.by:
            chain = report.chain(position.via, second_hand=position.attribution == "second-hand")
            stance = f"{STANDS[position.stance].capitalize()}{chain}"
            return f"{stance}: {excerpt(position.text, position.evidence, LINE_WORDS)}", report.cites(position.evidence)
    for demand in brief.demands:
        for answer in demand.responses:
            if actor.id in answer.by:
                words = excerpt(answer.text, answer.evidence, LINE_WORDS)
                return f"On a demand, {ANSWERS[answer.kind]}: {words}", report.cites(answer.evidence)
    return named_only(actor), report.cites(actor.evidence[:1])


def named_only(actor: Actor) -> str:
    """The line of an actor that neither asks nor says anything: how often it is named, and for a person where first."""
    times = {1: "once", 2: "twice"}.get(actor.mentions, f"{actor.mentions} times")
    first = shorten(fold(actor.evidence[0].quote), LINE_WORDS)
    if actor.kind == "person" and any(name in first for name in (actor.name, *actor.aliases)):
        return f"{MENTIONED} {times}{', first' if actor.mentions > 1 else ''}: {quoted(first)}"
    return f"{MENTIONED} {times}."


def asked(report: Report, demand: Demand) -> str:
    """A demand in one line: "Demand to A and B: “...”"."""
    of = report.running(demand.of)
    chain = report.chain(demand.via, second_hand=demand.attribution == "second-hand")
    what = excerpt(demand.text, demand.evidence, LINE_WORDS)
    return f"{demand.firmness.capitalize()}{f' to {of}' if of else ''}{chain}: {what}"


def told_line(report: Report, statement: Statement, words: int = LINE_WORDS) -> str:
    """A statement in one line: in quotation marks what the source quotes, as it stands what it reports.

    Where the cue is no plain verb of saying, the source's own sentence stands, so that nothing turns its meaning.
    """
    chain = report.chain(statement.via, second_hand=statement.attribution == "second-hand")
    speech = spoken(statement.text, statement.evidence) if statement.direct else None
    if speech and len(speech.split()) >= SHORTEST_QUOTE:
        return f"Said{chain}: {excerpt(speech, (), words)}"
    if plain(statement):
        clause = whole(statement.text, statement.evidence).removeprefix("that ")
        return f"Said{chain}: {shorten(fold(clause), words)}"
    return f"The report: {excerpt(statement.evidence[0].quote, (), words)}"


def _plainness(statement: Statement) -> tuple[bool, bool]:
    return bool(statement.via), not (statement.direct or plain(statement))
