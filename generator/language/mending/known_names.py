"""Names that the gazetteers know, after the model: gaps filled, labels set right; datelines, party tags, dates marked.

After the model and not before it: a gazetteer that goes first breaks longer names ("Paris Hilton", "Bank of America")
and costs more than it brings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.matcher import PhraseMatcher
from spacy.tokens import Span

from generator.language.gazetteer import labels_by_end, labels_by_name, labels_by_start, read_table, titles
from generator.language.mending.calendar import date_spans
from generator.language.mending.extents import is_tongue, mend_extents
from generator.language.mending.overlap import without_overlap
from generator.language.mending.results import teams
from generator.model import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

KNOWN_NAMES = "known_names"

_RELABELLED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "FAC", "PRODUCT", "WORK_OF_ART"})
_NONE = "NONE"
"""The label of what is no name, in name_ends.tsv."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WRITTEN_IN_CAPITALS = frozenset({"GPE", "NORP", "LOC"})
_DASHES = frozenset("—–-")
_OPEN = frozenset(("-", "(", ","))
_YEAR_MONTH = re.compile(r"(?:19|20)\d\d-\d\d")
_MONTHS = frozenset(
    (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
        *("Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
    )
)
_ROUND = 3
"""How many words beside a name tell that it stands in a headline."""
_LONGEST_DATELINE = 8
_PARTIES = frozenset({"R", "D", "I"})


class KnownNames:
    """A component that goes over a document's names with the gazetteers."""

    def __init__(self, nlp: Language) -> None:
        self._labels = labels_by_name()
        self._ends = labels_by_end()
        self._starts = labels_by_start()
        self._no_names = frozenset(row[0] for row in read_table("no_names"))
        self._ambiguous = frozenset(row[0] for row in read_table("ambiguous"))
        self._states = frozenset(form for row in read_table("states") for form in (row[0], *row[1].split("|")))
        self._title_starts = frozenset(title[0] for title in titles())
        self._matcher = PhraseMatcher(nlp.vocab)
        self._nations = _nations()
        names = sorted(self._labels.keys() - self._ambiguous)
        self._in_capitals = {
            name.upper(): name
            for name in names
            if self._labels[name] in _WRITTEN_IN_CAPITALS and len(name) > len("Ota")
        }
        names += sorted(self._in_capitals.keys() - self._labels.keys())
        docs = [nlp.make_doc(name) for name in names]
        self._matcher.add(KNOWN_NAMES, docs)
        # By their words, as a match is: an article may set other spaces, "Guinea - Bissau".
        self._by_words = {tuple(token.text for token in doc): doc.text for doc in docs}

    def __call__(self, doc: Doc) -> Doc:
        """Go over the names of `doc`; what is certain by form (datelines, party tags, dates) wins over all others."""
        found = [
            name
            for name in doc.ents
            if name.label_ != "DATE" and name.text not in self._no_names and not self._is_slug(name)
        ]
        names = [self._relabelled(name) for name in mend_extents(doc, found, self._labels, self._ends)]
        names = [name for name in names if name.label_ != _NONE]
        taken = {token.i: name for name in names for token in name}
        for known in self._known(doc):
            inside = list(dict.fromkeys(taken[token.i] for token in known if token.i in taken))
            replaces = all(
                (known.start <= name.start and name.end <= known.end) or _runs_on(name, known) for name in inside
            )
            if replaces and (inside or self._stands_alone(known, taken)):
                names = [name for name in names if name not in inside]
                names.append(known)
        dates = (doc.char_span(start, end, label="DATE") for start, end in date_spans(doc.text))
        words = [token.text for token in doc]
        certain = [
            *teams(doc, words, self._nations),
            *_datelines(doc, self._labels),
            *_party_tags(doc, self._states),
            *filter(None, dates),
        ]
        doc.ents = without_overlap([*certain, *names])
        return doc

    def _known(self, doc: Doc) -> list[Span]:
        """Names of the gazetteers without overlap, longer ones first; an article before them is no part of them."""
        spans = []
        for match in self._matcher(doc, as_spans=True):
            start = match.start + (match[0].lower_ == "the" and len(match) > 1)
            name = self._by_words[tuple(token.text for token in match)]
            name = self._in_capitals.get(name, name)
            known = Span(doc, start, match.end, label=self._labels[name])
            if not is_tongue(known):
                spans.append(known)
        return without_overlap(sorted(spans, key=lambda span: (span.start - span.end, span.start)))

    def _stands_alone(self, known: Span, taken: dict[int, Span]) -> bool:
        """False where a proper noun after it may belong to a longer name that the model has missed."""
        after = known.end
        if after == len(known.doc) or after in taken:
            return True
        follower = known.doc[after]
        proper = follower.tag_ in ("NNP", "NNPS") and not follower.is_punct
        return not proper or follower.text in self._title_starts or known.label_ == "NORP"

    def _relabelled(self, name: Span) -> Span:
        text = name.text.removeprefix("the ").removeprefix("The ")
        label = self._labels.get(text)
        if label is None and len(name) > 1:
            label = self._label_by_form(name)
        if label is None or label == name.label_ or name.label_ not in _RELABELLED:
            return name
        if text in self._ambiguous and name.label_ == "PERSON":
            return name
        return Span(name.doc, name.start, name.end, label=label)

    def _is_slug(self, name: Span) -> bool:
        """A word in capitals that says before a dash what a headline in capitals is about ("RUGBY - OTA WIN")."""
        if name.start and "\n" not in name.doc[name.start - 1].text:
            return False
        after = name.doc[name.end : name.end + _ROUND]
        unknown = name.text not in self._labels and name.text.title() not in self._labels
        in_capitals = name.text.isupper() and after.text.isupper()
        return unknown and len(after) == _ROUND and after[0].text in _DASHES and in_capitals

    def _label_by_form(self, name: Span) -> str | None:
        """What the last or the first word of a name tells."""
        for words, word in ((self._ends, name[-1].text), (self._starts, name[0].text)):
            label, found = words.get(word, (None, ""))
            thing = found == "thing" and name.label_ != "PERSON"
            if found == "any" or thing or (found == "place" and name.label_ in _PLACES):
                return label
        return None


def _nations() -> frozenset[str]:
    """Names of countries, and of the parts of one that have teams of their own."""
    named = (name for _, usual, others in countries.rows() for name in (usual, *others))
    return frozenset((*named, "England", "Scotland", "Wales", "Northern Ireland"))


def _runs_on(name: Span, known: Span) -> bool:
    """Whether a name in a headline in capitals ran on from a known one ("[KENYA] BEATS")."""
    begins = name.start == known.start and name.end > known.end
    return begins and name.text.isupper() and known.label_ in ("GPE", "NORP") and _in_headline(name)


def _in_headline(name: Span) -> bool:
    """Whether the words round a name are in capitals, too."""
    beside = name.doc[max(0, name.start - _ROUND) : name.end + _ROUND]
    round_it = [token for token in beside if token.is_alpha and len(token) > 1]
    return len(round_it) > len(name) + 1 and all(token.is_upper for token in round_it)


def _datelines(doc: Doc, labels: dict[str, str]) -> Iterator[Span]:
    """A place in capitals that opens a paragraph, before a dash, a country or a date ("MOSCOW — ", "OTA, Japan")."""
    for start in (0, *(token.i + 1 for token in doc if token.is_space and "\n" in token.text)):
        for end in range(start + 1, min(start + _LONGEST_DATELINE, len(doc))):
            if doc[end].text in _DASHES or doc[end].text in ("(", ",") or _YEAR_MONTH.match(doc[end : end + 3].text):
                words = doc[start:end]
                in_capitals = all(word.is_upper for word in words if word.is_alpha) and words[0].is_alpha
                if in_capitals and (doc[end].text not in _OPEN or _is_placed(doc, words, labels)):
                    yield Span(doc, start, end, label="GPE")
                break


def _is_placed(doc: Doc, place: Span, labels: dict[str, str]) -> bool:
    """Whether the words in capitals are a known place, or a country or a month follows them after the comma."""
    after = doc[place.end + 1 : place.end + 2].text
    follows = doc[place.end].text == "," and (labels.get(after) == "GPE" or after in _MONTHS)
    return follows or place.text.title() in labels


def _party_tags(doc: Doc, states: frozenset[str]) -> Iterator[Span]:
    """The party and the state in "(R-Ky.)"."""
    for token in doc[1:-3]:
        if token.text in _PARTIES and doc[token.i - 1].text == "(" and doc[token.i + 1].text in _DASHES:
            yield Span(doc, token.i, token.i + 1, label="NORP")
            if doc[token.i + 2].text in states:
                yield Span(doc, token.i + 2, token.i + 3, label="GPE")
