"""What a change costs: `python -m benchmarks.regeneration [BRIEFS]` prints a table of CPU seconds and ratios.

An archive (see archive.py) whose extraction is done is regenerated, and built, from nothing and after one change each.
Ratios are to the same command from nothing. The search index is part of every build.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.archive import make
from benchmarks.sites import ROOM, spent

REPEATS = 3
BRIEFS = 300
Change = Callable[[Path, int], object]


def command(site: Path, name: str) -> Callable[[], object]:
    """One of our commands in a site."""
    words = [str(Path(sys.executable).with_name("briefs")), name]
    return lambda: subprocess.run(words, cwd=site, check=True, capture_output=True)


def nothing(_site: Path, _turn: int) -> None:
    """No change."""


def edited(site: Path, turn: int) -> None:
    """Another outlet of one source."""
    path = sources(site)[7]
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^outlet: .*$", f"outlet: Desk {turn}", text, count=1), encoding="utf-8")


def added(site: Path, turn: int) -> None:
    """One source more, with words of its own."""
    head = f'---\ntitle: "Talks, part {turn}"\npublished: 2024-02-0{turn + 1}\n---\n\n'
    text = f"{head}Norland demanded that Sudria leave.\n"
    (site / "seeds" / f"zz-{turn}.md").write_text(text, encoding="utf-8")


def deleted(site: Path, turn: int) -> None:
    """One source less."""
    (site / "seeds" / f"zz-{turn}.md").unlink()


def corrected(site: Path, turn: int) -> None:
    """Another name of an actor in one article."""
    (site / "facts").mkdir(exist_ok=True)
    path = site / "facts" / f"{sources(site)[9].stem}.yml"
    path.write_text(f"actors:\n  russia:\n    name: Russia {turn}\n", encoding="utf-8")


def template(site: Path, turn: int) -> None:
    """A template of one section of every brief."""
    path = site / "templates" / "sections" / "changes.md.jinja"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"\nChanges, {turn}.\n", encoding="utf-8")


CHANGES: dict[str, Change] = {
    "nothing changed": nothing,
    "one source edited": edited,
    "one source added": added,
    "one source deleted": deleted,
    "one correction": corrected,
    "one template": template,
}


def sources(site: Path) -> list[Path]:
    """The sources of the archive."""
    return sorted((site / "seeds").glob("report-*.md"))


def costs(site: Path, name: str) -> dict[str, float]:
    """CPU seconds of a command, from nothing and after each change."""
    turn = command(site, name)
    for kept in (".briefs", "docs", "site", "facts", "templates"):
        shutil.rmtree(site / kept, ignore_errors=True)
    for kept in ("site", "articles.sqlite", "indexes.sqlite", "rest.json"):
        path = site / ".cache" / "briefs" / kept
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    (site / "docs").mkdir()
    found = {"from nothing": spent(turn)}
    turn()
    for what, change in CHANGES.items():
        taken = []
        for number in range(REPEATS):
            change(site, number)
            taken.append(spent(turn))
        found[what] = statistics.median(taken)
    return found


def rows(count: int = BRIEFS) -> list[str]:
    """The table."""
    site = ROOM / f"regenerated-{count}"
    # Findings of other rules, left from an earlier run, would be read anew.
    shutil.rmtree(site, ignore_errors=True)
    make(site, count)
    generating, building = costs(site, "generate"), costs(site, "build")
    found = [
        f"| {what} | {seconds:.2f} | {seconds / generating['from nothing']:.3f} "
        f"| {building[what]:.2f} | {building[what] / building['from nothing']:.3f} |"
        for what, seconds in generating.items()
    ]
    head = f"| {count} briefs | `briefs generate`, CPU s | to from nothing | `briefs build`, CPU s | to from nothing |"
    return [head, "|---|---|---|---|---|", *found]


def main() -> None:
    """Prints the table."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    print("\n".join(rows(int(sys.argv[1]) if len(sys.argv) > 1 else BRIEFS)))


if __name__ == "__main__":
    main()
