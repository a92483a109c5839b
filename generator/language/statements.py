"""Component: statements, what somebody is reported to have said, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from generator.language import layout, marks, sources
from generator.language.layout import Layout
from generator.language.marks import Attributed
from generator.model.evidence import LONGEST_EVIDENCE, Evidence
from generator.model.facts import Attribution, Statement

Range = tuple[int, int]

_TOLD = frozenset({"quotation", "clause", "according", "to", "object-to", "object", "prep", "noun", "heading"})
_MARKS = frozenset("\"“”„«»'‘’`") | frozenset({"''", "``", "‘‘", "’’"})
_SHORTEST = 6
"""Tokens; a shorter sentence of a quotation goes with the one before it."""


def mark(doc: Doc) -> None:
    """Writes `statements`: attributions of speech whose source is an actor, in text order."""
    found = marks.of(doc)
    bounds = layout.of(doc)
    found.statements = tuple(
        statement
        for item in found.attributed
        if item.kind == "speech" and item.by and item.frame in _TOLD
        for statement in _statements(doc, item, bounds)
    )


def _statements(doc: Doc, item: Attributed, bounds: Layout) -> Iterator[Statement]:
    for start, end in _sentences(item, bounds):
        text = _bare(doc, start, end)
        if text is not None:
            yield Statement(
                core=_core(doc, start, end),
                by=item.by,
                cue=_cue(doc, item),
                text=text,
                direct=item.direct,
                attribution=_attribution(item),
                via=item.via,
                evidence=_evidence(doc, item, (start, end), bounds),
            )


def _sentences(item: Attributed, bounds: Layout) -> Iterator[Range]:
    """The content cut at sentence bounds, a very short sentence joined to the one before it."""
    if item.frame != "quotation":
        yield item.content[0][0], item.content[-1][1]
        return
    for start, end in item.content:
        begin = start
        for low, high in bounds.sentences:
            if start < low < end and low - begin >= _SHORTEST and min(high, end) - low >= _SHORTEST:
                yield begin, low
                begin = low
        yield begin, end


def _bare(doc: Doc, start: int, end: int) -> str | None:
    """The text of a range without the quotation marks and punctuation at its edges; None where no words are left."""
    while start < end and (doc[start].text in _MARKS or doc[start].is_space or doc[start].is_punct):
        start += 1
    while start < end and (
        doc[end - 1].text in _MARKS or doc[end - 1].is_space or doc[end - 1].text in {",", ".", ";"}
    ):
        end -= 1
    if start >= end:
        return None
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    if last - first > LONGEST_EVIDENCE:
        return doc.text[first : first + LONGEST_EVIDENCE].rsplit(" ", 1)[0]
    return doc.text[first:last]


def _core(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple(token.lemma_.lower() for token in doc[start:end] if token.is_alpha and not token.is_stop)


def _cue(doc: Doc, item: Attributed) -> str | None:
    """The cue with the particle or preposition that belongs to it."""
    if item.cue < 0:
        return None
    if item.frame in {"prep", "according"} and item.cue + 1 < len(doc) and doc[item.cue + 1].pos_ in {"ADP", "PART"}:
        return f"{doc[item.cue].text} {doc[item.cue + 1].text}"
    return doc[item.cue].text


def _attribution(item: Attributed) -> Attribution:
    if item.via:
        return "second-hand"
    return "direct" if item.direct else "indirect"


def _evidence(doc: Doc, item: Attributed, content: Range, bounds: Layout) -> tuple[Evidence, ...]:
    """The sentence of the content, and that of the cue where it stands elsewhere."""
    start, end = bounds.sentence(content[0])[0], bounds.sentence(content[1] - 1)[1]
    said = marks.cite(doc, *sources.trimmed(doc, start, end))
    if item.cue < 0 or start <= item.cue < end:
        return (said,)
    return said, marks.cite(doc, *sources.trimmed(doc, *bounds.sentence(item.cue)))
