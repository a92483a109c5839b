"""Trees for news that nobody has parsed: those on which two parsers of different seeds and other evidence agree.

* Groningen Meaning Bank: its own tags, made by another tagger, must be those of the first parser's tagger.
* Wikinews: a sentence must come out the same when it is parsed alone and in its paragraph.

Source of the idea: tri-training (Zhou and Li 2005; Weiss et al. 2015 for parsers), with agreement as the filter.
"""

from __future__ import annotations

import json
import random
import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from training.alignment import curl_quotes
from training.detokenise import detokenise
from training.name_corpora import gmb_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Span

_TAGS_AGREE = 0.96
_SHORTEST, _LONGEST = 6, 50
_BATCH = 200


def silver_docs(corpora: Path, first: Language, second: Language, *, words: int, seed: int) -> list[Doc]:
    """Groups of one to six kept sentences, `words` in all at most, half of them with typographic quotation marks."""
    chance = random.Random(seed)
    found = chain(_wikinews(corpora / "raw/wikinews.jsonl", first), _gmb(corpora / "ner/gmb.csv.xz", first))
    kept = _agreed(found, second)
    docs, total = [], 0
    while total < words and (group := list(islice(kept, chance.randint(1, 6)))):
        doc = Doc.from_docs([_plain(one, curly=True) for one in group] if chance.random() < 0.5 else group)
        if doc is not None:
            docs.append(doc)
            total += len(doc)
    return docs


def _agreed(found: Iterator[Doc], second: Language) -> Iterator[Doc]:
    while some := list(islice(found, _BATCH)):
        for doc, again in zip(some, second.pipe(doc.text for doc in some), strict=True):
            if _same_tree(doc[:], again):
                yield doc


def _gmb(path: Path, teacher: Language) -> Iterator[Doc]:
    sentences = [([row[0] for row in rows], [row[1] for row in rows]) for rows in gmb_sentences(path)]
    fitting = [(tokens, tags) for tokens, tags in sentences if _SHORTEST <= len(tokens) <= _LONGEST]
    parsed = teacher.pipe((detokenise(tokens)[0] for tokens, _ in fitting), batch_size=_BATCH)
    for (tokens, tags), doc in zip(fitting, parsed, strict=True):
        if [token.text for token in doc] == [_as_in_text(token) for token in tokens] and _is_one_sentence(doc):
            same = sum(token.tag_ == tag for token, tag in zip(doc, tags, strict=True))
            if same >= _TAGS_AGREE * len(doc):
                yield _plain(doc)


def _wikinews(path: Path, teacher: Language) -> Iterator[Doc]:
    articles = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    paragraphs = [" ".join(part.split()) for text in articles for part in re.split(r"\n+", text) if len(part) > 40]
    for doc in teacher.pipe(paragraphs, batch_size=_BATCH):
        sentences = [sentence for sentence in doc.sents if _SHORTEST <= len(sentence) <= _LONGEST]
        alone = teacher.pipe(sentence.text for sentence in sentences)
        for sentence, again in zip(sentences, alone, strict=True):
            if _same_tree(sentence, again):
                yield _plain(again)


def _same_tree(sentence: Span, again: Doc) -> bool:
    return len(sentence) == len(again) and all(
        one.head.i - sentence.start == other.head.i and one.dep_ == other.dep_ and one.tag_ == other.tag_
        for one, other in zip(sentence, again, strict=True)
    )


def _is_one_sentence(doc: Doc) -> bool:
    return sum(1 for _ in doc.sents) == 1


def _as_in_text(token: str) -> str:
    return '"' if token in ("``", "''") else token


def _plain(doc: Doc, *, curly: bool = False) -> Doc:
    """Only what the parser is trained on."""
    text = curl_quotes(doc.text) if curly else doc.text
    return Doc(
        doc.vocab,
        words=[text[token.idx : token.idx + len(token)] for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
    )
