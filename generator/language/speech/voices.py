"""Whose voice it is: from the source of an attribution to the actors who speak, and those who pass their words on."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from generator.language import marks, tree, who
from generator.language.layout import Layout
from generator.language.marks import Attributed
from generator.language.speech import sources

Voice = tuple[tuple[str, ...], tuple[str, ...]]
"""The keys of those who speak, and of those through whom, the nearest first."""

_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople"})
_PERSONS = frozenset({"he", "she"})
_CARRIED = _PERSONS | {"they", "it"}
_CITING = frozenset({"citing", "quoting"})


def of(cue: Token | None, head: Token | None, low: int) -> Voice:
    """The voice of an attribution with this cue and this head of its source; `low` is where its sentence begins."""
    by = () if head is None else of_source(head)
    if cue is None:
        return by, ()
    passed_on = sources.relayed(cue, low)
    if passed_on is not None:
        relay = passed_on[1]
        return by, () if relay is None else of_source(relay)
    for child in cue.rights:
        if child.lower_ in _CITING:
            told = [keys for inner in child.rights if inner.dep_ in {"dobj", "dative"} and (keys := of_source(inner))]
            if told:
                return told[0], by
    return by, ()


def of_label(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """The key of the actor whom a label before a colon names, in capitals or by surname alone as transcripts do."""
    found = who.of_tokens(doc, [end - 1])
    if found:
        return found
    words = {token.text.casefold() for token in doc[start:end] if token.is_alpha}
    named = [
        actor.key
        for actor in marks.of(doc).actors
        if words and any(words <= set(name.casefold().split()) for name in (actor.name, *actor.aliases))
    ]
    return tuple(named) if len(named) == 1 else ()


def of_source(head: Token) -> tuple[str, ...]:
    """The keys of the actors that the head of a source stands for.

    A relative pronoun stands for its antecedent; an unknown noun for its apposition or the person named with it. A
    spokesman speaks for somebody: both are given.
    """
    if head.lower_ in sources.RELATIVE:
        antecedent = sources.antecedent_of(head)
        keys = () if antecedent is None else of_source(antecedent)
        return keys or who.of_tokens(head.doc, [i for i in (head.i - 1, head.i - 2) if i >= 0][:2])[:1]
    found = who.of_token(head)
    if head.lower_ in _SPEAKS_FOR:
        behind = [
            *tree.prepositional_objects(head, "for", "of"),
            *(child for child in head.lefts if child.dep_ == "poss"),
        ]
        near = [
            token for noun in behind for token in (noun, *(child for child in noun.children if child.dep_ == "appos"))
        ]
        keys = (*found, *(key for token in near for key in who.of_token(token)))
        return tuple(dict.fromkeys(keys))
    if found:
        return found
    near = [
        child
        for child in head.children
        if child.dep_ == "appos" or (child.dep_ == "compound" and child.ent_type_ == "PERSON")
    ]
    return next((keys for child in near if (keys := who.of_token(child))), ())


def carried_over(doc: Doc, items: list[Attributed], layout: Layout) -> list[Attributed]:
    """The items, in text order; one without a known speaker takes that of the speech before it.

    Only a pronoun and a quotation without any source do so, within a paragraph or from the one before.
    """
    persons = {actor.key for actor in marks.of(doc).actors if actor.kind == "person"}
    spoken: list[Attributed] = []
    last: tuple[str, ...] = ()
    place = -2
    for item in items:
        here = layout.paragraph(item.content[0][0] if item.cue < 0 else item.cue)
        heard = item
        if (
            not item.by
            and last
            and here - place <= 1
            and _may_inherit(doc, item, from_persons=persons.issuperset(last))
        ):
            heard = replace(item, by=last)
        if heard.by and heard.kind == "speech" and heard.level == 1:
            last, place = heard.by, here
        spoken.append(heard)
    return spoken


def _may_inherit(doc: Doc, item: Attributed, *, from_persons: bool) -> bool:
    if item.source is None:
        return item.direct and item.frame == "quotation"
    word = doc[item.source[0]].lower_
    if item.source[1] - item.source[0] != 1 or word not in _CARRIED:
        return False
    return from_persons if word in _PERSONS else not from_persons
