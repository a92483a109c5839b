"""Blocks of Markdown as MkDocs reads it: paragraphs, lists, tables, footnotes, folds, code and HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from generator.writers.lines import ended_rows
from generator.writers.sentences import sentences
from generator.writers.tables import RULE, table
from generator.writers.units import INDENT, Unit, dedented, indented

HEADING = re.compile(r"#{1,6}(?:[ \t]+|$)")
FENCE = re.compile(r"[ ]{0,3}(?P<fence>`{3,}|~{3,})")
FOLD = re.compile(r"(?:!!!|\?\?\?\+?|===)[ \t]*\S")
FOOTNOTE = re.compile(r"\[\^(?P<label>[^\]\s]+)\]:[ \t]*")
ITEM = re.compile(r"(?P<lead>[ ]{0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+)(?=\S)")
HTML = re.compile(r"</?[A-Za-z]|<!")
ID = re.compile(r"\{:?[^{}\n]*?#(?P<id>[A-Za-z0-9][A-Za-z0-9_-]*)[^{}\n]*\}")
ATTRIBUTES = re.compile(r"\s*\{:?[^{}\n]*\}$")


def blocks(text: str) -> tuple[str, list[Unit]]:
    """Blank lines at the start, then the blocks, each with what parts it from the next."""
    lines = ended_rows(text)
    start = _after_blanks(lines, 0)
    before, found, at = "".join(lines[:start]), [], start
    while at < len(lines):
        make, end = _block(lines, at)
        following = _after_blanks(lines, end)
        body = "".join(lines[at:end])
        held = body.rstrip(" \t\n")
        unit = make(held)
        found.append(replace(unit, tail=body[len(held) :] + "".join(lines[end:following])))
        at = following
    return before, found


def _block(lines: list[str], at: int) -> tuple[Callable[[str], Unit], int]:
    """How to read the block that begins at a line, and the line behind it."""
    line = lines[at]
    fence = FENCE.match(line)
    if fence:
        return _verbatim, _fenced(lines, at, fence["fence"])
    if HEADING.match(line):
        return _heading, at + 1
    if FOLD.match(line):
        return _fold, _indented(lines, at + 1)
    if FOOTNOTE.match(line):
        return _footnote, _indented(lines, at + 1)
    if line.startswith((INDENT, "\t")):
        return _verbatim, _indented(lines, at)
    if HTML.match(line):
        return _verbatim, _until(lines, at + 1, lambda _line: False)
    if "|" in line and at + 1 < len(lines) and RULE.match(lines[at + 1]):
        return table, _until(lines, at + 2, lambda row: "|" not in row)
    if ITEM.match(line):
        return _list, _listed(lines, at)
    return _paragraph, _until(lines, at + 1, _interrupts)


def _interrupts(line: str) -> bool:
    return bool(HEADING.match(line) or FENCE.match(line) or FOLD.match(line) or FOOTNOTE.match(line))


def _until(lines: list[str], at: int, ends: Callable[[str], bool]) -> int:
    while at < len(lines) and lines[at].strip() and not ends(lines[at]):
        at += 1
    return at


def _after_blanks(lines: list[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


def _fenced(lines: list[str], at: int, fence: str) -> int:
    for end in range(at + 1, len(lines)):
        line = lines[end].strip()
        if line.startswith(fence) and not line.strip(fence[0]):
            return end + 1
    return len(lines)


def _indented(lines: list[str], at: int) -> int:
    """The line behind an indented body, blank lines inside it included."""
    while at < len(lines):
        following = _after_blanks(lines, at)
        if following == len(lines) or not lines[following].startswith((INDENT, "\t")):
            return at
        at = following + 1
    return at


def _listed(lines: list[str], at: int) -> int:
    """The line behind a list: one that follows a blank line, and is neither an item nor indented."""
    end = at + 1
    while end < len(lines):
        following = _after_blanks(lines, end)
        if following == len(lines):
            return end
        line = lines[following]
        if following > end and not (ITEM.match(line) or line[:1] in " \t"):
            return end
        if _interrupts(line):
            return end
        end = following + 1
    return end


def _verbatim(text: str) -> Unit:
    return Unit(kind="verbatim", text=text)


def key_of(text: str) -> str:
    """The id that an attribute list in a text gives, as a firm key; empty without one."""
    match = ID.search(text)
    return f"#{match['id']}" if match else ""


def _heading(text: str) -> Unit:
    return Unit(kind="heading", key="=heading", text=text)


def _paragraph(text: str) -> Unit:
    stripped = text.lstrip()
    lead = text[: len(text) - len(stripped)]
    return Unit(kind="paragraph", key=key_of(text), lead=lead, parts=sentences(stripped))


def _footnote(text: str) -> Unit:
    match = FOOTNOTE.match(text)
    lead = match[0] if match else ""
    label = match["label"] if match else ""
    return Unit(kind="footnote", key=f"^{label}", lead=lead, parts=sentences(text[len(lead) :]))


def _list(text: str) -> Unit:
    lines = ended_rows(text)
    margin = len(lines[0]) - len(lines[0].lstrip())
    starts = [at for at, line in enumerate(lines) if ITEM.match(line) and len(line) - len(line.lstrip()) <= margin]
    items = []
    for at, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        body = "".join(lines[at:end])
        held = body.rstrip()
        items.append(replace(_item(held), tail=body[len(held) :]))
    return Unit(kind="list", parts=tuple(items))


def _item(text: str) -> Unit:
    """A list item: its own sentences, then what stands below it (a nested list, a paragraph) in one piece."""
    match = ITEM.match(text)
    lead = match["lead"] if match else ""
    own = text[len(lead) :]
    lines = ended_rows(own)
    end = next((at for at, line in enumerate(lines) if at and (not line.strip() or _opens(line.lstrip()))), len(lines))
    written = "".join(lines[:end]).rstrip()
    attributes = ATTRIBUTES.search(written)
    if attributes and attributes.start():
        written = written[: attributes.start()]
    parts = list(sentences(written))
    rest = own[len(written) :]
    if rest.strip():
        held = rest.lstrip()
        parts[-1] = replace(parts[-1], tail=rest[: len(rest) - len(held)])
        parts.append(Unit(kind="verbatim", key="=rest", text=held))
    return Unit(kind="item", key=key_of(text), lead=lead, parts=tuple(parts))


def _opens(line: str) -> bool:
    return bool(ITEM.match(line) or _interrupts(line) or HTML.match(line))


def _fold(text: str) -> Unit:
    """An admonition, a foldable block or a tab: its title in the lead, its body as blocks without their indent."""
    title, _, inner = text.partition("\n")
    flat = dedented(inner)
    if not inner or indented(flat) != inner:
        return _verbatim(text)
    before, parts = blocks(flat)
    made = Unit(kind="fold", key=key_of(title) or f"~{title.strip()}", lead=f"{title}\n{before}", parts=_hoisted(parts))
    return made if made.body == text else _verbatim(text)


def _hoisted(parts: list[Unit]) -> tuple[Unit, ...]:
    return (*parts[:-1], *(replace(part, tail="") for part in parts[-1:]))
