"""From the corpora to packed weights in one command: `python -m training [CORPORA]`.

The halves of the pipeline are trained each anew with unlabelled text that models of a first round label: two parsers
whose agreement counts, one recogniser of names. Two stages run at a time. What a stage writes under `training/build/`
is kept, so a run that was stopped goes on with the stages without result; delete the folder to start afresh.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
_BUILD = _HERE / "build"
_CORPORA = _HERE.parents[1] / "shared" / "corpora"
_BUNDLE = _HERE.parent / "generator" / "language" / "bundled"
_AT_ONCE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A command `python -m training.MODULE CORPORA OUT SEED [AFTER ...]`; `after` are the stages that it builds on."""

    module: str
    out: str
    seed: int
    after: tuple[str, ...] = ()


STAGES = (
    Stage(module="syntax", out="first-syntax", seed=1),
    Stage(module="syntax", out="second-syntax", seed=2),
    Stage(module="syntax", out="syntax", seed=1, after=("first-syntax", "second-syntax")),
    Stage(module="names", out="first-names", seed=1),
    Stage(module="names", out="names", seed=1, after=("first-names",)),
)


def main(corpora: Path) -> int:
    """Run the stages without result, two at a time, each once what it builds on is there; then assemble.

    Returns the exit code.
    """
    _BUILD.mkdir(exist_ok=True)
    waiting = [stage for stage in STAGES if not (_BUILD / stage.out).exists()]
    running: dict[Stage, subprocess.Popen[bytes]] = {}
    while waiting or running:
        ready = [stage for stage in waiting if all((_BUILD / before).exists() for before in stage.after)]
        for stage in ready[: _AT_ONCE - len(running)]:
            waiting.remove(stage)
            running[stage] = _start(stage, corpora)
        time.sleep(1)
        for stage, process in list(running.items()):
            if process.poll() is not None:
                del running[stage]
                if process.returncode:
                    for other in running.values():
                        other.terminate()
                    return process.returncode
                (_BUILD / f"{stage.out}.part").rename(_BUILD / stage.out)
    halves = [str(_BUILD / "syntax"), str(_BUILD / "names")]
    command = [sys.executable, "-m", "training.assemble", str(corpora), *halves, str(_BUNDLE)]
    return subprocess.run(command, check=False).returncode


def _start(stage: Stage, corpora: Path) -> subprocess.Popen[bytes]:
    out = str(_BUILD / f"{stage.out}.part")
    after = [str(_BUILD / before) for before in stage.after]
    command = [sys.executable, "-m", f"training.{stage.module}", str(corpora), out, str(stage.seed), *after]
    return subprocess.Popen(command, env={**os.environ, "OMP_NUM_THREADS": "1"})


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else _CORPORA))
