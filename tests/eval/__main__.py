"""The quality of extraction as a table: our own gold and, where a folder is given, larger sets with their scorers.

`python -m tests.eval [FOLDER]`: FOLDER holds `gold/` and `external/`, each with a `score.py`. Exits with 1 where a
figure falls below its floor in floors.json.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.eval.scoring import example_briefs, score
from tests.sites import BRIEFS

FLOORS: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))


def own() -> dict[str, float]:
    """Prints the figures over the example articles, and gives their F1."""
    tallies = score(example_briefs())
    print(f"{'own gold':12} {'P':>6} {'R':>6} {'F1':>6}")
    for name, tally in tallies.items():
        print(f"{name:12} {tally.precision:6.3f} {tally.recall:6.3f} {tally.f1:6.3f}")
    return {name: tally.f1 for name, tally in tallies.items()}


def real(gold: Path) -> dict[str, float]:
    """Prints the figures over annotated real articles, and gives the one of each section that its floor is for."""
    done = subprocess.run([BRIEFS, "extract", gold / "dev"], capture_output=True, text=True, check=True, cwd=gold)
    with tempfile.TemporaryDirectory() as room:
        for line in done.stdout.splitlines():
            Path(room, f"{json.loads(line)['article']['id']}.json").write_text(line, encoding="utf-8")
        command: list[str | Path] = [sys.executable, gold / "score.py", gold / "dev", "--briefs", room, "--json"]
        figures = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    print(f"\n{'real articles':12} {'P':>6} {'R':>6} {'F1':>6}")
    for name, figure in figures.items():
        print(f"{name:12} {figure['precision']:6.3f} {figure['recall']:6.3f} {figure['f1']:6.3f}")
    return {name: figure["f1"] for name, figure in figures.items()}


def corpora(external: Path) -> None:
    """Prints what the scorers of public corpora say."""
    for name, options in (("timex", " --annotations"), ("attribution", " --annotations"), ("events", "")):
        print(f"\n{name}", flush=True)
        command: list[str | Path] = [sys.executable, external / "score.py", name, external / name]
        subprocess.run([*command, "--cmd", f"{BRIEFS} extract{options} {{folder}}"], check=True)


def below(name: str, figures: dict[str, float]) -> list[str]:
    """A line for each figure that is below its floor."""
    fallen = [section for section, floor in FLOORS[name].items() if round(figures[section], 3) < floor]
    return [f"{name}: {section} fell to {figures[section]:.3f}, below {FLOORS[name][section]}" for section in fallen]


def main() -> int:
    """Prints all tables; gives the exit code."""
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
    faults = below("own", own())
    if folder and (folder / "gold" / "score.py").is_file():
        faults += below("real articles", real(folder / "gold"))
    if folder and (folder / "external" / "score.py").is_file():
        corpora(folder / "external")
    for fault in faults:
        print(fault, file=sys.stderr)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
