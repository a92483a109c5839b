"""Time given to do something: "gave X 48 hours to comply", "gave the rebels until Friday to leave"."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import tree
from generator.language.asking.askings import Asking, complement_end, infinitive_of, start_of_infinitive

TIMES = frozenset({"DATE", "TIME"})
UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "time", "deadline"})
UNTIL = frozenset({"until", "till"})


def read(verb: Token) -> Asking | None:
    """The ultimatum of `give`, or None where no time is given."""
    if verb.lower_ not in {"give", "gives", "gave", "given", "giving"} or verb.tag_[0] != "V":
        return None
    infinitive = next((found for part in (verb, *verb.rights) if (found := infinitive_of(part))), None)
    if infinitive is None:
        return None
    somebody = _given_to(verb)
    if somebody is None or not _time_between(verb, infinitive):
        return None
    start = start_of_infinitive(infinitive)
    return Asking(
        trigger=verb,
        form="verb",
        demanders=(),
        addressees=(somebody,),
        start=start,
        end=complement_end(verb.doc, start, infinitive.right_edge.i, verb),
    )


def _given_to(verb: Token) -> Token | None:
    if tree.passive(verb):
        return next(iter(tree.grammatical_subjects(verb)), None)
    people = [child for child in verb.rights if child.dep_ in {"dative", "dobj"} and not _is_time(child)]
    return people[0] if len(people) == 1 else None


def _is_time(noun: Token) -> bool:
    return noun.ent_type_ in TIMES or noun.lemma_.lower() in UNITS


def _time_between(verb: Token, infinitive: Token) -> bool:
    given = [child for child in verb.rights if child.dep_ in {"dobj", "npadvmod", "oprd"} and child.i < infinitive.i]
    until = [token for token in verb.doc[verb.i : infinitive.i] if token.lower_ in UNTIL]
    return bool(until) or any(_is_time(noun) for noun in given)
