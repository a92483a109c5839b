"""Whether a noun acts, by its place in the clause (proto-agent: Dowty 1991)."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from generator.language import lexicon
from generator.language.cast.clusters import Cluster


def verb_of(token: Token) -> Token | None:
    """The verb whose subject, or agent in the passive, a noun is; None where it is neither."""
    while token.dep_ in {"conj", "appos"} and token.head.i != token.i:
        token = token.head
    if token.dep_ == "nsubj":
        return token.head
    if token.dep_ == "pobj" and (token.head.dep_ == "agent" or token.head.lower_ == "by"):
        return token.head.head
    if (
        token.dep_ == "pobj"
        and token.head.lower_ == "of"
        and token.head.head.lower_ in lexicon.words("who", "acting.parts")
    ):
        return verb_of(token.head.head)
    return _said(token) or _opens(token) or _related(token)


def _related(token: Token) -> Token | None:
    """The verb of a relative clause in which a noun does something: "guards who beat the driver"."""
    for clause in token.rights:
        if clause.dep_ == "relcl" and any(child.dep_ == "nsubj" and child.lower_ == "who" for child in clause.lefts):
            return clause
    return None


def _said(token: Token) -> Token | None:
    """The verb of speech that a noun after it speaks ("... added a diplomat"), or that says what the noun says."""
    verb = token.head
    if token.dep_ not in {"dobj", "attr", "oprd", "dep", "npadvmod"} or verb.i > token.i:
        return None
    inverting = verb.lemma_ in lexicon.words("who", "acting.inverting")
    return verb if inverting and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children) else None


def _opens(token: Token) -> Token | None:
    """The first finite verb of speech after a phrase that opens its sentence and is cut off by a comma."""
    doc = token.doc
    first = token.left_edge
    if first.i and not (first.is_sent_start or first.nbor(-1).text in {"”", '"'} or first.nbor(-1).is_space):
        return None
    if token.i + 1 >= len(doc) or doc[token.i + 1].text != ",":
        return None
    for other in doc[token.i + 2 : min(token.i + 30, token.sent.end)]:
        if (other.tag_ in {"VBD", "VBZ", "VBP"} and other.nbor(-1).text == ",") or (
            other.tag_ in {"VBD", "VBZ"} and other.dep_ == "ROOT"
        ):
            return other
    return None


def subject_by(token: Token, known: Mapping[int, Cluster]) -> Token | None:
    """The subject of a verb that a name's word is in, or that it owns: "Peru asked", "Peru's navy said"."""
    named = known.get(token.i)
    while named is not None and known.get(token.head.i) is named and token.head.i != token.i:
        token = token.head
    if token.dep_ in {"poss", "amod", "compound", "nmod"}:
        token = token.head
    return token if token.dep_ in {"nsubj", "nsubjpass"} and token.head.tag_.startswith("V") else None


def acts(token: Token) -> bool:
    """True where a noun is the subject of an active verb that says more than "be", or the agent of a passive one."""
    verb = verb_of(token)
    if verb is None or verb.lemma_ != "be":
        return verb is not None
    return verb.i + 1 < len(verb.doc) and verb.nbor().tag_ == "VBG"


def addressed(token: Token) -> bool:
    """True where a noun is the object of a verb of asking, telling or accusing."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in {"to", "on"} else token.head
    asked = token.dep_ in {"dobj", "dative", "pobj"} or (token.dep_ == "nsubj" and verb.dep_ in {"ccomp", "xcomp"})
    if token.dep_ == "nsubj" and asked:
        verb = verb.head
    return asked and verb.lemma_ in lexicon.words("who", "acting.addressing")


def speaks(token: Token) -> bool:
    """True where a noun is the subject of a verb of speech, is cited, or follows "according to"."""
    verb = verb_of(token)
    if verb is not None and verb.lemma_.lower() in lexicon.words("who", "acting.speech"):
        return True
    if token.dep_ == "dobj" and token.head.lemma_ in {"cite", "quote"}:
        return True
    if any(child.dep_ == "acl" and child.lemma_ in {"say", "tell", "warn"} for child in token.children):
        return True
    before = token.head
    return token.dep_ == "pobj" and before.lower_ == "to" and before.i > 0 and before.nbor(-1).lower_ == "according"
