"""Markdown sources: the markup read and taken off.

markdown-it-py reads the CommonMark here as it checks pages in the room that writes them. Rules that would eat
characters of running news are off: code spans and blocks (``quoted'' of the wires, indented paragraphs), emphasis
inside words (f***s, snake_case).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.token import Token

from generator.sources import paragraphs
from generator.sources.content import Content
from generator.sources.tags import without_tags

_BREAK = "\n\n"


def read(text: str, title: str | None) -> Content:
    """The content of Markdown text; its first heading of level 1 is the title, unless `title` is another one.

    That heading counts where no more than one paragraph stands above it, and leaves the body.
    """
    blocks = tuple(_blocks(text))
    heading = _title(blocks)
    if heading is not None and (title is None or _same(blocks[heading][1], title)):
        title = blocks[heading][1]
        blocks = blocks[:heading] + blocks[heading + 1 :]
    parts = tuple(part for _, block in blocks for part in block.split(_BREAK))
    return Content(paragraphs=paragraphs.of_markdown(parts), title=" ".join((title or "").split()))


def _title(blocks: tuple[tuple[str, str], ...]) -> int | None:
    return next((place for place, (kind, _) in enumerate(blocks[:2]) if kind == "h1"), None)


def _same(one: str, other: str) -> bool:
    return "".join(filter(str.isalnum, one)).casefold() == "".join(filter(str.isalnum, other)).casefold()


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Kind (`h1`, `p`, ...) and text of each block; a single line break is a line feed, a hard one an empty line."""
    kind, marker = "p", ""
    for token in _reader().parse(text):
        if token.type == "heading_open":
            kind = token.tag
        elif token.type == "list_item_open":
            # A bullet is markup; a number may be what the line says.
            marker = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            written = _inline(token)
            if written.strip():
                yield kind, marker + written
            kind, marker = "p", ""
        elif token.type in {"html_block", "fence"}:
            written = token.content if token.type == "fence" else without_tags(token.content)
            if written.strip():
                yield "p", marker + written.strip("\n")
                marker = ""


def _inline(token: Token) -> str:
    return "".join(_pieces(token.children or ()))


def _pieces(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "softbreak":
            yield "\n"
        elif token.type == "hardbreak":
            yield _BREAK
        elif token.type == "html_inline":
            yield without_tags(token.content)
        elif token.type != "image":
            yield token.content


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark").disable(["code", "backticks"])
    reader.inline.ruler.at("emphasis", _emphasis)
    return reader


def _emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the signature of markdown-it's rules)
    """CommonMark's emphasis markers, with `*` held to the rule for `_`: none inside a word."""
    start, known = state.pos, len(state.delimiters)
    done = emphasis.tokenize(state, silent)
    if done:
        in_word_before = start > 0 and state.src[start - 1].isalnum()
        in_word_after = state.pos < len(state.src) and state.src[state.pos].isalnum()
        for delimiter in state.delimiters[known:]:
            delimiter.open = delimiter.open and not in_word_before
            delimiter.close = delimiter.close and not in_word_after
    return done
