"""How figures are taken: CPU seconds and peak memory, of turns in alternation."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

BRIEFS = Path(sys.executable).with_name("briefs")
_MEASURE = """
import resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def median_of(turns: Sequence[Callable[[], object]], repeats: int = 5) -> list[float]:
    """The median CPU seconds of each turn, taken in alternation so that a slow moment of the machine hits all alike."""
    taken: list[list[float]] = [[] for _ in turns]
    for _ in range(repeats):
        for place, turn in enumerate(turns):
            before = time.process_time() + _children()
            turn()
            taken[place].append(time.process_time() + _children() - before)
    return [statistics.median(figures) for figures in taken]


def command(arguments: Sequence[str | Path], cwd: Path, **environment: str) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and the peak memory (MB, of the largest process) of one command."""
    shown = subprocess.run(
        [sys.executable, "-c", _MEASURE, *arguments],
        check=True,
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, **environment},
    )
    code, wall, used, peak = map(float, shown.stdout.split())
    if code:
        raise SystemExit(shown.stderr)
    return wall, used, peak


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
