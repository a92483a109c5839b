"""What the words round a name, or its form, say of its kind: persons who speak, places with their country after them.

Sources: our own rules by newspaper style, which tells where a lesser known place lies ("in Tolgar, Kazakhstan") and
writes out an acronym where it is first used.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from spacy.tokens import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Doc

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MISTAKEN = _PLACES | {"ORG", "EVENT"}
_ONLY_PEOPLE = frozenset(
    ("say", "tell", "add", "ask", "explain", "recall", "write", "reply", "joke", "think", "smile", "die", "report")
)
"""Verbs whose subject is a person where it is no known place."""
_DIGITS_OF_AGE = 2
_BEFORE_PLACES = frozenset(("in", "at", "near", "to", "around", "outside", "from", "of", "into", "toward", "towards"))
_LONGEST_PLACE = 3
_LONGEST_ACRONYM = 8
_SMALL_WORDS = frozenset(("of", "the", "for", "and", "on", "in", "to", "&"))
_LONGEST_FORM = 14


def is_human(name: Span, known: Mapping[str, str]) -> bool:
    """Whether the words round an unknown name say that it is a person's: an age, "who", what only people do."""
    if name.label_ not in _MISTAKEN or name.text in known or name.text.title() in known:
        return False
    after = [token.text for token in name.doc[name.end : name.end + 3]]
    aged = after[:1] == [","] and after[2:] in ([","], ["."]) and after[1].isdigit() and len(after[1]) == _DIGITS_OF_AGE
    clauses = [child for child in name.root.children if child.dep_ == "relcl"]
    who = any(child.lower_ == "who" for clause in clauses for child in clause.children)
    speaks = name.label_ in _PLACES and name.root.dep_ == "nsubj" and name.root.head.lemma_ in _ONLY_PEOPLE
    return aged or who or speaks


def located(doc: Doc, names: Sequence[Span], known: Mapping[str, str]) -> set[str]:
    """Texts of names that the words beside them show to be places.

    They stand once between a preposition of place and a comma with a known state ("in Ota, Japan"); or they are single
    words, and two mentions and a third of all follow "in".
    """
    single = Counter(name.text for name in names if len(name) == 1 and name.label_ in _MISTAKEN | {"PERSON"})
    inside = Counter(
        name.text for name in names if len(name) == 1 and name.start and doc[name.start - 1].lower_ == "in"
    )
    found = {text for text, count in inside.items() if count > 1 and 3 * count >= single[text] > 0}
    found -= known.keys()
    at = {name.start: name for name in names}
    for name in names:
        state = at.get(name.end + 1)
        if (
            state is not None
            and state.label_ == "GPE"
            and state.text in known
            and doc[name.end].text == ","
            and name.start > 0
            and doc[name.start - 1].lower_ in _BEFORE_PLACES
            and len(name) <= _LONGEST_PLACE
            and (state.end == len(doc) or not doc[state.end].is_alpha or doc[state.end].text.islower())
        ):
            found.add(name.text)
    return found


def acronyms(doc: Doc, names: Sequence[Span]) -> list[Span]:
    """An acronym in brackets after the name that it shortens, with the label of that name.

    Where the words before the bracket are capitalised but no name was found, or less of it, they are a body's.
    """
    last = {name.end: name for name in names}
    taken = {token.i: name for name in names for token in name}
    found = []
    for place in range(2, len(doc) - 2):
        acronym = doc[place + 1]
        if doc[place].text != "(" or doc[place + 2].text != ")" or not _is_acronym(acronym.text):
            continue
        name = last.get(place)
        if name is not None and _initials(doc[name.start : name.end]) == acronym.text:
            found.append(Span(doc, place + 1, place + 2, label=name.label_))
            continue
        written = _written_out(doc, place, acronym.text)
        if written is not None and all(taken[token.i].label_ != "PERSON" for token in written if token.i in taken):
            found += [written, Span(doc, place + 1, place + 2, label="ORG")]
    return found


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and 1 < len(text) <= _LONGEST_ACRONYM


def _initials(words: Iterable[object]) -> str:
    return "".join(text[0] for word in words if (text := str(word))[0].isupper())


def _written_out(doc: Doc, end: int, acronym: str) -> Span | None:
    """The capitalised words before `end` whose initials make up `acronym` (three letters at least)."""
    if len(acronym) < len("ABC"):
        return None
    left, start = len(acronym), end
    while left and start > max(0, end - _LONGEST_FORM):
        text = doc[start - 1].text
        if text[0].isupper() and text[0] == acronym[left - 1]:
            left -= 1
        elif text not in _SMALL_WORDS:
            return None
        start -= 1
    whole = left == 0 and not (start and doc[start - 1].text[0].isupper() and doc[start - 1].text[0] == acronym[0])
    return Span(doc, start, end, label="ORG") if whole else None


def within(name: Span, persons: Mapping[str, int]) -> Span | None:
    """The person named in full at the end of a name that ran together with what is before it.

    `persons` holds full names with their number of tokens ("Kenya Ana Ruiz" with "Ana Ruiz").
    """
    for size in range(len(name) - 1, 1, -1):
        rest = name[len(name) - size :]
        if persons.get(rest.text) == size:
            return Span(name.doc, rest.start, rest.end, label="PERSON")
    return None
