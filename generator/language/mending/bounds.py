"""Sentence bounds that punctuation settles, set before the parser; where it settles nothing the parser decides.

Source: English typography and the habits of treebanks (a quotation with its "he said" is one sentence, a full stop
inside quotation marks ends one; UD English guidelines), in the spirit of Grefenstette and Tapanainen 1994, "What is a
word, what is a sentence?".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import SENT_START

from generator.language.gazetteer import titles
from generator.language.mending.datelines import datelines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

BOUNDS = "sentence_bounds"

_YES, _NO = 1, -1
"""spaCy's values for a token that begins a sentence and one that does not; 0 leaves it to the parser."""

_OPENING = frozenset("“‘(«")
_CLOSING_QUOTES = frozenset("”»")
_CLOSING_BRACKETS = frozenset(")]}")
_NEVER_FIRST = frozenset((",", ";", ":", "%", "”", ")", "]", "}", "»", ".", "?", "!", "'s", "’s", "n't", "n’t"))
_FINAL = frozenset(".?!")
_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.")
_BEFORE_NUMBERS = frozenset((*_MONTHS, "Nos.", "p.", "pp."))
_UNFINISHED = frozenset(("St.", "Mt.", "Ft.", "e.g.", "i.e.", "cf.", "vs.", "v.", "Messrs."))
_WEEKDAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
_BEFORE_DATES = frozenset((",", "(", "on", "since", "until", "by", "from", "to", "of", "and", "for", "before", "after"))
_DATELINE_LENGTH = 6
_STRAIGHT = '"'
_SCHEME = "://"


def mend_bounds(doc: Doc) -> Doc:
    """Set the bounds that are certain.

    Where lines are paragraphs, headings stand apart, and no sentence begins after a bare word.
    """
    texts = _with_curly_quotes(doc)
    unfinished = _abbreviations_before_names()
    lines_are_paragraphs = _lines_are_paragraphs(texts)
    capitals = _capitals_begin(texts)
    starts: Any = np.zeros(len(texts), dtype=np.int64)
    before = 0
    for place in range(1, len(texts)):
        if texts[place].isspace():
            starts[place] = _NO
            continue
        begins = _begins(texts, place, before, unfinished)
        if begins is None and _is_word(texts[before]):
            goes_on = capitals and texts[place].islower() and _SCHEME not in texts[place]
            begins = False if goes_on or lines_are_paragraphs else None
        if begins is not None:
            starts[place] = _YES if begins else _NO
        before = place
    for place in (*_date_bounds(texts), *(after for _, after in datelines(doc))):
        starts[place] = _YES
    return doc.from_array([SENT_START], starts.astype(np.uint64))


def _begins(texts: Sequence[str], place: int, before: int, unfinished: frozenset[str]) -> bool | None:
    """Whether a sentence begins at `place`, the next token after `before` that is not white space."""
    here, last = texts[place], texts[before]
    if here in _NEVER_FIRST:
        return False
    if place - before > 1 and _new_line(texts[before + 1 : place], last):
        return True
    if last in _OPENING:
        return False
    if last in _CLOSING_BRACKETS:
        return False if here.islower() else None
    if last in _CLOSING_QUOTES:
        return _begins_after_closing(texts, place, before)
    if _is_abbreviation(last):
        return _begins_after_abbreviation(here, last, unfinished)
    if last in _FINAL:
        numbered = texts[before - 1].isdigit() or last == "!"
        return True if _opens_sentence(here) and not numbered else None
    return None


def _capitals_begin(texts: Sequence[str]) -> bool:
    """Whether sentences begin with capitals; not in a chat that begins with a small letter or has "i" for "I"."""
    return not texts or (not texts[0].islower() and "i" not in texts)


def _is_word(text: str) -> bool:
    """A word or a comma, after which a sentence seldom begins."""
    return text == "," or text[-1].isalnum()


def _lines_are_paragraphs(texts: Sequence[str]) -> bool:
    """Whether empty lines part the text, or most of its lines end with final punctuation."""
    breaks = [place for place, text in enumerate(texts) if "\n" in text]
    if any(texts[place].count("\n") > 1 for place in breaks):
        return True
    full = sum(texts[place - 1] in _FINAL or texts[place - 1] in _CLOSING_QUOTES for place in breaks if place)
    return 2 * full > len(breaks)


def _new_line(spaces: Sequence[str], last: str) -> bool:
    """An empty line parts sentences, a single line break only after final punctuation."""
    breaks = "".join(spaces).count("\n")
    return breaks > 1 or (breaks == 1 and (last in _FINAL or last in _CLOSING_QUOTES))


def _date_bounds(texts: Sequence[str]) -> Iterator[int]:
    """Dates that are lines of their own ("Talks fail Friday, May 6, 2016 Envoys left"): the start and what follows."""
    for first, text in enumerate(texts):
        after = first + _DATELINE_LENGTH
        if text not in _WEEKDAYS or after > len(texts) or not (after == len(texts) or _opens_sentence(texts[after])):
            continue
        comma, month, day, second_comma, year = texts[first + 1 : after]
        dated = comma == second_comma == "," and month.istitle() and day.isdigit() and year.isdigit()
        if dated and (first == 0 or texts[first - 1].lower() not in _BEFORE_DATES):
            yield from (place for place in (first, after) if place < len(texts))


def _begins_after_closing(texts: Sequence[str], place: int, before: int) -> bool | None:
    while before > 0 and texts[before] in _CLOSING_QUOTES:
        before -= 1
    if texts[before] == "." or _is_abbreviation(texts[before]):
        return _opens_sentence(texts[place]) or None
    if texts[before] in _FINAL:
        return False if texts[place].islower() else None
    return False


def _begins_after_abbreviation(here: str, last: str, unfinished: frozenset[str]) -> bool | None:
    if here.islower() or last in unfinished or _is_initial(last):
        return False
    return False if last in _BEFORE_NUMBERS and here[0].isdigit() else None


def _opens_sentence(text: str) -> bool:
    return text[0].isupper() or text in _OPENING


def _is_abbreviation(text: str) -> bool:
    return len(text) > 1 and text[-1] == "." and text[0].isalpha()


def _is_initial(text: str) -> bool:
    return len(text) == len("J.") and text[0].isupper()


@cache
def _abbreviations_before_names() -> frozenset[str]:
    """Titles that a name must follow ("Gen.")."""
    return _UNFINISHED | {word for title in titles() for word in title if word.endswith(".")}


def _with_curly_quotes(doc: Doc) -> list[str]:
    """The tokens, straight double quotation marks as opening or closing ones where the blanks around them tell."""
    texts = [token.text for token in doc]
    parted = True
    for token in doc:
        follows = bool(token.whitespace_) or token.i + 1 == len(doc) or doc[token.i + 1].is_space
        if token.text == _STRAIGHT and parted != follows:
            texts[token.i] = "“" if parted else "”"
        parted = bool(token.whitespace_) or token.is_space
    return texts
