"""The section "Source and method": from what a page was made, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.article import PublishedBasis
from generator.model.brief import Brief
from generator.model.evidence import Evidence
from generator.model.wording import date_in_words
from generator.pages.escape import Markdown, escape
from generator.pages.report import Cited, Report

PARAGRAPH = "\n\n"
BASES: dict[PublishedBasis, str] = {
    "front-matter": "as its front matter says",
    "metadata": "as the page's metadata say",
    "file-name": "as its file's name says",
    "inferred": "inferred from its text",
    "none": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the proof of an inferred date."""

    text: str
    cites: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as a source: whence, when, and how much of it informed the page.

    `named` and `anonymous` count those to whom it attributes something; `silent` of its `sentences` informed nothing.
    """

    title: str
    path: str
    sentences_page: str
    outlet: str
    byline: str
    url: str | None
    published: str
    basis: str
    proof: tuple[Step, ...]
    sha256: str
    named: int
    anonymous: int
    silent: int
    sentences: int


def source(report: Report) -> Source:
    """The source of a report."""
    brief, article = report.entry.brief, report.article
    speakers = {identity for statement in brief.statements for identity in statement.by if identity in report.actors}
    anonymous = sum(report.actors[identity].anonymous for identity in speakers)
    return Source(
        title=article.title or article.id,
        path=report.path,
        sentences_page=report.sentences_path,
        outlet=report.outlet,
        byline=", ".join(article.byline),
        url=article.url,
        published=date_in_words(article.published) if article.published else "",
        basis=BASES[article.published_basis],
        proof=tuple(Step(text=step.text, cites=report.cites(step.evidence)) for step in article.published_proof),
        sha256=article.sha256,
        named=len(speakers) - anonymous,
        anonymous=anonymous,
        silent=silent(brief),
        sentences=len(brief.sentences),
    )


def facts_evidence(brief: Brief) -> Iterator[Evidence]:
    """The passages that facts rest on; the mere naming of an actor, beyond its first, is none."""
    for actor in brief.actors:
        yield actor.evidence[0]
        yield from (piece for role in actor.roles for piece in role.evidence)
    for demand in brief.demands:
        yield from demand.evidence
        yield from (piece for response in demand.responses for piece in response.evidence)
    debated = brief.sanctions
    groups: list[Iterable[object]] = [brief.summary, brief.statements, brief.dates]
    groups += [debated.measures, debated.positions, debated.disputes] if debated else []
    for group in groups:
        for fact in group:
            yield from getattr(fact, "evidence", ())


def silent(brief: Brief) -> int:
    """How many sentences of the source no fact rests on."""
    passages = sorted((piece.start, piece.end) for piece in facts_evidence(brief))
    return sum(not any(start < last and first < end for first, last in passages) for start, end in brief.sentences)


def marked(brief: Brief) -> tuple[Markdown, ...]:
    """The paragraphs of the source, marked where a fact rests on them."""
    text = brief.article.text
    spans = [(piece.start, piece.end) for piece in facts_evidence(brief)]
    paragraphs: list[Markdown] = []
    start = 0
    for paragraph in text.split(PARAGRAPH):
        paragraphs.append(marked_within(text, spans, start, start + len(paragraph), whole=True))
        start += len(paragraph) + len(PARAGRAPH)
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def marked_within(text: str, spans: Iterable[tuple[int, int]], start: int, end: int, *, whole: bool) -> Markdown:
    """A stretch of a text with some spans marked; of the rest, unless shown `whole`, only that it was left out."""
    place, shown = start, ""
    for first, last in ((max(a, start), min(b, end)) for a, b in _merged(spans) if a < end and start < b):
        shown += _between(text[place:first], whole=whole) + f"<mark>{_spaced(text[first:last])}</mark>"
        place = last
    return Markdown((shown + _between(text[place:end], whole=whole)).strip())


def _between(words: str, *, whole: bool) -> str:
    return _spaced(words) if whole or len(words.strip()) <= 1 else " … "


def _spaced(words: str) -> str:
    """Escaped text with the white space at its edges, which parts it from its neighbours."""
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and words.strip() else ""
    return f"{before}{escape(words)}{after}"


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    open_start, open_end = -1, -1
    for start, end in sorted(spans):
        if start > open_end:
            if open_end >= 0:
                yield open_start, open_end
            open_start, open_end = start, end
        open_end = max(open_end, end)
    if open_end >= 0:
        yield open_start, open_end
