"""What a time expression is read against: the document's date, its clause, and what was dated before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.language import lexicon
from generator.language.times import calendar
from generator.language.times.grammar import Reading
from generator.language.times.lexemes import Lexeme
from generator.language.times.tense import Clauses, Tense

NEAR, IN_MIND, TOPIC = 400, 1600, 4000
"""Code points: within two or three sentences; within some paragraphs; while a business report keeps to one quarter."""


@dataclass(slots=True)
class Memory:
    """The values read so far, in text order; `at` is where each begins, `ends` where the last one ends."""

    values: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    quarters: list[tuple[str, int]] = field(default_factory=list)
    months: tuple[str, int] = ("", -1)
    ends: int = -1

    def add(self, reading: Reading, at: int, ends: int) -> None:
        """Keeps the value of a DATE or TIME that is a place on the calendar, and where a length in months stands."""
        if reading.type == "DURATION" and re.fullmatch(r"P\dM", reading.value):
            self.months = (reading.value, at)
        if calendar.bounds(reading.value):
            self.values.append(reading.value)
            self.at.append(at)
            self.ends = ends
            if reading.topic and reading.value[4:6] == "-Q":
                self.quarters.append((reading.value, at))

    def last(self, before: int, reach: int) -> str | None:
        """The value that was read last, at most `reach` code points before a place."""
        return self.values[-1] if self.values and before - self.at[-1] <= reach else None

    def day(self, before: int, reach: int) -> date | None:
        """The first day of the value that was read last, at most `reach` code points before a place."""
        bounds = calendar.bounds(self.last(before, reach) or "")
        return bounds[0] if bounds else None

    def last_months(self, before: int, reach: int) -> str | None:
        """The length in months that was spoken of last, where no quarter has been the topic since."""
        value, at = self.months
        later = self.quarters and self.quarters[-1][1] > at
        return value if value and before - at <= reach and not later else None

    def last_quarter(self, before: int, reach: int, ended: date | None = None) -> str | None:
        """The quarter that was the topic last, within `reach` code points before a place; over by `ended`, if given."""
        for value, at in reversed(self.quarters):
            if before - at > reach or at < self.months[1]:
                return None
            bounds = calendar.bounds(value)
            if bounds and not (ended and bounds[1] >= ended):
                return value
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Of the lexemes `start` to `end` of a text: `today` is the document creation time, None where it is not known."""

    today: date | None
    lexemes: Sequence[Lexeme]
    start: int
    end: int
    memory: Memory
    clauses: Clauses

    @property
    def place(self) -> int:
        """The code point where the find begins."""
        return self.lexemes[self.start].start

    def tense(self, *, loose: bool = False) -> Tense:
        """The tense of the clause that the find stands in; `loose` as in `Clauses.tense`."""
        return self.clauses.tense(self.place, self.lexemes[self.end - 1].end, loose=loose)

    def before(self, count: int = 1) -> tuple[str, ...]:
        """The lower-case lexemes just before the find."""
        return tuple(lexeme.lower for lexeme in self.lexemes[max(0, self.start - count) : self.start])

    def joined(self) -> bool:
        """Whether the find follows directly upon the time that was read last."""
        return self.start > 0 and self.lexemes[self.start - 1].end == self.memory.ends

    def led_by(self, leads: str) -> bool:
        """Whether the lexeme just before the find is among the words of that name in `time_contexts.toml`."""
        return bool(set(self.before()) & lexicon.table("time_contexts")[leads])

    def near_before(self, words: str, count: int) -> bool:
        """Whether one of the `count` lexemes before the find is among those words of `time_contexts.toml`."""
        return bool(set(self.before(count)) & lexicon.table("time_contexts")[words])

    def after(self, count: int = 1) -> tuple[str, ...]:
        """The lower-case lexemes just after the find."""
        return tuple(lexeme.lower for lexeme in self.lexemes[self.end : self.end + count])

    def capital_at(self, place: int) -> bool:
        """Whether a capital letter stands at a code point."""
        return self.clauses.text[place].isupper()

    def names_something(self, place: int) -> bool:
        """Whether a capitalised word and the word after the find make a name: "Winter Olympics", "Easter Island"."""
        if self.end >= len(self.lexemes) or not self.capital_at(place):
            return False
        after = self.lexemes[self.end]
        if after.lower == "of" and self.end + 1 < len(self.lexemes):
            after = self.lexemes[self.end + 1]
        date = "weekday" in after.values or "month" in after.values
        return after.lower.isalpha() and not date and self.capital_at(after.start)

    def noun_at(self, place: int) -> bool:
        """Whether the word at a code point is tagged a noun."""
        return self.clauses.tag(place).startswith("NN")

    def person_at(self, place: int) -> bool:
        """Whether the word at a code point is part of a person's name."""
        return self.clauses.entity(place) == "PERSON"

    def plural_follows(self) -> bool:
        """Whether the next word is a plural noun: "2000 troops" are no year."""
        return self.end < len(self.lexemes) and self.clauses.tag(self.lexemes[self.end].start) == "NNS"
