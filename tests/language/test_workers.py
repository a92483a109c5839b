"""Processes: what they answer, what becomes of their work when one dies, and that none is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest

from generator.errors import RulesChanged, WorkersFailed
from generator.language import workers
from generator.language.readers import Answer
from generator.language.workers import Workers


def echo(connection: Connection, _pipeline: str) -> None:
    """A worker that gives back what it gets, and dies of the word 'poison'."""
    connection.send_bytes(b"rules")
    while True:
        asked = connection.recv_bytes()
        if b"poison" in asked:
            os.kill(os.getpid(), signal.SIGKILL)
        connection.send_bytes(asked)


def stillborn(_connection: Connection, _pipeline: str) -> None:
    os._exit(7)


@pytest.fixture
def crew(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    monkeypatch.setattr(workers, "work", echo)
    made = Workers("bundled", "rules", 2)
    yield made
    made.close()


def all_answers(crew: Workers, count: int) -> list[Answer]:
    return sorted((crew.take() for _ in range(count)), key=lambda answer: answer.ticket)


def test_every_request_is_answered_under_its_ticket(crew: Workers) -> None:
    asked = [str(ticket).encode() * 50_000 for ticket in range(9)]
    for ticket, request in enumerate(asked):
        crew.give(ticket, request)
    assert [answer.reply for answer in all_answers(crew, 9)] == asked
    assert len(multiprocessing.active_children()) == 2


def test_a_death_costs_the_request_at_fault_and_no_other(crew: Workers) -> None:
    asked = [b"poison" if ticket in {0, 3} else b"sound" for ticket in range(8)]
    for ticket, request in enumerate(asked):
        crew.give(ticket, request)
    answers = all_answers(crew, 8)
    assert [answer.lost for answer in answers] == ["killed by SIGKILL" if one == b"poison" else "" for one in asked]
    assert [answer.reply for answer in answers] == [b"" if one == b"poison" else one for one in asked]


def test_workers_that_cannot_start_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "work", stillborn)
    crew = Workers("bundled", "rules", 2)
    crew.give(0, b"one")
    crew.give(1, b"two")
    with pytest.raises(WorkersFailed, match=r"exit code 7.*--workers 1"):
        crew.take()
    crew.close()


def test_closing_ends_them_at_once(crew: Workers) -> None:
    crew.give(0, b"one")
    crew.take()
    before = time.monotonic()
    crew.close()
    assert time.monotonic() - before < 5
    assert multiprocessing.active_children() == []


def test_one_worker_is_enough_for_one_request(crew: Workers) -> None:
    crew.give(0, b"one")
    crew.take()
    assert len(multiprocessing.active_children()) == 1


def test_workers_with_other_rules_do_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "work", echo)
    crew = Workers("bundled", "other rules", 1)
    crew.give(0, b"one")
    with pytest.raises(RulesChanged):
        crew.take()
    crew.close()
