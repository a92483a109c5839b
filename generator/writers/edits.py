"""Edits under docs/ that concern nothing but what is shown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.writers.files import read_text
from generator.writers.ledger import read_ledger
from generator.writers.naming import identity_of
from generator.writers.outcomes import PageRoom
from generator.writers.regenerating import regenerate


def only_shown(
    docs: Path, state: Path, *, edited: Iterable[str], others: Iterable[str], waiting: Iterable[str]
) -> bool:
    """Whether a regeneration would neither write nor say anything of pages under docs/ that a writer changed.

    `edited` are paths of pages whose text is another, `others` those of pages that came or went; all else that a
    regeneration reads is as it was at the last one. `waiting` are the pages of which it said something then. Raises
    `StateDamaged`.
    """
    edited, others = set(edited), set(others)
    lines = {line.path: line for line in read_ledger(state).lines}
    if others & lines.keys() or edited & set(waiting):
        return False
    for path in sorted(edited | others):
        line = lines.get(path)
        if identity_of(read_text(docs / path) or "") != (line.id if line else ""):
            return False
        if line and (line.state != "current" or not _stays(PageRoom(docs=docs, state=state, path=path))):
            return False
    return True


def _stays(room: PageRoom) -> bool:
    """Whether a page stays as its writer left it, where what is generated now is what was generated last."""
    generated = read_text(room.pending)
    if generated is None:
        generated = read_text(room.base)
    return generated is not None and regenerate(room, generated, before=room) is None
