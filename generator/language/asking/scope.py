"""Whether an asking is asserted: not negated, asked about, supposed, or left undone."""

from __future__ import annotations

from spacy.tokens import Span, Token

from generator.language import lexicon, tree
from generator.language.asking.askings import Asking

EVENT_REACH = 40
"""Tokens between "in the event" and the verb of its clause at most."""

WOULD = frozenset({"would", "'d", "’d"})
NOBODY = frozenset({"no", "not", "nobody", "none", "neither", "few"})
NOTHING_BUT = frozenset({"less", "more", "but", "short", "except", "other", "besides", "beyond"})
"""Words that make something of a nothing before them."""


def asked(asking: Asking) -> bool:
    """True where the text says that somebody does ask."""
    trigger = asking.trigger
    if asking.form == "condition":
        return not is_question(trigger.sent)
    if asking.form == "noun":
        return not is_question(trigger.sent) and not any(child.lower_ in {"no", "any"} for child in trigger.lefts)
    verb = trigger.head if trigger.tag_ == "MD" else trigger
    return not (
        _negated(verb, asking)
        or _nothing(asking)
        or _unsure(verb, asking)
        or _undone(verb)
        or supposed(verb)
        or is_question(trigger.sent)
    )


def _negated(verb: Token, asking: Asking) -> bool:
    if asking.form != "verb":
        return False
    return any(
        (child.dep_ == "neg" and child.i < verb.i)
        or child.lower_ == "never"
        or (child.dep_ == "nsubj" and child.left_edge.lower_ in NOBODY)
        for child in verb.lefts
    )


def _nothing(asking: Asking) -> bool:
    """True where what is asked is nothing: "We ask for nothing that you do not owe", but not "nothing less than"."""
    doc, at = asking.trigger.doc, asking.start
    return doc[at].lower_ == "nothing" and (at + 1 == len(doc) or doc[at + 1].lower_ not in NOTHING_BUT)


def _unsure(verb: Token, asking: Asking) -> bool:
    """May demand; would demand if something else happened."""
    if asking.form != "verb":
        return False
    auxiliaries = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    if auxiliaries & lexicon.words("demands", "modals.unsure"):
        return True
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    return bool(auxiliaries & WOULD) and any(token.lower_ in {"if", "unless"} for token in behind)


def _undone(verb: Token) -> bool:
    """Refused to demand; stopped short of calling for; without asking; it is easier to ask."""
    governor = verb.head
    if governor.pos_ == "ADJ" and any(child.lower_ == "it" for child in governor.head.lefts):
        return True
    if verb.dep_ in {"xcomp", "ccomp"} and governor.lemma_.lower() in lexicon.words("demands", "scope.undone"):
        return True
    if verb.dep_ == "pcomp" and governor.lower_ in {"without", "of", "from", "before"}:
        return governor.lower_ == "without" or governor.head.lemma_.lower() in {
            *lexicon.words("demands", "scope.undone"),
            "short",
        }
    return False


def supposed(verb: Token) -> bool:
    """If, whether or unless somebody asks; in the event that somebody does."""
    if _in_the_event(verb):
        return True
    for clause in tree.ancestors_of_clause(verb):
        if any(
            child.dep_ == "mark" and child.lower_ in lexicon.words("demands", "scope.hypothetical")
            for child in clause.lefts
        ):
            return True
        if clause.tag_ in {"VBP", "VBZ"} and any(child.lower_ in {"when", "whenever"} for child in clause.lefts):
            return True
        if clause.dep_ not in {"xcomp", "conj"}:
            break
    return False


def _in_the_event(verb: Token) -> bool:
    """True in a clause that "in the event", "in case" opens, with no other verb before."""
    for token in reversed(list(verb.doc[max(verb.sent.start, verb.i - EVENT_REACH) : verb.i])):
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.dep_ not in {"aux", "auxpass"}:
            return False
        if token.lower_ in {"event", "case"} and token.i > 1:
            return any(before.lower_ == "in" for before in verb.doc[token.i - 2 : token.i])
    return False


def is_question(sentence: Span) -> bool:
    """True for a sentence that ends with a question mark."""
    return any(last.text == "?" for last in sentence[-3:])
