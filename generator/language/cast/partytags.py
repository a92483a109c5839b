"""Party tags of legislators in Associated Press style: "(R-Ky.)", "(D-N.J.)", "(R) of Arizona"."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from generator.language import marks
from generator.language.cast import gazetteers
from generator.language.cast.clusters import Office

_TAG = re.compile(r"\s?\((R|D|I)(?:[-–—]([A-Z][A-Za-z. ]{1,12}?))?\)(?: of ([A-Z][a-z]+(?: [A-Z][a-z]+)?))?")
_PARTIES = {"R": "Republican", "D": "Democrat", "I": "Independent"}


def read(doc: Doc, i: int) -> Office | None:
    """The party and state that a tag from token `i` gives."""
    if i >= len(doc) or doc[i].text != "(":
        return None
    match = _TAG.match(marks.of(doc).article.text, doc[i].idx)
    if match is None:
        return None
    place = match[3] or gazetteers.states().get(match[2] or "", match[2])
    end = i
    while end < len(doc) and doc[end].idx < match.end():
        end += 1
    title = f"{_PARTIES[match[1]]} of {place}" if place else _PARTIES[match[1]]
    return Office(title=title, holder=None, start=i, end=end)
