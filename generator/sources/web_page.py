"""Saved web pages: main text and metadata."""

from __future__ import annotations

import re
from typing import Any

from generator.sources import dates, paragraphs
from generator.sources.content import Content
from generator.sources.tags import without_tags

_LITTLE = 250
"""Characters; below, the search for the main text has probably missed it."""
_PARAGRAPH = re.compile(r"<p\b", re.IGNORECASE)
_BULLET = re.compile(r"^- ", re.MULTILINE)
_DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}
"""Dates from metadata and the address alone: none guessed from the text, none judged by today's date."""


def read(markup: str) -> Content:
    """The content of an HTML page, found by trafilatura; where that finds nothing, all text between the tags."""
    page = _extracted(markup)
    if page is None:
        return Content(paragraphs=paragraphs.of_plain(paragraphs.cleaned(without_tags(markup))))
    title = " ".join((page.title or "").split())
    lines = _BULLET.sub("", paragraphs.cleaned(page.text)).split("\n")
    if title and lines[0].strip() == title:
        del lines[0]
    return Content(
        paragraphs=tuple(lines),
        title=paragraphs.cleaned(title),
        published=dates.iso(page.date) if page.date else None,
        outlet=page.sitename or None,
        url=page.url if (page.url or "").startswith(("https://", "http://")) else None,
        byline=tuple(name.strip() for name in (page.author or "").split(";") if name.strip()),
    )


def _extracted(markup: str) -> Any:
    from trafilatura import bare_extraction  # noqa: PLC0415  (a third of a second to load, for web pages only)

    def search(*, recall: bool = False, precision: bool = False) -> Any:
        page: Any = bare_extraction(
            markup,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            favor_recall=recall,
            favor_precision=precision,
            date_extraction_params=_DATE_SEARCH,
        )
        return page if page is not None and (page.text or "").strip() else None

    page = search()
    if page is None or len(page.text) < _LITTLE:
        wider = search(recall=True)
        if page is None or (wider is not None and len(wider.text) > len(page.text)):
            page = wider
    # A short article with a picture or a table comes back as one paragraph, unless asked for precisely.
    if page is not None and "\n" not in page.text and len(_PARAGRAPH.findall(markup)) > 1:
        parted = search(precision=True)
        if parted is not None and "\n" in parted.text:
            return parted
    return page
