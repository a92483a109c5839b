"""Loading the English pipeline: the bundled one, or any installed spaCy pipeline with the same label scheme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from generator.errors import PipelineMissing, PipelineUnfit
from generator.language.packing import unpack

if TYPE_CHECKING:
    from spacy.language import Language

BUNDLED = "bundled"

_FOLDER = Path(__file__).parent / BUNDLED

_NEEDED_LABELS = {
    "tagger": frozenset({"NNP", "VBD", "VBN", "MD", "POS"}),
    "parser": frozenset({"nsubj", "nsubjpass", "dobj", "prep", "pobj", "ccomp", "xcomp", "agent", "relcl", "attr"}),
    "ner": frozenset({"PERSON", "ORG", "GPE", "NORP"}),
}
"""Labels that the rules of extraction rest on; ClearNLP dependencies and OntoNotes entities as `en_core_web_*` has them."""


def load_pipeline(name: str = BUNDLED) -> Language:
    """The pipeline called `name`: "bundled", an installed package, or a path.

    Raises `PipelineMissing` where there is none of that name, `PipelineUnfit` where its annotations differ from those
    that the rules rest on, `PipelineDamaged` where the bundled weights are not intact.
    """
    nlp = unpack(_FOLDER) if name == BUNDLED else _installed(name)
    lacks = _lacking(nlp)
    if lacks:
        raise PipelineUnfit(name, lacks)
    return nlp


def _installed(name: str) -> Language:
    try:
        return spacy.load(name)
    except OSError as error:
        raise PipelineMissing(name) from error


def _lacking(nlp: Language) -> tuple[str, ...]:
    lacks = []
    for pipe, labels in _NEEDED_LABELS.items():
        if pipe not in nlp.pipe_names:
            lacks.append(f"a {pipe}")
        elif missing := sorted(labels - set(nlp.pipe_labels.get(pipe, ()))):
            lacks.append(f"the {pipe} labels {' '.join(missing)}")
    if "lemmatizer" not in nlp.pipe_names:
        lacks.append("a lemmatizer")
    return tuple(lacks)
