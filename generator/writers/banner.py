"""Blocks that concern a whole page, at its top, behind its title."""

from __future__ import annotations

from dataclasses import replace

from generator.writers import conflicts
from generator.writers.conflicts import Notice
from generator.writers.lines import Style, restyled
from generator.writers.merging import behind_title
from generator.writers.parsing import parse
from generator.writers.units import source


def under_banner(mine: str, notice: Notice) -> str:
    """A writer's page with one block at its top, and without those that stood on it."""
    style = Style.of(mine)
    page = parse(conflicts.split(style.plain)[0])
    text = source(replace(page, parts=tuple(behind_title(list(page.parts), (notice,)))))
    return mine if text == style.plain else restyled(text, style)
