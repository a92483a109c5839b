"""Persons by their given names: full names that the model missed or took for bodies and places.

Source: our own rules; the names are those of given_names.tsv.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span

from generator.language.gazetteer import given_names, labels_by_end, labels_by_name, titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

_MISTAKEN = frozenset({"ORG", "GPE", "LOC", "FAC", "EVENT"})
_PROPER = frozenset({"NNP", "NNPS"})
_LONGEST = 3
_DASHES = frozenset("-–—")
_BEFORE_PLACES = frozenset(("in", "at", "from", "to", "near", "around", "outside", "into", "of", "and"))


class GivenNames:
    """What given names tell of names found and of proper nouns without a label."""

    def __init__(self) -> None:
        self._given = given_names()
        self._known = labels_by_name()
        self._others = labels_by_end().keys() | {word for title in titles() for word in title}

    def person(self, name: Span) -> bool:
        """Whether a found name is a person's in full, or a given name alone that no word before makes a place."""
        if name.label_ not in _MISTAKEN or name[0].text not in self._given or name.text in self._known:
            return False
        if len(name) == 1:
            before = name.doc[name.start - 1].lower_ if name.start else ""
            return name.label_ in ("ORG", "GPE") and not (name.label_ == "GPE" and before in _BEFORE_PLACES)
        return len(name) <= _LONGEST and self._is_full(name)

    def missed(self, doc: Doc, names: Sequence[Span]) -> Iterator[Span]:
        """Runs of two or three proper nouns without a label that begin with a given name."""
        taken = {token.i for name in names for token in name}
        for token in doc[:-1]:
            start = token.i
            if token.text not in self._given or not self._runs(doc, start, taken) or self._runs(doc, start - 1, taken):
                continue
            end = start + 1
            while self._runs(doc, end, taken):
                end += 1
            joined = (start and doc[start - 1].text in _DASHES) or end in taken
            if 1 < end - start <= _LONGEST and not joined and self._is_full(doc[start:end]):
                yield Span(doc, start, end, label="PERSON")

    def _runs(self, doc: Doc, place: int, taken: set[int]) -> bool:
        if not 0 <= place < len(doc) or place in taken:
            return False
        return doc[place].tag_ in _PROPER and doc[place].text[0].isupper()

    def _is_full(self, name: Span) -> bool:
        """Whether all words look like a person's: capitals at their start alone, none that bodies or offices bear."""
        return all(
            token.text[0].isupper()
            and (token.text[-1] == "." or (token.is_alpha and not token.is_upper))
            and token.text not in self._others
            for token in name
        )
