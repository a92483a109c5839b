"""What a demand is tied to: the condition beside it, and the day by which it is to be met."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from spacy.tokens import Doc, Token

from generator.language import marks
from generator.language.asking.askings import Asking
from generator.language.asking.conditions import UNBINDING

CONDITIONS = frozenset({"if", "unless", "provided"})
LIMITS = frozenset({"by", "before", "within", "until", "till", "deadline"})
LOOSE = frozenset({"in", "next"})
"""Words that make a term of a time to come alone: "the ban that it imposed in July" is none."""

REACH = 3
"""Tokens before a time expression in which a word of limit makes it a term: "by no later than Friday"."""


def condition(doc: Doc, asking: Asking) -> str | None:
    """The if or unless clause of an asking, verbatim; a condition is the whole asking of its form."""
    if asking.form == "condition":
        return _clause(doc, asking.trigger, asking.trigger.head) if asking.trigger.dep_ in {"mark", "advmod"} else None
    for token in doc[asking.start : asking.end]:
        if token.i and (token.nbor(-1).lower_, token.lower_) in UNBINDING:
            continue
        if token.lower_ in CONDITIONS and token.dep_ in {"mark", "advmod"} and token.head.dep_ == "advcl":
            return _clause(doc, token, token.head)
    return None


def _clause(doc: Doc, mark: Token, verb: Token) -> str:
    end = verb.right_edge.i + 1
    while end - 1 > mark.i and (doc[end - 1].is_space or doc[end - 1].is_punct):
        end -= 1
    return marks.cite(doc, mark.i, max(end, mark.i + 1)).quote


def deadline(doc: Doc, asking: Asking) -> str | None:
    """The key of the dated event which says by when: its time stands in the asking, after a word of limit."""
    found = marks.of(doc)
    first = min(asking.start, asking.trigger.i)
    for time in islice(found.times, bisect_left(found.times, first, key=lambda one: one.start), None):
        if time.start >= asking.end:
            break
        near = {token.lower_ for token in doc[max(time.start - REACH, 0) : time.start + 1]}
        limited = bool(near & LIMITS) or asking.trigger.lemma_.lower() in {"deadline", "ultimatum"}
        if not limited and not near & LOOSE:
            continue
        for event in found.dates:
            if event.phase == "past" and not limited:
                continue
            for evidence in event.evidence:
                if evidence.start <= time.timex.start < evidence.end and time.timex.quote in event.expression:
                    return event.key
    return None
