"""Ids that stay while a fact stays (CONTRACT.md, "Articles and ids")."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import replace

from slugify import slugify

from generator.model.facts import DatedEvent, Demand, Measure, Position, Statement
from generator.model.findings import Findings

Fact = DatedEvent | Demand | Measure | Position | Statement
_LISTS = ("actors", "statements", "demands", "measures", "positions", "dates")
LENGTH = 8
"""Characters of a fact's id behind its prefix: 40 bits, of which a brief holds some dozens."""


def fact_id(prefix: str, article: str, core: Iterable[str], taken: set[str]) -> str:
    """The id of a fact: a hash of its kind, its article and its core; `taken` grows by it.

    Facts of one core (a second telling) get ids of their own in text order.
    """
    parts = "\x1f".join((prefix, article, *core))
    repeat = 0
    while True:
        salted = parts if not repeat else f"{parts}\x1f{repeat}"
        code = base64.b32encode(hashlib.sha256(salted.encode()).digest()).decode().lower()[:LENGTH]
        name = f"{prefix}-{code}"
        if name not in taken:
            taken.add(name)
            return name
        repeat += 1


def actor_id(name: str, taken: set[str]) -> str:
    """The slug of a canonical name, with `-2` ... for namesakes; `taken` grows by it."""
    slug = slugify(name) or "actor"
    candidate, number = slug, 2
    while candidate in taken:
        candidate, number = f"{slug}-{number}", number + 1
    taken.add(candidate)
    return candidate


def identified(article: str, findings: Findings) -> Findings:
    """Findings whose actors and facts have ids; those that have one keep it. Dates and measures have keys, too."""
    taken = {fact.id for kind in _LISTS for fact in getattr(findings, kind) if fact.id}
    actors = tuple(replace(actor, id=actor.id or actor_id(actor.name, taken)) for actor in findings.actors)
    ids = {actor.key: actor.id for actor in actors}

    def name(prefix: str, fact: Fact, *who: tuple[str, ...]) -> str:
        if fact.id:
            return fact.id
        known = [ids[key] for keys in who for key in dict.fromkeys(keys) if key in ids]
        core = fact.core or tuple(_words_of(fact).lower().split())
        return fact_id(prefix, article, (*known, "", *core), taken)

    dates = tuple(replace(fact, id=name("t", fact)) for fact in findings.dates)
    measures = tuple(replace(fact, id=name("m", fact, fact.senders, fact.targets)) for fact in findings.measures)
    return replace(
        findings,
        actors=actors,
        dates=tuple(replace(fact, key=fact.key or fact.id) for fact in dates),
        measures=tuple(replace(fact, key=fact.key or fact.id) for fact in measures),
        positions=tuple(replace(fact, id=name("p", fact, fact.by)) for fact in findings.positions),
        statements=tuple(replace(fact, id=name("s", fact, fact.by)) for fact in findings.statements),
        demands=tuple(replace(fact, id=name("d", fact, fact.by)) for fact in findings.demands),
    )


def _words_of(fact: Fact) -> str:
    return fact.what if isinstance(fact, DatedEvent) else fact.text
