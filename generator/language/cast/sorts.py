"""What an unknown name is the name of: a person, a body, a place or a thing.

It follows from the name's head word, from the words around it, and from the votes of the pipeline's entities over all
its occurrences (one sense per discourse: Gale, Church & Yarowsky 1992).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from spacy.tokens import Doc

from generator.language import lexicon
from generator.language.cast import acting
from generator.language.cast.capitals import Piece

NameSort = Literal["person", "organization", "known", "place", "thing"]

_VOTES: Mapping[str, NameSort] = {
    "PERSON": "person",
    "ORG": "organization",
    "NORP": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "thing",
    "PRODUCT": "thing",
    "LAW": "thing",
    "WORK_OF_ART": "thing",
    "LANGUAGE": "thing",
}
_LONGEST_ACRONYM = 6
_LOOKAHEAD = 7
_STRONG = 2
_OFFICE = 2
"""Tokens of an office that stands before a name: its noun and a comma."""


def votes(doc: Doc, parts: Sequence[Piece]) -> Mapping[str, Counter[NameSort]]:
    """How often the entity recogniser takes each unknown name for what."""
    found: dict[str, Counter[NameSort]] = defaultdict(Counter)
    for piece in parts:
        if piece.sort == "words":
            label = _VOTES.get(doc[piece.end - 1].ent_type_)
            first = doc[piece.start]
            if label is not None and (first.ent_iob_ == "B" or doc[piece.start - 1].ent_type_ != first.ent_type_):
                found[doc[piece.start : piece.end].text][label] += 1
            if _called(doc, piece) == "organization":
                found[doc[piece.start : piece.end].text]["organization"] += 2 * _STRONG
            elif label == "person" and _like_a_body(doc, piece):
                found[doc[piece.start : piece.end].text]["organization"] += _STRONG
            instead = _unlike_a_person(doc, piece) if piece.end - piece.start == 1 else None
            if instead is not None:
                found[first.text][instead] += _STRONG
    return found


def sort_of(doc: Doc, piece: Piece, ballots: Mapping[str, Counter[NameSort]], *, titled: bool) -> NameSort:
    """What an unknown name is the name of."""
    words = doc[piece.start : piece.end]
    head = words[-1].lower_
    ballot = ballots.get(words.text, Counter())
    person = ballot["person"] > ballot.total() / 2
    after = doc[piece.end].lower_ if piece.end < len(doc) else ""
    if is_head(words[0].lower_, "compound_heads") and any(token.lower_ in {"of", "for"} for token in words):
        return "organization"
    if is_head(head, "thing_heads") and not person:
        return "thing"
    if is_head(head, "organization_heads") and not (person and titled):
        return "organization"
    if titled or (len(words) > 1 and in_office(doc, piece.start, piece.end)):
        return "person"
    called = _called(doc, piece)
    if called is not None:
        return called
    if any(len(token) > 1 and token.text.isupper() and doc[token.i - 1].text == "-" for token in words[1:]):
        return "organization"
    if len(words) == 1 and words.text.isupper() and len(words.text) <= _LONGEST_ACRONYM:
        return "place" if ballot["place"] > ballot["organization"] else "organization"
    if (after in lexicon.words("who", "names.appended") and words[-1].whitespace_) or _apposed_as_body(doc, piece):
        return "organization"
    if is_head(head, "place_heads") and not person:
        return "place"
    if _has_given_name(doc, piece):
        return "person"
    favoured = max(ballot, key=lambda sort: (ballot[sort], sort)) if ballot else "thing"
    surname = len(words) > 1 and ballot["person"] > 0 and ballots.get(words[-1].text, Counter())["person"] > 0
    if favoured == "organization" and (surname or _rules(doc, piece)):
        return "person"
    return "person" if favoured in {"place", "thing"} and _presented(doc, piece) else favoured


def in_office(doc: Doc, start: int, end: int) -> bool:
    """True for what stands in commas behind a noun for persons alone: "the energy minister, Jo Doe, said"."""
    if start < _OFFICE or end >= len(doc) or doc[start - 1].text != "," or doc[end].text not in {",", "."}:
        return False
    noun = doc[start - 2].lower_
    return noun in lexicon.words("who", "roles.nouns") - lexicon.words("who", "roles.of_bodies")


def is_head(word: str, kind: str) -> bool:
    """True for a word of one of the lists that tell what a name is of."""
    return word in lexicon.words("who", f"names.{kind}")


def _unlike_a_person(doc: Doc, piece: Piece) -> NameSort | None:
    """What a single word's neighbours make of it: no surname stands alone after an article, or after "in"."""
    before = doc[piece.start - 1].lower_ if piece.start else ""
    after = doc[piece.end].tag_ if piece.end < len(doc) else ""
    if after in {"POS", "NN", "NNS", "NNP"} or doc[piece.start].text.isupper():
        return None
    return "thing" if before in {"a", "an", "the"} else "place" if before in {"in", "at", "near", "outside"} else None


