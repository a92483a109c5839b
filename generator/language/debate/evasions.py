"""Words of those who keep a stance to themselves: no decision, no commitment, no answer."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.debate.sanction_trigger import lemma

_NAME = "sanctions_stances"


def evading(token: Token) -> bool:
    """True for a verb that tells of no commitment: "has not decided", "made no commitment", "declined to say"."""
    word = lemma(token)
    if token.pos_ != "VERB":
        return False
    if word in lexicon.words(_NAME, "undecided.declining"):
        saying = lexicon.words(_NAME, "undecided.saying")
        if word == "refuse":
            saying -= lexicon.words(_NAME, "undecided.backing")
        return any(
            child.dep_ in {"xcomp", "prep", "advmod"} and (lemma(child) in saying or _says_whether(child))
            for child in token.rights
        )
    if word in {"make", "take", "reach"}:
        thing = next((child for child in token.rights if child.dep_ == "dobj"), None)
        if thing is None or lemma(thing) not in {"commitment", "decision", "promise", "pledge"}:
            return False
        return tree.negated(token) or any(child.lower_ == "no" for child in thing.lefts)
    if word == "say":
        return tree.negated(token) and _says_whether(token)
    return word in {"decide", "commit"} and tree.negated(token)


def _says_whether(verb: Token) -> bool:
    return lemma(verb) == "say" and any(part.lower_ in {"whether", "if"} for part in verb.subtree)
