"""Whose words or thoughts: the source of a cue, as tokens and as actors."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language import tree, who

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_TRAILING = frozenset({",", ";", ":", "-", "–", "—", "―"})
_BESIDE = frozenset({"advcl", "xcomp", "conj", "pcomp", "prep", "dep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_WITHIN_PHRASE = frozenset({"compound", "appos", "pobj", "prep", "nmod", "poss"})
_FARTHEST_ANTECEDENT = 12
_LONGEST_CLIMB = 5


def of_verb(verb: Token, low: int) -> Token | None:
    """The head of the source of a verb: subject, agent, or the subject of the clause that the verb is added to.

    Where the tree has none, the noun before a finite verb stands in, not before the token `low`.
    """
    if verb.tag_ == "VBG" and (verb.i == low or verb.doc[verb.i - 1].text in _TRAILING):
        return _main_subject(verb)
    current = verb
    for _ in range(_LONGEST_CLIMB):
        found = tree.agents(current) if tree.passive(current) else tree.grammatical_subjects(current)
        if current.i != verb.i and not found:
            found = tree.grammatical_subjects(current)
        nominal = [head for head in found if _is_nominal(head)]
        if nominal:
            return nominal[0]
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
    """The head of the noun phrase that ends before a verb, not before the token `low`."""
    doc = verb.doc
    for i in range(verb.i - 1, low - 1, -1):
        token = doc[i]
        if token.pos_ in _NOMINAL and _is_nominal(token):
            head = token
            while low <= head.head.i < verb.i and head.head.i != head.i and head.dep_ in _WITHIN_PHRASE:
                head = head.head
            return head if head.pos_ in _NOMINAL else token
        if token.tag_ in _FINITE and token.dep_ not in {"aux", "auxpass"}:
            return None
    return None


def _is_nominal(token: Token) -> bool:
    return token.is_alpha or (token.pos_ in _NOMINAL and any(char.isalnum() for char in token.text))


def span(head: Token, limit: tuple[int, int], cue: int) -> tuple[int, int]:
    """The tokens of a source: the whole phrase of its head, within `limit` and without the cue.

    A relative pronoun brings the noun that it stands for.
    """
    if head.lower_ in _RELATIVE:
        antecedent = antecedent_of(head)
        near = antecedent is not None and 0 < head.i - antecedent.i <= _FARTHEST_ANTECEDENT
        return (max(antecedent.left_edge.i, limit[0]) if antecedent is not None and near else head.i), head.i + 1
    start, end = tree.reach(head)
    start, end = max(start, limit[0]), min(end, limit[1])
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
    """A range without white space and loose punctuation at its edges."""
    while start < end - 1 and (doc[start].is_space or doc[start].text in _TRAILING):
        start += 1
    while start < end - 1 and (doc[end - 1].is_space or doc[end - 1].text in _TRAILING):
        end -= 1
    return start, end


def actors(head: Token) -> tuple[str, ...]:
    """The keys of the actors that the head of a source stands for; a relative pronoun stands for its antecedent."""
    if head.lower_ in _RELATIVE:
        antecedent = antecedent_of(head)
        return () if antecedent is None else who.of_token(antecedent)
    return who.of_token(head)
