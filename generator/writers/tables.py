"""Tables of Markdown: rows by their id or their first cell, cells by their place."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.writers.lines import ended_rows
from generator.writers.units import Unit

RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
CELL = re.compile(r"(?:\\.|`[^`\n]*`|[^|\\`]|[\\`])*\|?")
ROW_ID = re.compile(
    r"\{:?[^{}]*?#(?P<list>[A-Za-z0-9][\w-]*)|<(?:a|span|div)\b[^>]*\bid=[\"']?(?P<tag>[A-Za-z0-9][\w-]*)"
)


def table(text: str) -> Unit:
    """A table: the heading, the rule below it, the rows; what is glued to its end is a row, too."""
    lines = ended_rows(text)
    rows = [_row(line.rstrip("\n"), place) for place, line in enumerate(lines)]
    parts = [replace(row, tail="\n" if line.endswith("\n") else "") for row, line in zip(rows, lines, strict=True)]
    return Unit(kind="table", parts=tuple(parts))


def _row(line: str, place: int) -> Unit:
    if place == 1:
        return Unit(kind="verbatim", key="=rule", text=line)
    held = line.lstrip()
    lead = line[: len(line) - len(held)]
    if held.startswith("|"):
        lead, held = f"{lead}|", held[1:]
    cells = tuple(_cell(match[0]) for match in CELL.finditer(held) if match[0])
    return Unit(kind="row", key="=head" if place == 0 else _key(line, cells), lead=lead, parts=cells)


def _cell(text: str) -> Unit:
    bar = "|" if text.endswith("|") and not text.endswith("\\|") else ""
    inner = text[: len(text) - len(bar)]
    held = inner.strip()
    lead = inner[: len(inner) - len(inner.lstrip())] if held else ""
    return Unit(kind="cell", lead=lead, text=held, tail=inner[len(lead) + len(held) :] + bar)


def _key(line: str, cells: tuple[Unit, ...]) -> str:
    found = ROW_ID.search(line)
    if found:
        return f"#{found['list'] or found['tag']}"
    return f"~{cells[0].text}" if cells and cells[0].text else ""
