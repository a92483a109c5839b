"""How much an actor matters to a story: in the headline and the lede, often named, speaking, asking, addressed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log1p

from generator.model.facts import Actor
from generator.model.findings import Findings

# Position and frequency are the classic cues of entity salience (Dunietz & Gillick 2014, who count mentions by their
# logarithm); acting weighs nearly as much here, since a brief is about who does what.
HEADLINE, LEDE, MENTIONS, ACTS = 0.15, 0.15, 0.4, 0.3
LEDE_SENTENCES = 2
MANY_ACTS = 5
TAKEN_UP = 3
"""Mentions from which a place in headline or lede counts whole: a passing name there is no actor yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigher:
    """The salience of the actors of one article."""

    title: str
    lede_end: int
    most_mentions: int
    acts: Counter[str]

    @classmethod
    def of(cls, title: str, findings: Findings) -> Weigher:
        """Reads off the findings what all actors are weighed by."""
        lede = findings.sentences[:LEDE_SENTENCES]
        acts: Counter[str] = Counter()
        for statement in findings.statements:
            acts.update(statement.by)
        for demand in findings.demands:
            acts.update((*demand.by, *demand.of))
            acts.update(key for response in demand.responses for key in response.by)
        for measure in findings.measures:
            acts.update((*measure.senders, *measure.targets))
        for position in findings.positions:
            acts.update(position.by)
        return cls(
            title=title.casefold(),
            lede_end=lede[-1][1] if lede else 0,
            most_mentions=max((actor.mentions for actor in findings.actors), default=1),
            acts=acts,
        )

    def weigh(self, actor: Actor) -> float:
        """From 0 to 1, to three places."""
        names = (actor.name, *(alias for alias in actor.aliases if alias[:1].isupper()))
        headline = any(name.casefold() in self.title for name in names)
        lede = actor.evidence[0].start < self.lede_end
        place = (HEADLINE * headline + LEDE * lede) * min(actor.mentions, TAKEN_UP) / TAKEN_UP
        mentions = log1p(actor.mentions) / log1p(self.most_mentions)
        acts = min(self.acts[actor.key], MANY_ACTS) / MANY_ACTS
        return round(place + MENTIONS * mentions + ACTS * acts, 3)
