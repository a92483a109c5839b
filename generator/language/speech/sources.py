"""Whose words or thoughts: the source of a cue, in tokens."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language import tree

RELATIVE = frozenset({"who", "which", "that", "whom"})
_TRAILING = frozenset({",", ";", ":", "-", "–", "—", "―"})
_BESIDE = frozenset({"advcl", "xcomp", "conj", "pcomp", "prep", "dep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_WITHIN_PHRASE = frozenset({"compound", "appos", "pobj", "prep", "nmod", "poss"})
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM", "ADP"})
_OBJECTS = frozenset({"dobj", "dative", "pobj", "nsubj"})
_DATES = frozenset({"DATE", "TIME"})
_PASSING_ON = frozenset({"quoted", "quotes", "quoting", "quote", "cited", "cites", "citing", "cite"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_FARTHEST_RELAY = 25
_FARTHEST_ANTECEDENT = 12
_LONGEST_CLIMB = 5


def of_verb(verb: Token, low: int) -> Token | None:
    """The head of the source of a verb: subject, agent, or the subject of the clause that the verb is added to.

    Where the tree has none, the noun before a finite verb stands in, not before the token `low`.
    """
    if (passed_on := relayed(verb, low)) is not None:
        return passed_on[0]
    if verb.tag_ == "VBG" and (verb.i == low or verb.doc[verb.i - 1].text in _TRAILING):
        return _main_subject(verb)
    if (near := tree.subject_by_place(verb)) is not None and near.i >= low:
        return near
    current = verb
    for _ in range(_LONGEST_CLIMB):
        found = agents(current) if tree.passive(current) else tree.grammatical_subjects(current)
        if current.i != verb.i and not found:
            found = tree.grammatical_subjects(current)
        nominal = [head for head in found if _is_nominal(head)]
        if nominal:
            ahead = [head for head in nominal if head.i < verb.i]
            return _undated(ahead[-1] if ahead else nominal[0])
        if found or (current.i == verb.i and tree.passive(verb)):
            break
        if current.dep_ in {"acl", "relcl"} and _is_nominal(current.head):
            return current.head
        if current.dep_ not in _BESIDE or current.head.i == current.i or current.head.i < low:
            break
        current = current.head
        if current.pos_ in _NOMINAL:
            break
    if verb.tag_ in _FINITE and not tree.passive(verb):
        return before(verb, low)
    return None if tree.passive(verb) else _main_subject(verb)


def agents(verb: Token) -> tuple[Token, ...]:
    """The agents of a passive verb; also one that a parser hung on the noun before it: "blamed for the delay by X"."""
    by = late_by(verb)
    return tree.agents(verb) or (() if by is None else tuple(child for child in by.rights if child.dep_ == "pobj"))


def late_by(verb: Token) -> Token | None:
    """The `by` of an agent that hangs on a noun behind a passive verb which has no other."""
    if tree.agents(verb):
        return None
    for link in verb.rights:
        for noun in link.rights if link.dep_ == "prep" else ():
            for child in noun.rights:
                if child.dep_ == "prep" and child.lower_ == "by":
                    return child
    return None


def _undated(head: Token) -> Token:
    """The noun before a day that a parser has made the head: `the army` of `the army Monday`."""
    if head.ent_type_ not in _DATES or head.i == 0:
        return head
    near = head.doc[head.i - 1]
    return near if near.pos_ in {"NOUN", "PROPN"} and near.ent_type_ not in _DATES and near.head.i == head.i else head


def relayed(verb: Token, low: int) -> tuple[Token, Token | None] | None:
    """The source of `saying` in `X was quoted by Y as saying` and `Y quoted X as saying`, and who passes it on."""
    doc = verb.doc
    if verb.tag_ != "VBG" or verb.i - 1 <= low or doc[verb.i - 1].lower_ != "as":
        return None
    for i in range(verb.i - 2, max(low - 1, verb.i - _FARTHEST_RELAY), -1):
        relay = doc[i]
        if relay.lower_ in _PASSING_ON:
            if relay.tag_ == "VBN" and (tree.passive(relay) or doc[i - 1].lower_ in _BE):
                source = next(iter(tree.grammatical_subjects(relay)), None) or before(relay, low)
                return None if source is None else (source, next(iter(tree.agents(relay)), None))
            source = next((child for child in relay.rights if child.dep_ in _OBJECTS and child.i < verb.i), None)
            source = source or before(doc[verb.i - 1], i)
            return None if source is None else (source, next(iter(tree.grammatical_subjects(relay)), None))
    return None


def _main_subject(verb: Token) -> Token | None:
    """The subject of the main clause, which a participle at a pause belongs to: `..., saying that ...`."""
    current = verb
    for _ in range(_LONGEST_CLIMB):
        if current.dep_ == "ROOT" or current.head.i == current.i:
            break
        current = current.head
    subjects = [head for head in tree.grammatical_subjects(current) if _is_nominal(head) and head.i != verb.i]
    return subjects[0] if subjects else None


def before(verb: Token, low: int) -> Token | None:
    """The head of the noun phrase that ends before a verb, not before the token `low`.

    Behind a comma it is the phrase that the comma's insertion belongs to: `the mayor, speaking in Rome, said`.
    """
    doc = verb.doc
    if (
        verb.i - 1 > low
        and doc[verb.i - 1].text == ","
        and (opener := _before_insertion(doc, low, verb.i - 1)) is not None
    ):
        return opener
    for i in range(verb.i - 1, low - 1, -1):
        token = doc[i]
        if token.pos_ in _NOMINAL and _is_nominal(token) and token.ent_type_ not in _DATES:
            head = token
            while low <= head.head.i < verb.i and head.head.i != head.i and head.dep_ in _WITHIN_PHRASE:
                head = head.head
            return head if head.pos_ in _NOMINAL else token
        if token.tag_ in _FINITE and token.dep_ not in {"aux", "auxpass"}:
            return None
    return None


def _before_insertion(doc: Doc, low: int, high: int) -> Token | None:
    """The head of the noun phrase that opens `[low, high)` and that a comma follows."""
    i = low
    while i < high and (doc[i].pos_ in {"ADV", "CCONJ", "SCONJ"} or doc[i].is_punct or doc[i].is_space):
        i += 1
    head = None
    while i < high and doc[i].pos_ in _PHRASE:
        if doc[i].pos_ in _NOMINAL and (head is None or doc[i - 1].pos_ != "ADP"):
            head = doc[i] if not any(doc[j].pos_ == "ADP" for j in range(low, i)) else head
        i += 1
    return head if i < high and doc[i].text == "," else None


def _is_nominal(token: Token) -> bool:
    return token.is_alpha or (token.pos_ in _NOMINAL and any(char.isalnum() for char in token.text))


def span(head: Token, limit: tuple[int, int], cue: int) -> tuple[int, int]:
    """The tokens of a source: the whole phrase of its head, within `limit` and without the cue.

    A relative pronoun brings the noun that it stands for. A label before a colon ("A: the mayor") is none of it.
    """
    if head.lower_ in RELATIVE:
        antecedent = antecedent_of(head)
        near = antecedent is not None and 0 < head.i - antecedent.i <= _FARTHEST_ANTECEDENT
        return (max(antecedent.left_edge.i, limit[0]) if antecedent is not None and near else head.i), head.i + 1
    start, end = tree.reach(head)
    start, end = min(max(start, limit[0]), head.i), min(end, limit[1])
    while start + 1 < head.i and head.doc[start + 1].text == ":":
        start += 2
    if start <= cue < head.i:
        start = cue + 1
    elif head.i < cue < end:
        end = cue
    return trimmed(head.doc, start, max(end, head.i + 1))


def antecedent_of(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for, by the tree."""
    clause = tree.clause_root(pronoun)
    return clause.head if clause.dep_ in {"relcl", "acl"} and clause.head.i < pronoun.i else None


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A range without white space, loose punctuation and a hanging conjunction at its edges."""
    while start < end - 1 and (doc[start].is_space or doc[start].text in _TRAILING):
        start += 1
    while start < end - 1 and (doc[end - 1].is_space or doc[end - 1].text in _TRAILING or doc[end - 1].tag_ == "CC"):
        end -= 1
    return start, end
