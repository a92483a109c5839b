"""Python-Markdown without the steps that would find nothing: what comes out is the same, letter by letter.

Python-Markdown tries each of its some 15 inline patterns on each piece of text, and each kind of block on each block,
by regular expressions that search from the first letter to the last. Most texts hold no character that begins any
markup, and to see that takes no expression. What is not in the tables below is tried always, and so is all that other
extensions bring.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import cache
from typing import Any

from markdown import Markdown, blockprocessors, inlinepatterns
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import STX, AtomicString
from pymdownx.details import DetailsProcessor  # type: ignore[import-untyped]

EXTENSION = "generator.site.swift:Swift"
SIGNS: dict[str, tuple[str, ...]] = {
    inlinepatterns.BACKTICK_RE: ("`",),
    inlinepatterns.ESCAPE_RE: ("\\",),
    inlinepatterns.LINK_RE: ("[",),
    inlinepatterns.IMAGE_LINK_RE: ("![",),
    inlinepatterns.AUTOLINK_RE: ("<",),
    inlinepatterns.AUTOMAIL_RE: ("<",),
    inlinepatterns.LINE_BREAK_RE: ("  \n",),
    inlinepatterns.HTML_RE: ("<",),
    inlinepatterns.ENTITY_RE: ("&",),
    r"\*|_": ("*", "_"),
    r"\[\^([^\]]*)\]": ("[^",),
}
"""Of what one stands in every text that an inline pattern matches, by the pattern's regular expression."""
ANY = ("",)
BY_REFERENCE: tuple[type, ...] = (
    inlinepatterns.ReferenceInlineProcessor,
    inlinepatterns.ShortReferenceInlineProcessor,
    inlinepatterns.ImageReferenceInlineProcessor,
    inlinepatterns.ShortImageReferenceInlineProcessor,
)
"""Patterns that change nothing on a page that defines no references."""
BLOCK_SIGNS: dict[type, tuple[str, str]] = {
    blockprocessors.HashHeaderProcessor: ("RE", "#"),
    blockprocessors.BlockQuoteProcessor: ("RE", ">"),
    blockprocessors.ReferenceProcessor: ("RE", "]:"),
    FootnoteBlockProcessor: ("RE", "[^"),
    AdmonitionProcessor: ("RE", "!!!"),
    DetailsProcessor: ("START", "???"),
}
"""Where kinds of blocks keep their regular expressions, and what stands in every block that these find."""
OVERRIDDEN = "_InlineProcessor__handleInline"
APPLY = "_InlineProcessor__applyPattern"


class Swift(Extension):
    """Puts quicker steps in the place of those of Python-Markdown; it has to be the last of all extensions."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Only what is as Python-Markdown made it gives way."""
        steps: Any = md.treeprocessors
        if type(steps["inline"]) is InlineProcessor and hasattr(InlineProcessor, OVERRIDDEN):
            steps.register(_Inline(md), "inline", 20)
        if type(steps["unescape"]) is UnescapeTreeprocessor:
            steps.register(_Unescape(md), "unescape", 0)
        if "toc" in steps and type(steps["toc"]) is TocTreeprocessor:
            _spare_search(steps["toc"])
        for kind in md.parser.blockprocessors:
            name, sign = BLOCK_SIGNS.get(type(kind), ("", ""))
            if name:
                setattr(kind, name, _Sought(getattr(kind, name), sign))
        # Asked for every element by several steps, and answered from a list of sixty names.
        md.is_block_level = cache(md.is_block_level)  # type: ignore[method-assign]


class _Sought:
    """A regular expression that is tried only where its sign stands."""

    def __init__(self, expression: re.Pattern[str], sign: str) -> None:
        self.expression, self.sign = expression, sign

    def search(self, text: str) -> re.Match[str] | None:
        return self.expression.search(text) if self.sign in text else None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.expression, name)


class _Inline(InlineProcessor):
    """Applies to each text those inline patterns that may match it."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.tried: list[tuple[int, Any, tuple[str, ...]]] = []

    def run(self, tree: ET.Element, ancestors: list[str] | None = None) -> ET.Element:
        idle = () if self.md.references else BY_REFERENCE
        patterns: list[Any] = list(self.inlinePatterns)
        self.tried = [
            (place, pattern, () if type(pattern) in idle else SIGNS.get(pattern.pattern, ANY))
            for place, pattern in enumerate(patterns)
        ]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803  (likewise)
        if isinstance(data, AtomicString):
            return data
        for place, pattern, signs in self.tried[patternIndex:]:
            for sign in signs:
                if sign in data:
                    break
            else:
                continue
            matched, start = True, 0
            while matched:
                data, matched, start = getattr(self, APPLY)(pattern, data, place, start)
        return data


class _Unescape(UnescapeTreeprocessor):
    """Restores escaped characters where there are any."""

    def unescape(self, text: str) -> str:
        return super().unescape(text) if STX in text else text


def _spare_search(toc: TocTreeprocessor) -> None:
    """Lets the contents search their place only on a page that names it."""
    replace, marker = toc.replace_marker, toc.marker

    def replace_marker(root: ET.Element, elem: ET.Element) -> None:
        if any(marker in (element.text or "") for element in root.iter()):
            replace(root, elem)

    toc.replace_marker = replace_marker  # type: ignore[method-assign]
