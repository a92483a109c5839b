"""Names in a text: where they stand and of what sort they are.

A run of capitalised words is cut into known names, titles of office and the rest. What the rest is follows from its
head word, from a title before it, and from the votes of the pipeline's entities over all its occurrences (one sense
per discourse: Gale, Church & Yarowsky 1992).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc

from generator.language import lexicon
from generator.language.cast import acting
from generator.language.cast.capitals import Piece, pieces
from generator.language.cast.gazetteers import Entry

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
_OF_A_STATE = frozenset({"country", "adjective"})
_LONGEST_ACRONYM = 6
_LOOKAHEAD = 7
_STRONG = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Tokens `start` to `end` that name something.

    `entry` where the name is known. `title` is the tokens of the title or role noun right before. `holder` is the state
    whose adjective or name stands before an organisation's ("Russian Foreign Ministry", "Iran's Foreign Ministry"),
    from the token `holder_start` on.
    """

    start: int
    end: int
    sort: NameSort
    entry: Entry | None = None
    title: tuple[int, int] | None = None
    holder: Entry | None = None
    holder_start: int | None = None


def read(doc: Doc, skipped: frozenset[int]) -> tuple[Name, ...]:
    """All names outside the `skipped` tokens, in text order, without overlap."""
    joined = _joined(doc, pieces(doc, skipped))
    votes = _votes(doc, joined)
    found = []
    for before, piece in zip([None, *joined], joined, strict=False):
        if piece.sort == "known":
            found.append(Name(start=piece.start, end=piece.end, sort="known", entry=piece.entry))
        elif piece.sort == "words":
            title = _title(doc, before, piece)
            sort = _sort(doc, piece, votes, titled=title is not None)
            holder = _holder(doc, joined, piece) if sort == "organization" else None
            found.append(
                Name(
                    start=piece.start,
                    end=piece.end,
                    sort=sort,
                    title=title if sort == "person" else None,
                    holder=holder.entry if holder else None,
                    holder_start=holder.start if holder else None,
                )
            )
    return tuple(_of_bodies(doc, found))


