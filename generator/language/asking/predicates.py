"""Answers that no verb of answering gives: a refusal, what is unacceptable or off the table, a deadline that lapses."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.asking import answers, askers, scope
from generator.language.asking.answers import Answer
from generator.language.asking.askings import infinitive_at

REACH = 6
"""Tokens from a verb to the demand, and from there to what it is called."""


def read(token: Token) -> Answer | None:
    """The answer that a noun or a predicate gives, or a verb by what it says of a demand; None where none does."""
    if token.tag_.startswith("V"):
        return _unmet(token) or _branded(token)
    lemma = token.lemma_.lower()
    if lemma in lexicon.words("responses", "nouns.rejected"):
        return _noun(token)
    if lemma in lexicon.words("responses", "nouns.weighing") and token.head.lower_ == "under":
        return _weighed(token.head.head)
    if token.dep_ in {"acomp", "oprd", "attr", "ccomp"} or token.head.dep_ in {"acomp", "oprd", "attr", "prep"}:
        reluctant = lemma in lexicon.words("responses", "adjectives.rejected")
        return _reluctant(token) if reluctant else _predicate(token, lemma)
    return None


def _noun(noun: Token) -> Answer | None:
    """Washington's refusal to talk."""
    owners = tuple(child for child in noun.lefts if child.dep_ == "poss") or tree.prepositional_objects(noun, "by")
    what = tree.prepositional_objects(noun, "of") or tuple(
        child for child in noun.rights if child.dep_ in {"acl", "xcomp", "relcl"}
    )
    if not what and (late := infinitive_at(noun.doc, noun.i + 1)):
        what = (late,)
    return answers.made(noun, "rejected", owners, what[0]) if owners and what else None


def _weighed(verb: Token) -> Answer | None:
    """The request is under review."""
    subjects = tree.grammatical_subjects(verb)
    if (
        verb.lemma_ not in {"be", "remain"}
        or not subjects
        or not answers.names_demand(subjects[0])
        or tree.negated(verb)
    ):
        return None
    return answers.made(verb, "considering", (), subjects[0])


def _reluctant(adjective: Token) -> Answer | None:
    """Officials are reluctant to make concessions."""
    what = tuple(child for child in adjective.rights if child.dep_ in {"xcomp", "ccomp", "advcl"})
    subjects = tree.grammatical_subjects(adjective.head)
    return answers.made(adjective.head, "rejected", subjects, what[0]) if what and subjects else None


def _predicate(token: Token, lemma: str) -> Answer | None:
    """Something "is unacceptable", "is not negotiable", "is off the table", in somebody's mouth."""
    if lemma in lexicon.words("responses", "adjectives.unacceptable"):
        verb, no = token.head, True
    elif lemma in lexicon.words("responses", "adjectives.acceptable"):
        verb, no = token.head, tree.negated(token.head) or tree.negated(token)
    elif lemma in lexicon.words("responses", "adjectives.off") and token.head.lower_ == "off":
        verb, no = token.head.head, True
    elif (
        lemma == "question" and " ".join(one.lower_ for one in token.doc[max(token.i - 3, 0) : token.i]) == "out of the"
    ):
        verb = token.head.head if token.head.head.pos_ in {"VERB", "AUX"} else token.head.head.head
        no = True
    else:
        return None
    be = next((one for one in token.lefts if one.lemma_ == "be" and one.dep_ in {"aux", "auxpass", "cop"}), None)
    if be is not None:
        return _headed(token, lemma, be)
    subjects = tree.grammatical_subjects(verb)
    if not no or not subjects or subjects[0].pos_ == "PRON" or verb.lemma_ != "be":
        return None
    return answers.made(verb, "rejected", (), subjects[0])


def _headed(token: Token, lemma: str, be: Token) -> Answer | None:
    """The same where a parser makes the adjective the head of its clause, and "is" an auxiliary of it."""
    subjects = tree.grammatical_subjects(token) or tree.grammatical_subjects(be)
    no = tree.negated(token) != (lemma in lexicon.words("responses", "adjectives.unacceptable"))
    if not no or not subjects or subjects[0].pos_ == "PRON":
        return None
    start, end = answers.clause(token)
    return Answer(trigger=be, kind="rejected", responders=(), answered=subjects[0], start=start, end=end)


def _branded(verb: Token) -> Answer | None:
    """Called the demand absurd; described it as blackmail."""
    if verb.lemma_.lower() not in lexicon.words("responses", "branding.verbs") or tree.negated(verb):
        return None
    after = verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]
    demanded = next((one for one in after if answers.names_demand(one)), None)
    if demanded is None or answers.doubtful(verb) or scope.supposed(verb):
        return None
    behind = verb.doc[demanded.i + 1 : min(demanded.i + REACH, verb.sent.end)]
    bad = lexicon.words("responses", "branding.words")
    if not any(one.lemma_.lower() in bad for one in behind) or any(one.lower_ == "not" for one in behind):
        return None
    return answers.made(verb, "rejected", askers.doers(verb), demanded)


def _unmet(verb: Token) -> Answer | None:
    """A deadline lapses; an appeal falls on deaf ears: those who were asked did not do it."""
    lemma = verb.lemma_.lower()
    lapsing = lemma in lexicon.words("responses", "anaphors.unmet")
    if not lapsing and lemma != "fall":
        return None
    subjects = tree.grammatical_subjects(verb)
    if not subjects or not answers.names_demand(subjects[0]):
        return None
    lapsed = lapsing and subjects[0].lemma_.lower() in {"deadline", "ultimatum"}
    deaf = lemma == "fall" and any(
        part.lower_ == "deaf" for noun in tree.prepositional_objects(verb, "on", "upon") for part in noun.lefts
    )
    return answers.made(verb, "rejected", (), subjects[0]) if lapsed or deaf else None
