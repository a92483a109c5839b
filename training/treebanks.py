"""The syntax corpora: UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0, free genres), as spaCy documents."""

from __future__ import annotations

import random
from itertools import groupby
from typing import TYPE_CHECKING

from training.alignment import to_doc
from training.conllu import read_treebank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.tokens import Doc

    from training.conllu import Sentence

LONGEST_GROUP = 8
TEST_SETS = {"EWT test": "ud/ewt/test.conllu", "GUM test": "ud/gum/test.conllu", "GUM news": "ud/gum/news-test.conllu"}
DEV_SETS = ("ud/ewt/dev.conllu", "ud/gum/dev.conllu")
TRAINING_SETS = ("ud/ewt/train.conllu", "ud/gum/train.conllu")

_NEWS = "GUM_news_"
_NEWS_COPIES = 2
"""How much oftener than others."""
_WITH_PARAGRAPHS = 0.4
_IN_SMALL_LETTERS = 0.06


def test_docs(path: Path, tokenize: Callable[[str], Doc]) -> list[Doc]:
    """Groups of one to eight sentences of one document, as articles are read in paragraphs."""
    cut = groups(read_treebank(path), random.Random(1))
    return [to_doc(group, tokenize, paragraphs=False) for group in cut]


def training_docs(corpora: Path, tokenize: Callable[[str], Doc], *, seed: int, copies: int) -> list[Doc]:
    """All training groups, half of them with typographic quotation marks, some in small letters as on the web.

    Every document is taken `copies` times, news twice as often, cut into other groups each time.
    """
    chance = random.Random(seed)
    docs = []
    for name in TRAINING_SETS:
        for _, sentences in groupby(read_treebank(corpora / name), key=lambda sentence: sentence.document):
            document = list(sentences)
            for _ in range(copies * (_NEWS_COPIES if document[0].document.startswith(_NEWS) else 1)):
                docs += [
                    to_doc(
                        group,
                        tokenize,
                        curly=chance.random() < 0.5,
                        paragraphs=chance.random() < _WITH_PARAGRAPHS,
                        small=chance.random() < _IN_SMALL_LETTERS,
                    )
                    for group in groups(document, chance)
                ]
    return docs


def groups(sentences: Iterable[Sentence], chance: random.Random) -> Iterator[Sequence[Sentence]]:
    """Neighbours of one document; a group mostly ends with its paragraph."""
    group: list[Sentence] = []
    limit = chance.randint(1, LONGEST_GROUP)
    for sentence in sentences:
        other = bool(group) and group[-1].document != sentence.document
        if group and (other or len(group) >= limit or (sentence.opens_paragraph and chance.random() < 0.6)):
            yield group
            group, limit = [], chance.randint(1, LONGEST_GROUP)
        group.append(sentence)
    if group:
        yield group
