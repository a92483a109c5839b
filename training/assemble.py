"""One pipeline from its trained halves, packed: `python -m training.assemble CORPORA SYNTAX NAMES FOLDER`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.lookups import Lookups, load_lookups

from generator.language.mending.tokens import PREFIX_LENGTH
from generator.language.packing import LEMMA_TABLES, WORD_CLASSES, pack, unpack, write_card
from generator.language.pipelines import with_mending
from training.evaluate import figures

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
_AUXILIARIES = {
    "be": "is are was were am been being be 's ’s 're ’re 'm ’m",
    "have": "has had have having 've ’ve",
    "do": "does did do",
    "will": "will wo 'll ’ll",
    "would": "would 'd ’d",
    "can": "can ca",
    "shall": "shall sha",
}
"""Forms of auxiliaries by lemma; WordNet has none."""


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
    lemmatizer.initialize(lookups=_lemma_tables())  # type: ignore[attr-defined]
    nlp.meta["name"] = "news"
    return nlp


def _lemma_tables() -> Lookups:
    whole = load_lookups("en", list(LEMMA_TABLES))
    tables = Lookups()
    for name in LEMMA_TABLES:
        table = whole.get_table(name)
        tables.add_table(name, {part: table[part] for part in WORD_CLASSES if part in table} | {"aux": {}})
    forms = {form: [lemma] for lemma, listed in _AUXILIARIES.items() for form in listed.split()}
    tables.get_table("lemma_exc").set("aux", forms)
    tables.get_table("lemma_index").set("aux", [])
    tables.get_table("lemma_rules").set("aux", [])
    return tables


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
