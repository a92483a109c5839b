"""In whose mouth a token stands."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.language import marks, parties
from generator.language.marks import Attributed


def speakers(doc: Doc) -> dict[int, Attributed]:
    """The innermost attribution around each token that stands in one's content."""
    found: dict[int, Attributed] = {}
    for attributed in sorted(marks.of(doc).attributed, key=lambda one: one.level):
        for start, end in attributed.content:
            for i in range(start, end):
                found[i] = attributed
    return found


def speaker(doc: Doc, around: Attributed | None) -> tuple[str, ...]:
    """Who says it: the source, or the name that the parser bound to the cue ("X warning that"); nobody for None."""
    if around is None or around.by or around.cue < 0:
        return around.by if around else ()
    cue = doc[around.cue]
    names = tuple(child for child in cue.lefts if child.dep_ in {"compound", "poss", "nsubj"} and child.pos_ == "PROPN")
    return parties.actors(doc, names[-1:])
