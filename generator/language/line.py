"""Articles in line: looked up in the cache, handed to readers in batches, let out in the order in which they came."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from generator.config import Workforce
from generator.errors import GeneratorError, PromiseBroken, ReaderLost, ReadingFailed
from generator.language import exchange
from generator.language.cluster import Cluster
from generator.language.findings_cache import FindingsCache
from generator.language.readers import Answer, Here, Readers
from generator.language.workers import Workers
from generator.model.article import Article
from generator.model.findings import Findings

_BATCH = 60_000
"""Bytes of one request: enough for a network to work on many words at once, few enough for readers to end together."""
_WORTH_WORKERS = 100_000
"""Bytes: with less than that to read, some three seconds of work, starting processes takes longer than it saves."""
_TRIES = 2


@dataclass(slots=True, kw_only=True)
class _Place:
    """One in the line: what came, what is asked about it, and what came of that."""

    source: Article | GeneratorError
    question: bytes = b""
    key: str = ""
    found: Findings | GeneratorError | None = None
    tries: int = 0


class Line:
    """The articles between those not yet come and those let out; see `findings_of`.

    Where the number of processes is left to us, it is this one as long as there is little to read.
    """

    def __init__(self, pipeline: str, rules: str, cache: FindingsCache | None, workforce: Workforce) -> None:
        self._pipeline, self._rules, self._cache, self._workforce = pipeline, rules, cache, workforce
        self._places: deque[_Place] = deque()
        self._unasked: list[_Place] = []
        self._asked: dict[int, list[_Place]] = {}
        self._length = self._open = 0
        self._tickets = count()
        self._readers: Readers | None = None
        self._decided = workforce.scheduler is not None or workforce.workers is not None or cores() == 1

    def join(self, source: Article | GeneratorError) -> None:
        """Lets one in; where the line is long, waits until it moves."""
        place = _Place(source=source)
        self._places.append(place)
        if isinstance(source, GeneratorError):
            place.found = source
            return
        place.question = exchange.question(source)
        self._length += len(place.question)
        if self._cache:
            place.key = self._cache.key(place.question)
            place.found = _kept(self._cache, place.key)
        if place.found is None:
            self._unasked.append(place)
            self._open += len(place.question)
        if self._open >= (_BATCH if self._decided else _WORTH_WORKERS):
            self._ask()
        while self._places[0].found is None and self._length > self._longest():
            self._move()

    def ready(self) -> Iterator[tuple[Article, Findings] | GeneratorError]:
        """Those at the head of the line of whom all is known."""
        while self._places and self._places[0].found is not None:
            place = self._places.popleft()
            self._length -= len(place.question)
            if isinstance(place.source, Article) and isinstance(place.found, Findings):
                yield place.source, place.found
            elif isinstance(place.found, GeneratorError):
                yield place.found

    def rest(self) -> Iterator[tuple[Article, Findings] | GeneratorError]:
        """All others, when nobody joins any more."""
        yield from self.ready()
        while self._places:
            self._move()
            yield from self.ready()

    def close(self) -> None:
        """Sends the readers home, whatever they are at."""
        if self._readers:
            self._readers.close()

    def _longest(self) -> int:
        return 2 * _WORTH_WORKERS + 2 * _BATCH * (self._readers.width if self._readers else 1)

    def _move(self) -> None:
        if self._unasked:
            self._ask()
        if self._readers and self._asked:
            self._settle(self._readers.take())

    def _ask(self) -> None:
        """Hands out all that is unasked, taking answers while the readers have their hands full."""
        readers = self._chosen()
        unasked, self._unasked, self._open = self._unasked, [], 0
        for batch in _batches(unasked):
            while len(self._asked) >= readers.width:
                self._settle(readers.take())
            self._give(readers, batch)

    def _give(self, readers: Readers, batch: list[_Place]) -> None:
        ticket = next(self._tickets)
        self._asked[ticket] = batch
        readers.give(ticket, exchange.request([place.question for place in batch]))

    def _chosen(self) -> Readers:
        """Those who read, called when there is something to read; others may take over where there is more of it."""
        if not self._decided and self._open >= _WORTH_WORKERS:
            while self._readers and self._asked:
                self._settle(self._readers.take())
            self._decided, self._readers = True, Workers(self._pipeline, self._rules, cores())
        if self._readers is None:
            force = self._workforce
            if force.scheduler is not None:
                self._readers = Cluster(force.scheduler, self._pipeline, self._rules)
            elif force.workers is not None and force.workers > 1:
                self._readers = Workers(self._pipeline, self._rules, force.workers)
            else:
                self._readers = Here(self._pipeline)
        return self._readers

    def _settle(self, answer: Answer) -> None:
        batch = self._asked.pop(answer.ticket)
        if answer.lost:
            for place in batch:
                self._again(place, answer.lost)
            return
        for place, found in zip(batch, exchange.answers(answer.reply), strict=True):
            read = exchange.findings_in(found)
            if isinstance(read, Findings):
                place.found = read
                if self._cache:
                    self._cache.keep(place.key, found)
            elif isinstance(place.source, Article):
                place.found = ReadingFailed(place.source.path, read)

    def _again(self, place: _Place, why: str) -> None:
        """Has an article read once more, alone, so that at most the one at fault is lost in the end."""
        place.tries += 1
        if place.tries < _TRIES and self._readers:
            self._give(self._readers, [place])
        elif isinstance(place.source, Article):
            place.found = ReaderLost(place.source.path, why)


def cores() -> int:
    """How many processes can run at once: those that this process may use, within the quota of its control group.

    Source of the quota: cgroup v2, `cpu.max` (Linux kernel, Documentation/admin-guide/cgroup-v2.rst).
    """
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text("ascii").split()
        return max(1, min(usable, int(quota) // int(period)))
    except (OSError, ValueError):
        return usable


def _batches(places: Iterable[_Place]) -> Iterator[list[_Place]]:
    batch: list[_Place] = []
    size = 0
    for place in places:
        batch.append(place)
        size += len(place.question)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _kept(cache: FindingsCache, key: str) -> Findings | None:
    """Findings from the cache; what does not read as such counts as none."""
    kept = cache.get(key)
    if kept is None:
        return None
    try:
        found = exchange.findings_in(kept)
    except (ValueError, TypeError, KeyError, AttributeError, PromiseBroken):
        return None
    return found if isinstance(found, Findings) else None
