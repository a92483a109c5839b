"""How wide words are and where they break: an estimate, for a page does not know its reader's font."""

from __future__ import annotations

from collections.abc import Sequence

SLIM = frozenset("fijlrtI.,:;'’‘|!()[]/- –·")
BROAD = frozenset("mwMW@%…—")
EMS = (0.34, 0.61, 0.75, 0.95)
"""Slim, common, capital and broad letters: the widths of Helvetica and a tenth more, so that wider fonts fit, too."""
ELLIPSIS = " …"


def width(text: str, size: float) -> float:
    """The estimated width of a line in pixels; `size` is that of its font."""
    slim, common, capital, broad = EMS
    ems = sum(
        slim if sign in SLIM else broad if sign in BROAD else capital if sign.isupper() else common for sign in text
    )
    return ems * size


def wrap(text: str, size: float, room: float, lines: int) -> tuple[str, ...]:
    """Text in at most so many lines of `room` pixels; an ellipsis stands for what is left over."""
    words, made = text.split(), [""]
    for place, word in enumerate(words):
        longer = f"{made[-1]} {word}".strip()
        if not made[-1] or width(longer, size) <= room:
            made[-1] = longer
        elif len(made) < lines:
            made.append(word)
        else:
            made[-1] = _cut(made[-1], size, room)
            return tuple(made)
        if width(made[-1], size) > room:
            made[-1] = _hewn(made[-1], size, room)
            if place + 1 < len(words) and len(made) == lines:
                return tuple(made)
    return tuple(made)


def widest(lines: Sequence[str], size: float) -> float:
    """The width of the widest of some lines."""
    return max((width(line, size) for line in lines), default=0.0)


def _cut(line: str, size: float, room: float) -> str:
    """A line with an ellipsis, short of words that leave it no room."""
    while " " in line and width(line + ELLIPSIS, size) > room:
        line = line.rsplit(" ", 1)[0]
    line = line.rstrip(" ,;:–—-") + ELLIPSIS
    return line if width(line, size) <= room else _hewn(line.removesuffix(ELLIPSIS), size, room)


def _hewn(word: str, size: float, room: float) -> str:
    """A single word too long for its line, cut within."""
    while word and width(word + "…", size) > room:
        word = word[:-1]
    return f"{word}…"
