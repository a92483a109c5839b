"""Sentence bounds in whole articles, against a careful reader's."""

from __future__ import annotations

from pathlib import Path

import yaml
from spacy.language import Language

FLOOR = 0.98
ARTICLES: list[str] = yaml.safe_load(Path(__file__).with_name("article_bounds.yaml").read_text("utf-8"))


def bounds(article: str) -> tuple[str, set[tuple[int, int]]]:
    """The text, its sentences joined by blanks within a paragraph, and each sentence's start and end."""
    text, sentences = "", set()
    for number, paragraph in enumerate(article.strip().split("\n\n")):
        text += "\n\n" if number else ""
        for place, line in enumerate(paragraph.splitlines()):
            text += " " if place else ""
            sentences.add((len(text), len(text) + len(line)))
            text += line
    return text, sentences


def test_sentences_are_those_of_a_reader(nlp: Language) -> None:
    wanted, found = set(), set()
    for article in ARTICLES:
        text, sentences = bounds(article)
        wanted |= {text[start:end] for start, end in sentences}
        found |= {sentence.text.strip() for sentence in nlp(text).sents}
    assert 2 * len(wanted & found) >= FLOOR * (len(wanted) + len(found)), sorted(wanted ^ found)
