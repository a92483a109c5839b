"""Dates, names and lists in words, the same on every page."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.model.brief import Brief
from generator.model.facts import Actor, Demand, Position, ResponseKind, Stance, Statement

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY_GRAIN = 3
"""Parts of an ISO date that is stated to the day."""
ANSWERS: dict[ResponseKind, str] = {
    "accepted": "accepted",
    "rejected": "rejected",
    "partial": "answered in part",
    "considering": "under consideration",
    "conditional": "answered on a condition",
}
"""Responses to a demand, each to be followed by "by" and a name."""
STANDS: dict[Stance, str] = {
    "support": "for sanctions",
    "conditional": "for sanctions on a condition",
    "oppose": "against sanctions",
    "undecided": "undecided on sanctions",
}
"""Where somebody stands, in words."""
BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufffe\uffff\ufeff\u200b]+")
PLURAL_NAME = re.compile(
    r"^(?:United|Central African|Czech|Dominican) |(?:Islands|Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros)$"
)
"""Countries that a sentence names with "the": plurals and those named by a common noun."""


def date_in_words(iso: str) -> str:
    """`2022-02-09` as "9 Feb 2022", `2022-02` as "Feb 2022", `2022` as it is."""
    year, *rest = iso.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def range_in_words(start: str, end: str | None) -> str:
    """A date or a range: "10-20 Feb 2022", "28 Feb - 3 Mar 2022", "Dec 2021 - Feb 2022", with en dashes."""
    if end is None or end == start:
        return date_in_words(start)
    first, last = start.split("-"), end.split("-")
    if len(first) == len(last) and first[0] == last[0]:
        if len(first) == DAY_GRAIN and first[1] == last[1]:
            return f"{int(first[2])}–{date_in_words(end)}"
        if len(first) > 1:
            return f"{date_in_words(start).rsplit(' ', 1)[0]} – {date_in_words(end)}"
    return f"{date_in_words(start)} – {date_in_words(end)}"


def listed(names: Sequence[str]) -> str:
    """Joins names: "A", "A and B", "A, B and C"."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def sources(brief: Brief) -> frozenset[str]:
    """The ids of those to whom a brief attributes words, wishes or stances."""
    facts: tuple[Statement | Demand | Position, ...]
    facts = (*brief.statements, *brief.demands, *(brief.sanctions.positions if brief.sanctions else ()))
    return frozenset(identity for fact in facts for identity in (*fact.by, *fact.via))


def named(actor: Actor, speaking: Collection[str]) -> str:
    """The name of an actor, with a mark where it is among those `speaking` and the article leaves it anonymous."""
    return f"{actor.name}{_anonymous(actor, speaking)}"


def in_sentence(actor: Actor, text: str, speaking: Collection[str]) -> str:
    """The name as a sentence takes it: with "the" where the article mostly sets it before the name.

    A country that the article names otherwise ("U.S.") takes it by the form of its name.
    """
    return f"{_with_article(actor, text)}{_anonymous(actor, speaking)}"


def _anonymous(actor: Actor, speaking: Collection[str]) -> str:
    return " (anonymous)" if actor.anonymous and actor.id in speaking else ""


def _with_article(actor: Actor, text: str) -> str:
    if actor.kind == "person":
        return actor.name
    found = re.findall(rf"(?<!\w)(the\s+)?{re.escape(actor.name)}(?!\w)", text, re.IGNORECASE)
    definite = sum(bool(article) for article in found) * 2 > len(found)
    if not actor.name.lower().startswith("the ") and (
        definite or (actor.kind == "country" and PLURAL_NAME.search(actor.name))
    ):
        return f"the {actor.name}"
    return actor.name


def fold(text: str) -> str:
    """Text on one line: white space folded to single spaces, none at the edges."""
    return BLANK.sub(" ", text).strip()
