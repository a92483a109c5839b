"""The footnotes of one page: every item cites its passages, every passage stands once at the foot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from generator.model.quoting import quoted
from generator.model.wording import date_in_words
from generator.pages.escape import Markdown, escape, link, web_link
from generator.pages.report import Citation, Cited


class Citing(Protocol):
    """An item with the passages that it rests on."""

    @property
    def cites(self) -> Cited:
        """The passages."""


class Notes:
    """Collects the passages in the order of their first citation."""

    def __init__(self, briefs: dict[str, str] | None = None) -> None:
        self.cited: dict[str, Citation] = {}
        self.briefs = briefs or {}

    def cite(self, item: Citing) -> Markdown:
        """The marks that lead to an item's passages."""
        for citation in item.cites:
            self.cited.setdefault(citation.label, citation)
        return Markdown("".join(f"[^{label}]" for label in dict.fromkeys(one.label for one in item.cites)))

    def definitions(self) -> Markdown:
        """The passages, one a line, each as far as its article may be shown (CONTRACT.md, "Rights")."""
        return Markdown("\n".join(self._definitions()))

    def left_out(self) -> int:
        """How many of the passages cited so far are left out as their source has no words left (`Quota`)."""
        return sum(not one.shown and one.article.publish_source != "none" for one in self.cited.values())

    def _definitions(self) -> Iterator[str]:
        for label, citation in self.cited.items():
            passage = escape(quoted(citation.quote)) if citation.shown else ""
            whence = ", ".join(self._whence(citation))
            yield f"[^{label}]: {' '.join(filter(None, (passage, whence)))}"

    def _whence(self, citation: Citation) -> Iterator[str]:
        """Of whom a passage is: on a page of several briefs, of which one."""
        article = citation.article
        path = self.briefs.get(article.id)
        name = article.outlet or article.source or ""
        if path:
            yield link(article.title or article.id, path)
            if name:
                yield escape(name)
        elif name or article.url:
            yield web_link(name or "source", article.url)
        elif not citation.shown:
            yield escape(article.title or article.id)
        if article.published and (path or not citation.shown):
            yield escape(date_in_words(article.published))
