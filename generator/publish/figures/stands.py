"""The picture of positions: every actor a row, for, on a condition, undecided or against sanctions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svg import Element

from generator.model.facts import Position, Stance
from generator.model.wording import STANDS
from generator.publish.figures.frame import (
    LINE,
    NARROWEST,
    SIZE,
    SMALL,
    badge,
    figure,
    hit,
    linked,
    percent,
    rule,
    ruler,
    text,
)
from generator.publish.figures.lettering import wrap

FEWEST, MOST = 2, 10
"""Actors of a picture."""
NAMES = 42.0
"""Percent of the width that names take."""
SIGNS: dict[Stance, str] = {"support": "+", "conditional": "±", "undecided": "?", "oppose": "−"}
COLUMNS: dict[Stance, str] = {
    "support": "for",
    "conditional": "on a condition",
    "undecided": "undecided",
    "oppose": "against",
}
HEAD = 40
ROW, NAME_LINES = 30, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A position with the names of those who take it."""

    position: Position
    by: str

    @property
    def second_hand(self) -> bool:
        """Whether somebody else says so."""
        return bool(self.position.via) or self.position.attribution == "second-hand"


def stands(positions: Iterable[Taken]) -> str:
    """The picture of some positions as HTML; empty where too few actors take one."""
    rows: dict[str, list[Taken]] = {}
    for taken in positions:
        rows.setdefault(taken.by, []).append(taken)
    if len(rows) < FEWEST:
        return ""
    shown = dict(list(rows.items())[:MOST])
    parts: list[Element] = []
    y = float(HEAD)
    for name, held in sorted(shown.items(), key=lambda row: _side(row[1])):
        drawn, height = _row(name, held, y)
        parts += drawn
        y += height
    left = len(rows) - len(shown)
    told = [one for held in shown.values() for one in held]
    second = any(one.second_hand for one in told)
    return figure(
        "stands",
        title="Who stands where on sanctions",
        description=_description(shown),
        caption="Each row leads to a position below."
        f"{' A broken ring: said by others.' if second else ''}{f' {left} more in the list.' if left else ''}",
        height=y,
        parts=[*_columns(y), *parts],
    )


def _place(stance: Stance) -> float:
    step = (100 - NAMES) / len(COLUMNS)
    return NAMES + step * (list(COLUMNS).index(stance) + 0.5)


def _side(taken: Sequence[Taken]) -> int:
    """The order of the columns, by the first position of each actor."""
    return list(COLUMNS).index(taken[0].position.stance)


def _columns(bottom: float) -> list[Element]:
    """The four columns; their words stand on two levels, so that they have room on a phone."""
    parts: list[Element] = []
    for number, (stance, words) in enumerate(COLUMNS.items()):
        level = 12 if number % 2 == 0 else 28
        x = _place(stance)
        last = number == len(COLUMNS) - 1
        parts.append(ruler(x, level + 5, bottom))
        parts.append(
            text(
                words,
                percent(100 if last else x),
                level,
                size=SMALL,
                anchor="end" if last else "middle",
                bold=True,
                classes=[f"fig-{stance}"],
            )
        )
    return parts


def _row(name: str, taken: Sequence[Taken], top: float) -> tuple[list[Element], float]:
    """An actor's name and signs, and the height of the row."""
    lines = wrap(name, SIZE, NAMES / 100 * NARROWEST - 6, NAME_LINES)
    height = max(ROW, len(lines) * LINE + 12)
    middle = top + height / 2
    first = middle - (len(lines) - 1) * LINE / 2 + SIZE * 0.36
    names: list[Element] = [text(line, percent(0), round(first + LINE * row, 1)) for row, line in enumerate(lines)]
    parts: list[Element] = [hit(top, height), *names]
    for stance in COLUMNS:
        held = [one for one in taken if one.position.stance == stance]
        if held:
            dashed = all(one.second_hand for one in held)
            parts += badge(percent(_place(stance)), middle, SIGNS[stance], [f"fig-{stance}"], dashed=dashed)
    said = " and ".join(dict.fromkeys(STANDS[one.position.stance] for one in taken))
    return [rule(top), linked(taken[0].position.id, parts, label=f"{name}: {said}")], height


def _description(shown: dict[str, list[Taken]]) -> str:
    sides = [
        f"{STANDS[stance]}: {', '.join(names)}"
        for stance in COLUMNS
        if (names := [name for name, taken in shown.items() if any(one.position.stance == stance for one in taken)])
    ]
    return f"{'; '.join(sides)}."
