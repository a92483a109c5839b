"""From articles to findings, streamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from generator.language import marks, order
from generator.model.article import Article
from generator.model.findings import Findings


def findings(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Article, Findings]]:
    """The findings of each article, in the order given."""
    pairs = ((article.text, article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=16):
        yield article, read(doc, article)


def read(doc: Doc, article: Article) -> Findings:
    """The findings of one parsed article."""
    found = marks.attach(doc, article)
    order.annotate(doc)
    return Findings(
        actors=found.actors,
        statements=found.statements,
        demands=found.demands,
        measures=found.measures,
        positions=found.positions,
        disputes=found.disputes,
        dates=found.dates,
        timexes=tuple(mark.timex for mark in found.times),
        attributions=found.attributions,
        sentences=tuple((sent.start_char, sent.end_char) for sent in marks.usable(doc)),
        headline=found.headline,
        publication=found.publication,
        diagnostics=tuple(found.diagnostics),
    )
