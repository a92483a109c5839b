"""Which page was renamed into which, where no front matter tells: the one that reads most like it.

As git finds renames (gitdiffcore(7), "diffcore-rename"): by the share of text that both have, at least half of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.writers.lines import Style, rows
from generator.writers.parsing import FRONT

LEAST = 0.5


def likeliest(lost: Mapping[str, str], there: Mapping[str, str]) -> dict[str, str]:
    """The key in `there` of the text that each of the lost ones became; the most alike find each other first."""
    if not lost or not there:
        return {}
    old = {name: _lines(text) for name, text in lost.items()}
    new = {place: _lines(text) for place, text in there.items()}
    pairs = sorted((-_likeness(before, now), name, place) for name, before in old.items() for place, now in new.items())
    found: dict[str, str] = {}
    taken: set[str] = set()
    for unlike, name, place in pairs:
        if -unlike >= LEAST and name not in found and place not in taken:
            found[name] = place
            taken.add(place)
    return found


def _lines(text: str) -> Counter[str]:
    """The lines of a page without its front matter, blank ones aside, each as often as it stands there."""
    plain = Style.of(text).plain
    front = FRONT.match(plain)
    return Counter(line for row in rows(plain[front.end() if front else 0 :]) if (line := row.strip()))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The characters that two texts share, as a part of the longer one."""
    longer = max(_size(one), _size(other))
    return _size(one & other) / longer if longer else 0.0


def _size(lines: Counter[str]) -> int:
    return sum(len(line) * times for line, times in lines.items())
