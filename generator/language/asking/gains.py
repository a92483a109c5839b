"""What the one who asked got: "asked its allies for ships, and got some"."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.asking import answers, asking_verbs
from generator.language.asking.answers import Answer
from generator.model.facts import ResponseKind


def read(verb: Token) -> Answer | None:
    """The answer in a verb of getting that is coordinated with one of asking; None for other words."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ", "VBN"} or tree.grammatical_subjects(verb):
        return None
    if verb.lemma_ not in lexicon.words("responses", "getting.verbs") or tree.passive(verb):
        return None
    asking = verb.head
    thing = next((child for child in verb.rights if child.dep_ in {"dobj", "obj"}), None)
    if thing is None or asking.lemma_.lower() not in asking_verbs.lemmas() or answers.doubtful(verb):
        return None
    start, end = answers.clause(verb)
    kind = _kind(verb, thing)
    return Answer(trigger=verb, kind=kind, responders=(), answered=asking, start=start, end=end)


def _kind(verb: Token, thing: Token) -> ResponseKind:
    words = {thing.lemma_.lower(), *(child.lower_ for child in thing.lefts)}
    if tree.negated(verb) or words & lexicon.words("responses", "getting.nothing"):
        return "rejected"
    return "partial" if words & lexicon.words("responses", "getting.part") else "accepted"
