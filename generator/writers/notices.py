"""What a page says of itself: that it has no base, that its source is gone, that it was withdrawn."""

from __future__ import annotations

import re

from generator.model.article import Status
from generator.model.diagnostic import Diagnostic
from generator.writers import conflicts
from generator.writers.banner import under_banner
from generator.writers.conflicts import OPENING, WHOLE_PAGE, Orphan
from generator.writers.lines import Style
from generator.writers.merge import Merged
from generator.writers.naming import identity_of
from generator.writers.parsing import FRONT

__all__ = ["OPENING", "beside", "conflict_faults", "is_edited_stub", "is_stub", "orphaned", "stands_beside", "stub"]

STUB = re.compile(r"^withdrawn: ", re.MULTILINE)
WHY: dict[Status, str] = {
    "draft": "Its source is being worked on.",
    "embargo": "Its source is under embargo.",
    "retracted": "Its source was retracted.",
}


def beside(mine: str, theirs: str) -> Merged:
    """A page without a base: the writer's, with a block that says where the generated one lies."""
    return Merged(text=under_banner(mine, WHOLE_PAGE), base="", conflicts=(WHOLE_PAGE,), pending=theirs)


def stands_beside(mine: str) -> bool:
    """Whether the block of a page without a base stands on it."""
    return WHOLE_PAGE.id in conflicts.split(Style.of(mine).plain)[1]


def orphaned(mine: str, path: str) -> str:
    """A writer's page whose source is gone, with a note that says so."""
    return under_banner(mine, Orphan(path=path))


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


def is_edited_stub(text: str) -> bool:
    """Whether a writer wrote into a page that stands for a withdrawn one."""
    plain = Style.of(text).plain
    return is_stub(text) and all(plain != stub(identity_of(text), status) for status in WHY)


def is_stub(text: str) -> bool:
    """Whether a page stands for a withdrawn one."""
    front = FRONT.match(Style.of(text).plain)
    return bool(front and STUB.search(front["fields"]))
