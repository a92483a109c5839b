"""Imperatives that somebody puts to somebody: "Leave now," the president told the rebels."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language import tree
from generator.language.asking.askings import Asking
from generator.language.asking.extent import complement_end
from generator.language.marks import Attributed


def read(doc: Doc, attributed: Attributed) -> Asking | None:
    """The asking of a quotation that begins with an imperative; None where nobody is named to whom it is put."""
    if not attributed.direct or attributed.cue < 0 or not attributed.content:
        return None
    somebody = _told(doc[attributed.cue])
    if somebody is None:
        return None
    start, end = attributed.content[0]
    while start < end and not doc[start].is_alpha:
        start += 1
    verb = _imperative(doc, start, end)
    if verb is None:
        return None
    return Asking(
        trigger=verb,
        form="imperative",
        demanders=(),
        addressees=(somebody,),
        start=start,
        end=complement_end(doc, start, min(verb.right_edge.i, end - 1), verb),
    )


def _told(cue: Token) -> Token | None:
    """To whom a cue of speech is directed: the object of "told", the `to` of "said to"."""
    if cue.lemma_ == "tell":
        return next((child for child in cue.rights if child.dep_ in {"dobj", "dative", "obj"}), None)
    return next(iter(tree.prepositional_objects(cue, "to")), None)


def _imperative(doc: Doc, start: int, end: int) -> Token | None:
    """A base form without subject or auxiliary at the beginning: "stop", "do not stop", "please stop"."""
    for token in doc[start : min(start + 4, end)]:
        if token.tag_ in {"VB", "VBP"} and token.lower_ not in {"do", "let", "thank", "look", "see"}:
            bare = not any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in token.lefts)
            return token if bare and not any(child.tag_ in {"MD", "TO"} for child in token.lefts) else None
        if token.lower_ not in {"do", "not", "n't", "n’t", "please", "just", "now", "never", ","}:
            return None
    return None
