"""Numbers in words and figures."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language import lexicon
from generator.language.times.lexemes import Lexeme

SPOKEN_YEAR = (
    "(yearwords: nineteen <number> ( - | and )? <number>? | twenty <number> ( - | and )? <number>? "
    "| two thousand ( and? <number> )? )"
)
"""A year in words, as a pattern of the grammar."""

_HALF, _DOZEN, _HUNDRED, _THOUSAND = 0.5, 12, 100, 1000
_FIRST_TENS = 20


def number_of(lexemes: Sequence[Lexeme]) -> float | None:
    """What lexemes count to: "two hundred and ten" is 210, "2 1/2" is 2.5; None where they are more than one number."""
    total, current, fraction, seen = 0.0, 0.0, 0.0, False
    for lexeme in lexemes:
        values = lexeme.values
        if lexeme.lower == "half":
            fraction += _HALF
        elif "fraction" in values:
            fraction += float(values["fraction"])
        elif "digits" in values:
            if seen:
                return None
            current, seen = float(values["digits"]), True
        elif "number" in values:
            worth = int(values["number"])
            if worth in {_HUNDRED, _THOUSAND} or lexeme.lower == "dozen":
                current = max(current, 1) * worth
            elif not _follows(current, worth):
                return None
            else:
                current += worth
            if worth == _THOUSAND:
                total, current = total + current, 0
            seen = True
    return total + current + fraction if seen or fraction else None


def _follows(current: float, worth: int) -> bool:
    """Whether a word below a hundred may go on a number: "twenty" "four", not "four" "five"."""
    rest = current % _HUNDRED
    return not rest or (rest >= _FIRST_TENS and rest % 10 == 0 and worth < 10)  # noqa: PLR2004


def year_in_words(words: Sequence[str]) -> int | None:
    """The year of "nineteen ninety-six", "two thousand and eight" or "twenty twelve"; None for anything else."""
    numbers = lexicon.table("times")["number"]
    values = [int(numbers[word]) for word in words if word in numbers]
    if values[:2] == [2, _THOUSAND]:
        return 2000 + sum(values[2:]) if sum(values[2:]) < _HUNDRED else None
    rest = sum(values[1:])
    return values[0] * _HUNDRED + rest if values[:1] in ([19], [20]) and 10 <= rest < _HUNDRED else None  # noqa: PLR2004


def plain(number: float) -> str:
    """A number without a decimal point where there is nothing after it."""
    return f"{number:g}" if number % 1 else str(int(number))
