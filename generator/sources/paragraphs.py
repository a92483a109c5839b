"""Plain text, cleaned and parted into paragraphs.

White space is the only thing rewritten: line ends, runs of spaces, invisible layout characters, and the line breaks of
text that was wrapped to a width.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028]")
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Controls, and the layout characters that have no width: soft hyphen, zero-width space, word joiner, byte order mark.
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff]")
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_INDENT = re.compile(r"(?: {2,}|\t)\S")
_HYPHENATED = re.compile(r"[^\W\d_]-\Z")
_WIDEST_WRAP = 100
"""Characters; mail, terminals and typewriters wrap at 60 to 80, some editors at 100."""
_NARROWEST_WRAP = 40
_LINES_OF_A_PARAGRAPH = 2
"""A block of more lines, unwrapped, may be several paragraphs."""
_SLACK = 8
"""Characters by which the lines of a wrapped text fall short of its width."""


def cleaned(text: str) -> str:
    """Unicode NFC with line feeds as line ends, no control or zero-width layout characters; spaces stay as they are."""
    text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def joined(paragraphs: Iterable[str]) -> str:
    """The text of an article: paragraphs parted by one empty line, runs of spaces made one."""
    trimmed = (_SPACES.sub(" ", paragraph).strip() for paragraph in paragraphs)
    return "\n\n".join(paragraph for paragraph in trimmed if paragraph)


def of_plain(text: str) -> tuple[str, ...]:
    """The paragraphs of plain text (as `cleaned` gives it).

    Lines wrapped to one width are put together again. Otherwise every line is a paragraph, whether or not empty lines
    part some of them.
    """
    blocks = [block.split("\n") for block in _BLANK.split(text.strip("\n"))]
    if not _wrapped(blocks):
        return tuple(line for block in blocks for line in block)
    width = _width(blocks)
    return tuple(paragraph for block in blocks for paragraph in _unwrapped(block, width))


def of_markdown(blocks: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs of Markdown's blocks, whose line breaks are line feeds.

    By CommonMark a single line break is a space. A text pasted with one paragraph a line and no empty lines is known
    by being (nearly) all one block of lines that were not wrapped: there every line is a paragraph.
    """
    lines = [block.split("\n") for block in blocks]
    broken = [block for block in lines if len(block) > 1]
    if (
        len(broken) == 1
        and len(broken[0]) > _LINES_OF_A_PARAGRAPH
        and not _wrapped(lines)
        and _outweighs(broken[0], lines)
    ):
        return tuple(line for block in lines for line in block)
    return tuple(_run_on(block) for block in lines)


def _outweighs(block: list[str], blocks: list[list[str]]) -> bool:
    return sum(map(len, block)) * 2 > sum(len(line) for other in blocks for line in other)


def _width(blocks: list[list[str]]) -> int:
    return max((len(line.rstrip()) for block in blocks if len(block) > 1 for line in block), default=0)


def _wrapped(blocks: list[list[str]]) -> bool:
    """True where most line breaks stand where the next word would have run over the widest line."""
    width = _width(blocks)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    breaks = [_full(line, after, width) for block in blocks for line, after in pairwise(block)]
    return len(breaks) > 1 and sum(breaks) * 2 > len(breaks)


def _full(line: str, after: str, width: int) -> bool:
    word = after.split(maxsplit=1)
    return len(line.rstrip()) + 1 + len(word[0] if word else "") > width - _SLACK


def _unwrapped(block: list[str], width: int) -> list[str]:
    parts = [[block[0]]]
    for line, after in pairwise(block):
        indented = bool(_INDENT.match(after)) and not _INDENT.match(line)
        if indented or not (_full(line, after, width) or after.lstrip()[:1].islower()):
            parts.append([after])
        else:
            parts[-1].append(after)
    return [_run_on(lines) for lines in parts]


def _run_on(lines: list[str]) -> str:
    """Lines as one; a hyphen at a line's end keeps its word together."""
    text = lines[0].strip()
    for line in map(str.strip, lines[1:]):
        hyphenated = _HYPHENATED.search(text) and line[:1].islower()
        text += line if hyphenated else f" {line}"
    return text