def _of_bodies(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """The names, those of persons made an organisation's where a longer organisation's name begins like them."""
    beginnings = {
        doc[name.start : end].text
        for name in names
        if name.sort == "organization"
        for end in range(name.start + 1, name.end)
    }
    for name in names:
        start = name.title[0] if name.title else name.start
        if name.sort == "person" and doc[start : name.end].text in beginnings:
            yield replace(name, start=start, sort="organization", title=None)
        else:
            yield name


def _joined(doc: Doc, parts: Sequence[Piece]) -> list[Piece]:
    """The pieces with those made one that spell one name together."""
    done: list[Piece] = []
    for part in parts:
        whole = part
        while done and done[-1].end == whole.start and _one_name(doc, done[-1], whole):
            both = done[-1].sort == whole.sort == "title"
            whole = Piece(start=done.pop().start, end=whole.end, sort="title" if both else "words")
        done.append(whole)
    return done


def _one_name(doc: Doc, left: Piece, right: Piece) -> bool:
    """True where two neighbouring pieces are parts of one name."""
    head = doc[right.end - 1].lower_
    headed = any(_is_head(head, kind) for kind in ("organization_heads", "place_heads", "thing_heads"))
    shared = doc[left.end - 1].ent_iob_ != "O" and doc[right.start].ent_iob_ == "I"
    if left.sort == right.sort == "title":
        return True
    if left.sort == "title":
        corporate = right.end - right.start > 1 and _is_head(head, "corporate")
        return right.sort == "words" and (corporate or (right.end - right.start == 1 and headed))
    if right.sort == "title":
        return (
            left.sort == "words" and shared and right.end - right.start == 1 and doc[left.start].ent_type_ == "PERSON"
        )
    if right.sort == "known":
        return shared and left.sort == "words" and right.entry is not None and right.entry.sort not in _OF_A_STATE
    if shared and doc[left.start].ent_iob_ == "B" and doc[left.start].ent_type_ == "PERSON":
        return True
    if left.entry is not None and left.entry.sort in _OF_A_STATE:
        return _is_head(head, "place_heads") or _is_head(head, "thing_heads")
    if doc[right.start].ent_iob_ == "B" and doc[right.start].ent_type_ == "PERSON":
        return False
    return headed or (shared and right.end - right.start == 1)


def _is_head(word: str, kind: str) -> bool:
    return word in lexicon.words("who", f"names.{kind}")


def _title(doc: Doc, before: Piece | None, piece: Piece) -> tuple[int, int] | None:
    """The tokens of a capitalised title, or of a role noun in lower case, that stand right before a name."""
    if piece.end - piece.start == 1 and doc[piece.start].text.isupper():
        return None
    if before is not None and before.sort == "title" and before.end == piece.start:
        return before.start, before.end
    last = piece.start - 1
    if before is not None and before.sort == "known" and before.end == piece.start:
        last = before.start - 2 if doc[before.start - 1].lower_ in {"to", "of", "for"} else last
        return (last, last + 1) if last >= 0 and doc[last].lower_ in lexicon.words("who", "roles.nouns") else None
    if last >= 0 and doc[last].lower_ in lexicon.words("who", "roles.nouns") and doc[last].tag_ in {"NN", "NNP", "JJ"}:
        return last, piece.start
    return None


def _votes(doc: Doc, parts: Sequence[Piece]) -> Mapping[str, Counter[NameSort]]:
    """How often the entity recogniser takes each unknown name for what."""
    votes: dict[str, Counter[NameSort]] = defaultdict(Counter)
    for piece in parts:
        if piece.sort == "words":
            label = _VOTES.get(doc[piece.end - 1].ent_type_)
            first = doc[piece.start]
            if label is not None and (first.ent_iob_ == "B" or doc[piece.start - 1].ent_type_ != first.ent_type_):
                votes[doc[piece.start : piece.end].text][label] += 1
            instead = _unlike_a_person(doc, piece) if piece.end - piece.start == 1 else None
            if instead is not None:
                votes[first.text][instead] += _STRONG
    return votes


def _unlike_a_person(doc: Doc, piece: Piece) -> NameSort | None:
    """What a single word's neighbours make of it: no surname stands alone after an article, or after "in"."""
    before = doc[piece.start - 1].lower_ if piece.start else ""
    after = doc[piece.end].tag_ if piece.end < len(doc) else ""
    if after in {"POS", "NN", "NNS", "NNP"} or doc[piece.start].text.isupper():
        return None
    return "thing" if before in {"a", "an", "the"} else "place" if before in {"in", "at", "near", "outside"} else None


def _sort(doc: Doc, piece: Piece, votes: Mapping[str, Counter[NameSort]], *, titled: bool) -> NameSort:
    """What an unknown name is the name of."""
    words = doc[piece.start : piece.end]
    head = words[-1].lower_
    ballot = votes.get(words.text, Counter())
    person = ballot["person"] > ballot.total() / 2
    after = doc[piece.end].lower_ if piece.end < len(doc) else ""
    if _is_head(words[0].lower_, "compound_heads") and any(token.lower_ in {"of", "for"} for token in words):
        return "organization"
    if _is_head(head, "thing_heads") and not person:
        return "thing"
    if _is_head(head, "organization_heads") and not (person and titled):
        return "organization"
    if titled:
        return "person"
    if any(len(token) > 1 and token.text.isupper() and doc[token.i - 1].text == "-" for token in words[1:]):
        return "organization"
    if len(words) == 1 and words.text.isupper() and len(words.text) <= _LONGEST_ACRONYM:
        return "place" if ballot["place"] > ballot["organization"] else "organization"
    if (after in lexicon.words("who", "names.appended") and words[-1].whitespace_) or _apposed_as_body(doc, piece):
        return "organization"
    if _is_head(head, "place_heads") and not person:
        return "place"
    if len(words) > 1 and (
        words[0].text in lexicon.words("given_names", "female") or words[0].text in lexicon.words("given_names", "male")
    ):
        return "person"
    favoured = max(ballot, key=lambda sort: (ballot[sort], sort)) if ballot else "thing"
    if favoured == "organization" and _rules(doc, piece):
        return "person"
    return "person" if favoured in {"place", "thing"} and _presented(doc, piece) else favoured


def _rules(doc: Doc, piece: Piece) -> bool:
    """True for a name of several words that a government is of: "the administration of Ana Diaz"."""
    before = piece.start - 2
    if piece.end - piece.start == 1 or before < 0 or doc[before + 1].lower_ != "of":
        return False
    return doc[before].lower_ in lexicon.words("who", "organs.rule") | {"presidency", "premiership", "leadership"}


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


def _holder(doc: Doc, parts: Sequence[Piece], piece: Piece) -> Piece | None:
    """The state right before an organisation's name, as adjective, name or possessive."""
    end = piece.start - 1 if piece.start and doc[piece.start - 1].tag_ == "POS" else piece.start
    for other in parts:
        if other.end == end and other.entry is not None and other.entry.sort in _OF_A_STATE:
            return other
    return None
