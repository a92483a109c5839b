"""Names that the gazetteers know, after the model: gaps filled, labels set right; datelines, party tags, dates marked.

After the model and not before it: a gazetteer that goes first breaks longer names ("Paris Hilton", "Bank of America")
and costs more than it brings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.matcher import PhraseMatcher
from spacy.tokens import Span

from generator.language.gazetteer import labels_by_last_word, labels_by_name, read_table, titles
from generator.language.mending.calendar import date_spans
from generator.language.mending.overlap import without_overlap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

KNOWN_NAMES = "known_names"

_RELABELLED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "FAC", "PRODUCT", "WORK_OF_ART"})
_DASHES = frozenset("—–-")
_LONGEST_DATELINE = 8
_PARTIES = frozenset({"R", "D", "I"})


class KnownNames:
    """A component that goes over a document's names with the gazetteers."""

    def __init__(self, nlp: Language) -> None:
        self._labels = labels_by_name()
        self._by_last_word = labels_by_last_word()
        self._ambiguous = frozenset(row[0] for row in read_table("ambiguous"))
        self._states = frozenset(form for row in read_table("states") for form in (row[0], *row[1].split("|")))
        self._title_starts = frozenset(title[0] for title in titles())
        self._matcher = PhraseMatcher(nlp.vocab)
        names = sorted(self._labels.keys() - self._ambiguous)
        self._matcher.add(KNOWN_NAMES, [nlp.make_doc(name) for name in names])

    def __call__(self, doc: Doc) -> Doc:
        """Go over the names of `doc`; what is certain by form (datelines, party tags, dates) wins over all others."""
        names = [self._relabelled(name) for name in doc.ents if name.label_ != "DATE"]
        taken = {token.i: name for name in names for token in name}
        for known in self._known(doc):
            inside = list(dict.fromkeys(taken[token.i] for token in known if token.i in taken))
            replaces = all(known.start <= name.start and name.end <= known.end for name in inside)
            if replaces and (inside or self._stands_alone(known, taken)):
                names = [name for name in names if name not in inside]
                names.append(known)
        dates = (doc.char_span(start, end, label="DATE") for start, end in date_spans(doc.text))
        certain = [*_datelines(doc, self._labels), *_party_tags(doc, self._states), *filter(None, dates)]
        doc.ents = without_overlap([*certain, *names])
        return doc

    def _known(self, doc: Doc) -> list[Span]:
        """Names of the gazetteers without overlap, longer ones first; an article before them is no part of them."""
        spans = []
        for match in self._matcher(doc, as_spans=True):
            start = match.start + (match[0].lower_ == "the" and len(match) > 1)
            spans.append(Span(doc, start, match.end, label=self._labels[match.text]))
        return without_overlap(sorted(spans, key=lambda span: (span.start - span.end, span.start)))

    def _stands_alone(self, known: Span, taken: dict[int, Span]) -> bool:
        """False where a proper noun after it may belong to a longer name that the model has missed."""
        after = known.end
        if after == len(known.doc) or after in taken:
            return True
        follower = known.doc[after]
        proper = follower.tag_ in ("NNP", "NNPS")
        return not proper or follower.text in self._title_starts or known.label_ == "NORP"

    def _relabelled(self, name: Span) -> Span:
        text = name.text.removeprefix("the ").removeprefix("The ")
        label = self._labels.get(text)
        if label is None and name.label_ != "PERSON" and len(name) > 1:
            label = self._by_last_word.get(name[-1].text)
        if label is None or label == name.label_ or name.label_ not in _RELABELLED:
            return name
        if text in self._ambiguous and name.label_ == "PERSON":
            return name
        return Span(name.doc, name.start, name.end, label=label)


def _datelines(doc: Doc, labels: dict[str, str]) -> Iterator[Span]:
    """A place in capitals before a dash at the start of a paragraph ("MOSCOW — ")."""
    for start in (0, *(token.i + 1 for token in doc if token.is_space and "\n" in token.text)):
        for end in range(start + 1, min(start + _LONGEST_DATELINE, len(doc))):
            if doc[end].text in _DASHES or doc[end].text in ("(", ","):
                words = doc[start:end]
                in_capitals = all(word.is_upper for word in words if word.is_alpha) and words[0].is_alpha
                if in_capitals and (doc[end].text in "—–" or words.text.title() in labels):
                    yield Span(doc, start, end, label="GPE")
                break


def _party_tags(doc: Doc, states: frozenset[str]) -> Iterator[Span]:
    """The party and the state in "(R-Ky.)"."""
    for token in doc[1:-3]:
        if token.text in _PARTIES and doc[token.i - 1].text == "(" and doc[token.i + 1].text in _DASHES:
            yield Span(doc, token.i, token.i + 1, label="NORP")
            if doc[token.i + 2].text in states:
                yield Span(doc, token.i + 2, token.i + 3, label="GPE")
