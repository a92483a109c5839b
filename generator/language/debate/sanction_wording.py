"""Which words tell a measure: its phrase, with the verb that acts on it, so that they can be read by themselves."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import tree
from generator.language.debate import sanction_reach
from generator.language.debate.sanction_handling import Handling
from generator.language.debate.sanction_trigger import Trigger

_LONGEST_TEXT = 240
_HELPERS = frozenset({"aux", "auxpass", "neg"})
_FINITE = frozenset({"VBN", "VBD", "NNS"})
_VERB_REACH = 8
"""Tokens between a verb and the sanction that it acts on, at most, for the verb to be quoted with it."""


def wording(trigger: Trigger, handled: Handling) -> tuple[int, int]:
    """The tokens that tell a measure: its noun phrase, with the verb that acts on it where that stands right before."""
    token = trigger.token
    start, end = _phrase(token)
    if trigger.verbal:
        start = token.i
        objects = [head.left_edge.i for head in trigger.objects]
        start = min([start, *objects])
        if token.pos_ == "VERB" and any(child.dep_ == "conj" for child in token.rights):
            end = max(_end_of_clause(token), *(head.i + 1 for head in trigger.objects), token.i + 1)
    doing = handled.doing
    if (
        doing is not None
        and doing.token.i < start
        and start - doing.token.i <= _VERB_REACH
        and doing.token.pos_ == "VERB"
    ):
        start = doing.token.i
        end = _before_colon(token, max(end, _end_of_clause(doing.token)))
    if end - start == 1:
        start, end = _around(token, verbal=trigger.verbal)
        acting = doing is not None and doing.token.i == token.head.i
        if start < token.i and not trigger.verbal and not acting and end - token.i > 1:
            # "opposes | sanctions in advance": who only speaks of it does nothing to it.
            start = token.i
    doc = token.doc
    while end > token.i + 1 and doc[end - 1].idx + len(doc[end - 1]) - doc[start].idx > _LONGEST_TEXT:
        end -= 1
    return start, end


def _phrase(token: Token) -> tuple[int, int]:
    """The phrase of a sanction, up to a colon, without a verb that the parser takes for a part of it."""
    start, end = token.left_edge.i, token.right_edge.i + 1
    for child in token.lefts:
        if child.tag_ in _FINITE and sanction_reach.misread_subject(child):
            start = child.i + 1
    return start, _before_colon(token, end)


def _before_colon(token: Token, end: int) -> int:
    return next((part.i for part in token.doc[token.i : end] if part.text in {":", ";"}), end)


def _around(token: Token, *, verbal: bool) -> tuple[int, int]:
    """The words that a sanction named in one word hangs on: its verb or noun, with what is said of it there."""
    head = token if verbal else token.head
    if token.dep_ == "pobj" and head.dep_ == "prep":
        head = head.head
    if head.i == token.i and not verbal:
        return token.i, token.i + 1
    if head.pos_ not in {"VERB", "AUX"}:
        return (head.left_edge.i, token.right_edge.i + 1) if head.i < token.i else (token.i, head.i + 1)
    beside = [child.i for child in head.lefts if child.dep_ in _HELPERS and child.lower_ != "to"]
    beside += [child.left_edge.i for child in tree.grammatical_subjects(head) if verbal and child.i < head.i]
    first, end = min([token.i, head.i, *beside]), max(token.i + 1, _end_of_clause(head))
    last = max(token.i, head.i)
    return first, next((part.i for part in token.doc[last:end] if part.text in {",", ":", ";"}), end)


def _end_of_clause(verb: Token) -> int:
    """Where the clause of a verb ends, without the clauses that are only added to it."""
    end = verb.i + 1
    for child in verb.rights:
        if child.dep_ in {"conj", "cc", "parataxis"}:
            break
        if child.dep_ != "punct":
            end = child.right_edge.i + 1
    return min(end, verb.sent.end)
