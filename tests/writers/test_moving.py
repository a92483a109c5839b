"""The ledger of pages: many moves at once are the same as one after the other."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.writers.ledger import Ledger, Line, Moving

LINES = st.builds(
    Line,
    id=st.sampled_from(["one", "two", "three"]),
    path=st.sampled_from(["briefs/one.md", "briefs/two.md", "own/three.md"]),
    state=st.sampled_from(["current", "deleted", "withdrawn"]),
    sha256=st.sampled_from(["", "a"]),
)


def moved(ledger: Ledger, line: Line) -> Ledger:
    """One move, as its meaning reads: what stood at the path goes, other places of the article become former ones."""
    kept = [old for old in ledger.lines if old.path != line.path]
    former = [replace(old, state="former", sha256="") if old.id == line.id else old for old in kept]
    return Ledger(lines=tuple(sorted([*former, line])))


@given(st.lists(LINES, max_size=8))
def test_moves_at_once_are_moves_one_after_the_other(lines: list[Line]) -> None:
    ledger, moving = Ledger(), Moving(Ledger())
    for line in lines:
        ledger = moved(ledger, line)
        moving.move(line)
        assert moving.ledger() == ledger
        assert moving.here == ledger.places()
