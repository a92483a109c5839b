"""Names mended over the whole document: titles cut off, surnames tied to full names, one label a name.

Source: the "one sense per discourse" observation (Gale, Church and Yarowsky 1992) for labels; newspaper style, which
gives a person's full name first and the surname afterwards, for surnames.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from spacy.tokens import Span

from generator.language.gazetteer import labels_by_name, read_table, titles
from generator.language.mending.overlap import without_overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

DOCUMENT_NAMES = "document_names"

_MENDED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"})
_REPEATED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MISTAKEN = _PLACES | {"ORG", "EVENT"}
_ONLY_PEOPLE = frozenset(
    ("say", "tell", "add", "ask", "explain", "recall", "write", "reply", "joke", "think", "smile", "die", "report")
)
"""Verbs whose subject is a person where it is no known place."""
_DIGITS_OF_AGE = 2
_LONGEST_TITLE = 4
_PROPER = frozenset({"NNP", "NNPS"})
_TELLING_KINDS = frozenset({"courtesy", "legislator", "diplomat", "learned"})
_NOT_TELLING = frozenset({"Whip", "Deputy", "Speaker", "Lawmaker", "Mediator", "Professor Emeritus", "Premier", "Miss"})


class DocumentNames:
    """A component that mends the names of a document together."""

    def __init__(self) -> None:
        self._known = labels_by_name()
        self._titles = titles()
        self._telling = _telling_titles()

    def __call__(self, doc: Doc) -> Doc:
        """Mend the names of `doc`; single steps in the order of the module's first line."""
        words = [token.text for token in doc]
        names = [mended for name in doc.ents if (mended := self._without_title(name, words))]
        names = without_overlap([*self._after_titles(doc, words, names), *names])
        if doc.has_annotation("DEP"):
            names = [_labelled(name, "PERSON") if _is_human(name, self._known) else name for name in names]
        surnames = {name[-1].text for name in names if name.label_ == "PERSON" and len(name) > 1}
        labels = _common_labels(names, surnames, self._known)
        names = [_labelled(name, labels.get(name.text, name.label_)) for name in names]
        names += _acronyms(doc, names)
        doc.ents = without_overlap([*names, *_elsewhere(doc, names, surnames, self._known)])
        return doc

    def _without_title(self, name: Span, words: Sequence[str]) -> Span | None:
        """The name without the title at its start, which may begin before it ("Foreign [Minister Jane Doe]")."""
        if name.label_ not in _MENDED or name.text in self._known:
            return name
        start, label = name.start, name.label_
        while start < name.end:
            title = self._title_over(words, start, name.end)
            if title is None or (label != "PERSON" and title not in self._telling):
                break
            start += len(title) - self._reach_back(words, start, title)
            label = "PERSON"
        if start == name.end:
            return None if name.label_ == "PERSON" else name
        return name if start == name.start else Span(name.doc, start, name.end, label=label)

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
                if name.start == start and name.label_ in _MENDED - {"PERSON"} and name.text not in self._known:
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


def _is_human(name: Span, known: dict[str, str]) -> bool:
    """Whether the words round an unknown name say that it is a person's: an age, "who", what only people do."""
    if name.label_ not in _MISTAKEN or name.text in known or name.text.title() in known:
        return False
    after = [token.text for token in name.doc[name.end : name.end + 3]]
    aged = after[:1] == [","] and after[2:] in ([","], ["."]) and after[1].isdigit() and len(after[1]) == _DIGITS_OF_AGE
    clauses = [child for child in name.root.children if child.dep_ == "relcl"]
    who = any(child.lower_ == "who" for clause in clauses for child in clause.children)
    speaks = name.label_ in _PLACES and name.root.dep_ == "nsubj" and name.root.head.lemma_ in _ONLY_PEOPLE
    return aged or who or speaks


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
    found = []
    for token in doc:
        if token.i in taken or token.text not in by_start or not token.text[0].isupper():
            continue
        for text in by_start[token.text]:
            span = doc.char_span(token.idx, token.idx + len(text), label=labels[text])
            if span is not None and span.text == text and _is_whole(doc, span, taken):
                found.append(span)
                taken.update(range(span.start, span.end))
                break
    return found


def _is_whole(doc: Doc, span: Span, taken: set[int]) -> bool:
    """True where all of it is unlabelled proper nouns and none stands beside it."""
    inside = all(place not in taken for place in range(span.start, span.end)) and span[-1].tag_ in _PROPER
    beside = [place for place in (span.start - 1, span.end) if 0 <= place < len(doc)]
    return inside and not any(
        place not in taken and doc[place].tag_ in _PROPER and doc[place].text[0].isupper() for place in beside
    )


def _acronyms(doc: Doc, names: Sequence[Span]) -> list[Span]:
    """An acronym in brackets after the name that it shortens has the label of that name."""
    found = []
    for name in names:
        if len(name) == 1 or name.end + 2 >= len(doc) or doc[name.end].text != "(" or doc[name.end + 2].text != ")":
            continue
        acronym = doc[name.end + 1].text
        initials = "".join(token.text[0] for token in name if token.text[0].isupper())
        if acronym.isupper() and acronym == initials:
            found.append(Span(doc, name.end + 1, name.end + 2, label=name.label_))
    return found


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
