"""A headline for an article without one: the main clause of its opening sentence."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from generator.language import marks
from generator.model.evidence import Evidence

_LONGEST = 90
"""Code points."""

_SHORTEST = 30
"""Code points; a shorter phrase says too little."""

_CUTS = frozenset({"prep", "advcl", "relcl", "acl", "cc", "conj", "punct", "mark", "appos", "ccomp", "xcomp", "agent"})
_DATELINE = re.compile(r"^[A-Z][A-Z.'’/ ]+[A-Z](?:[^\n.!?]|\.(?=\s*\d)){0,60}?\s*[-–—]+\s+")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPEN = frozenset({"IN", "TO", "DT", "CC", "MD", "VB", "VBZ", "VBP", "PRP$", "POS"})
"""Tags of words that want another one after them."""

_QUOTE = re.compile(r"[“”\"]")


def headline(doc: Doc) -> Evidence | None:
    """The main clause of the first sentence with a verb, without its dateline, cut at a phrase; None without such."""
    for sent in marks.usable(doc):
        verb = next((token for token in sent if token.tag_ in _FINITE), None)
        if verb is not None:
            text = doc.text
            start = _beginning(text, sent, verb)
            end = _cut(doc, start, sent)
            opened = text[start : start + 1] in {"“", '"'} and not _QUOTE.search(text, start + 1, end)
            return marks.of(doc).article.cite(start + opened, end) if end > start + opened else None
    return None


def _beginning(text: str, sent: Span, verb: Token) -> int:
    """Where the words of a sentence begin: in the line of its verb, after the dateline."""
    line = text.rfind("\n", sent.start_char, verb.idx)
    start = sent.start_char if line < 0 else line
    dateline = _DATELINE.match(text[start : sent.end_char].lstrip())
    rest = text[start : sent.end_char].lstrip()[dateline.end() if dateline else 0 :].lstrip(" \n-–—")
    return sent.end_char - len(rest)


def _cut(doc: Doc, start: int, sent: Span) -> int:
    """The last end of a phrase within reach, or the end of the sentence where that is."""
    whole = sent.start_char + len(sent.text.rstrip(" .\n"))
    if whole - start <= _LONGEST:
        return whole
    phrase = word = start
    for token in sent:
        if token.i == 0 or token.idx <= start:
            continue
        before = doc[token.i - 1]
        end = before.idx + len(before)
        if end - start > _LONGEST:
            break
        if not before.whitespace_ and token.text not in {",", ";", ":"}:
            continue
        word = end
        whole_phrase = token.dep_ in _CUTS and not before.is_punct and before.tag_ not in _OPEN
        if whole_phrase and end - start >= _SHORTEST:
            phrase = end
    return phrase if phrase > start else word
