"""Numbers in words and figures."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.times.lexemes import Lexeme

_HALF = 0.5


def number_of(lexemes: Sequence[Lexeme]) -> float | None:
    """ "two hundred and ten" is 210, "2 1/2" and "two and a half" are 2.5."""
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
            if worth in {100, 1000}:
                current = max(current, 1) * worth
                if worth == 1000:
                    total, current = total + current, 0
            elif worth == 12 and lexeme.lower == "dozen":
                current = max(current, 1) * worth
            elif current % 100 and not (current % 100 >= 20 and current % 10 == 0 and worth < 10):
                return None
            else:
                current += worth
            seen = True
    found = total + current + fraction
    return found if seen or fraction else None


def year_in_words(words: Sequence[str]) -> int | None:
    """ "nineteen ninety-six", "two thousand and eight", "twenty twelve"."""
    values = [_YEAR_WORDS[word] for word in words if word in _YEAR_WORDS]
    if not values:
        return None
    if values[:2] == [2, 1000]:
        return 2000 + sum(values[2:]) if sum(values[2:]) < 100 else None
    if len(values) < 2 or values[0] not in {19, 20} or sum(values[1:]) < 10 or sum(values[1:]) > 99:
        return None
    return values[0] * 100 + sum(values[1:])


def plain(number: float) -> str:
    """Without a decimal point where there is nothing after it."""
    return f"{number:g}" if number % 1 else str(int(number))


_YEAR_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "thousand": 1000}
