"""The speed of extraction: beside the bare pipeline, with two processes, in memory, and the start of every command.

`python -m benchmarks.extraction [PART...]` prints a table; PART is one of bare, workers, memory, start.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from benchmarks.timing import BRIEFS, command, median_of
from generator import sources
from generator.language.pipelines import load_pipeline
from generator.language.reading import findings_of

ROOT = Path(__file__).parent.parent
COPIES = 10
WORKERS_ARTICLES, WORKERS_REPEATS = 1000, 3
MEMORY_FEW, MEMORY_MANY = 100, 10_000
STATES = ("Chad", "Togo", "Mali", "Peru", "Cuba", "Iran", "Laos", "Oman")


def bare() -> list[str]:
    """Extraction in all beside the same pipeline alone, in one process."""
    found, _errors = sources.find([ROOT / "seeds"])
    articles = [sources.read(path) for path in found] * COPIES
    nlp = load_pipeline()
    words = sum(len(article.text.split()) for article in articles)
    # Once each beforehand: what is loaded on first use is no part of the speed.
    list(findings_of(articles[:3], pipeline="bundled"))
    alone, whole = median_of(
        [
            lambda: list(nlp.pipe((article.text for article in articles), batch_size=16)),
            lambda: list(findings_of(articles, pipeline="bundled")),
        ]
    )
    return [
        f"| words a second, bare `nlp.pipe` | {words / alone:,.0f} |",
        f"| words a second, extraction in all | {words / whole:,.0f} |",
        f"| extraction in all / bare pipeline | {whole / alone:.2f} |",
    ]


def workers() -> list[str]:
    """Two processes beside one, each from an empty cache, in alternation.

    Wall time tells little on a machine that is busy with other things; what two idle cores would take is at least the
    CPU seconds of all processes over two.
    """
    rows: dict[str, list[tuple[float, float]]] = {"1": [], "2": []}
    with _room() as room:
        for number in range(WORKERS_ARTICLES):
            seeds = sorted((ROOT / "seeds").glob("*.md"))
            shutil.copy(seeds[number % len(seeds)], room / "articles" / f"{number}.md")
            with (room / "articles" / f"{number}.md").open("a", encoding="utf-8") as file:
                file.write(f"\nMinisters met {number} times.\n")
        for _ in range(WORKERS_REPEATS):
            for number, taken in rows.items():
                wall, used, _peak = _extract(room, number)
                taken.append((wall, used))
    one, two = ([statistics.median(column) for column in zip(*taken, strict=True)] for taken in rows.values())
    return [
        f"| two workers / one, wall | {two[0] / one[0]:.2f} |",
        f"| two workers / one, CPU seconds of all processes, over two cores | {two[1] / one[1] / 2:.2f} |",
    ]


def memory() -> list[str]:
    """The peak memory of a command over few and over many short articles, no two alike."""
    peaks = []
    for count in (MEMORY_FEW, MEMORY_MANY):
        with _room() as room:
            for number in range(count):
                (room / "articles" / f"{number:05}.txt").write_text(_short(number), encoding="utf-8")
            peaks.append(_extract(room, "1")[2])
    few, many = peaks
    return [
        f"| peak memory of `briefs extract`, {MEMORY_FEW} articles, MB | {few:.0f} |",
        f"| the same, {MEMORY_MANY:,} articles / {MEMORY_FEW} | {many / few:.2f} |",
    ]


def start() -> list[str]:
    """Every command on a site where all is known, beside an empty Python."""
    calls = (("--help",), ("status",), ("generate", "--check"), ("check",), ("extract", "seeds"), ("facts", _first()))
    with _room() as room:
        for name in ("mkdocs.yml", "seeds", "docs", "templates", ".briefs"):
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, room / name)
        _quiet([str(BRIEFS), "generate"], room)
        turns: list[Callable[[], object]] = [lambda: _quiet([sys.executable, "-c", "pass"], room)]
        turns += [lambda call=call: _quiet([str(BRIEFS), *call], room) for call in calls]
        empty, *taken = median_of(turns, 9)
    return [
        f"| `briefs {' '.join(call)}` / `python -c pass` | {used / empty:.1f} |"
        for call, used in zip(calls, taken, strict=True)
    ]


PARTS = {"bare": bare, "workers": workers, "memory": memory, "start": start}


def rows(*parts: str) -> Iterator[str]:
    """The rows of the table, all where no part is named."""
    for name, part in PARTS.items():
        if not parts or name in parts:
            yield from part()


def _short(number: int) -> str:
    chance = Random(number)  # noqa: S311  (seeded, no secret)
    one, other = chance.sample(STATES, 2)
    name = "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(5)).capitalize()
    return f"{one} demanded on Monday that {other} reopen the port of {name}. {other} refused, minister {name} said.\n"


def _extract(room: Path, workers: str) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory() as cache:
        return command([BRIEFS, "extract", "articles", "--workers", workers], room, XDG_CACHE_HOME=cache)


def _first() -> str:
    return min(path.stem for path in (ROOT / "seeds").glob("*.md"))


def _quiet(arguments: list[str], cwd: Path) -> None:
    subprocess.run(arguments, check=True, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def _room() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        (room / "articles").mkdir()
        yield room


if __name__ == "__main__":
    for row in rows(*sys.argv[1:]):
        print(row, flush=True)
