"""Names of EWT's training part, which nobody has labelled: proper nouns by hand, their labels by a first model.

The treebank says which words are proper nouns, so a run of them is a name with certain bounds; a first recogniser says
of what kind. Where it finds nothing, the run stays unsure; where it finds a name without a proper noun, there is none.
Source of the idea: partially annotated data with missing labels (Bellare and McCallum 2007) and self-training.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from training.conllu import read_treebank
from training.name_labels import is_people, onto_label, title_length
from training.passages import UNSURE, Name, Passage, passage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

    from training.conllu import Sentence


def silver_passages(path: Path, teacher: Language) -> list[Passage]:
    """One passage a sentence."""
    sentences = list(read_treebank(path))
    found = teacher.pipe(sentence.text for sentence in sentences)
    return [_labelled(sentence, doc) for sentence, doc in zip(sentences, found, strict=True)]


def _labelled(sentence: Sentence, doc: Doc) -> Passage:
    names = [
        Name(start=word.start, end=word.end, label="NORP")
        for word in sentence.words
        if word.upos in ("ADJ", "PROPN", "NOUN") and is_people(word.form)
    ]
    people = {place for name in names for place in range(name.start, name.end)}
    for first, last in _proper_runs(sentence):
        start, end = sentence.words[first].start, sentence.words[last].end
        if people.isdisjoint(range(start, end)):
            names.append(_name(sentence, first, last, doc))
    return passage(sentence.text, names)


def _proper_runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """First and last word of each run of proper nouns; a hyphen between two counts in."""
    numbers = range(len(sentence.words))
    for proper, run in groupby(numbers, key=lambda number: _in_run(sentence, number)):
        if proper:
            words = list(run)
            yield words[0], words[-1]


def _in_run(sentence: Sentence, number: int) -> bool:
    words = sentence.words
    if words[number].upos == "PROPN":
        return True
    between = 0 < number < len(words) - 1 and words[number - 1].upos == words[number + 1].upos == "PROPN"
    return between and words[number].xpos == "HYPH"


def _name(sentence: Sentence, first: int, last: int, doc: Doc) -> Name:
    start, end = sentence.words[first].start, sentence.words[last].end
    over = [name for name in doc.ents if name.start_char < end and start < name.end_char and name.label_ != "DATE"]
    if len(over) != 1 or over[0].start_char < start or over[0].end_char > end:
        return Name(start=start, end=end, label=UNSURE)
    label = over[0].label_
    if label == "PERSON":
        first += title_length([word.form for word in sentence.words[first : last + 1]])
        if first > last:
            return Name(start=start, end=end, label=UNSURE)
        start = sentence.words[first].start
    return Name(start=start, end=end, label=onto_label(sentence.text[start:end], label))
