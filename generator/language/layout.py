"""Paragraphs and sentences as token ranges, by the text's own marks where a parser splits too much."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_CLOSING = frozenset("\"”’»)]'") | frozenset({"''", "’’"})
_DASHES = frozenset({"-", "–", "—", "―", "--"})
_SHORTEST_PLACE = 3
_LONGEST_DATELINE = 14
_ENDS = (".", "?", "!", "…", ":")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The `[start, end)` token ranges of paragraphs and of sentences, in order."""

    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]

    def paragraph(self, token: int) -> int:
        """The number of the paragraph that a token stands in, or (between two) of the one before it."""
        return max(0, bisect_right(self.paragraphs, token, key=lambda bound: bound[0]) - 1)

    def sentence(self, token: int) -> tuple[int, int]:
        """The sentence that a token stands in, or (between two) the one before it."""
        return self.sentences[max(0, bisect_right(self.sentences, token, key=lambda bound: bound[0]) - 1)]


def of(doc: Doc) -> Layout:
    """The layout of a document; a dateline is no part of the sentence that it opens."""
    bounds = _paragraphs(doc)
    sentences = [(_behind_dateline(doc, *bound), bound[1]) for bound in _sentences(doc, bounds)]
    return Layout(paragraphs=bounds, sentences=tuple(sentences))


def _behind_dateline(doc: Doc, start: int, end: int) -> int:
    """Where a sentence begins behind a dateline: a place in capitals, up to the first dash."""
    if not (doc[start].is_upper and len(doc[start]) >= _SHORTEST_PLACE):
        return start
    for i in range(start + 1, min(end - 1, start + _LONGEST_DATELINE)):
        if doc[i].text in _DASHES:
            return i + 1
        if doc[i].tag_.startswith("VB"):
            break
    return start


def _paragraphs(doc: Doc) -> tuple[tuple[int, int], ...]:
    starts = [token.idx for token in doc]
    found = []
    for match in _PARAGRAPH.finditer(doc.text):
        start, end = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        while start < end and doc[start].is_space:
            start += 1
        while start < end and doc[end - 1].is_space:
            end -= 1
        if start < end:
            found.append((start, end))
    return tuple(found)


def _sentences(doc: Doc, bounds: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The parser's sentences, joined where no mark ends the first, parted at paragraphs."""
    found = []
    for start, end in bounds:
        begin = start
        for i in range(start + 1, end):
            if doc[i].is_sent_start and _ended(doc, i, begin):
                found.append((begin, i))
                begin = i
        found.append((begin, end))
    return tuple(found)


def _ended(doc: Doc, at: int, low: int) -> bool:
    i = at - 1
    while i > low and doc[i].text in _CLOSING:
        i -= 1
    return doc[i].text.endswith(_ENDS) and not doc[at].is_lower
