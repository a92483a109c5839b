"""Walks over ClearNLP dependency trees that several components share.

Labels are those of `en_core_web_*`: the ClearNLP guidelines (Choi & Palmer 2012).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

OBJECTS = frozenset({"dobj", "obj", "dative", "oprd"})
LONGEST_CHAIN = 6
"""How many governors up a shared subject is looked for."""

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "csubjpass", "pcomp", "parataxis"})


def reach(token: Token) -> tuple[int, int]:
    """The tokens from the left edge to the right edge of a subtree, as `[start, end)`."""
    return token.left_edge.i, token.right_edge.i + 1


def noun_phrase(token: Token) -> tuple[int, int]:
    """The phrase of a noun without what is only added to it: relative clauses, appositions, conjuncts, punctuation."""
    start, end = token.left_edge.i, token.i + 1
    for child in token.rights:
        if child.dep_ in {"relcl", "appos", "conj", "cc", "punct", "acl", "parataxis"} or child.lower_ == "such":
            break
        end = child.right_edge.i + 1
    return start, end


def negated(verb: Token) -> bool:
    """True where the clause of a verb or adjective says no: `not`, `never`, `no longer`."""
    return any(child.dep_ == "neg" or child.lower_ in {"never", "hardly"} for child in verb.children)


def clause_root(token: Token) -> Token:
    """The verb (or other root) of the smallest clause that a token stands in."""
    while token.dep_ not in CLAUSES and token.dep_ != "ROOT" and token.head.i != token.i:
        token = token.head
    return token


def ancestors_of_clause(verb: Token) -> Iterator[Token]:
    """The clause of a verb, then each clause around it, outwards."""
    current = clause_root(verb)
    yield current
    while current.dep_ != "ROOT" and current.head.i != current.i:
        current = clause_root(current.head)
        yield current


def grammatical_subjects(verb: Token) -> tuple[Token, ...]:
    """The heads of a verb's own subject phrases (conjuncts not yet parted)."""
    return tuple(child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass", "csubj"}) or tuple(
        child for child in verb.rights if child.dep_ in {"nsubj", "nsubjpass"}
    )


def passive(verb: Token) -> bool:
    """True where a verb is passive."""
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)


def agents(verb: Token) -> tuple[Token, ...]:
    """The heads of `by` phrases of a passive verb."""
    return tuple(
        grandchild
        for child in verb.children
        if child.dep_ == "agent"
        for grandchild in child.children
        if grandchild.dep_ == "pobj"
    )


def subject_by_place(verb: Token) -> Token | None:
    """The noun right before a finite verb behind a subordinator, where the parser gave the clause no subject.

    Such a clause has a subject of its own and never shares its governor's: "he waited as the union pressed on".
    """
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or passive(verb) or grammatical_subjects(verb):
        return None
    opener = next((child for child in verb.lefts if child.dep_ == "mark"), None)
    if opener is None:
        return _read_as_object(verb)
    between = verb.doc[opener.i + 1 : verb.i]
    return next((token for token in reversed(list(between)) if token.pos_ in {"NOUN", "PROPN", "PRON"}), None)


def _read_as_object(verb: Token) -> Token | None:
    """The noun that a parser gave to "after" for an object, right before the verb: "after Peru and Chile | froze"."""
    noun = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if verb.dep_ not in {"conj", "advcl", "parataxis"} or noun.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    for _ in range(LONGEST_CHAIN):
        if noun.dep_ == "pobj":
            return noun if noun.head.lower_ in {"after", "before", "since", "until", "as"} else None
        if noun.dep_ not in {"conj", "compound", "appos"}:
            return None
        noun = noun.head
    return None


def doers(verb: Token) -> tuple[Token, ...]:
    """Who does what a verb says: its subject, the agent of a passive, or the subject shared with its governor.

    What a passive governor shares is its subject, not its agent: "he was struck by it and urged them".
    """
    if passive(verb) and (own := agents(verb)):
        return own
    shared = passive(verb)
    for _ in range(LONGEST_CHAIN):
        found = () if shared else grammatical_subjects(verb)
        shared = False
        if found:
            return found
        if (near := subject_by_place(verb)) is not None:
            return (near,)
        if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp"} and verb.head.i != verb.i:
            verb = _sharing(verb)
        elif verb.dep_ in {"acl", "relcl"}:
            return (verb.head,)
        else:
            return ()
    return ()


def _sharing(verb: Token) -> Token:
    """The verb whose subject a verb shares: its governor, or the one above where these two do not fit in tense.

    A finite verb is not coordinated with a bare one under a modal: "said they must pay | and demanded that".
    """
    governor = verb.head
    modal = governor.tag_ == "VB" and any(child.tag_ == "MD" for child in governor.lefts)
    finite = verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ"} and not any(child.tag_ == "MD" for child in verb.lefts)
    return governor.head if modal and finite and governor.dep_ == "ccomp" else governor


def conjuncts(token: Token) -> tuple[Token, ...]:
    """A noun and those coordinated with it, in text order."""
    found = [token]
    for current in found:
        found.extend(child for child in current.children if child.dep_ == "conj")
    return tuple(sorted(found, key=lambda member: member.i))


def listed(token: Token) -> tuple[Token, ...]:
    """A noun and those coordinated with it, also where a parse takes the second of a list for an apposition."""
    found = list(conjuncts(token))
    for child in token.rights:
        if child.dep_ == "appos" and any(part.dep_ == "cc" for part in child.rights):
            described = any(part.lower_ in {"a", "an"} for part in child.lefts)
            found.extend(conjuncts(child)[1:] if described else conjuncts(child))
    return tuple(found)


def prepositional_objects(token: Token, *prepositions: str) -> tuple[Token, ...]:
    """The objects of the named prepositions under a token."""
    return tuple(
        grandchild
        for child in token.children
        if child.dep_ in {"prep", "dative", "agent"} and child.lower_ in prepositions
        for grandchild in child.children
        if grandchild.dep_ in {"pobj", "pcomp"}
    )


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun takes up; of "X were the only ones who", X. Any other word stands for itself."""
    if token.tag_ not in {"WP", "WDT"}:
        return token
    clause = clause_root(token)
    if clause.dep_ not in {"relcl", "acl"}:
        return token
    noun = clause.head
    subjects = grammatical_subjects(noun.head) if noun.dep_ == "attr" else ()
    return subjects[0] if subjects else noun
