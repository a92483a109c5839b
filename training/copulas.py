"""Copular clauses for the conversion to ClearNLP: the verb "be" heads the clause, the predicate is attr or acomp.

Source: CLEAR style guidelines (Choi and Palmer 2012), sections on attributes and adjectival complements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.words import word_list

if TYPE_CHECKING:
    from training.tree import Tree

_CLAUSE_LY = frozenset(
    ["only", "currently", "already", "usually", "actually", "probably", "likely", "clearly", "really", "now"]
)
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_OF_THE_CLAUSE = ("nsubj", "csubj", "expl", "aux", "discourse", "vocative", "parataxis", "dislocated", "cop", "mark")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})


def raise_copulas(tree: Tree) -> None:
    """Turn every copular clause round, from the top of the tree down."""
    for predicate in sorted(range(len(tree)), key=tree.depth):
        copulas = [kid for kid in tree.children(predicate) if tree.labels[kid] == "cop"]
        if copulas:
            _turn_round(tree, predicate, copulas[-1])


def _turn_round(tree: Tree, predicate: int, copula: int) -> None:
    kids = tree.children(predicate)
    outer = any(tree.labels[kid] in ("nsubj:outer", "csubj:outer") for kid in kids)
    has_case = any(tree.labels[kid] == "case" and tree.words[kid].xpos != "POS" for kid in kids)
    opening = min(
        [predicate]
        + [
            kid
            for kid in kids
            if tree.labels[kid] in ("det", "amod", "nummod", "compound", "nmod:poss", "case") and kid < predicate
        ]
    )
    inner_subject = min((kid for kid in kids if tree.labels[kid] == "nsubj"), default=len(tree))
    moved = [
        kid
        for kid in kids
        if kid != copula
        and (
            _moves_with_outer_subject(tree, kid, predicate, copula, inner_subject)
            if outer
            else _moves(tree, kid, predicate, copula, opening)
        )
    ]
    tree.promote(copula, over=predicate)
    for kid in moved:
        tree.heads[kid], tree.labels[kid] = copula, tree.labels[kid].replace(":outer", "")
    tree.labels[predicate] = (
        _clausal_label(tree, predicate) if outer else _predicate_label(tree, predicate, has_case=has_case)
    )


def _moves_with_outer_subject(tree: Tree, kid: int, predicate: int, copula: int, inner_subject: int) -> bool:
    """Whether `kid` belongs to "be" in "the point is that he left"."""
    label, before = tree.labels[kid], kid < copula
    if label in ("nsubj:outer", "csubj:outer"):
        return True
    if label == "punct":
        return before or kid > predicate
    if label == "advmod":
        return before or (kid < predicate and not inner_subject < kid)
    return before and label in (
        "aux", "aux:pass", "mark", "cc", "cop", "obl", "advcl", "obl:unmarked", "discourse", "parataxis",
    )  # fmt: skip


def _moves(tree: Tree, kid: int, predicate: int, copula: int, opening: int) -> bool:
    """Whether `kid` belongs to the clause, and so to "be", rather than to the predicate."""
    label, part = tree.labels[kid], tree.words[predicate].upos
    if label.startswith(_OF_THE_CLAUSE):
        return True
    if label == "punct":
        return kid < opening or kid > predicate
    if label == "cc":
        return kid < copula
    if label == "advcl":
        return not (part in ("ADJ", "ADV") and kid > predicate and tree.words[kid].xpos == "VB")
    if label == "advmod":
        return _adverb_moves(tree, kid, predicate, opening)
    if label in ("obl", "obl:unmarked", "obl:agent", "obl:npmod", "obl:tmod"):
        return kid < predicate or part != "ADJ"
    if label == "conj":
        return _is_clause(tree, kid, part)
    return label == "ccomp" and part not in ("ADJ", "NOUN")


def _adverb_moves(tree: Tree, kid: int, predicate: int, opening: int) -> bool:
    form, part = tree.lower(kid), tree.words[predicate].upos
    if form in _NEGATIONS:
        return True
    if kid < opening:
        of_degree = form in word_list("degree") or (form.endswith("ly") and part == "ADJ" and form not in _CLAUSE_LY)
        return not (part in ("ADJ", "ADV") and kid == predicate - 1 and of_degree)
    return kid > predicate and (part in ("NOUN", "PROPN", "PRON", "NUM", "ADV") or form != "enough")


def _is_clause(tree: Tree, conjunct: int, part: str) -> bool:
    if any(tree.labels[kid].startswith(("nsubj", "csubj", "cop", "expl", "aux")) for kid in tree.children(conjunct)):
        return True
    word = tree.words[conjunct]
    return word.upos == "VERB" and part != "VERB" and word.xpos in _FINITE


def _clausal_label(tree: Tree, predicate: int) -> str:
    kids = tree.children(predicate)
    infinitive = any(tree.labels[kid] == "mark" and tree.words[kid].xpos == "TO" for kid in kids)
    return "xcomp" if infinitive and not any(tree.labels[kid] == "nsubj" for kid in kids) else "ccomp"


def _predicate_label(tree: Tree, predicate: int, *, has_case: bool) -> str:
    word = tree.words[predicate]
    if has_case:
        return "obl"
    if word.upos == "ADJ" or word.xpos in _ADJECTIVES:
        return "acomp"
    if word.upos == "ADV":
        return "advmod"
    if word.upos == "VERB":
        if word.xpos == "VBN":
            return "acomp"
        has_subject = any(tree.labels[kid].startswith("nsubj") for kid in tree.children(predicate))
        return "ccomp" if has_subject else "xcomp"
    return "attr"
