"""Speakers named before a colon: in headlines (`Poll: ...`, `Merkel: ...`) and in transcripts (`SMITH: ...`)."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.language import lexicon
from generator.language.speech.turns import Turn

Range = tuple[int, int]

_LONGEST_LABEL = 7
_LONGEST_HEADLINE = 25
_MARKS = frozenset("\"“”'‘’")
_FINAL = frozenset({".", "!", "?", "”", '"', "’", "'"})


def labelled(doc: Doc, bounds: tuple[Range, ...], usable: tuple[bool, ...]) -> list[Turn]:
    """The turns that a label before a colon opens, in text order."""
    found: list[Turn] = []
    transcribed = sum(_is_spoken(doc, start, end) for start, end in bounds) > 1
    speaker: Turn | None = None
    for number, (start, end) in enumerate(bounds):
        colon = _label_end(doc, start, end) if usable[start] else -1
        if colon < 0:
            if speaker is not None and doc[start].text in _MARKS:
                speaker.content.append((start, end))
            else:
                speaker = None
            continue
        first = start + (doc[start].text in _MARKS)
        spoken = transcribed and _is_spoken(doc, start, end)
        if not spoken and not (_is_headline(doc, number, start, end) and _is_source(doc, first, colon)):
            speaker = None
            continue
        turn = Turn(cue=colon, source=colon - 1, limit=(first, colon), content=[(colon + 1, end)])
        found.append(turn)
        speaker = turn if spoken else None
    return found


def _is_spoken(doc: Doc, start: int, end: int) -> bool:
    """True for a paragraph that opens with a name in capitals and a colon, as transcripts do; not with "Q:" or "A:"."""
    colon = _label_end(doc, start, end)
    if colon < 0 or not any(len(doc[i]) > 1 for i in range(start, colon)):
        return False
    return all(doc[i].is_upper or not doc[i].is_alpha for i in range(start, colon))


def _label_end(doc: Doc, start: int, end: int) -> int:
    """Where the colon of a short label stands, with text behind it; -1 where a paragraph opens with no label."""
    for i in range(start + 1, min(end - 2, start + _LONGEST_LABEL)):
        if doc[i].text == ":":
            return i
        if doc[i].tag_ in {"VBD", "VBZ", "VBP", "MD"} or doc[i].text in {",", ".", ";"}:
            return -1
    return -1


def _is_headline(doc: Doc, number: int, start: int, end: int) -> bool:
    """True for the first paragraph, and for a short one without a full stop."""
    return end - start <= _LONGEST_HEADLINE and (number == 0 or doc[end - 1].text not in _FINAL)


def _is_source(doc: Doc, start: int, end: int) -> bool:
    """True where a label is a person's or a body's name, or ends in a word for a source."""
    last = doc[end - 1]
    if last.lower_ in lexicon.words("attribution", "sources.headline"):
        return True
    return last.ent_type_ in {"PERSON", "ORG"} and all(doc[i].text[:1].isupper() for i in range(start, end))
