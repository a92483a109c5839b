"""Figures of briefs against our own small gold: the example articles, annotated by hand in gold/*.yml.

An item is right where its evidence meets the quote of a gold item, who does it is the same, and its key field agrees
(a date's start and end, a stance, a status). What meets only a soft quote counts neither way. Every pairing is one to
one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from generator import build, sources
from generator.errors import GeneratorError
from generator.model.brief import Brief
from generator.model.evidence import Evidence
from generator.model.facts import Actor
from tests.conftest import ROOT

GOLD = Path(__file__).parent / "gold"
Gold = dict[str, Any]
SECTIONS = ("actors", "roles", "demands", "responses", "measures", "positions", "dates", "statements")


@dataclass(slots=True)
class Tally:
    """Right ones, given ones and wanted ones, summed over articles."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, right: int, given: int, wanted: int) -> None:
        self.right += right
        self.given += given
        self.wanted += wanted

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.given + self.wanted
        return 2 * self.right / total if total else 1.0


class Reader:
    """One brief beside its gold."""

    def __init__(self, brief: Brief, gold: Gold) -> None:
        self.brief, self.gold = brief, gold
        self.actors = {actor.id: actor for actor in brief.actors}

    def places(self, quotes: Iterable[str]) -> list[tuple[int, int]]:
        text, found = self.brief.article.text, []
        for quote in quotes:
            start = text.find(quote)
            if start >= 0:
                found.append((start, start + len(quote)))
        return found

    def meets(self, evidence: Iterable[Evidence], quotes: Iterable[str]) -> bool:
        return any(piece.start < end and start < piece.end for piece in evidence for start, end in self.places(quotes))

    def same_doer(self, item: Any, gold: Gold) -> bool:
        return self.names(item.by, gold["by"])

    def names(self, ids: Iterable[str], name: str | None) -> bool:
        return name is None or any(i in self.actors and called(self.actors[i], name) for i in ids)


def called(actor: Actor, name: str) -> bool:
    """True where an actor goes by a name, or by its end (a surname)."""
    names = [form.removeprefix("the ").lower() for form in (actor.name, *actor.aliases)]
    wanted = name.removeprefix("the ").lower()
    return any(form == wanted or form.endswith(f" {wanted}") or wanted.endswith(f" {form}") for form in names)


def pair(
    reader: Reader, tally: Tally, items: Any, wanted: list[Gold], soft: list[str], agrees: Callable[[Any, Gold], bool]
) -> list[tuple[Any, Gold]]:
    """Pairs items with gold ones in text order, counts, and gives the pairs."""
    left, pairs, idle = list(wanted), [], 0
    for item in items:
        match = next((g for g in left if reader.meets(item.evidence, [g["quote"]]) and agrees(item, g)), None)
        if match is not None:
            left.remove(match)
            pairs.append((item, match))
        elif reader.meets(item.evidence, soft):
            idle += 1
    tally.add(len(pairs), len(list(items)) - idle, len(wanted))
    return pairs


def example_briefs() -> Iterator[Brief]:
    """The briefs of the example articles; raises what stands in the way of any."""
    paths, errors = sources.find([ROOT / "seeds"])
    for brief in (*errors, *build.extract(paths)):
        if isinstance(brief, GeneratorError):
            raise brief
        yield brief


def score(briefs: Iterable[Brief]) -> dict[str, Tally]:
    """The tally of each section over all briefs that have a gold file."""
    tallies = {name: Tally() for name in SECTIONS}
    for brief in briefs:
        gold = YAML(typ="safe").load((GOLD / f"{brief.article.id}.yml").read_text(encoding="utf-8"))
        reader = Reader(brief, gold)
        _actors(reader, tallies)
        _demands(reader, tallies)
        _sanctions(reader, tallies)
        ahead = [date for date in brief.dates if date.phase in {"upcoming", "ongoing"}]
        pair(reader, tallies["dates"], ahead, gold["dates"], gold.get("soft_dates", []), _same_days)
        said = pair(reader, Tally(), brief.statements, gold["statements"], [], reader.same_doer)
        tallies["statements"].add(len(said), len(said), len(gold["statements"]))
    return tallies


def _same_days(date: Any, gold: Gold) -> bool:
    return bool(date.start == gold["start"] and (not gold.get("end") or date.end == gold["end"]))


def _actors(reader: Reader, tallies: dict[str, Tally]) -> None:
    left, right, idle = list(reader.gold["actors"]), 0, 0
    for actor in reader.brief.actors:
        match = next((name for name in left if called(actor, name)), None)
        if match is not None:
            left.remove(match)
            right += 1
        elif any(called(actor, name) for name in reader.gold["also"]):
            idle += 1
    tallies["actors"].add(right, len(reader.brief.actors) - idle, len(reader.gold["actors"]))
    for name, role in reader.gold["roles"].items():
        titles = [title.title.lower() for actor in reader.brief.actors if called(actor, name) for title in actor.roles]
        wanted = role.split(",")[0].lower()
        tallies["roles"].add(int(any(wanted in title or title in wanted for title in titles)), int(bool(titles)), 1)


def _demands(reader: Reader, tallies: dict[str, Tally]) -> None:
    soft = reader.gold.get("soft_demands", [])
    wanted_demands = reader.gold["demands"]
    pairs = pair(reader, tallies["demands"], reader.brief.demands, wanted_demands, soft, reader.same_doer)
    for item, g in pairs:
        kinds, wanted = [response.kind for response in item.responses], list(g.get("responses", []))
        tallies["responses"].add(sum(kind in wanted for kind in set(kinds)), len(kinds), len(wanted))
    found = [g for _item, g in pairs]
    tallies["responses"].add(0, 0, sum(len(g.get("responses", [])) for g in reader.gold["demands"] if g not in found))


def _sanctions(reader: Reader, tallies: dict[str, Tally]) -> None:
    gold = reader.gold["sanctions"] or {"measures": [], "positions": []}
    debate = reader.brief.sanctions
    measures, positions = (debate.measures, debate.positions) if debate else ((), ())
    status = lambda item, g: item.status in g["status"]  # noqa: E731
    pair(reader, tallies["measures"], measures, gold["measures"], gold.get("soft_measures", []), status)
    stance = lambda item, g: item.stance in g["stance"] and reader.names(item.by, g["by"])  # noqa: E731
    pair(reader, tallies["positions"], positions, gold["positions"], gold.get("soft_positions", []), stance)
