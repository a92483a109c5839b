"""The names under which the components keep their results on a spaCy `Doc`, each in one place.

A component writes what it found through here, a later one reads it through here. `Doc`s never leave the room.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal, cast

from spacy.attrs import IDX
from spacy.tokens import Doc, Span

from generator.model.article import Article
from generator.model.diagnostic import Diagnostic
from generator.model.evidence import Evidence
from generator.model.facts import (
    Actor,
    AttributionSpan,
    DatedEvent,
    Demand,
    Dispute,
    Measure,
    Position,
    Statement,
    Timex,
)
from generator.model.findings import Publication

AttributionFrame = Literal[
    "quotation", "clause", "according", "infinitive", "object-to", "object", "prep", "passive", "noun", "heading"
]
MentionForm = Literal["name", "title", "adjective", "metonym", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Tokens `start` to `end` that stand for the actor of `key`; `head` is the token that heads them."""

    start: int
    end: int
    head: int
    key: str
    form: MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """An attribution in tokens, as `[start, end)` ranges.

    `level` 1 is the reporter's own, 2 stands inside another's content.

    `by` holds actor keys, `via` the speakers of the enclosing levels, nearest first. `cue` is the cue's token or -1.
    `direct` is true where the content (or its greater part) stands in quotation marks. `frame` is what made it the
    content: a quotation, a reported clause, `according to`, an infinitive, an object, a preposition or a passive.
    """

    source: tuple[int, int] | None
    cue: int
    content: tuple[tuple[int, int], ...]
    by: tuple[str, ...]
    via: tuple[str, ...]
    direct: bool
    level: int = 1
    kind: Literal["speech", "belief", "intention"] = "speech"
    frame: AttributionFrame = "clause"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMark:
    """A time expression in tokens, with its TIMEX3 type and value."""

    start: int
    end: int
    timex: Timex


@dataclass(slots=True, kw_only=True)
class Marks:
    """All that the components have found in one document so far; the one mutable record, private to this room.

    `boilerplate` has one truth value a token, `sentences` are those from which facts may come. `published` is the
    article's date, or the inferred one once inferred.
    """

    article: Article
    boilerplate: tuple[bool, ...]
    sentences: tuple[Span, ...]
    published: str | None
    publication: Publication | None = None
    headline: Evidence | None = None
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeMark, ...] = ()
    attributed: tuple[Attributed, ...] = ()
    statements: tuple[Statement, ...] = ()
    demands: tuple[Demand, ...] = ()
    measures: tuple[Measure, ...] = ()
    positions: tuple[Position, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    dates: tuple[DatedEvent, ...] = ()
    attributions: tuple[AttributionSpan, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)


def attach(doc: Doc, article: Article) -> Marks:
    """A fresh set of marks for a document, with boilerplate carried over from code points to tokens."""
    starts = doc.to_array(IDX).tolist()
    flags = [False] * len(starts)
    for start, end in article.boilerplate:
        for place in range(bisect_left(starts, start), bisect_left(starts, end)):
            flags[place] = True
    marks = Marks(
        article=article, boilerplate=tuple(flags), sentences=_outside(doc, flags), published=article.published
    )
    doc.user_data["marks"] = marks
    return marks


def _outside(doc: Doc, flags: list[bool]) -> tuple[Span, ...]:
    kept = []
    for sent in doc.sents:
        news = [place for place in range(sent.start, sent.end) if not flags[place]]
        if news and (part := doc[news[0] : news[-1] + 1]).text.strip():
            kept.append(part)
    return tuple(kept)


def of(doc: Doc) -> Marks:
    """The marks of a document."""
    return cast("Marks", doc.user_data["marks"])


def cite(doc: Doc, start: int, end: int) -> Evidence:
    """The passage of the tokens `start` to `end` (exclusive)."""
    last = doc[end - 1]
    return of(doc).article.cite(doc[start].idx, last.idx + len(last))


def usable(doc: Doc) -> tuple[Span, ...]:
    """The sentences from which facts may come, each without the boilerplate at its edges (a dateline before a lead)."""
    return of(doc).sentences
