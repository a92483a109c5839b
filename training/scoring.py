"""Scores of a pipeline on treebanks and on names: the figures of the model card."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spacy.scorer import Scorer
from spacy.training import Example

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

_PUNCTUATION = ("p", "punct")


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntaxScores:
    """Percentages; attachment scores leave punctuation out, `labels` is F1 by dependency label."""

    tag: float
    upos: float
    uas: float
    las: float
    sentences: float
    labels: dict[str, float]

    def __str__(self) -> str:
        return (
            f"tag {self.tag:.1f} upos {self.upos:.1f} uas {self.uas:.1f} las {self.las:.1f} "
            f"sentences {self.sentences:.1f}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NameScores:
    """Percentages over exact spans with labels; `labels` is F1 by label."""

    precision: float
    recall: float
    f1: float
    labels: dict[str, float]

    def __str__(self) -> str:
        by_label = " ".join(f"{label} {value:.0f}" for label, value in self.labels.items())
        return f"P {self.precision:.1f} R {self.recall:.1f} F {self.f1:.1f} ({by_label})"


def score_syntax(nlp: Language, gold: Sequence[Doc]) -> SyntaxScores:
    """Tags, trees and sentences of `nlp` on the texts of `gold`."""
    examples = [Example(found, doc) for found, doc in zip(nlp.pipe(doc.text for doc in gold), gold, strict=True)]
    tags = Scorer.score_token_attr(examples, "tag")
    parts = Scorer.score_token_attr(examples, "pos")
    sentences = Scorer.score_spans(examples, "sents", has_annotation=lambda doc: doc.has_annotation("SENT_START"))
    trees: dict[str, Any] = Scorer.score_deps(
        examples, "dep", getter=lambda token, attr: getattr(token, f"{attr}_"), ignore_labels=_PUNCTUATION
    )
    return SyntaxScores(
        tag=100 * tags["tag_acc"],
        upos=100 * parts["pos_acc"],
        uas=100 * trees["dep_uas"],
        las=100 * trees["dep_las"],
        sentences=100 * sentences["sents_f"],
        labels={label: 100 * value["f"] for label, value in sorted(trees["dep_las_per_type"].items())},
    )


def score_names(
    found: Iterable[Doc], gold: Iterable[Doc], *, merge: dict[str, str], labels: frozenset[str]
) -> NameScores:
    """Names in `found` against those in `gold`, both with labels renamed by `merge` and only those of `labels`.

    A leading "the" and a closing possessive are left out on both sides.
    """
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for found_doc, gold_doc in zip(found, gold, strict=True):
        have, want = (_spans(doc, merge, labels) for doc in (found_doc, gold_doc))
        right.update(label for *_, label in have & want)
        wrong.update(label for *_, label in have - want)
        missed.update(label for *_, label in want - have)
    hits, extra, lost = right.total(), wrong.total(), missed.total()
    return NameScores(
        precision=100 * hits / max(1, hits + extra),
        recall=100 * hits / max(1, hits + lost),
        f1=200 * hits / max(1, 2 * hits + extra + lost),
        labels={
            label: 200 * right[label] / max(1, 2 * right[label] + wrong[label] + missed[label])
            for label in sorted(labels)
        },
    )


def _spans(doc: Doc, merge: dict[str, str], labels: frozenset[str]) -> set[tuple[int, int, str]]:
    spans = set()
    for name in doc.ents:
        label = merge.get(name.label_, name.label_)
        if label in labels:
            start = name.start_char + (4 if name.text.lower().startswith("the ") else 0)
            end = name.end_char - (2 if name.text.endswith(("'s", "’s")) else 0)
            spans.add((start, end, label))
    return spans
