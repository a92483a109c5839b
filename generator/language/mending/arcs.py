"""Arcs that grammar settles, whatever the parser thought.

* "told reporters that the dam was safe": a "that" which marks a clause with a subject of its own is no relative
  pronoun, so the clause is the verb's complement, not the noun's relative clause.
* "Ana Ruiz, head of the panel, agreed": a verb has one subject; a second one between commas is an apposition.
* "after Peru and Chile imposed sanctions": a verb with a subject of its own is no modifier of the noun behind it.
* "left as crews closed the port": a finite verb with neither a subject nor an "and" is none in a row of others.
* "leave the port and the two bays": a noun phrase right behind another one and "and" is joined to it, not to the verb.
* "Diaz and Chilean officials": an adjective right before a noun is no member of the row beside it.
* "cut supplies in answer to the ban": the second preposition of a complex one hangs on the noun between them.

Sources: CLEAR style guidelines (Choi and Palmer 2012) on ccomp, relcl and appos; Quirk et al. 1985, section 9.11.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ARCS = "settled_arcs"

_TELLING = frozenset(
    ["tell", "inform", "warn", "assure", "remind", "convince", "persuade", "notify", "advise", "promise", "alert"]
)
_FINITE = frozenset(("VBD", "VBP", "VBZ"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_NOMINAL = frozenset(("NOUN", "PROPN"))
_COMPLEX = {
    "to": frozenset(
        ("answer", "response", "reply", "reaction", "addition", "regard", "respect", "relation", "contrast")
    ),
    "for": frozenset(("return", "exchange")),
    "of": frozenset(
        ("favor", "favour", "support", "charge", "spite", "view", "light", "case", "front", "place", "behalf")
    ),
    "with": frozenset(("accordance", "line", "connection", "cooperation", "contact")),
}
"""Second prepositions, and the nouns before them."""
_SUBORDINATING = frozenset(("after", "before", "since", "until", "till", "as"))
"""What may stand before a noun as before a clause."""


def settle_arcs(doc: Doc) -> Doc:
    """Hang such words where they belong."""
    subject: dict[int, Token] = {}
    for token in doc:
        if token.dep_ == "mark" and token.lower_ == "that":
            _hang_told(token.head, token)
        elif token.dep_ in ("nsubj", "nsubjpass"):
            first = subject.setdefault(token.head.i, token)
            if first is not token:
                _hang_apposition(token, first)
            elif token.head.dep_ == "amod" and token.head.tag_ in _FINITE:
                _hang_clause(token.head, token)
        elif token.dep_ == "conj" and token.pos_ in _NOMINAL and token.head.pos_ == "VERB":
            _hang_joined(token)
        elif token.dep_ == "conj" and token.tag_ in _FINITE:
            _hang_opened(token)
    for first, second in pairwise(doc):
        if first.dep_ == "pobj" and second.dep_ == "prep" and second.head != first:
            _hang_second_preposition(second, first)
        elif first.dep_ == second.dep_ == "conj" and first.head == second.head and first.tag_ == "JJ":
            first.head, first.dep_ = second, "amod"
    return doc


def _hang_told(clause: Token, that: Token) -> None:
    told = clause.head
    if (
        clause.dep_ in ("relcl", "acl")
        and told.dep_ in ("dobj", "dative")
        and told.head.i < told.i < that.i
        and told.head.lemma_ in _TELLING
        and any(kid.dep_ in _SUBJECTS and kid.i > that.i for kid in clause.lefts)
    ):
        clause.head, clause.dep_ = told.head, "ccomp"


def _hang_apposition(second: Token, first: Token) -> None:
    start, end = second.left_edge.i, second.right_edge.i + 1
    between_commas = end < second.head.i and second.doc[start - 1].text == second.doc[end].text == ","
    if between_commas and first.pos_ in _NOMINAL and second.pos_ in _NOMINAL:
        second.head, second.dep_ = first, "appos"


def _hang_clause(verb: Token, subject: Token) -> None:
    thing = verb.head
    mark = thing.head
    if thing.dep_ == "pobj" and mark.lower_ in _SUBORDINATING and mark.i < subject.i < verb.i < thing.i:
        verb.head, verb.dep_ = mark.head, "advcl"
        mark.head, mark.dep_ = verb, "mark"
        thing.head, thing.dep_ = verb, "dobj"


def _hang_opened(verb: Token) -> None:
    if any(kid.dep_ in _SUBJECTS for kid in verb.children) or any(
        kid.dep_ == "cc" and kid.i < verb.i for kid in verb.head.rights
    ):
        return
    noun = verb.doc[verb.i - 1]
    while noun.dep_ != "pobj" or noun.head.lower_ not in _SUBORDINATING:
        if noun.head.i >= verb.i or noun.head == noun:
            return
        noun = noun.head
    mark = noun.head
    if mark.i < noun.i and verb.doc[verb.i - 1].dep_ != "cc" and verb.doc[mark.i + 1].lower_ != "of":
        verb.head, verb.dep_ = mark.head, "advcl"
        mark.head, mark.dep_ = verb, "mark"
        noun.head, noun.dep_ = verb, "nsubj"


def _hang_joined(noun: Token) -> None:
    joining, start = noun.head, noun.left_edge.i
    if start < joining.i + 3 or any(kid.dep_ in _SUBJECTS or kid.dep_ == "aux" for kid in noun.lefts):
        return
    coordinator, before = noun.doc[start - 1], noun.doc[start - 2]
    if coordinator.dep_ == "cc" and coordinator.head == joining and before.pos_ in _NOMINAL:
        noun.head = coordinator.head = before


def _hang_second_preposition(preposition: Token, noun: Token) -> None:
    nouns = _COMPLEX.get(preposition.lower_)
    if nouns and noun.lower_ in nouns and noun.i == noun.head.i + 1:
        preposition.head = noun
