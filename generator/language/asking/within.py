"""In whose mouth a token stands, and which passage holds it."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from generator.language import marks
from generator.language.asking import parties
from generator.language.marks import Attributed
from generator.model.evidence import LONGEST_EVIDENCE, Evidence


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


def passage(doc: Doc, sentence: Span, start: int) -> Evidence:
    """A sentence as evidence; of one too long for it, the part from token `start` on."""
    long = sentence.end_char - sentence.start_char > LONGEST_EVIDENCE
    return marks.cite(doc, start if long else sentence.start, sentence.end)
