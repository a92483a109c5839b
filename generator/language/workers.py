"""Reading in processes of this machine, each with a pipeline of its own.

Processes are spawned, not forked: a fork would copy the locks of other threads (a progress bar's, a preview's) as they
are at that moment. What travels is bytes, through one pipe a process.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from generator.errors import RulesChanged, WorkersFailed
from generator.language import exchange
from generator.language.fingerprint import fingerprint
from generator.language.readers import Answer

_IN_HAND = 2
"""Requests that a worker holds: one that it reads and the next, so that it never waits for us."""
_SECONDS_TO_DIE = 5


@dataclass(slots=True, kw_only=True)
class _Worker:
    """One process; `held` are its requests in the order in which it reads them."""

    process: SpawnProcess
    connection: Connection
    ready: bool = False
    held: deque[tuple[int, bytes]] = field(default_factory=deque)


class Workers:
    """At most `count` processes, each started when there is something for it to read.

    One that dies costs the request that it was reading, which is answered as lost; another takes its place. `rules` is
    the fingerprint of this process. `take` raises `RulesChanged` where a worker has another one, since the files have
    changed meanwhile, and `WorkersFailed` where none can be started at all.
    """

    def __init__(self, pipeline: str, rules: str, count: int) -> None:
        self.width = count * _IN_HAND
        self._pipeline, self._rules = pipeline, rules
        self._most = count
        self._waiting: deque[tuple[int, bytes]] = deque()
        self._workers: list[_Worker] = []

    def give(self, ticket: int, asked: bytes) -> None:
        """Hands a request to the worker with the least to do; a new one is started while there may be more."""
        self._waiting.append((ticket, asked))
        self._hand_out()

    def take(self) -> Answer:
        """The next answer."""
        while True:
            for connection in wait([worker.connection for worker in self._workers]):
                worker = next(worker for worker in self._workers if worker.connection is connection)
                answer = self._heard(worker)
                if answer:
                    self._hand_out()
                    return answer

    def close(self) -> None:
        """Ends all processes."""
        for worker in self._workers:
            worker.process.kill()
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(_SECONDS_TO_DIE)
        self._workers.clear()

    def _heard(self, worker: _Worker) -> Answer | None:
        try:
            reply = worker.connection.recv_bytes()
        except (EOFError, OSError):
            return self._bury(worker)
        if not worker.ready:
            if reply.decode() != self._rules:
                raise RulesChanged(self._pipeline)
            worker.ready = True
            return None
        ticket, _asked = worker.held.popleft()
        return Answer(ticket=ticket, reply=reply)

    def _bury(self, worker: _Worker) -> Answer | None:
        """What becomes of the requests of a worker that has died: only the first of them can be the cause."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join(_SECONDS_TO_DIE)
        why = _ending(worker.process.exitcode)
        answer = None
        if worker.ready and worker.held:
            ticket, _asked = worker.held.popleft()
            answer = Answer(ticket=ticket, lost=why)
        elif not worker.ready:
            # Whatever kept this one from starting, perhaps too little memory, will keep as many others from it.
            self._most = len(self._workers)
            if not self._most:
                raise WorkersFailed(why)
        self._waiting.extendleft(reversed(worker.held))
        self._hand_out()
        return answer

    def _hand_out(self) -> None:
        while self._waiting:
            least = min(self._workers, key=lambda worker: len(worker.held), default=None)
            if (least is None or least.held) and len(self._workers) < self._most:
                least = self._start()
            if least is None or len(least.held) >= _IN_HAND:
                return
            request = self._waiting.popleft()
            least.held.append(request)
            # A pipe that is broken here is met again where its worker is heard.
            with suppress(OSError):
                least.connection.send_bytes(request[1])

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self._pipeline), name="briefs worker", daemon=True)
        with _no_interruption():
            process.start()
        theirs.close()
        worker = _Worker(process=process, connection=ours)
        self._workers.append(worker)
        return worker


def work(connection: Connection, pipeline: str) -> None:
    """The life of one worker: reads requests and answers them until the other end is gone."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    asked: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=_receive, args=(connection, asked), daemon=True).start()
    exchange.prepare(pipeline)
    with suppress(OSError):
        connection.send_bytes(fingerprint(pipeline).encode())
        while True:
            connection.send_bytes(exchange.answer(pipeline, asked.get()))


def _receive(connection: Connection, asked: queue.Queue[bytes]) -> None:
    """Takes requests as they come, so that the sender never waits; ends the process with its sender."""
    with suppress(EOFError, OSError):
        while True:
            asked.put(connection.recv_bytes())
    os._exit(0)


@contextmanager
def _no_interruption() -> Iterator[None]:
    """A process started herein never sees Ctrl-C, which is ours to answer; one pressed meanwhile comes afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"
