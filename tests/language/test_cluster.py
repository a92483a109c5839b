"""A real Dask cluster of processes on this machine: equal findings, lost workers, what stands in the way."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from distributed import Client, LocalCluster

from generator.config import Workforce
from generator.errors import ClusterDiffers, ClusterExtraMissing, ClusterUnreachable
from generator.language import cluster as module
from generator.language import line
from generator.language.cluster import Cluster, require_equal
from generator.language.fingerprint import fingerprint
from generator.language.reading import findings_of
from tests.conftest import article

BUNDLED = "bundled"
STATES = ("Chad", "Togo", "Mali", "Peru", "Cuba", "Iran")
FILLER = "The talks in Geneva went on, an official said. " * 30
ARTICLES = tuple(
    article(f"{state} demanded on Monday that Norway reopen the port. Norway refused. {FILLER}", name=state)
    for state in STATES * 2
)


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two workers in processes of their own, started again by a nanny when they die."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", host="127.0.0.1"
    ) as made:
        yield made


def test_findings_are_those_of_one_process_though_a_worker_is_killed(
    cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "_BATCH", 1000)
    expected = list(findings_of(ARTICLES, pipeline=BUNDLED))
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        pids = client.run(os.getpid)
        stream = findings_of(ARTICLES, pipeline=BUNDLED, workforce=Workforce(scheduler=cluster.scheduler_address))
        found = [next(stream)]
        os.kill(next(iter(pids.values())), signal.SIGKILL)
        found += stream
        client.wait_for_workers(2, timeout=30)
        assert set(client.run(os.getpid).values()) != set(pids.values())
    assert found == expected


def test_a_worker_with_other_rules_is_named(cluster: LocalCluster) -> None:
    with pytest.raises(ClusterDiffers, match=r"^tcp://127.0.0.1:\d+: has other rules or another pipeline .*; install"):
        Cluster(cluster.scheduler_address, BUNDLED, "0" * 64)


def test_a_pipeline_that_a_worker_lacks_is_named(cluster: LocalCluster) -> None:
    with pytest.raises(ClusterDiffers, match="'en_nowhere_sm' is not installed"):
        Cluster(cluster.scheduler_address, "en_nowhere_sm", fingerprint(BUNDLED))


def test_another_version_is_named() -> None:
    with pytest.raises(ClusterDiffers, match=r"^tcp://there:1: has briefs 0\.0\.1, not"):
        require_equal({"tcp://there:1": ("0.0.1", "1" * 64)}, "0" * 64)


def test_a_worker_without_briefs_is_named() -> None:
    with pytest.raises(ClusterDiffers, match="briefs does not run there"):
        require_equal({"tcp://there:1": ModuleNotFoundError("No module named 'generator'")}, "0" * 64)


def test_a_scheduler_without_workers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SECONDS_WITHOUT_WORKERS", 1)
    with (
        LocalCluster(n_workers=0, processes=True, dashboard_address=":0", host="127.0.0.1") as empty,
        pytest.raises(ClusterUnreachable, match="the scheduler has no workers"),
    ):
        Cluster(empty.scheduler_address, BUNDLED, fingerprint(BUNDLED))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x", "tcp://no.such.host.invalid:8786", "x.json"])
def test_a_wrong_address_is_one_line(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SECONDS_TO_ANSWER", 1)
    with pytest.raises(ClusterUnreachable, match=f"^{address}: .*; see to the cluster") as said:
        Cluster(address, BUNDLED, fingerprint(BUNDLED))
    assert "\n" not in str(said.value)


def test_without_the_extra_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterExtraMissing, match=r"pip install 'explainer-briefs\[cluster\]'"):
        Cluster("tcp://127.0.0.1:1", BUNDLED, fingerprint(BUNDLED))
