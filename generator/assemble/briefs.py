"""The brief of one article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.assemble.identity import identified
from generator.assemble.salience import Weigher
from generator.assemble.summary import summarise
from generator.model.article import Article
from generator.model.brief import Annotations, Brief, SanctionsDebate
from generator.model.facts import Actor, DatedEvent, Demand, Measure, Position, Statement
from generator.model.findings import Findings

FIRMEST = {"ultimatum": 0, "demand": 1, "call": 2, "request": 3}
PRESSING = {"support": 0, "conditional": 1, "undecided": 2, "oppose": 3}


def assemble(article: Article, findings: Findings) -> Brief:
    """An article and its findings as a brief: ids given, lists in the order of BRIEF.md, "In brief" written."""
    article = complete(article, findings)
    findings = identified(article.id, findings)
    naming = _Naming()
    actors = naming.actors(findings, Weigher.of(article.title, findings))
    dates = naming.dates(findings.dates)
    measures = naming.measures(findings.measures)
    positions = naming.positions(findings.positions)
    sanctions = None
    if measures or positions:
        sanctions = SanctionsDebate(measures=measures, positions=positions, disputes=findings.disputes)
    brief = Brief(
        article=article,
        summary=(),
        actors=actors,
        statements=naming.statements(findings.statements),
        demands=naming.demands(findings.demands),
        sanctions=sanctions,
        dates=dates,
        diagnostics=(*article.diagnostics, *findings.diagnostics),
        annotations=Annotations(timexes=findings.timexes, attributions=findings.attributions),
        sentences=findings.sentences,
    )
    return replace(brief, summary=summarise(brief))


def complete(article: Article, findings: Findings) -> Article:
    """The article with the title and the publication date that were inferred, where it has none of its own."""
    title = article.title or (findings.headline.quote if findings.headline else article.id)
    if article.published is None and findings.publication is not None:
        return replace(
            article,
            title=title,
            published=findings.publication.date,
            published_basis="inferred",
            published_proof=findings.publication.proof,
        )
    return replace(article, title=title)


class _Naming:
    """Puts ids in the place of keys; a key that is no actor's is dropped."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def actors(self, findings: Findings, weigher: Weigher) -> tuple[Actor, ...]:
        for actor in findings.actors:
            self.ids[actor.key] = actor.id
        named = (
            replace(
                actor,
                key="",
                salience=weigher.weigh(actor),
                roles=tuple(replace(role, of=self.ids.get(role.of or "")) for role in actor.roles),
            )
            for actor in findings.actors
        )
        return tuple(sorted(named, key=lambda actor: (-actor.salience, actor.evidence[0].start, actor.id)))

    def named(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.ids[key] for key in keys if key in self.ids))

    def statements(self, found: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return tuple(
            replace(
                fact,
                core=(),
                by=self.named(fact.by),
                via=self.named(fact.via),
            )
            for fact in found
        )

    def demands(self, found: tuple[Demand, ...]) -> tuple[Demand, ...]:
        firmest: dict[int, int] = {}
        for fact in found:
            start, rank = fact.evidence[0].start, FIRMEST[fact.firmness]
            firmest[start] = min(rank, firmest.get(start, rank))
        named = (
            replace(
                fact,
                core=(),
                by=self.named(fact.by),
                of=self.named(fact.of),
                via=self.named(fact.via),
                deadline=self.ids.get(fact.deadline or ""),
                responses=tuple(replace(response, by=self.named(response.by)) for response in fact.responses),
            )
            for fact in found
        )
        # Demands of one sentence stay together as they are told, where its firmest one stands.
        return tuple(sorted(named, key=lambda fact: (firmest[fact.evidence[0].start], fact.evidence[0].start)))

    def dates(self, found: tuple[DatedEvent, ...]) -> tuple[DatedEvent, ...]:
        named = []
        for fact in found:
            self.ids[fact.key] = fact.id
            named.append(replace(fact, key="", core=(), actors=self.named(fact.actors)))
        return tuple(sorted(named, key=lambda fact: (fact.start is None, fact.start or "", fact.evidence[0].start)))

    def measures(self, found: tuple[Measure, ...]) -> tuple[Measure, ...]:
        named = []
        for fact in found:
            self.ids[fact.key] = fact.id
            senders, targets = self.named(fact.senders), self.named(fact.targets)
            named.append(replace(fact, key="", core=(), senders=senders, targets=targets))
        return tuple(named)

    def positions(self, found: tuple[Position, ...]) -> tuple[Position, ...]:
        named = (
            replace(
                fact,
                core=(),
                by=self.named(fact.by),
                via=self.named(fact.via),
                measure=self.ids.get(fact.measure or ""),
            )
            for fact in found
        )
        return tuple(sorted(named, key=lambda fact: (PRESSING[fact.stance], fact.evidence[0].start)))
