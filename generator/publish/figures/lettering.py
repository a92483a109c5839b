"""How wide words are and where they break: an estimate, for a page does not know its reader's font."""

from __future__ import annotations

from functools import cache

SLIM = frozenset("fijlrtI.,:;'’‘|!()[]/- –·")
BROAD = frozenset("mwMW@%…—")
EMS = (0.34, 0.61, 0.75, 0.95)
"""Slim, common, capital and broad letters: the widths of Helvetica and a tenth more, so that wider fonts fit, too."""
ELLIPSIS = " …"


@cache
def _ems(sign: str) -> float:
    slim, common, capital, broad = EMS
    return slim if sign in SLIM else broad if sign in BROAD else capital if sign.isupper() else common


def width(text: str, size: float) -> float:
    """The estimated width of a line in pixels; `size` is that of its font."""
    return sum(map(_ems, text)) * size


def wrap(text: str, size: float, room: float, lines: int) -> tuple[str, ...]:
    """Text in at most so many lines of `room` pixels; an ellipsis stands for what is left over."""
    made: list[str] = []
    line, filled, gap = "", 0.0, width(" ", size)
    for word in text.split():
        needed = width(word, size)
        if line and filled + gap + needed <= room:
            line, filled = f"{line} {word}", filled + gap + needed
            continue
        if line:
            if len(made) + 1 == lines:
                return (*made, _cut(line, size, room))
            made.append(line)
        line, filled = (word, needed) if needed <= room else (_hewn(word, size, room), room)
    return (*made, line)


def _cut(line: str, size: float, room: float) -> str:
    """A line with an ellipsis, short of words that leave it no room."""
    if line.endswith("…"):
        return line
    while " " in line and width(line + ELLIPSIS, size) > room:
        line = line.rsplit(" ", 1)[0]
    line = line.rstrip(" ,;:–—-") + ELLIPSIS
    return line if width(line, size) <= room else _hewn(line.removesuffix(ELLIPSIS), size, room)


def _hewn(word: str, size: float, room: float) -> str:
    """A single word too long for its line, cut within."""
    while word and width(word + "…", size) > room:
        word = word[:-1]
    return f"{word}…"
