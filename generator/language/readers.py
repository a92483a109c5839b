"""Who reads: a reader takes requests under a ticket each, and gives their answers in whatever order they are ready."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Protocol

from generator.language import exchange


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of the request of a ticket: the findings, or why the one who read it was lost."""

    ticket: int
    reply: bytes = b""
    lost: str = ""


class Readers(Protocol):
    """One or more who read; `width` is how many requests they may hold at once without one of them being idle."""

    width: int

    def give(self, ticket: int, asked: bytes) -> None:
        """Hands a request over."""

    def take(self) -> Answer:
        """The next answer, waiting for it; only while a request is out."""

    def close(self) -> None:
        """Stops at once, whatever is still out."""


class Here:
    """Reading in this process."""

    width = 1

    def __init__(self, pipeline: str) -> None:
        self._pipeline = pipeline
        self._asked: deque[tuple[int, bytes]] = deque()

    def give(self, ticket: int, asked: bytes) -> None:
        """Notes a request; it is read when its answer is taken."""
        self._asked.append((ticket, asked))

    def take(self) -> Answer:
        """Reads the first request."""
        ticket, asked = self._asked.popleft()
        return Answer(ticket=ticket, reply=exchange.answer(self._pipeline, asked))

    def close(self) -> None:
        """Nothing is left over."""