def _called(doc: Doc, piece: Piece) -> NameSort | None:
    """What a noun right before a name says that it is: "the oil giant Norsk", "its Spanish name Mar Azul"."""
    noun = doc[piece.start - 1] if piece.start else None
    if noun is None or noun.tag_ != "NN" or not noun.is_lower:
        return None
    if is_head(noun.lower_, "appended") or is_head(noun.lower_, "businesses"):
        return "organization"
    return "thing" if is_head(noun.lower_, "namings") else None


def _like_a_body(doc: Doc, piece: Piece) -> bool:
    """True where the words behind a name are those behind a company's: ", which", "'s shares", "crew at ..."."""
    after = doc[piece.end : piece.end + 2]
    if _has_given_name(doc, piece):
        return False
    if len(after) == _OFFICE and (after[0].text, after[1].lower_) == (",", "which"):
        return True
    if len(after) and (after[0].lower_ == "shares" or (after[0].tag_ == "POS" and is_head(after[-1].lower_, "owned"))):
        return True
    return piece.start > 1 and doc[piece.start - 1].lower_ == "at" and doc[piece.start - 2].tag_ in {"NN", "NNS"}


def _has_given_name(doc: Doc, piece: Piece) -> bool:
    first = doc[piece.start].text
    given = first in lexicon.words("given_names", "female") or first in lexicon.words("given_names", "male")
    return given and piece.end - piece.start > 1


def _rules(doc: Doc, piece: Piece) -> bool:
    """True for a name of several words that a government or a death is of: "the administration of Ana Diaz"."""
    before = piece.start - 2
    if piece.end - piece.start == 1 or before < 0 or doc[before + 1].lower_ != "of":
        return False
    return doc[before].lower_ in lexicon.words("who", "organs.rule") | lexicon.words("who", "names.of_persons")


def _apposed_as_body(doc: Doc, piece: Piece) -> bool:
    """True where an apposition calls the name a movement, a party, a company: "Tamarod, the protest movement"."""
    if piece.end + 3 >= len(doc) or doc[piece.end].text != "," or doc[piece.end + 1].lower_ not in {"a", "an", "the"}:
        return False
    for token in doc[piece.end + 2 : piece.end + _LOOKAHEAD]:
        if token.tag_ not in {"NN", "JJ", "NNP", "HYPH", "VBN", "NNS"} or token.lower_ in lexicon.words(
            "who", "roles.nouns"
        ):
            return False
        if token.lower_ in lexicon.words("who", "names.appended"):
            return token.nbor().tag_ not in {"NN", "NNP", "NNS", "POS"}
    return False


def _presented(doc: Doc, piece: Piece) -> bool:
    """True where the syntax presents an unknown name of several words as somebody: who speaks, who does, age, role."""
    if piece.end - piece.start == 1 or piece.end + 2 >= len(doc):
        return False
    if acting.speaks(doc[piece.end - 1]):
        return True
    if doc[piece.end].text != ",":
        return doc[piece.end].lower_ == "who"
    roles = lexicon.words("who", "roles.nouns")
    following = doc[piece.end + 1 : piece.end + _LOOKAHEAD]
    return following[0].lower_ == "who" or following[0].like_num or any(token.lower_ in roles for token in following)
