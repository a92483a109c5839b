"""Where a text asks: by verbs, nouns, modals and conditions; in tokens, not yet in actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from generator.language import lexicon, tree
from generator.language.asking.extent import complement_end

Form = Literal["verb", "noun", "modal", "imperative", "condition"]

INFINITIVE_REACH = 9
"""Tokens between `to` and its verb at most: "to “immediately, completely and unconditionally” withdraw"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One asking: the word that asks, who asks, who is asked, and the tokens `[start, end)` of what is asked.

    `demanders` and `addressees` are heads of noun phrases. Empty `demanders` leave it to the subject of a verb, or to
    whoever is quoted.
    """

    trigger: Token
    form: Form
    demanders: tuple[Token, ...]
    addressees: tuple[Token, ...]
    start: int
    end: int


def infinitive_at(doc: Doc, i: int) -> Token | None:
    """The verb of the infinitive that begins at token `i`: "to go", "not to go"; None where none does."""
    if i < len(doc) and doc[i].lower_ in {"not", "never"}:
        i += 1
    if i >= len(doc) or doc[i].lower_ != "to":
        return None
    for token in doc[i + 1 : min(i + 1 + INFINITIVE_REACH, doc[i].sent.end)]:
        if token.tag_ == "VB":
            main = token.head
            return main if token.dep_ in {"aux", "auxpass"} and main.i > token.i else token
        if token.tag_ not in {"RB", "CC"} and not token.is_punct:
            return None
    return None


def infinitive_of(head: Token) -> Token | None:
    """The infinitive that complements a verb or noun, whatever the parser calls the link."""
    for child in head.rights:
        if child.dep_ in {"xcomp", "ccomp", "advcl", "acl", "relcl"} and is_infinitive(child):
            return child
    return None


def is_infinitive(verb: Token) -> bool:
    """True for a verb with the particle `to` before it."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def is_mandative(verb: Token) -> bool:
    """True for a clause that says what is to be: a bare subjunctive ("that he go") or one with `must` or `should`."""
    auxiliaries = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    if any(child.tag_ == "MD" for child in auxiliaries):
        return any(child.lower_ in {"must", "should", "ought"} for child in auxiliaries)
    if any(child.lower_ == "be" for child in auxiliaries):
        return True
    subject = finite_subject(verb)
    if subject is None or is_infinitive(verb) or auxiliaries:
        return False
    return verb.tag_ == "VB" or (verb.tag_ == "VBP" and _is_third_person_singular(subject))


def _is_third_person_singular(subject: Token) -> bool:
    """True for a subject that an indicative would give its -s, so that a bare verb after it is a subjunctive."""
    alone = not any(child.dep_ == "conj" for child in subject.rights)
    return alone and (subject.tag_ in {"NN", "NNP"} or subject.lower_ in {"he", "she", "it"})


def start_of_infinitive(verb: Token) -> int:
    """The token where an infinitive begins: its negation or its `to`, not a subject before it."""
    start = max((child.i for child in verb.lefts if child.lower_ == "to"), default=verb.i)
    if start == verb.i and start and verb.doc[start - 1].lower_ == "to":
        start -= 1
    return start - 1 if start and verb.doc[start - 1].lower_ in {"not", "never"} else start


def prepositional(token: Token, prepositions: frozenset[str]) -> Iterator[tuple[Token, Token]]:
    """Pairs of preposition and object to the right of a token, in text order."""
    for child in token.rights:
        if child.lower_ in prepositions and child.dep_ in {"prep", "dative", "agent", "prt", "advmod", "mark"}:
            for grandchild in child.rights:
                if grandchild.dep_ in {"pobj", "pcomp"}:
                    yield child, grandchild
                    break
        elif child.dep_ in {"acl", "advcl", "ccomp"} and is_infinitive(child) and (subject := finite_subject(child)):
            # "called for crews to leave": the preposition opens a clause, and stands on it as its mark.
            mark = next((left for left in child.lefts if left.dep_ == "mark" and left.lower_ in prepositions), None)
            if mark is not None and mark.i < subject.i:
                yield mark, subject


def finite_subject(verb: Token) -> Token | None:
    """The first subject of a clause, active or passive."""
    subjects = tree.grammatical_subjects(verb)
    return subjects[0] if subjects else None


def in_frame(frame: str, lemma: str) -> bool:
    """True for a verb that the lexicon lists under a frame."""
    return lemma in lexicon.words("demands", f"frames.{frame}")


def made(word: Token, addressees: tuple[Token, ...], start: int, last: int, form: Form = "verb") -> Asking:
    """The asking of a word that names nobody who asks; `last` is the last token of what is asked."""
    return Asking(
        trigger=word,
        form=form,
        demanders=(),
        addressees=addressees,
        start=start,
        end=complement_end(word.doc, start, last, word),
    )


def object_of(verb: Token) -> Token | None:
    """The object of a verb, also of one that the parser put before it as a participle."""
    for child in verb.rights:
        if child.dep_ in {"dobj", "dative", "obj"} and child.pos_ != "ADP":
            return child
    if verb.dep_ == "amod" and verb.head.i > verb.i and tree.grammatical_subjects(verb):
        return verb.head
    return None
