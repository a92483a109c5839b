"""Names mended over the whole document: titles cut off, surnames tied to full names, one label a name.

Source: the "one sense per discourse" observation (Gale, Church and Yarowsky 1992) for labels; newspaper style, which
gives a person's full name first and the surname afterwards, for surnames.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from spacy.tokens import Span

from generator.language.gazetteer import labels_by_end, labels_by_name, read_table, titles
from generator.language.mending.evidence import acronyms, is_human, located, within
from generator.language.mending.given_names import GivenNames
from generator.language.mending.overlap import without_overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

DOCUMENT_NAMES = "document_names"

_MENDED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"})
_REPEATED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT"})
_LONGEST_TITLE = 4
_INITIAL = re.compile(r"[A-Z]\.?|(?!P\.S\.)(?:[A-Z]\.){2}")
_PROPER = frozenset({"NNP", "NNPS"})
_TELLING_KINDS = frozenset({"courtesy", "legislator", "diplomat", "learned"})
_BEFORE_PERSONS = frozenset({"head", "minister", "diplomat", "judge", "faith", "military", "royal"})
_ALSO_BODIES = frozenset(
    {"Premier", "General", "Major", "Private", "Captain", "Commander", "Cardinal", "Father", "Secretary"}
) | {"Duke", "Duchess", "Lord", "Lady", "Baron", "Baroness", "Earl", "Count", "Sultan", "Emir", "Shah"}
"""Kinds of titles that tell a person at the start of a found name, and titles among them that begin bodies, too."""
_NOT_TELLING = frozenset({"Whip", "Deputy", "Speaker", "Lawmaker", "Mediator", "Professor Emeritus", "Premier", "Miss"})


class DocumentNames:
    """A component that mends the names of a document together."""

    def __init__(self) -> None:
        self._known = labels_by_name()
        self._ends = labels_by_end()
        self._titles = titles()
        self._given = GivenNames()
        self._telling = _telling_titles()
        self._before_persons = _titles_of(_BEFORE_PERSONS) - {(title,) for title in _ALSO_BODIES}

    def __call__(self, doc: Doc) -> Doc:
        """Mend the names of `doc`; single steps in the order of the module's first line."""
        words = [token.text for token in doc]
        names = [mended for name in doc.ents if (mended := self._without_title(name, words))]
        names = without_overlap([*self._after_titles(doc, words, names), *names])
        if doc.has_annotation("DEP"):
            names = [
                _labelled(name, "PERSON") if is_human(name, self._known) and not self._is_body(name) else name
                for name in names
            ]
        names = [self._with_initials(name) for name in self._parted(names)]
        names = [_labelled(name, "PERSON") if self._given.person(name) else name for name in names]
        names = sorted([*names, *self._given.missed(doc, names)])
        whole = {name.text: name for name in names if name.label_ == "PERSON" and len(name) > 1}
        surnames = {name[-1].text for name in whole.values()}
        given = {name[0].text for name in whole.values()} - surnames - self._known.keys()
        places = located(doc, names, self._known) - surnames - given
        names = [
            _labelled(name, "GPE") if name.text in places and name.label_ != "FAC" and not self._is_body(name) else name
            for name in names
        ]
        short = acronyms(doc, names)
        bodies = [name for name in short if name.label_ == "ORG"]
        names = without_overlap([*bodies, *names])
        labels = _common_labels(names, surnames | given, self._known)
        labels |= {name.text: "ORG" for name in bodies if name.text not in self._known}
        names = [_labelled(name, labels.get(name.text, name.label_)) for name in names]
        names = without_overlap([*short, *names])
        doc.ents = without_overlap([*names, *_elsewhere(doc, names, surnames, self._known)])
        return doc

    def _with_initials(self, name: Span) -> Span:
        """A person with the initials before the name ("[J. R. Kago]")."""
        start = name.start
        while (
            name.label_ == "PERSON"
            and start
            and _INITIAL.fullmatch(name.doc[start - 1].text)
            and name.doc[start - 1].tag_ in _PROPER
            and not name.doc[start - 1].ent_type_
        ):
            start -= 1
        return name if start == name.start else Span(name.doc, start, name.end, label="PERSON")

    def _is_body(self, name: Span) -> bool:
        """Whether a word of the name is one that bodies have at their end ("Ulster Unionist Party", "Bank of Ota")."""
        return len(name) > 1 and any(self._ends.get(token.text, ("",))[0] == "ORG" for token in name)

    def _parted(self, names: Sequence[Span]) -> list[Span]:
        """The names, those that ran together with a person whom the document names in full elsewhere parted."""
        persons = {name.text: len(name) for name in names if name.label_ == "PERSON" and len(name) > 1}
        parted = []
        for name in names:
            person = None if name.label_ == "DATE" else within(name, persons)
            if person is None:
                parted.append(name)
                continue
            before = name.doc[name.start : person.start]
            if before.text in self._known:
                parted.append(Span(name.doc, before.start, before.end, label=self._known[before.text]))
            parted.append(person)
        return parted

    def _without_title(self, name: Span, words: Sequence[str]) -> Span | None:
        """The name without the title at its start, which may begin before it ("Foreign [Minister Jane Doe]")."""
        if name.label_ not in _MENDED or name.text in self._known:
            return name
        start, label, office = name.start, name.label_, False
        while start < name.end:
            title = self._title_over(words, start, name.end)
            if title is None or (label != "PERSON" and not self._tells(title, name, start)):
                break
            reach = self._reach_back(words, start, title)
            office = office or reach > 0
            start += len(title) - reach
            label = "PERSON"
        if start == name.end:
            return None if name.label_ == "PERSON" or office else name
        return name if start == name.start else Span(name.doc, start, name.end, label=label)

    def _tells(self, title: tuple[str, ...], name: Span, start: int) -> bool:
        """Whether a name of another label than PERSON is one, since it begins with `title` ("Justice Kago")."""
        if title in self._telling:
            return True
        after = start + len(title)
        return (
            title in self._before_persons
            and after < name.end
            and name.doc[after].text[0].isupper()
            and name[-1].text not in self._ends
            and not self._is_body(name)
        )

    def _title_over(self, words: Sequence[str], start: int, end: int) -> tuple[str, ...] | None:
        """The longest title that covers the word at `start` and ends before `end`."""
        for size in range(_LONGEST_TITLE, 0, -1):
            for back in range(size):
                title = tuple(words[max(0, start - back) : start - back + size])
                if start - back >= 0 and start - back + size <= end and title in self._titles:
                    return title
        return None

    def _reach_back(self, words: Sequence[str], start: int, title: tuple[str, ...]) -> int:
        return next(
            back for back in range(len(title)) if tuple(words[start - back : start - back + len(title)]) == title
        )

    def _after_titles(self, doc: Doc, words: Sequence[str], names: Iterable[Span]) -> list[Span]:
        """Persons after a title that only persons bear: found where the model has none, relabelled where it errs."""
        at = {token.i: name for name in names for token in name}
        found = []
        for start in range(1, len(doc)):
            if (
                doc[start].tag_ not in _PROPER
                or not words[start][0].isupper()
                or not self._telling_before(words, start)
            ):
                continue
            name = at.get(start)
            if name is not None:
                mistaken = name.start == start and name.label_ in _MENDED - {"PERSON"}
                if mistaken and name.text not in self._known and not self._is_body(name):
                    found.append(Span(doc, name.start, name.end, label="PERSON"))
                continue
            end = start
            while end < len(doc) and end not in at and doc[end].tag_ in _PROPER and doc[end].text[0].isupper():
                end += 1
            if (words[start],) not in self._titles:
                found.append(Span(doc, start, end, label="PERSON"))
        return found

    def _telling_before(self, words: Sequence[str], start: int) -> bool:
        return any(tuple(words[max(0, start - size) : start]) in self._telling for size in range(1, _LONGEST_TITLE + 1))


