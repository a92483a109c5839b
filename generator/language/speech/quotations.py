"""Quotation marks paired: curly or straight, double or single, over several paragraphs.

Direction comes from what stands around a mark, and only where that is open from its shape, since typed quotation marks
are often turned the wrong way. Each paragraph starts anew, so that an odd mark spoils one paragraph at most. A
quotation of several paragraphs opens each of them and closes the last (Chicago Manual of Style, 13.30).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

_DOUBLE = re.compile(r"=\"[^\"\n]*\"|[\"“”„‟«»]|''|``|‘‘|’’")
"""A double mark; first, to be passed over, the value of an attribute in left-over markup."""
_SINGLE = re.compile(r"['‘’]")
_ANY_MARK = frozenset("\"“”„«'‘`")
_LONGEST_WAIT = 3
"""Paragraphs without any mark that may stand between an opening and its closing mark."""
_INTRODUCES = frozenset(":,")
_OPENS = frozenset("“„«")
_CLOSES = frozenset("”‟»")
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{-–—―/…") | frozenset("'\"‘’“”")
_BEFORE_CLOSING = frozenset(".,?!;:…-–—―)]%")
_ELIDED = re.compile(r"(?:\d|em\b|til\b|tis\b|twas\b|cause\b|bout\b|n\b|s\b|round\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Tokens `start` to `end`, quotation marks included; `unclosed` where its paragraph ends before it does."""

    start: int
    end: int
    unclosed: bool = False


def quotations(doc: Doc, bounds: tuple[tuple[int, int], ...]) -> tuple[Quotation, ...]:
    """The outermost quotations of a document, in text order; none overlap."""
    text, starts = doc.text, [token.idx for token in doc]
    found: list[tuple[int, int, bool]] = []
    waiting: list[tuple[int, int]] | None = None
    for number, (first, last) in enumerate(bounds):
        begin, end = starts[first], starts[last - 1] + len(doc[last - 1])
        reopens = number + 1 < len(bounds) and text[starts[bounds[number + 1][0]]] in _ANY_MARK
        pairs, dangling, stray = _pair_doubles(text, begin, end, left_open=waiting is not None)
        if waiting is not None and stray >= 0:
            found.extend((opened, closed, True) for opened, closed in waiting)
            pairs.insert(0, (begin, stray))
        if dangling >= 0 and (dangling == begin or reopens or text[:dangling].rstrip(" ")[-1:] in _INTRODUCES):
            found.append((dangling, end, True))
        found.extend((opened, closed, False) for opened, closed in _outermost(pairs, _pair_singles(text, begin, end)))
        if dangling >= 0:
            waiting = []
        elif pairs or waiting is None or len(waiting) == _LONGEST_WAIT:
            waiting = None
        else:
            waiting.append((begin, end))
    return _as_tokens(starts, sorted(found))


def _as_tokens(starts: list[int], found: list[tuple[int, int, bool]]) -> tuple[Quotation, ...]:
    quoted: list[Quotation] = []
    for opened, closed, unclosed in found:
        start, end = bisect_right(starts, opened) - 1, bisect_right(starts, closed - 1)
        if not quoted or start >= quoted[-1].end:
            quoted.append(Quotation(start=start, end=end, unclosed=unclosed))
    return tuple(quoted)


def _outermost(doubles: list[tuple[int, int]], singles: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those pairs that stand in no other; a single pair that crosses a double one is an apostrophe misread."""
    sound = [
        (opened, closed)
        for opened, closed in singles
        if not any(opened < start < closed < stop or start < opened < stop < closed for start, stop in doubles)
    ]
    outer: list[tuple[int, int]] = []
    for pair in sorted([*doubles, *sound], key=lambda pair: (pair[0], -pair[1])):
        if not outer or pair[0] >= outer[-1][1]:
            outer.append(pair)
    return outer


def _pair_doubles(text: str, begin: int, end: int, *, left_open: bool) -> tuple[list[tuple[int, int]], int, int]:
    """The pairs of a paragraph; where a mark opens that nothing closes; where one ends that closes what came before."""
    pairs: list[tuple[int, int]] = []
    opened, stray, nested, family = -1, -1, 0, ""
    for match in _DOUBLE.finditer(text, begin, end):
        at, after, mark = match.start(), match.end(), match[0]
        if mark.startswith("="):
            continue
        inner = opened >= 0 and _family(mark) != family
        inside = opened >= 0 or (left_open and not pairs and stray < 0)
        if _opens(text, mark, at, after, begin, end, inside=inside):
            if inner:
                nested += 1
            else:
                opened, family, nested = at, _family(mark), 0
        elif opened >= 0:
            if inner and nested:
                nested -= 1
            else:
                pairs.append((opened, after))
                opened = -1
        elif not pairs and stray < 0:
            stray = after
    return pairs, opened, stray


def _family(mark: str) -> str:
    """Marks of one family close each other; those of another stand within."""
    return "curly" if mark in "“”„‟" else "angled" if mark in "«»" else "straight"


def _opens(text: str, mark: str, at: int, after: int, begin: int, end: int, *, inside: bool) -> bool:
    """Whether a double mark opens: by its surroundings if these say it, else by its shape, else by what is open."""
    if at == begin:
        return True
    room_before, room_after = text[at - 1] in _BEFORE_OPENING, after >= end or text[after].isspace()
    if room_before and not room_after:
        return not (inside and text[at - 1] in "…-–—―'’/" and mark not in _OPENS)
    if room_after and not room_before:
        return False
    if mark in _OPENS or mark in _CLOSES:
        return mark in _OPENS
    return not inside and text[at - 1] not in _BEFORE_CLOSING


def _pair_singles(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    marks = [match.start() for match in _SINGLE.finditer(text, begin, end)]
    opened, candidate = -1, -1
    for at in marks:
        before, after = text[at - 1] if at > begin else " ", text[at + 1] if at + 1 < end else " "
        if (
            text[at] != "’"
            and before in ' \t(“"['
            and (after.isalnum() or after in '[“"$')
            and not _ELIDED.match(text, at + 1)
        ):
            if candidate >= 0:
                pairs.append((opened, candidate + 1))
            opened, candidate = at, -1
        elif opened >= 0 and text[at] != "‘" and not after.isalnum():
            if before in _BEFORE_CLOSING or candidate < 0 or text[candidate - 1] in "sS":
                candidate = at
            if before in _BEFORE_CLOSING or before not in "sS":
                pairs.append((opened, candidate + 1))
                opened, candidate = -1, -1
    if candidate >= 0:
        pairs.append((opened, candidate + 1))
    return pairs
