"""What must or should be done, or is called necessary, in an actor's mouth."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.asking.askings import (
    INFINITIVE_REACH,
    Asking,
    infinitive_at,
    infinitive_of,
    is_infinitive,
    is_mandative,
    made,
    prepositional,
)

ADJECTIVAL = frozenset({"prepared", "committed"})
"""Participles that say what their subject is to be or may do: "must be prepared to act"."""

FOR = frozenset({"for"})


def read(modal: Token) -> Asking | None:
    """The asking of `must`, `should`, `ought to`, `needs to`, `has to`; None for what must be so, or must have been."""
    lower = modal.lower_
    if lower in lexicon.words("demands", "modals.necessary"):
        return _necessary(modal)
    if modal.tag_ == "MD" and lower in {"must", "should", "ought"}:
        verb = modal.head if modal.dep_ == "aux" else modal
    elif modal.lemma_.lower() in {"need", "have"} and modal.pos_ in {"VERB", "AUX"} and (verb_ := infinitive_of(modal)):
        if modal.lemma_.lower() == "have" and infinitive_is_far(modal, verb_):
            return None
        if any(child.lower_ in lexicon.words("demands", "modals.unobliged") for child in modal.lefts):
            return None
        verb = verb_
        return _made(modal, modal, verb)
    else:
        return None
    auxiliaries = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    if verb.lower_ == "have" and infinitive_of(verb):
        return None
    if verb.i < modal.i or "have" in auxiliaries or ("be" in auxiliaries and verb.tag_ == "VBG"):
        return None
    return _made(modal, verb, verb)


def _necessary(word: Token) -> Asking | None:
    """It is essential that somebody do; it is time for somebody to do."""
    be = word.head
    if word.dep_ not in {"acomp", "attr"} or be.lemma_ != "be" or tree.negated(be) or tree.passive(be):
        return None
    if not any(child.lower_ in {"it", "'s", "’s"} for child in be.lefts):
        return None
    for clause in (*be.rights, *word.rights):
        if clause.i > word.i and clause.dep_ in {"ccomp", "xcomp", "advcl", "acl"} and is_mandative(clause):
            return made(word, tree.grammatical_subjects(clause)[:1], clause.left_edge.i, clause.right_edge.i, "modal")
    for clause in word.rights:
        subject = next(iter(tree.grammatical_subjects(clause)), None)
        if subject and is_infinitive(clause) and any(left.lower_ in FOR for left in clause.lefts):
            return made(word, (subject,), subject.left_edge.i, clause.right_edge.i, "modal")
    for _, somebody in (*prepositional(word, FOR), *prepositional(be, FOR)):
        infinitive = infinitive_at(word.doc, somebody.right_edge.i + 1)
        if infinitive and not tree.passive(infinitive):
            return made(word, (somebody,), somebody.left_edge.i, infinitive.right_edge.i, "modal")
    return None


def infinitive_is_far(modal: Token, verb: Token) -> bool:
    """True where words part `have` from its infinitive: "have a plan to go" obliges nobody."""
    return any(child.dep_ in {"dobj", "obj"} for child in modal.rights) or verb.i - modal.i > INFINITIVE_REACH


def _made(modal: Token, governor: Token, verb: Token) -> Asking | None:
    subjects = tree.grammatical_subjects(governor)
    if subjects and subjects[0].i > modal.i:
        return None
    passive = (tree.passive(verb) or tree.passive(governor)) and verb.lower_ not in ADJECTIVAL
    addressees = tree.agents(verb) if passive else subjects[:1]
    start = subjects[0].left_edge.i if subjects else modal.i
    last = max(governor.right_edge.i, verb.right_edge.i)
    return made(modal, addressees, start, last, "modal")
