"""One table of all figures of a pipeline: `python -m training.evaluate CORPORA [PIPELINE [BESIDE]]`.

PIPELINE is a name or path that the package loads ("bundled" by default). With BESIDE, the path of another pipeline,
load time and speed of both are measured in turn in the same run; set OMP_NUM_THREADS=1 for it.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import spacy

from generator.language.pipelines import BUNDLED, load_pipeline
from training.conllu import read_treebank
from training.gum_names import gum_passage
from training.name_corpora import universal_ner
from training.passages import Name, Passage, grouped, joined, named_doc
from training.scoring import score_names, score_syntax
from training.treebanks import TEST_SETS, groups, test_docs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

_LABELS = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT"})
_WITH_DATES = _LABELS | {"DATE"}
_NEWS = "GUM news"
_PLACES = {"GPE": "GEO", "LOC": "GEO", "FAC": "GEO"}
_ROUNDS, _MEASURED_ARTICLES = 5, 60
_SHOWN = (
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "prep",
    "ccomp",
    "xcomp",
    "agent",
    "appos",
    "relcl",
    "advcl",
    "conj",
    "attr",
)


def main(corpora: Path, name: str = BUNDLED, beside: str | None = None) -> None:
    """Print the table as Markdown."""
    print("| test set | figures, in percent |\n|---|---|")
    for title, scores in figures(load_pipeline(name), corpora).items():
        print(f"| {title} | " + ", ".join(f"{figure} {value:.1f}" for figure, value in scores.items()) + " |")
    if beside:
        print("\n| pipeline | load, s | words/s |\n|---|---|---|")
        for title, (seconds, speed) in _measured(
            {name: lambda: load_pipeline(name), beside: lambda: spacy.load(beside)}, corpora
        ).items():
            print(f"| {title} | {seconds:.2f} | {speed:.0f} |")


def figures(nlp: Language, corpora: Path) -> dict[str, dict[str, float]]:
    """All scores of `nlp` by test set."""
    table: dict[str, dict[str, float]] = {}
    for title, path in TEST_SETS.items():
        trees = score_syntax(nlp, test_docs(corpora / path, nlp.make_doc))
        table[title] = {
            "TAG": trees.tag,
            "UPOS": trees.upos,
            "UAS": trees.uas,
            "LAS": trees.las,
            "sentences": trees.sentences,
        }
        if title == _NEWS:
            table[f"{title}, by label"] = {label: trees.labels[label] for label in _SHOWN if label in trees.labels}
    for title, gold, merge, labels in _name_tests(corpora, nlp.make_doc):
        names = score_names(nlp.pipe(doc.text for doc in gold), gold, merge=merge, labels=labels)
        table[title] = {"P": names.precision, "R": names.recall, "F1": names.f1, **names.labels}
    return {title: {name: round(value, 1) for name, value in scores.items()} for title, scores in table.items()}


def _name_tests(
    corpora: Path, tokenize: Callable[[str], Doc]
) -> Iterator[tuple[str, list[Doc], dict[str, str], frozenset[str]]]:
    chance = random.Random(1)
    web = grouped(universal_ner(corpora / "ner/uner-ewt-test.iob2", plain=True), chance, most=8)
    yield (
        "names, UNER EWT test",
        [named_doc(part, tokenize) for part in web],
        _PLACES,
        frozenset({"PERSON", "ORG", "GEO"}),
    )
    news = [gum_passage(group) for group in groups(read_treebank(corpora / TEST_SETS[_NEWS]), chance)]
    docs = [named_doc(part, tokenize) for part in news]
    yield "names, GUM news, without dates", docs, {}, _LABELS
    yield "names, GUM news, with dates", docs, {}, _WITH_DATES
    yield "names, seed article", [_seed_article(corpora, tokenize)], {}, _WITH_DATES


def _seed_article(corpora: Path, tokenize: Callable[[str], Doc]) -> Doc:
    paragraphs = json.loads((corpora / "reference/seed-entities.json").read_text("utf-8"))
    parts = [
        Passage(
            text=paragraph["text"],
            names=tuple(Name(start=start, end=end, label=label) for start, end, label in paragraph["ents"]),
        )
        for paragraph in paragraphs
    ]
    return named_doc(joined(parts, by="\n\n"), tokenize)


def _measured(loads: dict[str, Callable[[], Language]], corpora: Path) -> dict[str, tuple[float, float]]:
    """Seconds to load and words a second by processor time, the median of several rounds in which all take turns."""
    lines = (corpora / "raw/wikinews.jsonl").read_text("utf-8").splitlines()[:_MEASURED_ARTICLES]
    texts = [json.loads(line)["text"] for line in lines]
    seconds: dict[str, list[float]] = {name: [] for name in loads}
    speeds: dict[str, list[float]] = {name: [] for name in loads}
    for _ in range(_ROUNDS):
        for name, load in loads.items():
            started = time.process_time()
            nlp = load()
            seconds[name].append(time.process_time() - started)
            started = time.process_time()
            words = sum(len(doc) for doc in nlp.pipe(texts))
            speeds[name].append(words / (time.process_time() - started))
    return {name: (median(seconds[name]), median(speeds[name])) for name in loads}


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
