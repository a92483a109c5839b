"""Speed, side by side in one run: `python benchmarks/run.py` prints a table and writes RESULTS.md beside this file.

Ratios are what counts; seconds depend on the machine and on what else it does. Each figure is a median.
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from generator import __version__, sources
from generator.language.extract import findings
from generator.language.pipelines import load_pipeline

ROOT = Path(__file__).parent.parent
REPEATS = 5
COPIES = 10


def median_of(turns: Sequence[Callable[[], object]], repeats: int = REPEATS) -> list[float]:
    """The median CPU seconds of each turn, taken in alternation so that a slow moment of the machine hits all alike."""
    taken: list[list[float]] = [[] for _ in turns]
    for _ in range(repeats):
        for place, turn in enumerate(turns):
            before = time.process_time() + _children()
            turn()
            taken[place].append(time.process_time() + _children() - before)
    return [statistics.median(figures) for figures in taken]


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def extraction() -> list[str]:
    """Extraction beside the bare pipeline."""
    found, _errors = sources.find([ROOT / "seeds"])
    articles = [sources.read(path) for path in found] * COPIES
    nlp = load_pipeline()
    words = sum(len(article.text.split()) for article in articles)
    bare, whole = median_of(
        [
            lambda: list(nlp.pipe((article.text for article in articles), batch_size=16)),
            lambda: list(findings(nlp, articles)),
        ]
    )
    return [
        f"| words a second, bare `nlp.pipe` | {words / bare:,.0f} |",
        f"| words a second, extraction in all | {words / whole:,.0f} |",
        f"| extraction in all / bare pipeline | {whole / bare:.2f} |",
    ]


def start() -> list[str]:
    """The command's help beside an empty Python."""
    command = Path(sys.executable).with_name("briefs")
    empty, asked = median_of(
        [lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), lambda: _quiet([str(command), "--help"])],
        15,
    )
    return [f"| `briefs --help` / `python -c pass` | {asked / empty:.1f} |"]


def memory() -> list[str]:
    """The peak memory of one extraction command."""
    command = Path(sys.executable).with_name("briefs")
    script = (
        "import resource, subprocess, sys; "
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script, str(command), "extract", str(ROOT / "seeds")],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    return [f"| peak memory of `briefs extract seeds/`, MB | {int(shown.stdout) / 1024:.0f} |"]


def _quiet(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """Measures everything and writes the table."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    rows = [*extraction(), *start(), *memory()]
    head = (
        "# Speed\n\nWritten by `make bench`; medians of CPU seconds, all taken in one run.\n\n"
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"spaCy {spacy.__version__}, briefs {__version__}\n\n"
        "| what | figure |\n|---|---|\n"
    )
    table = head + "\n".join(rows) + "\n"
    print(table)
    (ROOT / "benchmarks" / "RESULTS.md").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
