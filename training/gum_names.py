"""Names in GUM: its entity annotation marks whole noun phrases; the name is the run of proper nouns round their head.

Source: GUM's annotation guidelines (https://gucorpling.org/gum/), field Entity of MISC: id, type, information status,
salience, centering, heads of the phrase, coreference type, Wikipedia identifier.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.name_labels import GEO, is_people, onto_label, title_length
from training.passages import Name, Passage, joined, passage
from training.words import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.conllu import Sentence

_LABELS = {"person": "PERSON", "organization": "ORG", "place": GEO, "event": "EVENT"}
_LINKS = frozenset({"of", "for", "and", "on"})

_BRACKETS = re.compile(r"\(([^()]+)\)?|([0-9]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    first: int
    last: int
    kind: str
    head: int
    linked: bool


def gum_passage(sentences: Sequence[Sentence]) -> Passage:
    """The text of `sentences`, parted by blanks, with its names."""
    return joined([_sentence_names(sentence) for sentence in sentences])


def _sentence_names(sentence: Sentence) -> Passage:
    names = [name for mention in _mentions(sentence) if (name := _name(sentence, mention))]
    taken = {place for name in names for place in range(name.start, name.end)}
    names += [
        Name(start=word.start, end=word.end, label="NORP")
        for word in sentence.words
        if word.start not in taken
        and is_people(word.form)
        and word.form not in word_list("not-as-people")
        and word.xpos in ("JJ", "NNP", "NNPS", "NNS", "NN")
    ]
    return passage(sentence.text, names)


def _mentions(sentence: Sentence) -> Iterator[_Mention]:
    open_: dict[str, list[tuple[int, list[str]]]] = {}
    for number, word in enumerate(sentence.words):
        field = re.search(r"(?:^|\|)Entity=([^|]+)", word.misc)
        for bracket in _BRACKETS.finditer(field.group(1) if field else ""):
            if bracket.group(2):
                opened = open_.get(bracket.group(2))
                if opened:
                    first, fields = opened.pop()
                    yield from _mention(first, number, fields)
            else:
                fields = bracket.group(1).split("-", 7)
                if bracket.group(0).endswith(")"):
                    yield from _mention(number, number, fields)
                else:
                    open_.setdefault(fields[0], []).append((number, fields))


def _mention(first: int, last: int, fields: list[str]) -> Iterator[_Mention]:
    kind = _LABELS.get(fields[1])
    heads = fields[5].split(",")
    if kind and heads[-1].isdigit():
        head = first + int(heads[-1]) - 1
        if head <= last:
            yield _Mention(first=first, last=last, kind=kind, head=head, linked=len(fields) > 7)


def _name(sentence: Sentence, mention: _Mention) -> Name | None:
    words = sentence.words
    if words[mention.head].upos != "PROPN":
        return None
    first = last = mention.head
    while first > mention.first and _in_name(sentence, first - 1):
        first -= 1
    while last < mention.last and _in_name(sentence, last + 1):
        last += 1
    if mention.linked and mention.kind in ("ORG", "EVENT", GEO):
        last = _through_links(sentence, last, mention.last)
    if mention.kind == "PERSON":
        first += title_length([word.form for word in words[first : last + 1]])
    while last >= first and words[last].form == "-":
        last -= 1
    if last < first:
        return None
    start, end = words[first].start, words[last].end
    surface = sentence.text[start:end]
    return Name(start=start, end=end, label=onto_label(surface, mention.kind)) if surface[0].isupper() else None


def _in_name(sentence: Sentence, number: int) -> bool:
    word = sentence.words[number]
    return word.upos == "PROPN" or word.xpos in ("NNP", "NNPS", "HYPH") or word.form == "-"


def _through_links(sentence: Sentence, last: int, limit: int) -> int:
    """The end of "Ministry of Foreign Affairs", from "Ministry"."""
    if last + 2 > limit or sentence.words[last + 1].form not in _LINKS:
        return last
    end = last + 1
    while end < limit and (_in_name(sentence, end + 1) or sentence.words[end + 1].form in _LINKS | {"the"}):
        end += 1
    return end if sentence.words[end].upos == "PROPN" else last
