"""Dates that a text gives of itself: a line that is only a date, a labelled date, a dateline with its year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.language import lexicon
from generator.language.marks import TimeMark

_FULL, _YEAR = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}")

_EDGE = 2
"""Paragraphs above or below a line that dates the text."""

_TOP = 160
"""Code points in which a dateline may stand."""


def own_date(text: str, times: Sequence[TimeMark]) -> TimeMark | None:
    """The full date by which a text dates itself; a date line wins over a dateline."""
    full = [mark for mark in times if _FULL.match(mark.timex.value) and _YEAR.search(mark.timex.quote)]
    alone = next((mark for mark in full if _alone(text, mark)), None)
    return alone or next((mark for mark in full if _dateline(text, mark)), None)


def _alone(text: str, mark: TimeMark) -> bool:
    """Whether a date is all that its paragraph says, labels aside, and the paragraph is among the first or last."""
    start = text.rfind("\n", 0, mark.timex.start) + 1
    end = text.find("\n", mark.timex.end)
    end = len(text) if end < 0 else end
    before, after = text[start : mark.timex.start], text[mark.timex.end : end]
    words = re.findall(r"[a-z]+", before.lower())
    labels = lexicon.table("publication")["cues"]["labels"]
    if not all(word in labels for word in words) or re.search(r"[a-z]{4}", after, re.IGNORECASE):
        return False
    above, below = text[:start].count("\n\n"), text[end:].count("\n\n")
    return min(above, below) <= _EDGE


def _dateline(text: str, mark: TimeMark) -> bool:
    """Whether a date follows a place in capitals at the top of a paragraph: "UNITED NATIONS 1996-08-28"."""
    before = text[text.rfind("\n", 0, mark.timex.start) + 1 : mark.timex.start]
    if mark.timex.start > _TOP:
        return False
    place = re.sub(r"\([^)]*\)|\b(Reuters|AP|AFP|Xinhua|UPI)\b", "", before)
    return bool(place.strip()) and place == place.upper()
