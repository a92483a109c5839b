"""Component: attributions, each with source, cue and content (PARC 3.0; Pareti 2012).

Beliefs and intentions count as well as speech (PolNeAR; Newell, Margolin and Ruths 2018).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from generator.language import frames, marks, sources
from generator.language.frames import Framed
from generator.language.marks import Attributed
from generator.language.quotations import Quotation, paragraphs, quotations
from generator.model.evidence import Evidence
from generator.model.facts import AttributionSpan


def mark(doc: Doc) -> None:
    """Writes `attributed` and `attributions`."""
    found = marks.of(doc)
    bounds = paragraphs(doc)
    quoted = quotations(doc, bounds)
    framed = [item for sent in marks.usable(doc) for item in frames.in_sentence(sent)]
    attributed = _levelled([_attributed(doc, item, quoted) for item in framed])
    found.attributed = tuple(attributed)
    found.attributions = tuple(_spans(doc, item) for item in attributed)


def _attributed(doc: Doc, item: Framed, quoted: tuple[Quotation, ...]) -> Attributed:
    head = doc[item.source] if item.source >= 0 else None
    sent = doc[item.cue].sent
    return Attributed(
        source=None if head is None else sources.span(head, (sent.start, sent.end), item.cue),
        cue=item.cue,
        content=item.content,
        by=() if head is None else sources.actors(head),
        via=(),
        direct=_mostly_quoted(item.content, quoted),
        kind=item.kind,
    )


def _mostly_quoted(content: tuple[tuple[int, int], ...], quoted: tuple[Quotation, ...]) -> bool:
    size = sum(end - start for start, end in content)
    inside = sum(
        max(0, min(end, quotation.end) - max(start, quotation.start)) for start, end in content for quotation in quoted
    )
    return inside * 2 > size


def _levelled(items: list[Attributed]) -> list[Attributed]:
    """The items in text order, each with its level and the speakers around it."""
    ordered = sorted(items, key=lambda item: (item.content[0][0], -item.content[-1][1], item.cue))
    levelled: list[Attributed] = []
    for item in sorted(ordered, key=lambda item: -_size(item)):
        around = [
            outer
            for outer in levelled
            if outer.cue != item.cue and any(start <= item.cue < end for start, end in outer.content)
        ]
        if around:
            inner = min(around, key=_size)
            item = replace(item, level=inner.level + 1, via=(*inner.by, *inner.via))
        levelled.append(item)
    return sorted(levelled, key=lambda item: (min(item.cue, item.content[0][0]), item.cue))


def _size(item: Attributed) -> int:
    return item.content[-1][1] - item.content[0][0]


def _spans(doc: Doc, item: Attributed) -> AttributionSpan:
    return AttributionSpan(
        source=None if item.source is None else _passage(doc, *item.source),
        cue=None if item.cue < 0 else _passage(doc, item.cue, item.cue + 1),
        content=tuple(_passage(doc, start, end) for start, end in item.content),
    )


def _passage(doc: Doc, start: int, end: int) -> Evidence:
    """A passage of any length: `Article.cite` stops at what a reader of a brief would check."""
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    return Evidence(start=first, end=last, quote=doc.text[first:last])
