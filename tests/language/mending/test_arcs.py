"""Arcs that grammar settles."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from generator.language.mending.arcs import settle_arcs

NOUNS = {"bans", "crews", "ports", "Ruiz", "head", "supplies", "answer", "ban"}


def _part(word: str) -> str:
    return "NOUN" if word in NOUNS else "VERB" if word == "leave" else "X"


def parsed(text: str, arcs: str) -> Doc:
    """A document of `text`; `arcs` gives label and head of each word, the head counted from 0."""
    words = text.split()
    pairs = [arc.split("<") for arc in arcs.split()]
    return settle_arcs(
        Doc(
            spacy.blank("en").vocab,
            words=words,
            pos=[_part(word) for word in words],
            tags=["VBD" if word == "closed" else "" for word in words],
            lemmas=["tell" if word == "told" else word for word in words],
            deps=[label for label, _ in pairs],
            heads=[int(head) for _, head in pairs],
        )
    )


def arc(doc: Doc, word: str) -> tuple[str, str]:
    token = next(token for token in doc if token.text == word)
    return token.dep_, token.head.text


def test_a_clause_is_what_she_told() -> None:
    doc = parsed("She told crews that ports reopened .", "nsubj<1 ROOT<1 dobj<1 mark<5 nsubj<5 relcl<2 punct<1")
    assert arc(doc, "reopened") == ("ccomp", "told")


@pytest.mark.parametrize(
    ("verb", "that", "clause"), [("saw", "mark", "relcl"), ("told", "dobj", "relcl"), ("told", "mark", "advcl")]
)
def test_other_clauses_stay(verb: str, that: str, clause: str) -> None:
    arcs = f"nsubj<1 ROOT<1 dobj<1 {that}<5 nsubj<5 {clause}<2 punct<1"
    assert arc(parsed(f"She {verb} crews that ports reopened .", arcs), "reopened") == (clause, "crews")


def test_a_second_subject_between_commas_is_an_apposition() -> None:
    arcs = "nsubj<7 punct<7 nsubj<7 prep<2 det<5 pobj<3 punct<7 ROOT<7 punct<7"
    assert arc(parsed("Ruiz , head of the panel , agreed .", arcs), "head") == ("appos", "Ruiz")


def test_without_commas_it_stays() -> None:
    assert arc(parsed("Ruiz head agreed .", "nsubj<2 nsubj<2 ROOT<2 punct<2"), "head") == ("nsubj", "agreed")


def test_a_complex_preposition_keeps_its_parts_together() -> None:
    doc = parsed("They cut supplies in answer to it .", "nsubj<1 ROOT<1 dobj<1 prep<1 pobj<3 prep<1 pobj<5 punct<1")
    assert arc(doc, "to") == ("prep", "answer")


def test_another_noun_does_not_take_it() -> None:
    doc = parsed("They sent supplies in June to it .", "nsubj<1 ROOT<1 dobj<1 prep<1 pobj<3 prep<1 pobj<5 punct<1")
    assert arc(doc, "to") == ("prep", "sent")


CLOSED = "They left after crews closed ports ."


def test_a_verb_with_a_subject_opens_a_clause() -> None:
    doc = parsed(CLOSED, "nsubj<1 ROOT<1 prep<1 nsubj<4 amod<5 pobj<2 punct<1")
    assert [arc(doc, word) for word in ("after", "closed", "ports")] == [
        ("mark", "closed"),
        ("advcl", "left"),
        ("dobj", "closed"),
    ]


def test_a_participle_without_a_subject_stays_a_modifier() -> None:
    arcs = "nsubj<1 ROOT<1 prep<1 compound<5 amod<5 pobj<2 punct<1"
    assert arc(parsed(CLOSED, arcs), "closed") == ("amod", "ports")


LEAVE = "They leave the ports and bans ."


def test_a_noun_is_joined_to_the_noun_before() -> None:
    doc = parsed(LEAVE, "nsubj<1 ROOT<1 det<3 dobj<1 cc<1 conj<1 punct<1")
    assert [arc(doc, word) for word in ("and", "bans")] == [("cc", "ports"), ("conj", "ports")]


def test_a_noun_with_a_verb_of_its_own_stays() -> None:
    doc = parsed("They leave the ports and they bans .", "nsubj<1 ROOT<1 det<3 dobj<1 cc<1 nsubj<6 conj<1 punct<1")
    assert arc(doc, "bans") == ("conj", "leave")


def test_a_verb_without_subject_and_coordinator_has_the_noun_before() -> None:
    doc = parsed("They left as crews closed ports .", "nsubj<1 ROOT<1 prep<1 pobj<2 conj<1 dobj<4 punct<1")
    assert [arc(doc, word) for word in ("as", "crews", "closed")] == [
        ("mark", "closed"),
        ("nsubj", "closed"),
        ("advcl", "left"),
    ]


def test_a_verb_behind_a_coordinator_stays_in_its_row() -> None:
    doc = parsed("They left after crews and closed ports .", "nsubj<1 ROOT<1 prep<1 pobj<2 cc<1 conj<1 dobj<5 punct<1")
    assert arc(doc, "closed") == ("conj", "left")
