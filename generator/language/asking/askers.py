"""Who acts with a verb of asking or answering, by the tree and, where that fails, by the order of words."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon, tree, who


def recipient(verb: Token) -> Token | None:
    """Whom one writes or speaks to who then asks: "wrote to the embassy asking"."""
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ == "pobj" and verb.head.head.lower_ == "to":
        return verb.head if verb.head.head.head.pos_ == "VERB" else None
    if verb.dep_ in {"advcl", "xcomp"} and verb.head.lemma_.lower() in lexicon.words("demands", "parties.writing"):
        return next(iter(tree.prepositional_objects(verb.head, "to")), None)
    return None


def doers(verb: Token) -> tuple[Token, ...]:
    """Who asks with a verb; "wrote to them asking" is the writer's asking, not theirs."""
    if verb.dep_ == "pcomp":
        return _doers_of_gerund(verb)
    if verb.dep_ == "acl" and verb.head.ent_type_ in {"DATE", "TIME"} and (document := _document_before(verb)):
        return (document,)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return (just_before(verb) or verb.head,)
    caused = _caused(verb)
    if caused:
        return (caused,)
    found = _first_to(verb) or _agreeing(verb) or tree.doers(verb) or _subjects_of_auxiliary(verb)
    if found and verb.dep_ == "acl" and found[0].i == verb.head.i and recipient(verb):
        return tree.doers(verb.head.head.head)
    # "Mali, two of whose citizens are held, asked": the second subject is that of a clause inside.
    own = tuple(token for token in found if not any(part.tag_ == "WP$" for part in token.subtree))
    return tuple(antecedent(_wanting(token) or token) for token in own or found)


def _document_before(verb: Token) -> Token | None:
    """The document that asks, behind whose day the asking stands: "issued a statement in May | calling on"."""
    before = (verb.doc[i] for i in range(verb.head.i - 1, verb.sent.start, -1))
    return next((one for one in before if one.lemma_.lower() in lexicon.words("demands", "issued.documents")), None)


def _wanting(token: Token) -> Token | None:
    """Who speaks of all that he wants: "all | we | want is to", "what | we | ask is that"."""
    clauses = (child for child in token.rights if child.dep_ == "relcl") if token.lower_ in {"all", "what"} else ()
    return next((one for clause in clauses for one in tree.grammatical_subjects(clause)), None)


def _first_to(verb: Token) -> tuple[Token, ...]:
    """Who is or becomes the first to ask: "Palau was the first country to call for"."""
    noun = verb.head
    if verb.dep_ not in {"acl", "relcl"} or noun.dep_ != "attr" or not any(part.tag_ == "TO" for part in verb.lefts):
        return ()
    return tree.grammatical_subjects(noun.head)


def _agreeing(verb: Token) -> tuple[Token, ...]:
    """The subject that "has" agrees with, past a plural nearer by: "Oslo said residents remain there and has asked"."""
    if verb.dep_ != "conj" or tree.passive(verb) or not any(child.lower_ in {"has", "is"} for child in verb.lefts):
        return ()
    for _ in range(tree.LONGEST_CHAIN):
        found = tree.grammatical_subjects(verb)
        if (
            found
            and found[0].tag_ not in {"NNS", "NNPS"}
            and not any(child.dep_ == "conj" for child in found[0].rights)
        ):
            return found
        if verb.head.i == verb.i or verb.head.pos_ not in {"VERB", "AUX"}:
            return ()
        verb = verb.head
    return ()


def _caused(verb: Token) -> Token | None:
    """Whom something leads to ask: "caused many to call for"."""
    governor = verb.head
    if verb.dep_ not in {"advcl", "xcomp", "ccomp"} or governor.lemma_.lower() not in lexicon.words(
        "demands", "parties.causing"
    ):
        return None
    return next(
        (child for child in governor.rights if child.dep_ in {"dobj", "obj", "oprd"} and child.i < verb.i), None
    )


def _subjects_of_auxiliary(verb: Token) -> tuple[Token, ...]:
    """The subject where the parser hung it on the auxiliary."""
    return tuple(subject for child in verb.lefts if child.dep_ == "aux" for subject in tree.grammatical_subjects(child))


def _doers_of_gerund(verb: Token) -> tuple[Token, ...]:
    """Whose policy "of insisting" it is; who acts "by demanding"; who is accused "of refusing"."""
    governor = verb.head.head
    for child in governor.lefts:
        if child.dep_ == "poss":
            return (_owner_meant(child),)
    if governor.pos_ not in {"VERB", "AUX"}:
        return (governor,) if governor.dep_ in {"dobj", "obj"} else ()
    if verb.head.lower_ in {"of", "from", "for"}:
        accused = tuple(child for child in governor.rights if child.dep_ in {"dobj", "obj"} and child.i < verb.i)
        if accused:
            return accused
    return tree.doers(governor)


def _owner_meant(owner: Token) -> Token:
    """The owner itself, or the name last before "its" where nobody has told yet whose it is."""
    if owner.tag_ != "PRP$" or who.of_token(owner):
        return owner
    before = (owner.doc[i] for i in range(owner.i - 1, owner.sent.start - 1, -1))
    return next((token for token in before if token.pos_ == "PROPN" and who.of_token(token)), owner)


def just_before(verb: Token) -> Token | None:
    """The noun right before a verb, over adverbs, auxiliaries and dates: "X today called on"."""
    i = verb.i - 1
    while i > verb.sent.start and (verb.doc[i].pos_ in {"ADV", "AUX"} or verb.doc[i].ent_type_ in {"DATE", "TIME"}):
        i -= 1
    return verb.doc[i] if verb.doc[i].pos_ in {"NOUN", "PROPN"} and i < verb.i else None


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, the subject of a clause that is a subject, or the token itself."""
    if token.lower_ in {"who", "that", "which"} and token.head.dep_ == "relcl":
        nearest = _noun_before(token)
        return nearest if nearest and not who.of_token(token.head.head) else token.head.head
    if token.lower_ == "who" and not who.of_token(token):
        return _noun_before(token) or token
    if token.dep_ in {"csubj", "csubjpass"}:
        return next(iter(tree.grammatical_subjects(token)), token)
    return token


def _noun_before(pronoun: Token) -> Token | None:
    """The actor right before a relative pronoun, over a comma."""
    i = pronoun.i - 1
    while i > pronoun.sent.start and pronoun.doc[i].is_punct:
        i -= 1
    return pronoun.doc[i] if i >= pronoun.sent.start and who.of_token(pronoun.doc[i]) else None
