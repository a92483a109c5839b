"""Clauses that say what somebody is told."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from generator.language.mending.clauses import hang_told_clauses

WORDS = ["She", "told", "crews", "that", "ports", "reopened", "."]


def told(verb: str, *, that: str, clause: str) -> Doc:
    heads = [1, 1, 1, 5, 5, 2, 1]
    deps = ["nsubj", "ROOT", "dobj", that, "nsubj", clause, "punct"]
    lemmas = ["she", verb, "crew", "that", "port", "reopen", "."]
    return hang_told_clauses(Doc(spacy.blank("en").vocab, words=WORDS, heads=heads, deps=deps, lemmas=lemmas))


def test_the_clause_is_what_she_told() -> None:
    doc = told("tell", that="mark", clause="relcl")
    assert (doc[5].dep_, doc[5].head.text) == ("ccomp", "told")


@pytest.mark.parametrize(
    ("verb", "that", "clause"), [("see", "mark", "relcl"), ("tell", "dobj", "relcl"), ("tell", "mark", "advcl")]
)
def test_other_clauses_stay(verb: str, that: str, clause: str) -> None:
    doc = told(verb, that=that, clause=clause)
    assert (doc[5].dep_, doc[5].head.text) == (clause, "crews")
