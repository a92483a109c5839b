"""Datelines ("MAPUTO (AP) — Talks failed."): the parser reads the sentence without them, then they hang on its verb.

Otherwise a place that no treebank sentence begins with would become the root of an article's first sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

DATELINES = "datelines"

_DASHES = frozenset("—–-")
_LONGEST = 12
_LABEL = "npadvmod"


def datelines(doc: Doc) -> Iterator[tuple[Span, int]]:
    """Places in capitals that open a paragraph before a dash, each with the token after the dash."""
    for name in doc.ents:
        opens = name.start == 0 or "\n" in doc[name.start - 1].text
        if not opens or name.label_ != "GPE" or not name.text.isupper():
            continue
        for place in range(name.end, min(name.start + _LONGEST, len(doc) - 1)):
            if doc[place].text in _DASHES:
                yield name, place + 1
                break


def hang_datelines(doc: Doc) -> Doc:
    """Hang each dateline on the root of the sentence that follows it, which it joins."""
    layers: Any = doc.to_array([HEAD, DEP])
    found = False
    for name, after in datelines(doc):
        found = True
        head = name.end - 1
        for token in doc[name.start : after]:
            inside = token.i < head
            label = "punct" if token.is_punct else _LABEL if token.i == head else "compound" if inside else "dep"
            to = doc[after].sent.root.i if token.i == head else head
            layers[token.i] = np.uint64(np.int64(to - token.i)), doc.vocab.strings.add(label)
    return doc.from_array([HEAD, DEP], layers) if found else doc
