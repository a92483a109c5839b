"""Loading the English pipeline: the bundled one, or any installed spaCy pipeline with the same label scheme."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from generator.errors import PipelineMissing, PipelineUnfit
from generator.language.mending.arcs import ARCS, settle_arcs
from generator.language.mending.bounds import BOUNDS, mend_bounds
from generator.language.mending.datelines import DATELINES, hang_datelines
from generator.language.mending.document_names import DOCUMENT_NAMES, DocumentNames
from generator.language.mending.known_names import KNOWN_NAMES, KnownNames
from generator.language.packing import unpack

BUNDLED = "bundled"

BUNDLED_FOLDER = Path(__file__).parent / BUNDLED

_NEEDED_LABELS = {
    "tagger": frozenset({"NNP", "VBD", "VBN", "MD", "POS"}),
    "parser": frozenset({"nsubj", "nsubjpass", "dobj", "prep", "pobj", "ccomp", "xcomp", "agent", "relcl", "attr"}),
    "ner": frozenset({"PERSON", "ORG", "GPE", "NORP"}),
}
"""Labels that the rules of extraction rest on: ClearNLP dependencies and OntoNotes entities, as in `en_core_web_*`."""


def load_pipeline(name: str = BUNDLED) -> Language:
    """The pipeline called `name`: "bundled", an installed package, or a path.

    Raises `PipelineMissing` where there is none of that name, `PipelineUnfit` where its annotations differ from those
    that the rules rest on, `PipelineDamaged` where the bundled weights are not intact.
    """
    nlp = unpack(BUNDLED_FOLDER) if name == BUNDLED else _installed(name)
    lacks = _lacking(nlp)
    if lacks:
        raise PipelineUnfit(name, lacks)
    return with_mending(nlp)


def with_mending(nlp: Language) -> Language:
    """`nlp` with the rules: known names after the model's, bounds before the parser, the document's names last."""
    Language.component(BOUNDS, func=mend_bounds, assigns=["token.is_sent_start"])
    Language.component(DATELINES, func=hang_datelines, requires=["doc.ents", "token.dep"], assigns=["token.head"])
    Language.component(ARCS, func=settle_arcs, requires=["token.dep", "token.lemma"], assigns=["token.head"])
    Language.factory(KNOWN_NAMES, func=_known_names, requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
    Language.factory(DOCUMENT_NAMES, func=_document_names, requires=["doc.ents", "token.tag"], assigns=["doc.ents"])
    nlp.add_pipe(KNOWN_NAMES, after="ner")
    nlp.add_pipe(BOUNDS, before="parser")
    nlp.add_pipe(DATELINES, after="parser")
    nlp.add_pipe(ARCS, last=True)
    nlp.add_pipe(DOCUMENT_NAMES, last=True)
    return nlp


def _known_names(nlp: Language, name: str) -> KnownNames:  # noqa: ARG001 - spaCy hands over both
    return KnownNames(nlp)


def _document_names(nlp: Language, name: str) -> DocumentNames:  # noqa: ARG001 - spaCy hands over both
    return DocumentNames()


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
