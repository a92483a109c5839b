"""Indexes that stay small: what does not fit on one page stands on several, by month or by initial."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from generator.pages.report import Report
from generator.pages.timeline import Dated, month_name

Item = TypeVar("Item")
MOST = 200
"""Entries on one page of an index."""
NEWEST = 50
"""Entries on the first page of an index that goes on elsewhere."""
UNDATED, NO_LETTER = "undated", "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[Item]):
    """A part of an index: a page of its own, `<folder>/<id>.md`, where the index is large; `count` are its entries."""

    id: str
    name: str
    items: tuple[Item, ...]
    count: int


def by_month(reports: Iterable[Report], entries: Callable[[Report], int]) -> tuple[Part[Report], ...]:
    """Reports by month of publication, in the order given, no part with more entries than a page holds."""
    return _parts(reports, lambda report: _month(report.article.published or ""), entries)


def by_start(events: Iterable[Dated]) -> tuple[Part[Dated], ...]:
    """Events by the month in which they begin, or the year where no month is known, in the order given."""
    return _parts(events, lambda event: _month(event.start), _one)


def by_initial(items: Iterable[Item], name: Callable[[Item], str]) -> tuple[Part[Item], ...]:
    """Items by the first letter of their names, in alphabetical order; what begins with no letter of A-Z comes last."""
    ordered = sorted(items, key=lambda item: (initial(name(item)), name(item).casefold(), name(item)))
    return _parts(ordered, lambda item: _letter(initial(name(item))), _one)


def _month(iso: str) -> tuple[str, str]:
    month = iso[: len("2022-02")]
    return (month, month_name(month)) if month else (UNDATED, "Undated")


def _letter(letter: str) -> tuple[str, str]:
    return (f"letter-{NO_LETTER}", "Other") if letter > "z" else (f"letter-{letter}", letter.upper())


def _one(_item: object) -> int:
    return 1


def initial(name: str) -> str:
    """The letter of A-Z under which a name stands, accents aside; "~" for none."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letter = next((letter for letter in plain if letter.isalnum()), "")
    return letter if "a" <= letter <= "z" else "~"


def newest(reports: Iterable[Report], entries: Callable[[Report], int]) -> tuple[Report, ...]:
    """The newest reports, as many as a first page holds; at least one."""
    shown: list[Report] = []
    held = 0
    for report in reports:
        held += entries(report)
        if shown and held > NEWEST:
            break
        shown.append(report)
    return tuple(shown)


def _parts(
    items: Iterable[Item], shelf: Callable[[Item], tuple[str, str]], entries: Callable[[Item], int]
) -> tuple[Part[Item], ...]:
    """Items by their shelf, an id and a name, each shelf in parts that a page holds."""
    return tuple(
        part
        for (identity, name), group in groupby(items, key=shelf)
        for part in _cut(identity, name, tuple(group), entries)
    )


def _cut(identity: str, name: str, items: Sequence[Item], entries: Callable[[Item], int]) -> Iterator[Part[Item]]:
    held: list[Item] = []
    count, number = 0, 1
    for item in items:
        if held and count + entries(item) > MOST:
            yield _part(identity, name, held, count, number)
            held, count, number = [], 0, number + 1
        held.append(item)
        count += entries(item)
    yield _part(identity, name, held, count, number)


def _part(identity: str, name: str, items: list[Item], count: int, number: int) -> Part[Item]:
    more = number > 1
    return Part(
        id=f"{identity}-{number}" if more else identity,
        name=f"{name} ({number})" if more else name,
        items=tuple(items),
        count=count,
    )
