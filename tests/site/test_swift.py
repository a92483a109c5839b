"""Pages converted without the steps that would find nothing, beside Python-Markdown's own conversion."""

from __future__ import annotations

import json
import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor as Inline
from markdown.treeprocessors import InlineProcessor, Treeprocessor

from generator.site.shape import EXTENSION as SHAPE
from generator.site.swift import EXTENSION, SIGNS

OURS = ("toc", "tables", "fenced_code", "admonition", "attr_list", "footnotes", "pymdownx.details", SHAPE)
OTHERS = ("abbr", "def_list", "md_in_html", "nl2br", "sane_lists", "smarty", "wikilinks", "pymdownx.betterem")
PIECES = st.sampled_from(
    [
        *(
            "word",
            "Ana Bell",
            " ",
            "  ",
            "\n",
            "  \n",
            "\n\n",
            "    ",
            "- ",
            "1. ",
            "> ",
            "# ",
            "### ",
            "|",
            "---",
            "==",
        ),
        *("*", "**", "_", "__", "`", "``", "\\", "\\*", "\\[", "[", "]", "(", ")", "](a.md)", "![", "[^a]", "[^a]: "),
        *("[r]: /there", "[r]", "[r][]", "![r]", "<", ">", "<b>", "</b>", "<div>\n", "</div>\n", "<!-- -->"),
        *("<https://a.example/>", "<ana@a.example>", "&", "&amp;", "&#91;", "{", "}", "{#one}", "{.two}"),
        *("!!! note", '??? note "N"', "???+ note", "[TOC]", "~~~", "```", ":", '"', "'", "^", "~", "\x02", "\x03", "¶"),
        *("*[HTML]: language", "HTML", "[[page]]"),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def converted(text: str, extensions: tuple[str, ...]) -> tuple[str, str]:
    """The HTML of a page, and its contents."""
    md = markdown.Markdown(extensions=list(extensions), extension_configs={"toc": {"permalink": True}})
    html = md.convert(text)
    return html, json.dumps(getattr(md, "toc_tokens", []))


@settings(deadline=None)
@given(TEXTS)
def test_any_text_comes_out_as_python_markdown_has_it(text: str) -> None:
    assert converted(text, (*OURS, EXTENSION)) == converted(text, OURS)


@settings(deadline=None)
@given(TEXTS)
def test_beside_other_extensions_too(text: str) -> None:
    assert converted(text, (*OURS, *OTHERS, EXTENSION)) == converted(text, (*OURS, *OTHERS))


@pytest.mark.parametrize("page", sorted(Path("docs").rglob("*.md")), ids=str)
def test_the_pages_of_this_site_come_out_the_same(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert converted(text, (*OURS, EXTENSION)) == converted(text, OURS)


def test_most_patterns_of_the_pages_are_known() -> None:
    patterns = list(markdown.Markdown(extensions=list(OURS)).inlinePatterns)
    assert {pattern.pattern for pattern in patterns} == set(SIGNS)


class Loud(Inline):
    """Somebody's own pattern, which makes no element."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        return "LOUD", m.start(0), m.end(0)


class Shouting(Extension):
    """Brings an inline pattern of its own."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.inlinePatterns.register(Loud("loud", md), "loud", 65)


class Own(InlineProcessor):
    """Somebody's own step."""


class Replacing(Extension):
    """Brings a step in the place of Python-Markdown's."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        steps: markdown.util.Registry[Treeprocessor] = md.treeprocessors
        steps.register(Own(md), "inline", 20)


def test_a_pattern_that_nobody_knows_is_tried() -> None:
    assert markdown.markdown("so loud a word", extensions=[Shouting(), EXTENSION]) == "<p>so LOUD a word</p>"


def test_a_step_of_another_extension_stays() -> None:
    md = markdown.Markdown(extensions=[Replacing(), EXTENSION])
    assert type(md.treeprocessors["inline"]) is Own
    assert md.convert("*a*") == "<p><em>a</em></p>"
