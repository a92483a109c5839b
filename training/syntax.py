"""Train tagger and parser: `python -m training.syntax CORPORA OUT SEED [TEACHER TEACHER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from training.loop import Schedule, blank_pipeline, load_trained, train
from training.scoring import score_syntax
from training.silver_trees import silver_docs
from training.treebanks import DEV_SETS, test_docs, training_docs

_CONFIG = Path(__file__).parent / "syntax.cfg"
_TEACHER_WIDTH, _TEACHER_ROWS = 128, (9000, 3000, 3000, 2500, 50, 50)
"""The teacher is never shipped, so it may be large."""
_TEACHER = Schedule(steps=5000)
_PUPIL = Schedule(steps=8000)
_COPIES = 2
_SILVER_WORDS = 600_000


def main(corpora: Path, out: Path, seed: int, *teachers: Path) -> None:
    """Train a wide teacher on the treebanks under `corpora`; their pupil, also on news, with two `teachers`."""
    if not teachers:
        nlp = blank_pipeline(_CONFIG, width=_TEACHER_WIDTH, rows=list(_TEACHER_ROWS))
    else:
        nlp = blank_pipeline(_CONFIG)
    docs = training_docs(corpora, nlp.make_doc, seed=seed, copies=_COPIES)
    if teachers:
        first, second = map(load_trained, teachers)
        docs += silver_docs(corpora, first, second, words=_SILVER_WORDS, seed=seed)
    dev = [doc for name in DEV_SETS for doc in test_docs(corpora / name, nlp.make_doc)][::4]
    train(nlp, docs, _PUPIL if teachers else _TEACHER, seed=seed, score=lambda trained: str(score_syntax(trained, dev)))
    nlp.to_disk(out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), *map(Path, sys.argv[4:]))
