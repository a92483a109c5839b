"""A headline for an article without one: the main clause of its opening sentence."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from generator.language import marks
from generator.model.evidence import Evidence

_LONGEST = 90
"""Code points."""

_SHORTEST = 30
"""Code points; a shorter phrase says too little."""

_CUTS = frozenset({"prep", "advcl", "relcl", "acl", "cc", "conj", "punct", "mark", "appos", "ccomp", "xcomp", "agent"})
_DATELINE = re.compile(r"^[A-Z][A-Z.'’/ ]+[A-Z](?:[^\n.!?]|\.(?=\s*\d)){0,60}?\s*[-–—]+\s+")
_OPEN = frozenset({"IN", "TO", "DT", "CC", "MD", "VBZ", "VBP", "PRP$", "POS"})
"""Tags of words that want another one after them."""

_QUOTES = str.maketrans("", "", '“”"')


def headline(doc: Doc) -> Evidence | None:
    """The main clause of the first sentence with a verb, without its dateline, cut at a phrase; None without such."""
    for sent in marks.usable(doc):
        root = sent.root
        if root.pos_ not in {"VERB", "AUX"}:
            continue
        text = doc.text[sent.start_char : sent.end_char]
        line = text.rfind("\n", 0, root.idx - sent.start_char) + 1
        start = sent.start_char + max(line, len(text) - len(text.lstrip()))
        dateline = _DATELINE.match(doc.text[start : sent.end_char])
        start += dateline.end() if dateline else 0
        rest = doc.text[start : sent.end_char]
        start += len(rest) - len(rest.lstrip(" \n-–—"))
        end = _cut(doc, start, sent)
        if doc.text[start] in '“"' and doc.text[start:end] == doc.text[start] + doc.text[start:end].translate(_QUOTES):
            start += 1
        return marks.of(doc).article.cite(start, end) if end > start else None
    return None


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
