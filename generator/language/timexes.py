"""Component: time expressions by TIMEX3.

The grammar of `times/` finds and reads them in the text; the clause of the parse decides between last and next.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc

from generator.language import lexicon, marks
from generator.language.marks import TimeMark
from generator.language.times import absolute, calendar, clock, durations, periods, relative, vague, week, years
from generator.language.times.context import Context, Memory
from generator.language.times.grammar import Grammar
from generator.language.times.lexemes import Lexeme
from generator.language.times.tense import Clauses
from generator.model.facts import Timex


def mark(doc: Doc) -> None:
    """Finds every time expression and its value: writes `times`."""
    found = marks.of(doc)
    found.times = tuple(read(doc, found.published))


def read(doc: Doc, published: str | None) -> list[TimeMark]:
    """The time expressions of a document, in text order, read against a publication date."""
    today, memory, clauses = calendar.parse(published), Memory(), Clauses(doc)
    found: list[TimeMark] = []

    def context(lexemes: Sequence[Lexeme], start: int, end: int) -> Context:
        return Context(today=today, lexemes=lexemes, start=start, end=end, memory=memory, clauses=clauses)

    for start, last, reading in _grammar().read(clauses.text, context):
        memory.add(reading, start, last)
        end = last - _full_stop(clauses.text[start:last])
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        timex = Timex(start=start, end=end, quote=clauses.text[start:end], type=reading.type, value=reading.value)
        found.append(TimeMark(start=span.start, end=span.end, timex=timex))
    return found


def _full_stop(quote: str) -> int:
    """1 where an expression ends in the full stop of its sentence ("1 March."), 0 for that of an abbreviation."""
    word = quote[:-1].rpartition(" ")[2].lower()
    months = lexicon.table("times")["month"]
    if not quote.endswith(".") or word not in months:
        return 0
    shortened = any(other != word and other.startswith(word) and months[other] == months[word] for other in months)
    return 0 if shortened else 1


@cache
def _grammar() -> Grammar:
    return Grammar(
        (
            *clock.productions(),
            *absolute.productions(),
            *years.productions(),
            *periods.productions(),
            *week.productions(),
            *relative.productions(),
            *durations.productions(),
            *vague.productions(),
        )
    )
