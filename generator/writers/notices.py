"""What a page says of itself: that it has no base, that its source is gone, that it was withdrawn."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model.article import Status
from generator.model.diagnostic import Diagnostic
from generator.writers import conflicts
from generator.writers.conflicts import OPENING, Conflict, Notice, Orphan
from generator.writers.lines import Style, restyled
from generator.writers.merge import Merged
from generator.writers.merging import behind_title
from generator.writers.parsing import FRONT, parse
from generator.writers.units import source

__all__ = ["OPENING", "beside", "conflict_faults", "is_stub", "orphaned", "stands_beside", "stub"]

STUB = re.compile(r"^withdrawn: ", re.MULTILINE)
WHY: dict[Status, str] = {
    "draft": "Its source is being worked on.",
    "embargo": "Its source is under embargo.",
    "retracted": "Its source was retracted.",
}


def beside(mine: str, theirs: str, path: str) -> Merged:
    """A page without a base: the writer's, with a block that says where the generated one lies."""
    return Merged(text=_noticed(mine, (_beside(path),)), base="", conflicts=(_beside(path),), pending=theirs)


def _beside(path: str) -> Conflict:
    return Conflict(kind="page", where=path, mine="", theirs=None)


def stands_beside(mine: str, path: str) -> bool:
    """Whether the block of a page without a base stands on it."""
    return _beside(path).id in conflicts.split(Style.of(mine).plain)[1]


def orphaned(mine: str, path: str) -> str:
    """A writer's page whose source is gone, with a note that says so."""
    return _noticed(mine, (Orphan(path=path),))


def _noticed(mine: str, notes: tuple[Notice, ...]) -> str:
    style = Style.of(mine)
    flat, _standing = conflicts.split(style.plain)
    page = parse(flat)
    parts = behind_title(list(page.parts), notes)
    text = source(replace(page, parts=tuple(parts)))
    return mine if text == style.plain else restyled(text, style)


def stub(identity: str, status: Status) -> str:
    """The page that stands for one whose source is no longer published."""
    key = "story" if identity.startswith("story:") else "article"
    name = identity.removeprefix("story:").replace("\\", "\\\\").replace('"', '\\"')
    return (
        f'---\ntitle: "Withdrawn"\n{key}: "{name}"\nwithdrawn: {status}\nsearch:\n  exclude: true\n---\n\n'
        f'# Withdrawn\n\n!!! note "This brief was withdrawn"\n    {WHY.get(status, "")}\n'
    )


def conflict_faults(text: str) -> tuple[Diagnostic, ...]:
    """The conflicts that stand on a page, each with its line."""
    plain = Style.of(text).plain
    return tuple(
        Diagnostic(
            severity="error",
            code="conflict",
            message=f"conflict {found['id']} is open; choose on the page, or say briefs accept",
            line=line,
        )
        for line, row in enumerate(plain.split("\n"), start=1)
        if (found := OPENING.match(row.strip())) and found["kind"] == "conflict"
    )


def is_stub(text: str) -> bool:
    """Whether a page stands for a withdrawn one."""
    front = FRONT.match(Style.of(text).plain)
    return bool(front and STUB.search(front["fields"]))
