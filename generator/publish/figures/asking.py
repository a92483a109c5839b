"""The picture of demands: who asks on the left, who is asked on the right, where a line ends what came back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from svg import Element, Line, Rect

from generator.model.facts import Demand, ResponseKind
from generator.model.quoting import excerpt
from generator.model.wording import ANSWERS
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
    text,
)
from generator.publish.figures.lettering import wrap

FEWEST, MOST = 2, 8
COLUMN = 40.0
"""Percent of the width that the names on each side take."""
NAME_LINES, WHAT_LINES = 3, 2
BADGE = 9
WHAT_WORDS = 24
PORT, PAD, APART = 24, 8, 10
"""Pixels from one line's end to the next, inside a box above and below its words, and between boxes."""
HEAD = 24
NOBODY = "Not named"
SIGNS: dict[ResponseKind, str] = {
    "accepted": "✓",
    "rejected": "✕",
    "partial": "½",
    "considering": "…",
    "conditional": "if",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A demand with the names of those whom it concerns; `answers` are what came back and from whom."""

    demand: Demand
    by: tuple[str, ...]
    of: tuple[str, ...]
    answers: tuple[tuple[ResponseKind, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A name on one side: where it stands, and at what height lines leave or reach it, by the number of the demand."""

    name: str
    lines: tuple[str, ...]
    top: float
    height: float
    ports: Mapping[int, float]


def asking(demands: Iterable[Asked]) -> str:
    """The picture of some demands as HTML; empty where there are too few."""
    known = list(demands)
    if len(known) < FEWEST:
        return ""
    shown = known[:MOST]
    askers, asked = _sides(shown)
    bottom = max(box.top + box.height for box in (*askers, *asked))
    parts: list[Element] = [
        text("asks", percent(0), SIZE, size=SMALL, bold=True),
        text("is asked", percent(100), SIZE, size=SMALL, bold=True, anchor="end"),
    ]
    for box in askers:
        parts += _box(box, 0.0)
    for box in asked:
        parts += _box(box, 100 - COLUMN)
    for number, one in enumerate(shown, 1):
        parts += _edges(number, one, askers, asked)
    y = bottom + 14
    for number, one in enumerate(shown, 1):
        rows, height = _told(number, one, y)
        parts.append(linked(one.demand.id, rows))
        y += height
    left = len(known) - len(shown)
    return figure(
        "asks",
        title="Who asks what of whom",
        description=_description(shown),
        caption="Lines lead from who asks to who is asked; the sign at the end is the answer, a broken line has none."
        f"{f' {left} more in the table.' if left else ''}",
        height=y,
        parts=parts,
    )


def _sides(shown: Sequence[Asked]) -> tuple[list[Box], list[Box]]:
    """The boxes of both sides, the right ones in the order in which lines reach them from the left."""
    leaving: dict[str, list[int]] = {}
    reaching: dict[str, list[int]] = {}
    for number, one in enumerate(shown, 1):
        leaving.setdefault(" and ".join(one.by) or NOBODY, []).append(number)
        for name in one.of or (NOBODY,):
            reaching.setdefault(name, []).append(number)
    askers = _stacked(leaving)
    heights = {number: height for box in askers for number, height in box.ports.items()}
    order = sorted(reaching, key=lambda name: fmean(heights[number] for number in reaching[name]))
    asked = _stacked({name: sorted(reaching[name], key=lambda number: heights[number]) for name in order})
    return _levelled(askers, asked)


def _stacked(numbers: Mapping[str, Sequence[int]]) -> list[Box]:
    """Boxes one below the other, each as high as its name and its lines need."""
    boxes: list[Box] = []
    top = float(HEAD)
    for name, ends in numbers.items():
        lines = wrap(name, SIZE, COLUMN / 100 * NARROWEST - PAD - BADGE - 2, NAME_LINES)
        height = max(len(lines) * LINE + PAD, len(ends) * PORT + 4)
        first = top + height / 2 - (len(ends) - 1) * PORT / 2
        ports = {number: first + place * PORT for place, number in enumerate(ends)}
        boxes.append(Box(name=name, lines=lines, top=top, height=height, ports=ports))
        top += height + APART
    return boxes


def _levelled(left: list[Box], right: list[Box]) -> tuple[list[Box], list[Box]]:
    """The lower side moved down to the middle of the higher one."""
    depths = [side[-1].top + side[-1].height for side in (left, right)]
    down = abs(depths[0] - depths[1]) / 2
    return (_moved(left, down), right) if depths[0] < depths[1] else (left, _moved(right, down))


def _moved(boxes: Iterable[Box], down: float) -> list[Box]:
    return [
        Box(
            name=box.name,
            lines=box.lines,
            top=box.top + down,
            height=box.height,
            ports={number: height + down for number, height in box.ports.items()},
        )
        for box in boxes
    ]


def _box(box: Box, x: float) -> list[Element]:
    middle = box.top + box.height / 2 - (len(box.lines) - 1) * LINE / 2 + SIZE * 0.36
    frame = Rect(
        x=percent(x),
        y=round(box.top, 1),
        width=percent(COLUMN),
        height=round(box.height, 1),
        rx=5,
        fill="none",
        stroke="currentColor",
        stroke_opacity=0.35,
        class_=["fig-box"],
    )
    unnamed = box.name == NOBODY
    anchor, place, dx = ("start", percent(0), PAD) if x == 0 else ("end", percent(100), -PAD)
    return [
        frame,
        *(
            text(line, place, round(middle + LINE * row, 1), dx=dx, anchor=anchor, quiet=unnamed)
            for row, line in enumerate(box.lines)
        ),
    ]


def _edges(number: int, one: Asked, askers: Iterable[Box], asked: Iterable[Box]) -> list[Element]:
    """The lines of a demand, its number where they begin, and the answers where they end."""
    start = next(box.ports[number] for box in askers if number in box.ports)
    parts: list[Element] = []
    for box in asked:
        if number not in box.ports:
            continue
        end = box.ports[number]
        kinds = [kind for kind, names in one.answers if box.name in names]
        parts.append(
            Line(
                x1=percent(COLUMN),
                y1=round(start, 1),
                x2=percent(100 - COLUMN),
                y2=round(end, 1),
                stroke="currentColor",
                stroke_opacity=0.7,
                stroke_width=1.5,
                stroke_dasharray=None if kinds else [4, 4],
                class_=["fig-line"],
            )
        )
        if kinds:
            parts += badge(percent(100 - COLUMN), end, SIGNS[kinds[-1]], [f"fig-{kinds[-1]}"])
    return [*parts, *badge(percent(COLUMN), start, str(number), ["fig-number"])]


def _told(number: int, one: Asked, top: float) -> tuple[list[Element], float]:
    """What is asked and what came back, in words under the picture, and their height."""
    room = NARROWEST - 30
    lines = wrap(excerpt(one.demand.text, one.demand.evidence, WHAT_WORDS), SIZE, room, WHAT_LINES)
    second_hand = bool(one.demand.via) or one.demand.attribution == "second-hand"
    notes = [*(["second-hand"] if second_hand else []), *(_answer(kind, names) for kind, names in one.answers)]
    after = wrap("; ".join(dict.fromkeys(notes)), SMALL, room, WHAT_LINES) if notes else ()
    height = LINE * (len(lines) + len(after)) + 12
    parts: list[Element] = [hit(top, height - 2), *badge(10, top + 12, str(number), ["fig-number"])]  # type: ignore[arg-type]
    parts += [text(line, 28, top + SIZE + 4 + LINE * row) for row, line in enumerate(lines)]
    parts += [
        text(line, 28, top + SIZE + 4 + LINE * (len(lines) + row), size=SMALL, quiet=True)
        for row, line in enumerate(after)
    ]
    return parts, height


def _answer(kind: ResponseKind, names: Sequence[str]) -> str:
    return f"{ANSWERS[kind]} by {' and '.join(names)}" if names else ANSWERS[kind]


def _description(shown: Sequence[Asked]) -> str:
    answered = sum(bool(one.answers) for one in shown)
    askers = len({one.by for one in shown})
    return (
        f"{len(shown)} demands by {askers} who ask; an answer was found to {answered}. "
        "Each leads to its row in the table of demands."
    )
