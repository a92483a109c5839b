"""Reading on a Dask cluster: the only module that knows `distributed`.

Articles go out and findings come back through the scheduler, so workers need no file of the site, only the same briefs
and pipeline as here. Only so many requests are out at once as keep the workers busy. What a lost worker had in hand is
done again by another, which is the scheduler's doing.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import __version__
from generator.errors import ClusterDiffers, ClusterExtraMissing, ClusterUnreachable, GeneratorError
from generator.language import exchange
from generator.language.fingerprint import fingerprint
from generator.language.readers import Answer

if TYPE_CHECKING:
    from distributed import Client, Future

_SECONDS_TO_ANSWER = 10
_SECONDS_WITHOUT_WORKERS = 30
_SECONDS_BETWEEN_LOOKS = 5
_IN_HAND = 3
"""Requests out for each thread of a worker: the one that it reads, the next, and one on its way."""


class Cluster:
    """The workers of the Dask scheduler at `address`: a URL such as tcp://host:8786, or a scheduler file (.json).

    `rules` is the fingerprint that every worker must have, too. Raises `ClusterExtraMissing`, `ClusterUnreachable` or
    `ClusterDiffers`, here and in `take`.
    """

    def __init__(self, address: str, pipeline: str, rules: str) -> None:
        self._address, self._pipeline, self._rules = address, pipeline, rules
        self._out: dict[int, Future] = {}
        self._client = _client(address)
        self._seen = time.monotonic()
        try:
            with suppress(TimeoutError):
                self._client.wait_for_workers(1, timeout=_SECONDS_WITHOUT_WORKERS)
            self.width = self._width()
            _require_some(address, self.width)
            require_equal(self._client.run(_about, pipeline, on_error="return"), rules)
        except BaseException:
            self.close()
            raise

    def give(self, ticket: int, asked: bytes) -> None:
        """Sends a request to the scheduler."""
        self._out[ticket] = self._client.submit(_answer, self._pipeline, self._rules, asked, pure=False)

    def take(self) -> Answer:
        """The next answer; raises `ClusterUnreachable` where no worker has been there for a while."""
        from distributed import wait  # noqa: PLC0415  (an extra that few install)

        while True:
            with suppress(TimeoutError), self._client.as_current():
                wait(list(self._out.values()), timeout=_SECONDS_BETWEEN_LOOKS, return_when="FIRST_COMPLETED")
            self._look()
            for ticket, future in self._out.items():
                if future.done():
                    del self._out[ticket]
                    return self._answer(ticket, future)

    def close(self) -> None:
        """Takes back what is still out."""
        with suppress(Exception):  # the scheduler may be gone, and then there is nothing to take back
            self._client.close(timeout=_SECONDS_BETWEEN_LOOKS)

    def _answer(self, ticket: int, future: Future) -> Answer:
        from distributed import KilledWorker  # noqa: PLC0415  (an extra that few install)

        try:
            return Answer(ticket=ticket, reply=future.result())
        except KilledWorker:
            return Answer(ticket=ticket, lost="it was the last that several workers did")
        except Exception as error:  # whatever a worker raised comes out of its future
            why = f"gave up a request ({type(error).__name__}: {error})"
            raise ClusterUnreachable(self._address, why) from error

    def _look(self) -> None:
        """Counts the workers, now and then: some may have come, or all have gone."""
        now = time.monotonic()
        if now - self._seen < _SECONDS_BETWEEN_LOOKS:
            return
        width = self._width()
        if width:
            self.width, self._seen = width, now
        elif now - self._seen > _SECONDS_WITHOUT_WORKERS:
            raise ClusterUnreachable(self._address, "all workers are gone")

    def _width(self) -> int:
        try:
            threads: Mapping[str, int] = self._client.nthreads()
        except Exception as error:  # the library names no common class for a scheduler that is gone
            raise ClusterUnreachable(self._address, "the scheduler has stopped") from error
        return _IN_HAND * sum(threads.values())


def _client(address: str) -> Client:
    try:
        from distributed import Client  # noqa: PLC0415  (an extra that few install)
    except ImportError as error:
        raise ClusterExtraMissing(address) from error
    # What a user can see to is an error of ours; the library's own log would tell it again, with traces.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    chosen: dict[str, Any] = {"address": address}
    if address.endswith(".json"):
        if not Path(address).is_file():
            raise ClusterUnreachable(address, "there is no such scheduler file")
        chosen = {"scheduler_file": address}
    try:
        return Client(**chosen, timeout=_SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise ClusterUnreachable(address, "no scheduler answers there") from error


def _require_some(address: str, width: int) -> None:
    if not width:
        raise ClusterUnreachable(address, "the scheduler has no workers")


def require_equal(told: Mapping[str, Any], rules: str) -> None:
    """Raises `ClusterDiffers` where a worker has another version or fingerprint, or none."""
    for worker, about in sorted(told.items()):
        if isinstance(about, GeneratorError):
            raise ClusterDiffers(worker, about.what)
        if isinstance(about, BaseException):
            raise ClusterDiffers(worker, f"briefs does not run there ({type(about).__name__}: {about})")
        version, its = about
        if its != rules:
            raise ClusterDiffers(worker, _difference(version, its, rules))


def _difference(version: str, its: str, rules: str) -> str:
    if version != __version__:
        return f"has briefs {version}, not {__version__}"
    return f"has other rules or another pipeline ({its[:8]}, not {rules[:8]})"


@cache
def _about(pipeline: str) -> tuple[str, str]:
    """The worker's side: its version and fingerprint."""
    return __version__, fingerprint(pipeline)


def _answer(pipeline: str, rules: str, asked: bytes) -> bytes:
    """The worker's side; one that came after the start is compared here."""
    from distributed import get_worker  # noqa: PLC0415  (an extra that few install)

    try:
        version, its = _about(pipeline)
    except GeneratorError as error:
        return exchange.refusal(ClusterDiffers(get_worker().address, error.what))
    if its != rules:
        return exchange.refusal(ClusterDiffers(get_worker().address, _difference(version, its, rules)))
    return exchange.answer(pipeline, asked)
