"""The quality of extraction as a table: our own gold and, where a folder is given, larger sets with their scorers.

`python -m tests.eval [FOLDER]`: FOLDER holds `gold/` and `external/`, each with a `score.py`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from generator import build
from generator.config import BUNDLED
from tests.conftest import ROOT
from tests.eval.scoring import score


def own() -> None:
    """Prints the figures over the example articles."""
    read, _errors = build.articles([ROOT / "seeds"])
    print(f"{'own gold':12} {'P':>6} {'R':>6} {'F1':>6}")
    for name, tally in score(build.extract(read, pipeline=BUNDLED)).items():
        print(f"{name:12} {tally.precision:6.3f} {tally.recall:6.3f} {tally.f1:6.3f}")


def others(folder: Path) -> None:
    """Prints what the scorers of larger sets say."""
    briefs = Path(sys.executable).with_name("briefs")
    gold = folder / "gold"
    if (gold / "score.py").is_file():
        done = subprocess.run([briefs, "extract", gold / "dev"], capture_output=True, text=True, check=False, cwd=gold)
        _score_lines(gold, done.stdout)
    external = folder / "external"
    for name, options in (("timex", " --annotations"), ("attribution", " --annotations"), ("events", "")):
        if (external / "score.py").is_file():
            command: list[str | Path] = [sys.executable, external / "score.py", name, external / name]
            print(f"\n{name}")
            subprocess.run([*command, "--cmd", f"{briefs} extract{options} {{folder}}"], check=False)


def _score_lines(gold: Path, lines: str) -> None:
    with tempfile.TemporaryDirectory() as room:
        for line in lines.splitlines():
            Path(room, f"{json.loads(line)['article']['id']}.json").write_text(line, encoding="utf-8")
        print("\nreal articles", flush=True)
        subprocess.run([sys.executable, gold / "score.py", gold / "dev", "--briefs", room], check=False)


def main() -> None:
    """Prints all tables."""
    own()
    if len(sys.argv) > 1 and Path(sys.argv[1]).is_dir():
        sys.stdout.flush()
        others(Path(sys.argv[1]).resolve())


if __name__ == "__main__":
    main()
