"""Train the recogniser of names: `python -m training.names CORPORA OUT [TEACHER]`."""

from __future__ import annotations

import random
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.util import load_model_from_config
from thinc.api import Config

from generator.language.mending.tokens import PREFIX_LENGTH, mend_tokenizer, set_prefixes
from training.augmentation import Stock, varied
from training.conllu import read_treebank
from training.gum_names import gum_passage
from training.loop import Schedule, load_trained, train
from training.name_corpora import crossner, gmb, universal_ner, wikigold
from training.passages import Passage, curled, grouped, named_doc
from training.scoring import score_names
from training.silver_names import silver_passages
from training.treebanks import groups, training_docs

if TYPE_CHECKING:
    from spacy.language import Language

_CONFIG = Path(__file__).parent / "names.cfg"
_FIRST = Schedule(steps=4000)
_SECOND = Schedule(steps=5000)
_LAST = Schedule(steps=3500, rate=0.0008, warm_up=100, batch=(1000, 1200))
"""After the second run, with names alone: the tagger's texts have thinned out the newswire."""
_SEED = 1
_UNLABELLED = "ud/ewt/train.conllu"
_VARIED = 0.75
_CURLED = 0.35
DEV_LABELS = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC"})


def main(corpora: Path, out: Path, teacher: Path | None = None) -> None:
    """Train on the corpora of names under `corpora`, with `teacher` also on EWT's proper nouns; write to `out`."""
    nlp = load_model_from_config(Config().from_disk(_CONFIG), auto_fill=True)
    mend_tokenizer(nlp)
    set_prefixes(nlp, PREFIX_LENGTH)
    chance = random.Random(_SEED)
    passages = training_passages(corpora, chance)
    if teacher is not None:
        passages += grouped(silver_passages(corpora / _UNLABELLED, load_trained(teacher)), chance, most=8)
    stock = Stock.of(passages)
    passages = [varied(part, stock, chance) if chance.random() < _VARIED else part for part in passages]
    docs = [named_doc(curled(part) if chance.random() < _CURLED else part, nlp.make_doc) for part in passages]
    dev = [
        named_doc(gum_passage(group), nlp.make_doc)
        for group in groups(read_treebank(corpora / "ud/gum/dev.conllu"), random.Random(_SEED))
    ]

    def score(trained: Language) -> str:
        return str(score_names(trained.pipe(doc.text for doc in dev), dev, merge={}, labels=DEV_LABELS))

    tagged = training_docs(corpora, nlp.make_doc, seed=_SEED)
    train(nlp, [*docs, *tagged], _SECOND if teacher else _FIRST, seed=_SEED, score=score)
    nlp.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    for helper in ("tagger", "tok2vec"):
        nlp.remove_pipe(helper)
    if teacher is not None:
        train(nlp, docs, _LAST, seed=_SEED, score=score, resume=True)
    nlp.to_disk(out)


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
    main(*map(Path, sys.argv[1:]))
