"""Whose asking it is, and of whom: from heads of noun phrases to actors."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language import lexicon, tree, who
from generator.language.asking import asking_things, newcomers
from generator.language.asking.askers import antecedent, doers, just_before, recipient
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
    nearest = just_before(verb)
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
    written = recipient(verb) if asking.form == "verb" else None
    return (written,) if written else _agents_of_nouns(verb.doc, asking.start, asking.end)


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
