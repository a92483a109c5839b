"""Component: attributions, each with source, cue and content (PARC 3.0; Pareti 2012).

Beliefs and intentions count as well as speech (PolNeAR; Newell, Margolin and Ruths 2018).
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from generator.language import layout, marks
from generator.language.layout import Layout
from generator.language.marks import Attributed
from generator.language.speech import frames, headings, levels, sources, turns, voices
from generator.language.speech.frames import Framed
from generator.language.speech.quotations import Quotation, quotations
from generator.language.speech.turns import Turn
from generator.model.evidence import Evidence
from generator.model.facts import AttributionSpan

_VERBATIM = frozenset({"quotation", "heading", "according"})
"""Frames whose content is taken whole from a source."""

_WRITER = frozenset({"you", "one"})


def mark(doc: Doc) -> None:
    """Writes `attributed` and `attributions`."""
    found = marks.of(doc)
    bounds = layout.of(doc)
    quoted = quotations(doc, bounds.paragraphs)
    usable = tuple(not flag for flag in found.boilerplate)
    spoken = [
        *headings.labelled(doc, bounds.paragraphs, usable),
        *(turn for turn in turns.of_quotations(doc, bounds.paragraphs, quoted) if usable[turn.content[0][0]]),
    ]
    read = frames.find(doc, bounds, usable)
    cued = {turn.cue for turn in spoken if turn.cue >= 0}
    framed = [item for item in read if item.cue not in cued]
    items = [_of_turn(doc, turn, bounds) for turn in spoken]
    items.extend(_of_frame(doc, item, quoted, bounds) for item in framed)
    ordered = levels.in_text_order(items)
    outer = levels.outers(ordered)
    heard = voices.carried_over(doc, levels.with_levels(ordered, outer), bounds)
    found.attributed = tuple(levels.with_chains(heard, outer))
    found.attributions = tuple(_spans(doc, item) for item in _outermost(doc, found.attributed))


def _outermost(doc: Doc, items: tuple[Attributed, ...]) -> list[Attributed]:
    """The items that stand in nobody's words, which is as deep as PolNeAR goes.

    A quotation and `according to` are kept within a reported clause: there they are rather its second source.
    """
    quoted = {i for item in items if item.frame in _VERBATIM for part in item.content for i in range(*part)}
    reported = {i for item in items if item.frame == "clause" for part in item.content for i in range(*part)}
    return [
        item
        for item in items
        if item.cue not in quoted and (item.frame in _VERBATIM or item.cue not in reported) and not _generic(doc, item)
    ]


def _generic(doc: Doc, item: Attributed) -> bool:
    """True for thoughts of the writer, or of people in general: `I think`, `you know`, `we want`."""
    if item.kind == "speech" or item.source is None:
        return False
    return doc[item.source[0]].lower_ in _WRITER and item.source[1] - item.source[0] == 1


def _of_turn(doc: Doc, turn: Turn, bounds: Layout) -> Attributed:
    head = doc[turn.source] if turn.source >= 0 else None
    cue = doc[turn.cue] if turn.cue >= 0 else None
    low = turn.limit[0] if cue is None else min(turn.limit[0], bounds.sentence(cue.i)[0])
    labelled = cue is not None and cue.text == ":"
    by, via = (voices.of_label(doc, *turn.limit), ()) if labelled else voices.of(cue, head, low)
    return Attributed(
        source=None if head is None else sources.span(head, turn.limit, turn.cue),
        cue=turn.cue,
        content=tuple(turn.content),
        by=by,
        via=via,
        direct=not labelled,
        frame="heading" if labelled else "quotation",
    )


def _of_frame(doc: Doc, item: Framed, quoted: tuple[Quotation, ...], bounds: Layout) -> Attributed:
    head = doc[item.source] if item.source >= 0 else None
    limit = bounds.sentence(item.cue)
    by, via = voices.of(doc[item.cue], head, limit[0])
    return Attributed(
        source=None if head is None else sources.span(head, limit, item.cue),
        cue=item.cue,
        content=item.content,
        by=by,
        via=via,
        direct=_mostly_quoted(item.content, quoted),
        kind=item.kind,
        frame=item.frame,
    )


def _mostly_quoted(content: tuple[tuple[int, int], ...], quoted: tuple[Quotation, ...]) -> bool:
    size = sum(end - start for start, end in content)
    inside = 0
    for start, end in content:
        at = max(0, bisect_right(quoted, start, key=lambda quotation: quotation.start) - 1)
        while at < len(quoted) and quoted[at].start < end:
            inside += max(0, min(end, quoted[at].end) - max(start, quoted[at].start))
            at += 1
    return inside * 2 > size


def _spans(doc: Doc, item: Attributed) -> AttributionSpan:
    return AttributionSpan(
        source=None if item.source is None else _passage(doc, *item.source),
        cue=None if item.cue < 0 else _passage(doc, item.cue, item.cue + 1),
        content=tuple(_passage(doc, start, end) for start, end in item.content),
    )


def _passage(doc: Doc, start: int, end: int) -> Evidence:
    """A passage of any length: `Article.cite` stops at what a reader of a brief would check."""
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    return Evidence(start=first, end=last, quote=marks.of(doc).article.text[first:last])
