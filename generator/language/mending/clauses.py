"""Clauses that say what somebody is told: "told reporters that the dam was safe".

A "that" that marks a clause with a subject of its own is no relative pronoun, so the clause is the verb's complement,
not the noun's relative clause. Source: CLEAR style guidelines (Choi and Palmer 2012) on ccomp and relcl.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLAUSES = "told_clauses"

_TELLING = frozenset(
    [
        "tell",
        "inform",
        "warn",
        "assure",
        "remind",
        "convince",
        "persuade",
        "notify",
        "advise",
        "promise",
        "brief",
        "alert",
    ]
)
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))


def hang_told_clauses(doc: Doc) -> Doc:
    """Hang each such clause on its verb."""
    for token in doc:
        if token.lower_ == "that" and token.dep_ == "mark":
            _hang(token.head, token)
    return doc


def _hang(clause: Token, that: Token) -> None:
    told = clause.head
    if (
        clause.dep_ in ("relcl", "acl")
        and told.dep_ in ("dobj", "dative")
        and told.i < that.i
        and told.head.i < told.i
        and told.head.lemma_ in _TELLING
        and any(kid.dep_ in _SUBJECTS and kid.i > that.i for kid in clause.lefts)
    ):
        clause.head = told.head
        clause.dep_ = "ccomp"
