"""From the text of a page to its units; `source(parse(text)) == text` for every text with plain line ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.writers.blocks import blocks, key_of
from generator.writers.units import Unit

FRONT = re.compile(r"---[ \t]*\n(?P<fields>(?:(?!---[ \t]*\n).*\n)*?)---[ \t]*(?:\n|\Z)")
FIELD = re.compile(r"^(?P<key>[^\s:#\-][^:\n]*?)[ \t]*:(?=\s|$)", re.MULTILINE)


def parse(text: str) -> Unit:
    """A page as units: front matter, then sections in one flat sequence, each beginning with its heading."""
    front = FRONT.match(text)
    head = [_front(front)] if front else []
    before, found = blocks(text[front.end() :] if front else text)
    parts = [*head, *_sections(found)]
    if head and len(parts) > 1:
        parts[0] = replace(parts[0], tail=f"{parts[0].tail}{before}")
        before = ""
    elif head:
        return Unit(kind="page", parts=(replace(parts[0], tail=""),), tail=parts[0].tail + before)
    tail = parts[-1].tail if parts else ""
    return Unit(kind="page", lead=before, parts=_untailed(parts), tail=tail)


def _front(match: re.Match[str]) -> Unit:
    fields = match["fields"]
    lead = match[0][: match.start("fields")]
    starts = [found.start() for found in FIELD.finditer(fields)]
    if not starts:
        held = match[0].rstrip("\n")
        return Unit(kind="front", key="=front", text=held, tail=match[0][len(held) :])
    lead += fields[: starts[0]]
    parts = []
    for start, end in zip(starts, [*starts[1:], len(fields)], strict=True):
        body = fields[start:end].rstrip("\n")
        name = FIELD.match(body)
        parts.append(
            Unit(kind="field", key=f"={name['key'] if name else body}", text=body, tail=fields[start + len(body) : end])
        )
    close = fields[len(fields.rstrip("\n")) :] + match[0][match.end("fields") - match.start() :]
    return Unit(kind="front", key="=front", lead=lead, parts=_untailed(parts), tail=close)


def _sections(found: Iterable[Unit]) -> list[Unit]:
    sections: list[list[Unit]] = []
    for block in found:
        if block.kind == "heading" or not sections:
            sections.append([])
        sections[-1].append(block)
    return [_section(parts) for parts in sections]


def _section(parts: list[Unit]) -> Unit:
    key = ""
    if parts[0].kind == "heading":
        key = key_of(parts[0].text) or f"~{parts[0].text.strip('# ')}"
    return Unit(kind="section", key=key, parts=_untailed(parts), tail=parts[-1].tail)


def _untailed(parts: list[Unit]) -> tuple[Unit, ...]:
    return (*parts[:-1], *(replace(part, tail="") for part in parts[-1:]))
