"""How often edits of writers and of the generator end in conflict: `python benchmarks/merging.py` prints a table.

400 seeded pages a row. Beside the share of pages in conflict stands the share of pages in which both sides really
touched the same unit (a sentence, a cell, an item), and what must never happen: a writer's edit that is lost, two edits
of one unit fused in silence, a second merge that changes anything.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
PAGES = 400
ROWS = ((2, 2), (4, 4), (8, 6))


def row(own: int, new: int) -> str:
    """One row of the table: so many edits by the writer and by the generator on each page."""
    from generator.writers.merge import merge  # noqa: PLC0415  (found below the project's root, once main has named it)
    from tests.writers.pages import edited, sheet  # noqa: PLC0415  (found like the one above)

    conflicts = touched = lost = fused = restless = 0
    for seed in range(PAGES):
        chance = Random(seed)  # noqa: S311  (seeded, no secret)
        page = sheet(chance)
        mine, by_writer, marks = edited(page, chance, own, "mine")
        theirs, by_source, _ = edited(page, chance, new, "gen")
        merged = merge(page.text(), mine.text(), theirs.text())
        conflicts += bool(merged.conflicts)
        touched += bool(by_writer & by_source)
        written = [piece.text for piece in mine.pieces() if any(mark in piece.text.lower() for mark in marks)]
        lost += sum(text not in merged.text for text in written)
        units = re.split(r"(?<=\.) |\||\n", merged.text.lower())
        fused += sum("mine" in unit and "gen" in unit for unit in units)
        restless += merge(merged.base, merged.text, theirs.text(), merged.pending) != merged
    shares = f"{100 * conflicts / PAGES:.1f} % | {100 * touched / PAGES:.1f} %"
    return f"| {own} + {new} | {shares} | {conflicts / touched:.2f} | {lost} | {fused} | {restless} |"


def main() -> None:
    """Prints the table."""
    sys.path.insert(0, str(ROOT))
    print("| edits, writer + generator | pages in conflict | both touched one unit | ratio | lost | fused | restless |")
    print("|---|---|---|---|---|---|---|")
    for own, new in ROWS:
        print(row(own, new), flush=True)


if __name__ == "__main__":
    main()
