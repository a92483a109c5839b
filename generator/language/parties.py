"""Whose asking it is, and of whom: from heads of noun phrases to actors."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language import lexicon, tree, who
from generator.language.asking import Asking

PERSONAL = frozenset({"i", "we", "me", "us", "my", "our"})


def demanders(asking: Asking) -> tuple[Token, ...]:
    """The heads of the phrases that ask; documents are traced to whoever issued them."""
    if asking.demanders or asking.form != "verb":
        return _issuers(asking.demanders)
    verb = asking.trigger
    if tree.passive(verb):
        return _issuers(tree.agents(verb))
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return _issuers(tree.agents(verb))
    return _issuers(doers(verb))


def doers(verb: Token) -> tuple[Token, ...]:
    """Who asks with a verb; "wrote to them asking" is the writer's asking, not theirs."""
    found = tree.doers(verb)
    if found and verb.dep_ in {"acl"} and found[0].i == verb.head.i and verb.tag_ == "VBG":
        noun = verb.head
        if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.pos_ == "VERB":
            return tree.doers(noun.head.head)
    return tuple(antecedent(token) for token in found)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, the subject of a clause that is a subject, or the token itself."""
    if token.lower_ in {"who", "that", "which"} and token.head.dep_ == "relcl":
        return token.head.head
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
    if document.dep_ in {"dobj", "pobj"}:
        verb = document.head if document.dep_ == "dobj" else document.head.head
        if verb.pos_ in {"VERB", "AUX"}:
            return tree.doers(verb)
    return ()


def actors(doc: Doc, tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """The actors that noun phrases stand for: by their heads, or for "some of X", "the X government" by what they rest on."""
    keys: dict[str, None] = {}
    for token in tokens:
        for member in tree.conjuncts(token):
            for key in _of_phrase(doc, member):
                keys[key] = None
    return tuple(keys)


def _of_phrase(doc: Doc, head: Token) -> tuple[str, ...]:
    head = antecedent(head)
    found = who.of_tokens(doc, (head.i,))
    if found:
        return found
    if head.lemma_.lower() in lexicon.words("demands", "parties.quantities") or head.pos_ in {"NUM", "DET"}:
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ in {"of", "in", "among"}:
                for grandchild in child.rights:
                    if grandchild.dep_ == "pobj":
                        return _of_phrase(doc, grandchild)
    if head.lemma_.lower() in lexicon.words("demands", "parties.organs"):
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