def _titles_of(kinds: frozenset[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(form.split())
        for title, others, kind in read_table("titles")
        for form in (title, *others.split("|"))
        if form and kind in kinds
    )


def _telling_titles() -> frozenset[tuple[str, ...]]:
    """Titles after which a name is a person's: abbreviated ones, those of two words and some others."""
    return frozenset(
        tuple(form.split())
        for title, others, kind in read_table("titles")
        for form in (title, *others.split("|"))
        if form
        and title not in _NOT_TELLING
        and kind not in ("modifier", "business", "role")
        and (form.endswith(".") or " " in form or kind in _TELLING_KINDS or form in ("President", "Chancellor"))
    )


def _elsewhere(doc: Doc, names: Sequence[Span], surnames: set[str], known: dict[str, str]) -> list[Span]:
    """Names found in one place, and surnames of persons named in full, where they stand unlabelled."""
    labels = dict.fromkeys(sorted(surnames - known.keys()), "PERSON")
    first_tokens = {name.text: name[0].text for name in names}
    counts = Counter(name.text for name in names)
    labels |= {
        name.text: name.label_
        for name in names
        if name.label_ in _REPEATED and name[-1].tag_ in _PROPER and (len(name) > 1 or counts[name.text] > 1)
    }
    by_start: dict[str, list[str]] = defaultdict(list)
    for text in sorted(labels, key=lambda text: (-len(text), text)):
        by_start[first_tokens.get(text, text)].append(text)
    taken = {token.i for name in names for token in name}
    small = {token.text for token in doc if token.is_lower}
    found = []
    for token in doc:
        if token.i in taken or token.text not in by_start or not token.text[0].isupper():
            continue
        for text in by_start[token.text]:
            span = doc.char_span(token.idx, token.idx + len(text), label=labels[text])
            if span is not None and span.text == text and _is_whole(doc, span, taken, small):
                found.append(span)
                taken.update(range(span.start, span.end))
                break
    return found


def _is_whole(doc: Doc, span: Span, taken: set[int], small: set[str]) -> bool:
    """True where all of it is unlabelled proper nouns and none stands beside it.

    A common noun will do that is never among the words in `small` letters: the first word of a sentence is often taken
    for one.
    """
    last = span[-1]
    proper = last.tag_ in _PROPER or (last.tag_ == "NN" and last.lower_ not in small)
    inside = proper and all(place not in taken for place in range(span.start, span.end))
    beside = [place for place in (span.start - 1, span.end) if 0 <= place < len(doc)]
    return inside and not any(
        place not in taken and doc[place].tag_ in _PROPER and doc[place].text[0].isupper() for place in beside
    )


def _common_labels(names: Iterable[Span], surnames: set[str], known: dict[str, str]) -> dict[str, str]:
    """The label of every name: PERSON for surnames, otherwise the one that most of its mentions have."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[name.text][name.label_] += 1
    labels = {}
    for text, counts in votes.items():
        if text in known or not counts.keys() <= _MENDED:
            continue
        if text in surnames:
            labels[text] = "PERSON"
        else:
            best, count = max(counts.items(), key=lambda item: (item[1], item[0]))
            tied = sum(other == count for other in counts.values()) > 1
            if not tied:
                labels[text] = best
    return labels


def _labelled(name: Span, label: str) -> Span:
    return name if name.label_ == label else Span(name.doc, name.start, name.end, label=label)
