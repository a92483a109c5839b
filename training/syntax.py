"""Train tagger and parser: `python -m training.syntax CORPORA OUT`."""

from __future__ import annotations

import sys
from pathlib import Path

from spacy.util import load_model_from_config
from thinc.api import Config

from generator.language.mending.tokens import mend_tokenizer
from training.loop import Schedule, train
from training.scoring import score_syntax
from training.treebanks import DEV_SETS, test_docs, training_docs

_CONFIG = Path(__file__).parent / "syntax.cfg"
_SCHEDULE = Schedule(steps=5000)
_SEED = 1


def main(corpora: Path, out: Path) -> None:
    """Train on the treebanks under `corpora` and write the pipeline to `out`."""
    nlp = load_model_from_config(Config().from_disk(_CONFIG), auto_fill=True)
    mend_tokenizer(nlp)
    docs = training_docs(corpora, nlp.make_doc, seed=_SEED)
    dev = [doc for name in DEV_SETS for doc in test_docs(corpora / name, nlp.make_doc)][::4]
    train(nlp, docs, _SCHEDULE, seed=_SEED, score=lambda trained: str(score_syntax(trained, dev)))
    nlp.to_disk(out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
