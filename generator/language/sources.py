"""Whose words or thoughts: the source of a cue, as tokens and as actors."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language import tree, who

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_HEARD_AS = frozenset({"quote", "cite"})
_TRAILING = frozenset({",", ";", ":", "-", "–", "—", "―"})
_BESIDE = frozenset({"advcl", "xcomp", "conj", "pcomp", "prep", "dep"})
_LONGEST_CLIMB = 5


def of_verb(verb: Token) -> Token | None:
    """The head of the source of a verb: subject, agent, or the subject of the clause that the verb is added to."""
    current = verb
    for _ in range(_LONGEST_CLIMB):
        found = tree.agents(current) if tree.passive(current) else tree.grammatical_subjects(current)
        if found:
            return found[0]
        if current.i != verb.i and tree.passive(current) and (subjects := tree.grammatical_subjects(current)):
            return subjects[0]
        if current.dep_ in {"acl", "relcl"}:
            return current.head
        if current.dep_ not in _BESIDE or current.head.i == current.i or tree.passive(verb):
            return None
        current = current.head
        if current.pos_ in {"NOUN", "PROPN", "PRON"}:
            return None
    return None


def span(head: Token, limit: tuple[int, int], cue: int) -> tuple[int, int]:
    """The tokens of a source: the whole phrase of its head, within `limit` and without the cue."""
    if head.lower_ in _RELATIVE:
        return head.i, head.i + 1
    start, end = tree.reach(head)
    start, end = max(start, limit[0]), min(end, limit[1])
    if start <= cue < head.i:
        start = cue + 1
    elif head.i < cue < end:
        end = min(
            [cue, *(child.left_edge.i for child in head.rights if child.left_edge.i <= cue < child.right_edge.i + 1)]
        )
    return trimmed(head.doc, max(start, 0), max(end, head.i + 1))


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
        clause = tree.clause_root(head)
        if clause.dep_ in {"relcl", "acl"}:
            return who.of_token(clause.head)
    return who.of_token(head)
