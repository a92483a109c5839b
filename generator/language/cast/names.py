"""Names in a text: where they stand and of what sort they are.

A run of capitalised words is cut into known names, titles of office and the rest, and of the rest is told what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from generator.language import lexicon
from generator.language.cast import sorts
from generator.language.cast.capitals import Piece, pieces
from generator.language.cast.gazetteers import Entry
from generator.language.cast.sorts import NameSort

_OF_A_STATE = frozenset({"country", "adjective"})


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
    votes = sorts.votes(doc, joined)
    states = {part.end: part for part in joined if part.entry is not None and part.entry.sort in _OF_A_STATE}
    found = []
    for before, piece in zip([None, *joined], joined, strict=False):
        if piece.sort == "known":
            found.append(Name(start=piece.start, end=piece.end, sort="known", entry=piece.entry))
        elif piece.sort == "words":
            title = _title(doc, before, piece)
            sort = sorts.sort_of(doc, piece, votes, titled=title is not None)
            holder = _holder(doc, states, piece) if sort == "organization" else None
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
    headed = any(sorts.is_head(head, kind) for kind in ("organization_heads", "place_heads", "thing_heads"))
    shared = doc[left.end - 1].ent_iob_ != "O" and doc[right.start].ent_iob_ == "I"
    if left.sort == right.sort == "title":
        return True
    if left.sort == "title":
        corporate = right.end - right.start > 1 and sorts.is_head(head, "corporate")
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
        topic = right.end - right.start > 1 and sorts.is_head(doc[right.start].lower_, "topics")
        about = left.entry.sort == "country" and topic and sorts.is_head(head, "organization_heads")
        whole = sorts.is_head(head, "place_heads") or sorts.is_head(head, "thing_heads")
        return whole or about or sorts.in_office(doc, left.start, right.end)
    if doc[right.start].ent_iob_ == "B" and doc[right.start].ent_type_ == "PERSON":
        return False
    return headed or (shared and right.end - right.start == 1)


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


def _holder(doc: Doc, states: Mapping[int, Piece], piece: Piece) -> Piece | None:
    """The state right before an organisation's name, as adjective, name or possessive; `states` has them by end."""
    return states.get(piece.start - 1 if piece.start and doc[piece.start - 1].tag_ == "POS" else piece.start)
