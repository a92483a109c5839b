"""The passage of a source that a writer quotes: letter by letter, save how marks, dashes and lines are typed."""

from __future__ import annotations

import re

from generator.model.article import Article
from generator.model.evidence import Evidence

ALIKE = ('“”"„«»', "‘’'ʼ", "-‐‑–—", "…")


def passage(article: Article, quotation: str) -> Evidence | None:
    """The first passage of an article that reads so; None where there is none."""
    words = [re.escape(word) for word in quotation.split()]
    if not words:
        return None
    pattern = r"\s+".join("".join(_any(sign) for sign in _signs(word)) for word in words)
    match = re.search(pattern, article.text)
    return article.cite(*match.span()) if match else None


def _signs(word: str) -> list[str]:
    return re.findall(r"\\.|.", word)


def _any(sign: str) -> str:
    plain = sign[-1]
    for group in ALIKE:
        if plain in group:
            return f"[{re.escape(group)}]"
    return sign
