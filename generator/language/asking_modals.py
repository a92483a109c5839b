"""What must or should be done, in an actor's mouth; and imperatives."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import tree
from generator.language.asking import INFINITIVE_REACH, Asking, complement_end, infinitive_of


def read(modal: Token) -> Asking | None:
    """The asking of `must`, `should`, `ought to`, `needs to`, `has to`; None for what must be so, or must have been."""
    lower = modal.lower_
    if modal.tag_ == "MD" and lower in {"must", "should", "ought"}:
        verb = modal.head if modal.dep_ == "aux" else modal
    elif modal.lemma_.lower() in {"need", "have"} and modal.pos_ in {"VERB", "AUX"} and (verb_ := infinitive_of(modal)):
        if modal.lemma_.lower() == "have" and infinitive_is_far(modal, verb_):
            return None
        if any(child.lower_ in {"may", "might", "could", "not", "n't", "n’t"} for child in modal.lefts):
            return None
        verb = verb_
        return _made(modal, modal, verb)
    else:
        return None
    if verb.i < modal.i or any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.lefts):
        return None
    return _made(modal, verb, verb)


def infinitive_is_far(modal: Token, verb: Token) -> bool:
    """True where words part `have` from its infinitive: "have a plan to go" obliges nobody."""
    return any(child.dep_ in {"dobj", "obj"} for child in modal.rights) or verb.i - modal.i > INFINITIVE_REACH


def _made(modal: Token, governor: Token, verb: Token) -> Asking | None:
    subjects = tree.grammatical_subjects(governor)
    if subjects and subjects[0].i > modal.i:
        return None
    passive = tree.passive(verb) or tree.passive(governor)
    addressees = tree.agents(verb) if passive else subjects[:1]
    start = subjects[0].left_edge.i if subjects else modal.i
    last = max(governor.right_edge.i, verb.right_edge.i)
    return Asking(
        trigger=modal,
        form="modal",
        demanders=(),
        addressees=addressees,
        start=start,
        end=complement_end(modal.doc, start, last, modal),
    )
