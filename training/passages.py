"""Labelled passages: text with names, before tokens."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.util import filter_spans

from generator.language.mending.calendar import date_spans
from training.alignment import curl_quotes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in a text; the label `UNSURE` means that the corpus marks it but not as one of ours."""

    start: int
    end: int
    label: str


UNSURE = "UNSURE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text with its names, without overlap, from left to right."""

    text: str
    names: tuple[Name, ...]


def passage(text: str, names: Iterable[Name], *, dates: bool = True) -> Passage:
    """A passage of `names` and of calendar expressions, which win over names; of two names the longer one holds."""
    found = [Name(start=start, end=end, label="DATE") for start, end in date_spans(text)] if dates else []
    for name in sorted(names, key=lambda name: (name.start - name.end, name.start)):
        if all(name.end <= other.start or other.end <= name.start for other in found):
            found.append(name)
    return Passage(text=text, names=tuple(sorted(found, key=lambda name: name.start)))


def joined(passages: Sequence[Passage], *, by: str = " ") -> Passage:
    """Several passages as one."""
    text, names = "", []
    for part in passages:
        start = len(text) + (len(by) if text else 0)
        text = f"{text}{by}{part.text}" if text else part.text
        names += [Name(start=start + name.start, end=start + name.end, label=name.label) for name in part.names]
    return Passage(text=text, names=tuple(names))


def grouped(passages: Sequence[Passage], chance: random.Random, *, most: int) -> Iterator[Passage]:
    """Neighbours joined to passages of one to `most`, now and then with an empty line between."""
    at = 0
    while at < len(passages):
        size = chance.randint(1, most)
        yield joined(passages[at : at + size], by="\n\n" if chance.random() < 0.15 else " ")
        at += size


def curled(part: Passage) -> Passage:
    """With typographic quotation marks."""
    return Passage(text=curl_quotes(part.text), names=part.names)


def named_doc(part: Passage, tokenize: Callable[[str], Doc]) -> Doc:
    """The passage as a document; tokens of an unsure name have no annotation."""
    doc = tokenize(part.text)
    names: list[Span] = []
    unsure: list[Span] = []
    for name in part.names:
        span = doc.char_span(name.start, name.end, label=name.label, alignment_mode="expand")
        if span is not None:
            (unsure if name.label == UNSURE else names).append(span)
    names = filter_spans(names)
    taken = {token.i for span in names for token in span}
    missing = [span for span in filter_spans(unsure) if taken.isdisjoint(range(span.start, span.end))]
    doc.set_ents(names, missing=missing, default="outside")
    return doc
