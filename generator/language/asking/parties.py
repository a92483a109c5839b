"""Whose asking it is, and of whom: from heads of noun phrases to actors."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language import lexicon, tree, who
from generator.language.asking import asking_things, newcomers
from generator.language.asking.askings import Asking

PERSONAL = frozenset({"i", "we", "me", "us", "my", "our"})


def demanders(asking: Asking) -> tuple[Token, ...]:
    """The heads of the phrases that ask; documents are traced to whoever issued them."""
    if asking.demanders or asking.form != "verb":
        return _issuers(asking.demanders)
    verb = asking.trigger
    if tree.passive(verb) or asking_things.reduced(verb):
        return _issuers(tree.agents(verb))
    found = _issuers(doers(verb))
    nearest = _just_before(verb)
    if any(who.of_token(token) or token.pos_ == "PRON" for token in found):
        return found
    if nearest and who.of_token(nearest):
        return (nearest,)
    return _resuming(verb) or found


def _resuming(verb: Token) -> tuple[Token, ...]:
    """Who speaks and goes on to ask, where a tree puts the asking into what was said: "said talks failed and asked"."""
    auxiliary = any(child.dep_ in {"aux", "auxpass"} for child in verb.lefts)
    if verb.dep_ != "conj" or not (verb.tag_ in {"VBD", "VBZ"} or (verb.tag_ == "VBN" and not auxiliary)):
        return ()
    tense = {"VBZ"} if verb.tag_ == "VBZ" else {"VBD"}
    for above in verb.ancestors:
        if above.tag_ in tense and above.i < verb.i:
            subjects = tree.grammatical_subjects(above)
            if any(who.of_token(subject) for subject in subjects):
                return subjects
    return ()


def addressees(asking: Asking) -> tuple[Token, ...]:
    """The heads of the phrases that are asked: named as such, written to, or whose own act is demanded."""
    if asking.addressees:
        return asking.addressees
    verb = asking.trigger
    written = _recipient(verb) if asking.form == "verb" else None
    return (written,) if written else _agents_of_nouns(verb.doc, asking.start, asking.end)


def _recipient(verb: Token) -> Token | None:
    """Whom one writes or speaks to who then asks: "wrote to the embassy asking"."""
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ == "pobj" and verb.head.head.lower_ == "to":
        return verb.head if verb.head.head.head.pos_ == "VERB" else None
    if verb.dep_ in {"advcl", "xcomp"} and verb.head.lemma_.lower() in lexicon.words("demands", "parties.writing"):
        return next(iter(tree.prepositional_objects(verb.head, "to")), None)
    return None


def _agents_of_nouns(doc: Doc, start: int, end: int) -> tuple[Token, ...]:
    """Who would act, where a noun of action is demanded: "withdrawal of X", "X's exit", "an end to X's raids"."""
    done_by = lexicon.words("demands", "things.done_by")
    ended = lexicon.words("demands", "things.ended")
    for token in doc[start:end]:
        if start <= token.head.i < end and token.dep_ != "conj" and token.head.i != token.i:
            continue
        lemma = token.lemma_.lower()
        if lemma in done_by:
            return _owners(token) or tree.prepositional_objects(token, "of", "by")
        if lemma in ended:
            for act in tree.prepositional_objects(token, "to", "of", "in"):
                return _owners(act) or tree.prepositional_objects(act, "by")
    return ()


def _owners(noun: Token) -> tuple[Token, ...]:
    """The actors before a noun of action: its possessor, or a name or adjective that qualifies it."""
    for child in noun.lefts:
        if child.dep_ in {"poss", "amod", "compound", "nmod"} and who.of_token(child):
            return (child,)
    return ()


def doers(verb: Token) -> tuple[Token, ...]:
    """Who asks with a verb; "wrote to them asking" is the writer's asking, not theirs."""
    if verb.dep_ == "pcomp":
        return _doers_of_gerund(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return (_just_before(verb) or verb.head,)
    caused = _caused(verb)
    if caused:
        return (caused,)
    found = _first_to(verb) or _agreeing(verb) or tree.doers(verb) or _subjects_of_auxiliary(verb)
    if found and verb.dep_ == "acl" and found[0].i == verb.head.i and _recipient(verb):
        return tree.doers(verb.head.head.head)
    # "Mali, two of whose citizens are held, asked": the second subject is that of a clause inside.
    own = tuple(token for token in found if not any(part.tag_ == "WP$" for part in token.subtree))
    return tuple(antecedent(_wanting(token) or token) for token in own or found)


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


def _just_before(verb: Token) -> Token | None:
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


def _issuers(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    found: list[Token] = []
    for token in tokens:
        found.extend(
            issuers(token) if token.lemma_.lower() in lexicon.words("demands", "issued.documents") else (token,)
        )
    return tuple(found)


def issuers(document: Token) -> tuple[Token, ...]:
    """Who stands behind a statement, a resolution, a protest: its possessor, its author, or whoever backs it."""
    if who.of_token(document):
        return (document,)
    for child in document.lefts:
        if child.dep_ == "poss":
            return (child,)
    for child in document.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            for grandchild in child.rights:
                if grandchild.dep_ == "pobj":
                    return (grandchild,)
        if child.dep_ == "acl" and child.tag_ == "VBN" and tree.agents(child):
            return tree.agents(child)
    for child in document.lefts:
        if child.dep_ in {"amod", "compound", "nmod"} and who.of_token(child):
            return (child,)
    verb = document.head
    if document.dep_ == "pobj" and verb.lower_ in {"in", "with", "via", "through"}:
        verb = verb.head
    elif document.dep_ not in {"dobj", "obj"}:
        return ()
    return tree.doers(verb) if verb.pos_ in {"VERB", "AUX"} else ()


def actors(doc: Doc, tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """The actors that noun phrases stand for, by their heads; "some of X", "the X government" by what they rest on."""
    return tuple(
        dict.fromkeys(key for token in tokens for member in _members(token) for key in _of_phrase(doc, member))
    )


def _members(token: Token) -> tuple[Token, ...]:
    """A noun and those coordinated with it, by the tree and by the order of names."""
    found = {member.i for member in tree.conjuncts(token)} | who.listed(token)
    return tuple(token.doc[i] for i in sorted(found))


def parties(doc: Doc, tokens: tuple[Token, ...], *, asked: bool) -> tuple[str, ...]:
    """The actors that noun phrases stand for, made actors where they were none."""
    keys: dict[str, None] = {}
    for token in tokens:
        for member in _members(token):
            head = antecedent(member)
            head = head if who.of_tokens(doc, (head.i,)) else counted(head)
            for key in _of_phrase(doc, head) or newcomers.party(doc, head, asked=asked):
                keys[key] = None
    return tuple(keys)


def _noun_before(pronoun: Token) -> Token | None:
    """The actor right before a relative pronoun, over a comma."""
    i = pronoun.i - 1
    while i > pronoun.sent.start and pronoun.doc[i].is_punct:
        i -= 1
    return pronoun.doc[i] if i >= pronoun.sent.start and who.of_token(pronoun.doc[i]) else None


def counted(head: Token) -> Token:
    """The noun that a word of quantity counts: "hundreds of protesters", "many in the business sector"."""
    for _ in range(3):
        if head.lemma_.lower() not in lexicon.words("demands", "parties.quantities") and head.pos_ not in {
            "NUM",
            "DET",
        }:
            break
        below = tree.prepositional_objects(head, "of", "in", "among")
        if not below:
            break
        head = below[0]
    return head


def _named_beside(doc: Doc, head: Token) -> tuple[str, ...]:
    """The actor named right behind a noun that names nobody: "a rebel group, the PLF," or "the group, known as"."""
    for child in head.rights:
        if child.dep_ == "appos" and (found := who.of_tokens(doc, (child.i,))):
            return found
        if child.dep_ == "acl" and child.lemma_.lower() in lexicon.words("demands", "parties.naming"):
            named = (*tree.prepositional_objects(child, "as"), *(one for one in child.rights if one.dep_ == "oprd"))
            return who.of_tokens(doc, tuple(one.i for one in named))
    return ()


def _of_phrase(doc: Doc, head: Token) -> tuple[str, ...]:
    head = antecedent(head)
    found = who.of_tokens(doc, (head.i,))
    if found:
        return found
    inner = counted(head)
    if inner.i != head.i:
        return _of_phrase(doc, inner)
    if found := _named_beside(doc, head):
        return found
    if head.lemma_.lower() in lexicon.words("demands", "parties.organs") | lexicon.words("demands", "parties.places"):
        for child in head.lefts:
            if child.dep_ in {"amod", "compound", "nmod", "poss"}:
                found = who.of_tokens(doc, (child.i,))
                if found:
                    return found
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ in {"of", "in"}:
                for grandchild in child.rights:
                    found = who.of_tokens(doc, (grandchild.i,))
                    if found:
                        return found
    return ()
