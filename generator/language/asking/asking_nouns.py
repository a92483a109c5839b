"""Nouns of asking: a call for, the demand that, an ultimatum to, a deadline for somebody to do."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.asking.askings import (
    Asking,
    infinitive_at,
    infinitive_of,
    is_infinitive,
    is_mandative,
    prepositional,
    start_of_infinitive,
)
from generator.language.asking.extent import CLOSING, complement_end

FOR = frozenset({"for"})
BY = frozenset({"by", "from"})
ON = frozenset({"on", "upon"})
OWNER_REACH = 4
"""Tokens before a noun in which its possessor ends: "X's latest formal demand"."""

NEARBY = 6
"""Tokens after a noun in which a preposition still belongs to it where the parser says otherwise."""


def read(noun: Token) -> Asking | None:
    """The asking of a noun, or None where its phrase does not say what is asked."""
    lemma = noun.lemma_.lower()
    if lemma == "line" and any(child.lower_ == "red" for child in noun.lefts):
        return _red_line(noun)
    if lemma not in lexicon.words("demands", "nouns.asking"):
        return None
    if noun.dep_ in {"compound", "amod", "nmod"} or noun.tag_ not in {"NN", "NNS"}:
        return None
    found = _to_somebody(noun, lemma) or _by_somebody(noun) or _for(noun) or _clause(noun) or _own(noun, lemma)
    if found is None:
        return None
    addressees, start, last = found
    return Asking(
        trigger=noun,
        form="noun",
        demanders=demanders(noun),
        addressees=addressees,
        start=start,
        end=complement_end(noun.doc, start, last, noun),
    )


def _red_line(noun: Token) -> Asking | None:
    """What is a red line is not to be done."""
    subject = next(iter(tree.grammatical_subjects(noun.head)), None) if noun.dep_ == "attr" else None
    if subject is None:
        return None
    owners = tuple(child for child in subject.lefts if child.dep_ == "poss")
    return Asking(
        trigger=noun,
        form="noun",
        demanders=demanders(noun),
        addressees=owners,
        start=subject.left_edge.i,
        end=complement_end(noun.doc, subject.left_edge.i, noun.right_edge.i, noun),
    )


_Found = tuple[tuple[Token, ...], int, int]


def _to_somebody(noun: Token, lemma: str) -> _Found | None:
    """A call on somebody to do; an ultimatum to somebody."""
    governor = noun.head
    towards: frozenset[str] = lexicon.table("demands")["nouns"]["towards"].get(lemma, frozenset())
    pairs = list(prepositional(noun, towards))
    if noun.dep_ in {"dobj", "nsubjpass"}:
        pairs += [pair for pair in prepositional(governor, towards) if pair[0].i > noun.i]
    if not pairs and noun.i + 1 < noun.sent.end and noun.nbor().lower_ in towards:
        pairs = [(noun.nbor(), child) for child in noun.nbor().rights if child.dep_ == "pobj"]
    for _, somebody in pairs:
        after = infinitive_at(noun.doc, somebody.right_edge.i + 1) or infinitive_of(somebody) or infinitive_of(noun)
        if after and after.i > noun.i:
            return (somebody,), start_of_infinitive(after), after.right_edge.i
        for _, thing in prepositional(noun, FOR):
            return (somebody,), thing.left_edge.i, thing.right_edge.i
    return None


def _by_somebody(noun: Token) -> _Found | None:
    """What follows whoever asks: "pleas by Peru and Chile | to wait for the vote"."""
    for _, somebody in prepositional(noun, BY):
        after = infinitive_at(noun.doc, somebody.right_edge.i + 1)
        if after and after.i > noun.i:
            return (), start_of_infinitive(after), after.right_edge.i
    return None


def _for(noun: Token) -> _Found | None:
    """A call for something, or for somebody to do; insistence on something."""
    prepositions = ON if noun.lemma_ == "insistence" else FOR
    for thing in _prepositional_nearby(noun, prepositions):
        if thing.lemma_.lower() in lexicon.words("demands", "things.press"):
            return None
        last = thing.right_edge.i
        infinitive = infinitive_at(noun.doc, last + 1) or infinitive_of(thing)
        if infinitive:
            named = () if tree.passive(infinitive) else (thing,)
            return named, thing.left_edge.i, max(last, infinitive.right_edge.i)
        if noun.lemma_ in {"deadline", "condition", "precondition", "pressure"}:
            return None
        return (), thing.left_edge.i, last
    return None


def _prepositional_nearby(noun: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """Objects of a preposition under a noun, under its relative clause, or a few words on: "a request today for"."""
    for _, thing in prepositional(noun, prepositions):
        yield thing
    for child in noun.rights:
        if child.dep_ in {"relcl", "acl"}:
            for _, thing in prepositional(child, prepositions):
                yield thing
    for token in noun.doc[noun.i + 1 : min(noun.i + NEARBY, noun.sent.end)]:
        if token.pos_ in {"VERB", "AUX", "PUNCT", "ADP"} and token.lower_ not in prepositions:
            return
        if token.lower_ in prepositions:
            yield from (child for child in token.rights if child.dep_ in {"pobj", "pcomp"})


def _clause(noun: Token) -> _Found | None:
    """The demand that somebody do; a condition which says `that`."""
    for child in noun.rights:
        if child.dep_ in {"ccomp", "acl", "relcl", "appos"} and not is_infinitive(child):
            mark = next((left for left in child.lefts if left.lower_ == "that" and left.dep_ == "mark"), None)
            if mark:
                named = tree.agents(child) if tree.passive(child) else tree.grammatical_subjects(child)
                return named, mark.i, child.right_edge.i
    if unread := _unread_clause(noun):
        return unread
    late = noun.i + 1
    while late < noun.sent.end and noun.doc[late].is_punct:
        late += 1
    if late < noun.sent.end and noun.doc[late].lower_ == "that" and noun.doc[late].dep_ == "mark":
        clause = noun.doc[late].head
        if is_mandative(clause) and clause.i > late:
            return tree.grammatical_subjects(clause), late, clause.right_edge.i
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        for child in noun.head.rights:
            mark = next((left for left in child.lefts if left.lower_ == "that" and left.dep_ == "mark"), None)
            if mark and child.dep_ in {"ccomp", "advcl"}:
                return tree.grammatical_subjects(child), mark.i, child.right_edge.i
    return None


def _unread_clause(noun: Token) -> _Found | None:
    """A clause right behind the noun whose verb the tagger took for a noun: "the demand that Peru ease sanctions"."""
    doc, at = noun.doc, noun.i + 1
    if (
        at + 3 >= noun.sent.end
        or doc[at].lower_ != "that"
        or doc[at].tag_ not in {"IN", "WDT"}
        or not doc[at + 1].ent_type_
    ):
        return None
    end = next((i for i in range(at, noun.sent.end) if doc[i].text in CLOSING), noun.sent.end)
    if any(doc[i].tag_ in {"VBD", "VBZ", "VBP", "MD"} for i in range(at, end)):
        return None
    named = at + 1
    while named + 1 < end and doc[named + 1].ent_iob_ == "I":
        named += 1
    return (doc[named],), at, end - 1


def _own(noun: Token, lemma: str) -> _Found | None:
    """A request to do something; a request of or to somebody to do it."""
    if lemma in {"pressure", "condition", "precondition", "deadline", "call", "insistence"}:
        own = noun.lemma_ == "call" and infinitive_of(noun)
        if not own:
            return None
    infinitive = infinitive_of(noun) or infinitive_at(noun.doc, noun.right_edge.i + 1)
    if infinitive is None or infinitive.lower_ in lexicon.words("demands", "things.press"):
        return None
    return (), start_of_infinitive(infinitive), infinitive.right_edge.i


def demanders(noun: Token) -> tuple[Token, ...]:
    """Whose demand it is: "X's demand", "the demand by X", "a deadline he set", "X issued a call"."""
    for child in noun.lefts:
        if child.dep_ == "poss":
            return (_light(noun) if child.tag_ == "PRP$" else ()) or (child,)
    owner = _owner_by_place(noun)
    if owner:
        return (owner.head, owner) if owner.dep_ == "conj" else (owner,)
    for _, somebody in prepositional(noun, lexicon.words("demands", "nouns.parties")):
        return (somebody,)
    for child in noun.rights:
        if child.dep_ in {"acl", "relcl"}:
            if child.tag_ == "VBN" and tree.agents(child):
                return tree.agents(child)
            subjects = tree.grammatical_subjects(child)
            complement = is_mandative(child) or any(left.dep_ == "mark" for left in child.lefts)
            gap = child.dep_ == "relcl" and not is_infinitive(child) and not complement
            if gap and subjects and subjects[0].tag_ not in {"WDT", "WP"}:
                return subjects[:1]
    for child in noun.lefts:
        if child.dep_ in {"amod", "compound", "nmod"} and (
            child.ent_type_ or child.pos_ == "PROPN" or child.text[:1].isupper()
        ):
            return (child,)
        if child.dep_ == "compound" and noun.dep_ in {"dobj", "pobj"} and _side(child):
            return (child,)
    return _light(noun)


def _side(word: Token) -> bool:
    """True for those who ask together, though nobody names them: "despite | opposition | calls for"."""
    return word.lower_ in lexicon.words("demands", "parties.sides")


def _owner_by_place(noun: Token) -> Token | None:
    """The possessor that stands before a noun, wherever the parser hung it: "X and Y's insistence"."""
    for i in range(noun.i - 1, max(noun.i - OWNER_REACH, noun.sent.start), -1):
        if noun.doc[i].tag_ == "POS":
            return noun.doc[i - 1]
        if noun.doc[i].pos_ not in {"ADJ", "NOUN", "ADV"}:
            return None
    return None


def _light(noun: Token) -> tuple[Token, ...]:
    """The subject of the verb that makes the noun an act: "issued a call", "a call was issued by"."""
    verb = noun.head
    if noun.dep_ == "conj" and verb.pos_ in {"NOUN", "PROPN"}:
        noun, verb = verb, verb.head
    if verb.lemma_.lower() not in lexicon.words("demands", "nouns.light"):
        return ()
    if noun.dep_ in {"dobj", "obj"}:
        beside = verb.nbor(-1) if verb.i else verb
        unread = verb.tag_ in {"VBD", "VBZ"} and beside.pos_ == "PROPN" and not tree.grammatical_subjects(verb)
        return (beside,) if unread else tree.doers(verb)
    if noun.dep_ == "nsubjpass":
        return tree.agents(verb)
    return ()
