"""Where names begin and end: cut where the model ran too far, drawn out where it stopped within a name.

Source: English grammar: no name ends with "of" or "and", and peoples are written with a capital.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

_LINKS = frozenset(("of", "for", "and", "the", "in", "on", "at", "to", "&", "-", "–", ",", "'", '"', "“", "(", "/"))
_NUMBERED = frozenset(("Flight",))
"""Words between a name and a number that belong to the number ("Kenya Airways Flight 40")."""
_DRAWN_OUT = frozenset(("of", "for"))
_PARTICIPLES = frozenset(("based", "backed", "led", "owned", "born"))
_LONGEST_COLUMN = 3
_MANY_NAMES = 10
_BEFORE_TONGUES = frozenset(("in", "into", "speak", "speaks", "spoke", "speaking", "fluent"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_PROPER = frozenset(("NNP", "NNPS"))


def mend_extents(doc: Doc, names: Sequence[Span], known: Mapping[str, str], ends: Mapping[str, object]) -> list[Span]:
    """The names with mended extents; those that no capital marks as names are left out.

    `ends` are words at the end of a body's or building's name, after which a possessive begins something else.
    """
    mended = []
    upto = 0
    edited = _is_edited(names)
    for name in names:
        if name.start < upto or _is_no_name(name, known, edited=edited):
            continue
        start, end = _behind_participle(name), _within_possessive(name, known, ends)
        while start < end and doc[start].text in _LINKS:
            start += 1
        last = end
        while end > start and (doc[end - 1].text in _LINKS or doc[end - 1].text in _NUMBERED):
            end -= 1
        if end < last and doc[end].text in _DRAWN_OUT:
            end = _drawn_out(doc, end, last)
        if start < end:
            mended.append(name if (start, end) == (name.start, name.end) else Span(doc, start, end, label=name.label_))
            upto = end
    return mended


def _is_edited(names: Sequence[Span]) -> bool:
    """Whether nearly all names of a longer text have capitals, as in print; in chats many have none."""
    small = sum(name.text.islower() for name in names)
    return len(names) >= _MANY_NAMES and small * _MANY_NAMES <= len(names)


def _is_no_name(name: Span, known: Mapping[str, str], *, edited: bool) -> bool:
    """The heads of a table's columns; signs without cased letters; small letters in print or of a people; a tongue."""
    text = name.text
    small = text.islower() and (edited or name.label_ == "NORP")
    if len(name) > _LONGEST_COLUMN - 1 and all(token.is_upper and len(token) <= _LONGEST_COLUMN for token in name):
        return True
    return is_tongue(name) or (text not in known and (small or text.lower() == text.upper()))


def is_tongue(name: Span) -> bool:
    """Whether an adjective of a people stands for its tongue ("a letter in Polish")."""
    doc, end = name.doc, name.end
    if name.label_ != "NORP" or not name.start or doc[name.start - 1].lower_ not in _BEFORE_TONGUES:
        return False
    return end == len(doc) or not (doc[end].tag_.startswith(("NN", "JJ", "CD", "HYPH")))


def _behind_participle(name: Span) -> int:
    """The start of the name, behind "Hong Kong-based" where the model took that in, too."""
    return next((token.i + 1 for token in name[2:-1] if token.text in _PARTICIPLES), name.start)


def _within_possessive(name: Span, known: Mapping[str, str], ends: Mapping[str, object]) -> int:
    """The end of the name, before the possessive of a name that is whole ("[Kano University]'s Open Day")."""
    for token in name[1:-1]:
        if token.text in _POSSESSIVE:
            before = name.doc[name.start : token.i]
            if before.text in known or (len(before) > 1 and before[-1].text in ends):
                return token.i
    return name.end


def _drawn_out(doc: Doc, end: int, last: int) -> int:
    """The end of "[University of] South Kano", with the words after the preposition; `end` where none follow."""
    if last < len(doc) and doc[last].lower_ == "the":
        last += 1
    after = last
    while after < len(doc) and doc[after].tag_ in _PROPER and doc[after].text[0].isupper():
        after += 1
    return after if after > last else end
