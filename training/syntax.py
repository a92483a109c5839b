"""Train tagger and parser: `python -m training.syntax CORPORA OUT [TEACHER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from spacy.util import load_model_from_config
from thinc.api import Config

from generator.language.mending.tokens import PREFIX_LENGTH, mend_tokenizer, set_prefixes
from training.loop import Schedule, load_trained, train
from training.scoring import score_syntax
from training.silver_trees import silver_docs
from training.treebanks import DEV_SETS, test_docs, training_docs

_CONFIG = Path(__file__).parent / "syntax.cfg"
_FIRST = Schedule(steps=5000)
_SECOND = Schedule(steps=5500)
_SEED = 1
_SILVER_WORDS = 300_000


def main(corpora: Path, out: Path, teacher: Path | None = None) -> None:
    """Train on the treebanks under `corpora`, with `teacher` also on news that it parses; write to `out`."""
    nlp = load_model_from_config(Config().from_disk(_CONFIG), auto_fill=True)
    mend_tokenizer(nlp)
    set_prefixes(nlp, PREFIX_LENGTH)
    docs = training_docs(corpora, nlp.make_doc, seed=_SEED)
    if teacher is not None:
        docs += silver_docs(corpora, load_trained(teacher), words=_SILVER_WORDS, seed=_SEED)
    dev = [doc for name in DEV_SETS for doc in test_docs(corpora / name, nlp.make_doc)][::4]
    train(nlp, docs, _SECOND if teacher else _FIRST, seed=_SEED, score=lambda trained: str(score_syntax(trained, dev)))
    nlp.to_disk(out)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
