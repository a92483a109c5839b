"""Deeds that answer: what was demanded is done, will be done, or will not be."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.asking import answers, askers, scope
from generator.language.asking.answers import Answer


def read(verb: Token) -> Answer | None:
    """The deed of a finite main clause: "has resigned", "will cut output", "won't leave"; None for other clauses."""
    if verb.pos_ != "VERB" or verb.dep_ not in {"ROOT", "ccomp", "conj", "xcomp"} or scope.supposed(verb):
        return None
    intended = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in lexicon.words("responses", "doing.intending")
    auxiliaries = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    above = verb
    if verb.dep_ == "conj" and verb.lower_ == verb.lemma_ and not auxiliaries and not tree.grammatical_subjects(verb):
        above = _above(verb)
        auxiliaries = {child.lower_ for child in above.lefts if child.dep_ == "aux"}
    promised = intended or bool(auxiliaries & lexicon.words("responses", "doing.modals"))
    done = verb.tag_ in {"VBD", "VBN"} and not tree.passive(verb) and auxiliaries <= {"has", "have", "had"}
    if not (promised or (done and verb.dep_ != "xcomp")):
        return None
    if verb.lemma_ == "do" and not (promised and answers.done_so(verb)):
        return None
    if verb.lemma_ in lexicon.words("responses", "doing.general"):
        return None
    denied = tree.negated(verb)
    if denied and not promised:
        return None
    start, end = answers.clause(verb)
    kind = answers.conditional(verb)
    return Answer(
        trigger=verb,
        kind="conditional" if kind else "rejected" if denied else "accepted",
        responders=askers.doers(above),
        answered=verb,
        start=start,
        end=end,
    )


def _above(verb: Token) -> Token:
    """The verb that a second one shares its auxiliaries with, also past an object: "will raise pay and | cut jobs"."""
    above = verb.head
    return above.head if above.dep_ in {"dobj", "obj"} and above.head.pos_ == "VERB" else above
