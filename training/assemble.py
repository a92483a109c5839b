"""One pipeline from its trained halves, packed: `python -m training.assemble CORPORA SYNTAX NAMES FOLDER`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from generator.language.mending.tokens import PREFIX_LENGTH
from generator.language.packing import pack, unpack, write_card
from generator.language.pipelines import with_mending
from training.evaluate import figures
from training.lemmas import lemma_tables

if TYPE_CHECKING:
    from spacy.language import Language

VERSION = "1.0.0"
LICENCE = "CC BY-SA 4.0"
SOURCES = {
    "UD English EWT": "CC BY-SA 4.0",
    "UD English GUM (free genres)": "CC BY 4.0",
    "Groningen Meaning Bank": "public domain texts, annotation freely released",
    "Universal NER, English EWT": "CC BY-SA 4.0",
    "CrossNER": "MIT",
    "wikigold": "CC BY 4.0",
    "Wikinews": "CC BY 2.5",
    "WordNet lemma tables (spacy-lookups-data)": "MIT; WordNet licence",
}


def main(corpora: Path, syntax: Path, names: Path, folder: Path) -> None:
    """Pack the pipeline of `syntax` with the names of `names` into `folder`, measure it and note the figures."""
    card = pack(
        assembled(syntax, names),
        folder,
        version=VERSION,
        licence=LICENCE,
        prefix_length=PREFIX_LENGTH,
        sources=SOURCES,
    )
    write_card(replace(card, figures=figures(with_mending(unpack(folder)), corpora)), folder)


def assembled(syntax: Path, names: Path) -> Language:
    """Tags first, then names, then trees: wrong sentence bounds would split names."""
    nlp = spacy.load(syntax)
    nlp.add_pipe("ner", source=spacy.load(names), before="parser")
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"}, last=True)
    lemmatizer.initialize(lookups=lemma_tables())  # type: ignore[attr-defined]
    nlp.meta["name"] = "news"
    return nlp


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
