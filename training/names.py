"""Train the recogniser of names: `python -m training.names CORPORA OUT SEED [TEACHER]`."""

from __future__ import annotations

import random
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from training.augmentation import Stock, varied
from training.conllu import read_treebank
from training.gum_names import gum_passage
from training.loop import Schedule, blank_pipeline, load_trained, train
from training.name_corpora import crossner, gmb, universal_ner, wikigold
from training.passages import Passage, curled, grouped, named_doc
from training.scoring import score_names
from training.silver_names import silver_passages
from training.treebanks import groups, training_docs

if TYPE_CHECKING:
    from spacy.language import Language

_CONFIG = Path(__file__).parent / "names.cfg"
_FIRST = Schedule(steps=4000, batch=(300, 1200), dropout=0.1)
_SECOND = Schedule(steps=5000)
_LAST = Schedule(steps=2500, rate=0.0008, warm_up=100, batch=(1000, 1500))
"""After the second run, with names alone: the tagger's texts have thinned out the newswire."""
_UNLABELLED = "ud/ewt/train.conllu"
_VARIED = 0.75
_CURLED = 0.35
DEV_LABELS = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC"})


def main(corpora: Path, out: Path, seed: int, teacher: Path | None = None) -> None:
    """Train on the corpora of names under `corpora`, with `teacher` also on EWT's proper nouns; write to `out`."""
    nlp = blank_pipeline(_CONFIG)
    chance = random.Random(seed)
    passages = training_passages(corpora, chance)
    if teacher is not None:
        passages += grouped(silver_passages(corpora / _UNLABELLED, load_trained(teacher)), chance, most=8)
    stock = Stock.of(passages)
    passages = [varied(part, stock, chance) if chance.random() < _VARIED else part for part in passages]
    docs = [named_doc(curled(part) if chance.random() < _CURLED else part, nlp.make_doc) for part in passages]
    dev = [
        named_doc(gum_passage(group), nlp.make_doc)
        for group in groups(read_treebank(corpora / "ud/gum/dev.conllu"), random.Random(seed))
    ]

    def score(trained: Language) -> str:
        return str(score_names(trained.pipe(doc.text for doc in dev), dev, merge={}, labels=DEV_LABELS))

    if teacher is None:
        _drop_tagger(nlp)
        train(nlp, docs, _FIRST, seed=seed, score=score)
    else:
        tagged = training_docs(corpora, nlp.make_doc, seed=seed, copies=1)
        train(nlp, [*docs, *tagged], _SECOND, seed=seed, score=score)
        _drop_tagger(nlp)
        train(nlp, docs, _LAST, seed=seed, score=score, resume=True)
    nlp.to_disk(out)


def _drop_tagger(nlp: Language) -> None:
    """Give the recogniser the encoder for its own."""
    nlp.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    for helper in ("tagger", "tok2vec"):
        nlp.remove_pipe(helper)


def training_passages(corpora: Path, chance: random.Random) -> list[Passage]:
    """All passages of one epoch, the small hand-labelled corpora more than once."""
    names = corpora / "ner"
    passages = list(grouped(gmb(names / "gmb.csv.xz"), chance, most=5))
    for _ in range(3):
        passages += grouped(universal_ner(names / "uner-ewt-dev.iob2"), chance, most=8)
    for _ in range(2):
        passages += grouped(crossner(names / "crossner"), chance, most=2)
        passages += grouped(wikigold(names / "wikigold.conll"), chance, most=5)
    for document, sentences in groupby(read_treebank(corpora / "ud/gum/train.conllu"), key=lambda one: one.document):
        together = list(sentences)
        for _ in range(3 if document.startswith("GUM_news") else 1):
            passages += [gum_passage(group) for group in groups(together, chance)]
    return passages


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), *map(Path, sys.argv[4:]))
