"""Time given to do something: "gave X 48 hours to comply", "gave the rebels until Friday to leave"."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import tree
from generator.language.asking.askings import Asking
from generator.language.asking.extent import CLOSING, complement_end

TIMES = frozenset({"DATE", "TIME"})
UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "time", "deadline"})
CLOCK = frozenset({"a.m.", "p.m.", "am", "pm", "noon", "midnight", "o'clock"})
UNTIL = frozenset({"until", "till"})
FURTHER = frozenset({"more", "extra", "additional", "longer"})
"""Words that make a time given one that was asked for: "gave Peru two more weeks to pay"."""
REACH = 25
"""Tokens from `give` to the infinitive at most."""


def read(verb: Token) -> Asking | None:
    """The ultimatum of `give`, or None where no time is given.

    What is to be done is the first infinitive right behind the time, wherever a parser hangs it.
    """
    if verb.lower_ not in {"give", "gives", "gave", "given", "giving"} or verb.tag_[0] != "V":
        return None
    start = _infinitive(verb)
    somebody = _given_to(verb)
    if start is None or somebody is None:
        return None
    return Asking(
        trigger=verb,
        form="verb",
        demanders=(),
        addressees=(somebody,),
        start=start,
        end=complement_end(verb.doc, start, _last(verb, start), verb),
    )


def _infinitive(verb: Token) -> int | None:
    """The token `to` behind a time: "one week | to leave", "until June 30 | to hand over power"."""
    doc = verb.doc
    until = False
    for i in range(verb.i + 1, min(verb.i + REACH, verb.sent.end - 1)):
        token = doc[i]
        until = until or token.lower_ in UNTIL
        relative = token.dep_ in {"relcl", "acl"} or doc[i - 1].tag_ in {"WP", "WDT"}
        if token.tag_ in {"VBD", "VBZ", "MD"} and not relative:
            return None
        spent = until or doc[i - 1].lemma_.lower() in UNITS
        if token.lower_ in FURTHER and not until:
            return None
        if token.lower_ == "to" and (token.tag_ == "TO" or until) and spent and _is_time(doc[i - 1]):
            return i
    return None


def _last(verb: Token, start: int) -> int:
    """The last token of the infinitive; of one read as a noun, the end of its clause."""
    doc = verb.doc
    first = doc[start + 1]
    if first.tag_ == "VB":
        return first.right_edge.i
    ends = (i for i in range(start + 2, verb.sent.end) if doc[i].text in CLOSING or doc[i].pos_ == "CCONJ")
    return next(ends, verb.sent.end) - 1


def _given_to(verb: Token) -> Token | None:
    if tree.passive(verb):
        return next(iter(tree.grammatical_subjects(verb)), None)
    people = [child for child in verb.rights if child.dep_ in {"dative", "dobj"} and not _is_time(child)]
    return people[0] if len(people) == 1 else None


def _is_time(noun: Token) -> bool:
    return noun.ent_type_ in TIMES or noun.lemma_.lower() in UNITS or noun.lower_ in CLOCK
