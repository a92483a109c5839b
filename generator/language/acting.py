"""Whether a noun acts, by its place in the clause (proto-agent: Dowty 1991)."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon


def verb_of(token: Token) -> Token | None:
    """The verb whose subject, or agent in the passive, a noun is; None where it is neither."""
    steps = 0
    while token.dep_ in {"conj", "appos"} and token.head.i != token.i and steps < 6:
        token = token.head
        steps += 1
    if token.dep_ == "nsubj":
        return token.head
    if token.dep_ == "pobj" and (token.head.dep_ == "agent" or token.head.lower_ == "by"):
        return token.head.head
    return None


def acts(token: Token) -> bool:
    """True where a noun is the subject of an active verb that says more than "be", or the agent of a passive one."""
    verb = verb_of(token)
    return verb is not None and verb.lemma_ != "be"


def speaks(token: Token) -> bool:
    """True where a noun is the subject of a verb of speech, or what follows "according to"."""
    verb = verb_of(token)
    if verb is not None and verb.lemma_.lower() in lexicon.words("who", "acting.speech"):
        return True
    before = token.head
    return token.dep_ == "pobj" and before.lower_ == "to" and before.i > 0 and before.nbor(-1).lower_ == "according"
