"""Comment clauses: reporting clauses that commas part from what they report, `The plan, X said, is dead.`

The term and the places are those of Quirk et al. (1985), 15.54.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language.speech import cues
from generator.language.speech.word_order import MARKS, PAUSES, resumed

Range = tuple[int, int]

_DASHES = frozenset({"—", "–", "--"})
_STOPS = PAUSES | _DASHES
_VERBAL = frozenset({"VERB", "AUX"})
_IN_SUBJECT = frozenset({"DET", "ADJ", "ADV", "ADP", "PART", "NOUN", "PROPN", "PRON", "NUM", "AUX"})
_ADDRESSED = frozenset({"me", "us", "him", "her", "them", "the", "a"})


def subject(verb: Token, sentence: Range) -> Token | None:
    """The head of the subject of a comment clause; None where a verb heads no such clause."""
    doc = verb.doc
    if verb.tag_ == "VBG" or not _rests(doc, verb.i + 1, sentence[1]):
        return None
    i = verb.i - 1
    if (verb.tag_ == "VB" and doc[i].pos_ not in {"NOUN", "PROPN"}) or (
        verb.tag_ == "VBN" and doc[i].pos_ != "AUX" and not any(child.dep_ == "nsubj" for child in verb.lefts)
    ):
        return None
    while i > sentence[0] and doc[i].pos_ in {"AUX", "ADV"}:
        i -= 1
    last = i
    while last > sentence[0] and doc[last].text == ")":
        last = next((j - 1 for j in range(last, sentence[0], -1) if doc[j].text == "("), sentence[0])
    i = last
    while i > sentence[0] and _in_subject(doc, i):
        i -= 1
    if doc[last].pos_ not in {"NOUN", "PROPN", "PRON"} or i == last:
        return None
    head = doc[last]
    if head.dep_ == "pobj" and i < head.head.head.i < last:
        head = head.head.head
    if doc[i].lower_ == "as" and (i == sentence[0] or doc[i - 1].text == ","):
        return head
    if doc[i].text != ",":
        return None
    pause = next((j for j in range(verb.i + 1, sentence[1]) if doc[j].text in _STOPS), sentence[1])
    parenthetic = pause < sentence[1] - 1 and doc[pause].text in {",", *_DASHES}
    return (
        head
        if i > sentence[0] and (parenthetic or any(doc[j].pos_ in _VERBAL for j in range(sentence[0], i)))
        else None
    )


def around(verb: Token, sentence: Range) -> tuple[Range, ...]:
    """What stands before and behind a comment clause and its adverbials."""
    doc = verb.doc
    low, high = verb.i, verb.i + 1
    while low > sentence[0] and doc[low - 1].text != ",":
        low -= 1
    while high < sentence[1] and doc[high].text not in _STOPS:
        high += 1
    going_on = high < sentence[1] - 2 and doc[high].text in {",", *_DASHES}
    if going_on and not (doc[high + 1].tag_ == "VBG" and cues.of_verb(doc[high + 1]) is not None):
        return (sentence[0], low), (high, resumed(verb, high + 1, sentence[1]))
    return ((sentence[0], low),)


def _rests(doc: Doc, start: int, end: int) -> bool:
    """True where a pause or the sentence's end follows, with at most an adverbial before it: `said on Friday.`"""
    for i in range(start, end):
        token = doc[i]
        if token.text in _STOPS:
            return True
        if token.pos_ in {"VERB", "AUX", "SCONJ"} or token.lower_ == "that" or token.text in MARKS:
            return False
        if i == start and token.pos_ not in {"ADP", "ADV", "PROPN", "NOUN"} and token.lower_ not in _ADDRESSED:
            return False
    return True


def _in_subject(doc: Doc, i: int) -> bool:
    """True for words of a subject: nouns and what goes with them, `Kurdish-led` and `X and Y` too."""
    token = doc[i]
    if token.lower_ == "as":
        return False
    return token.pos_ in _IN_SUBJECT or token.text == "-" or doc[i - 1].text == "-" or token.lower_ == "and"
