"""Answers that deny a thing outright: "no plans to", "no intention of", "did not reply", "said no to"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.asking import answers, askers, scope
from generator.language.asking.answers import Answer
from generator.language.asking.askings import infinitive_at, infinitive_of

NO = frozenset({"no", "any", "little", "zero"})
"""Determiners of a plan that is denied; "any" only under a negation."""


def read(token: Token) -> Answer | None:
    """The denial that a word gives, or None."""
    lemma = token.lemma_.lower()
    if token.tag_ in {"NN", "NNS"}:
        return _unplanned(token, lemma)
    read_verb = _reader(lemma) if token.tag_.startswith("V") else None
    return None if read_verb is None or scope.supposed(token) else read_verb(token)


def _reader(lemma: str) -> Callable[[Token], Answer | None] | None:
    """What reads the denial of a verb."""
    if lemma in lexicon.words("responses", "silence.verbs"):
        return _silent
    if lemma in {"need", "want", "plan", "intend"}:
        return _unwanted
    return _voted if lemma == "say" else None


def _unplanned(noun: Token, lemma: str) -> Answer | None:
    """The ministry has no plans to pay; there is no question of a pause."""
    if lemma not in lexicon.words("responses", "nouns.planning"):
        return None
    verb = noun.head
    without = any(child.lower_ in NO - {"any"} for child in noun.lefts)
    if not without and not (tree.negated(verb) and any(child.lower_ == "any" for child in noun.lefts)):
        return None
    if verb.lemma_.lower() not in {"have", "be", "see"} or verb.pos_ not in {"VERB", "AUX"}:
        return None
    what = (
        infinitive_of(noun)
        or infinitive_at(noun.doc, noun.i + 1)
        or next(iter(tree.prepositional_objects(noun, "of", "for", "in")), None)
    )
    if what is None:
        return None
    by = askers.doers(verb) if verb.lemma_.lower() in {"have", "see"} else ()
    return _rejected(verb, by, what)


def _silent(verb: Token) -> Answer | None:
    """Did not reply to the ultimatum; failed to answer."""
    failed = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"fail", "decline", "refuse"}
    if not (failed or (tree.negated(verb) and verb.tag_ in {"VB", "VBN"})):
        return None
    what = tree.prepositional_objects(verb, "to", "with") or tuple(
        child for child in verb.rights if child.dep_ in {"dobj", "obj"}
    )
    named = next((noun for noun in what if answers.names_demand(noun)), None)
    return _rejected(verb, askers.doers(verb), named) if named is not None else None


def _unwanted(verb: Token) -> Answer | None:
    """We do not need to talk; the force does not intend to leave."""
    what = infinitive_of(verb)
    if what is None or not tree.negated(verb) or answers.doubtful(verb):
        return None
    thing = next((child for child in what.rights if child.dep_ in {"dobj", "obj"}), what)
    light = what.lemma_.lower() in lexicon.words("responses", "doing.general") | {"hold", "begin", "start", "enter"}
    return _rejected(verb, askers.doers(verb), thing if light else what)


def _voted(verb: Token) -> Answer | None:
    """Said no to the request."""
    word = next((child for child in verb.rights if child.lower_ in {"no", "yes"}), None)
    if word is None:
        return None
    what = tree.prepositional_objects(verb, "to") or tree.prepositional_objects(word, "to")
    if not what:
        return None
    found = _rejected(verb, askers.doers(verb), what[0])
    if word.lower_ == "no":
        return found
    return Answer(
        trigger=verb,
        kind="accepted",
        responders=found.responders,
        answered=found.answered,
        start=found.start,
        end=found.end,
    )


def _rejected(verb: Token, by: tuple[Token, ...], what: Token) -> Answer:
    start, end = answers.clause(verb)
    return Answer(trigger=verb, kind="rejected", responders=by, answered=what, start=start, end=end)
