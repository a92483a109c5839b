"""Runs of capitalised words, cut into known names, titles of office and the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from generator.language import lexicon, marks
from generator.language.cast import gazetteers
from generator.language.cast.gazetteers import Entry, Hit

_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"})
_TIME_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
_OPENING = frozenset({'"', "“", "‘", "'", "(", ":", "—", "-", "–", "•", "*", "``"})
_BEFORE_MONTHS = frozenset(
    {"in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "during", "through"}
)
_HYPHENS = frozenset({"-", "‑"})
_SMALL = re.compile(r"(?<!\w)[a-z]+(?!\w)")
_INITIAL = re.compile(r"[A-Z]\.")
_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_JOINERS = frozenset({"of", "for", "on", "and", "&"})
_FUNCTION_TAGS = frozenset({"PRP", "PRP$", "DT", "IN", "CC", "WRB", "WP", "WDT", "UH", "MD", "EX"})
_SHORTEST_ADVERB = 7
_LONGEST_SYLLABLE = 5
_LONGEST_SHOUT = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Tokens `start` to `end`: a known name, a capitalised title, or other capitalised words."""

    start: int
    end: int
    sort: Literal["known", "title", "words"]
    entry: Entry | None = None


def pieces(doc: Doc, skipped: frozenset[int]) -> list[Piece]:
    """All pieces outside the `skipped` tokens, in text order, without overlap."""
    tokens, text = list(doc), marks.of(doc).article.text
    starts = {token.idx: token.i for token in tokens}
    ends = {token.idx + len(token): token.i + 1 for token in tokens}
    names, titles = gazetteers.hits(text, gazetteers.Bounds(starts=starts, ends=ends))
    known = {hit.start: hit for hit in names}
    fixed = {**{hit.start: hit for hit in titles if text[tokens[hit.start].idx].isupper()}, **known}
    small = set(_SMALL.findall(text))
    capital = {i for at, i in starts.items() if text[at].isupper() or text.startswith(("al-", "el-"), at)}
    found: list[Piece] = []
    i = 0
    while i < len(doc):
        if i in skipped:
            i += 1
        elif i in fixed:
            hit = fixed[i]
            found.append(_fixed(doc, hit, small, known=i in known))
            i = found[-1].end
        elif i in capital and _begins(doc[i], small):
            if _opens_as_role(doc[i], small):
                found.append(Piece(start=i, end=i + 1, sort="title"))
                i += 1
                continue
            titled = bool(found) and found[-1].sort == "title" and found[-1].end == i
            end = _extent(doc, i, fixed, small, titled=titled)
            found.append(Piece(start=i, end=end, sort="words"))
            i = end
        else:
            i += 1
    return _with_echoes(doc, skipped, found)


def _with_echoes(doc: Doc, skipped: frozenset[int], found: list[Piece]) -> list[Piece]:
    """The pieces, and single words of a person's full name that the tagger took for common nouns ("Xi spoke")."""
    covered = {i for piece in found for i in range(piece.start, piece.end)}
    words = {
        token.text
        for piece in found
        if piece.sort == "words" and piece.end - piece.start > 1
        for token in doc[piece.start : piece.end]
        if token.ent_type_ == "PERSON" and token.text[0].isupper()
    }
    echoes = [
        Piece(start=token.i, end=token.i + 1, sort="words")
        for token in doc
        if token.i not in covered
        and token.i not in skipped
        and token.text in words
        and token.tag_ in {"NN", "NNS", "NNP"}
    ]
    return sorted([*found, *echoes], key=lambda piece: piece.start)


def _opens_as_role(token: Token, small: set[str]) -> bool:
    """True where a role noun before a name is capitalised only because the sentence begins: "Blogger Jane Doe"."""
    roles = lexicon.words("who", "roles.nouns") - lexicon.words("who", "roles.given")
    begins = token.is_sent_start or token.i == 0 or token.nbor(-1).is_space
    return bool(begins) and token.lower_ in roles and token.i + 1 < len(token.doc) and _begins(token.nbor(), small)


def _fixed(doc: Doc, hit: Hit, small: set[str], *, known: bool) -> Piece:
    """A known name or a title; a body with more after it is another: "European Council on Foreign Relations"."""
    inside = known and hit.entry.sort == "body" and hit.end + 1 < len(doc)
    more = _compound_step(doc, hit.start, hit.end, small) if inside else 0
    if more and doc[hit.end].lower_ in {"on", "for"}:
        return Piece(start=hit.start, end=_extent(doc, hit.start, {}, small, hit.end + more), sort="words")
    return Piece(start=hit.start, end=hit.end, sort="known" if known else "title", entry=hit.entry)


def _begins(token: Token, small: set[str]) -> bool:
    """True where a token can be the first or a further word of a name."""
    text, before = token.text, token.nbor(-1).text if token.i else ""
    if not text[0].isupper():
        return text in {"al", "el"} and _hyphenated(token) and token.doc[token.i + 2].text[:1].isupper()
    if token.ent_type_ in _TIME_LABELS or _is_month(token) or token.lower_ in lexicon.words("who", "names.common"):
        return False
    if (text.isupper() and len(text) > _LONGEST_SHOUT) or len(text.rstrip(".")) == 1 or before == "<":
        return len(text.rstrip(".")) == 1 and text.endswith(".") and token.ent_type_ in {"PERSON", "ORG"}
    inside = token.ent_iob_ == "I" and token.ent_type_ in _NAME_LABELS
    if (token.tag_ in _FUNCTION_TAGS and not inside) or text.rpartition("-")[2] in lexicon.words(
        "who", "names.participles"
    ):
        return False
    named = token.tag_ in {"NNP", "NNPS"} or token.ent_type_ in _NAME_LABELS
    if token.is_sent_start or before in _OPENING or (token.i and token.nbor(-1).is_space):
        if token.lower_ in lexicon.words("who", "names.openers") | lexicon.words("who", "collectives.plural"):
            return False
        if token.text.endswith("ly") and len(token) >= _SHORTEST_ADVERB:
            return False
        told = token.ent_type_ == "PERSON" and token.tag_ == "NNP"
        return named and (token.lower_ not in small or told or _opens_a_body(token))
    return named


def _opens_a_body(token: Token) -> bool:
    """True for an adjective that only a body's name capitalises amid a sentence: "Foreign Ministry officials said"."""
    if token.ent_type_ != "ORG" or token.i + 1 >= len(token.doc):
        return False
    head = token.nbor()
    return head.text[0].isupper() and head.lower_ in lexicon.words("who", "names.organization_heads")


def _is_month(token: Token) -> bool:
    """True where "May" is the month and nobody's name: "in May", "May 4"."""
    if token.text != "May":
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    return before in _BEFORE_MONTHS or (token.i + 1 < len(token.doc) and token.nbor().like_num)


def _hyphenated(token: Token) -> bool:
    """True where a hyphen and a further word follow without a space."""
    after = token.i + 1
    return (
        after + 1 < len(token.doc)
        and not token.whitespace_
        and token.doc[after].text in _HYPHENS
        and not token.doc[after].whitespace_
    )


def _extent(
    doc: Doc, start: int, fixed: Mapping[int, Hit], small: set[str], sure: int = 0, *, titled: bool = False
) -> int:
    """The end of the words that begin at `start`; those up to `sure` belong to them, one name behind a title.

    A known name inside a compound is taken whole, and mostly ends it: "Ministry of Defense of the Russian Federation".
    """
    end = max(start + 1, sure)
    while end < len(doc):
        step = _step(doc, start, end, fixed, small, titled=titled)
        if not step:
            break
        inside = fixed.get(end + step - 1)
        if inside is None:
            end += step
            continue
        end = inside.end
        if end < len(doc) and doc[end].lower_ not in lexicon.words("who", "names.organization_heads") | _JOINERS:
            break
    return end


def _step(doc: Doc, start: int, end: int, fixed: Mapping[int, Hit], small: set[str], *, titled: bool) -> int:
    """How many further tokens belong to the words from `start` to `end`; 0 where they are at their end."""
    token = doc[end]
    splits = token.ent_iob_ == "B" and token.ent_type_ == "PERSON" and token.text[0].isupper()
    if splits and not titled and end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I":
        return 0
    initial = _INITIAL.fullmatch(token.text) is not None
    if end not in fixed and (_begins(token, small) or token.text in _SUFFIXES or initial):
        return 1
    if end + 1 >= len(doc) or end in fixed:
        return 0
    if token.tag_ == "POS" and doc[end - 1].lower_ in lexicon.words("who", "names.owners"):
        return _owner_step(doc, end)
    after = doc[end + 1]
    if token.text in _HYPHENS and _hyphenated(doc[end - 1]):
        return _hyphen_step(doc, end)
    if token.text == "," and after.text in _SUFFIXES:
        return 2
    if token.lower_ in lexicon.words("who", "names.particles") and end + 1 not in fixed:
        if _begins(after, small):
            return 2
        if after.lower_ in lexicon.words("who", "names.particles") or after.text in _HYPHENS:
            return 2 if end + 2 < len(doc) and _begins(doc[end + 2], small) else 0
    if token.lower_ in _JOINERS:
        return _compound_step(doc, start, end, small)
    return 0


def _hyphen_step(doc: Doc, end: int) -> int:
    """Over a hyphen inside a name: "Jean-Claude", "Moon Jae-in", "Ulema-e-Islam", but not "Kurdish-led"."""
    after = doc[end + 1]
    if after.text[0].isupper():
        return 2
    short = after.text.isalpha() and len(after) <= _LONGEST_SYLLABLE
    return (
        2
        if short
        and (doc[end - 1].ent_type_ == "PERSON" or after.tag_ not in {"VBN", "VBD", "JJ", "VBG", "JJR"})
        and after.lower_ not in lexicon.words("who", "names.participles")
        else 0
    )


def _owner_step(doc: Doc, end: int) -> int:
    """Over a possessive inside an organisation's name: "Donetsk People's Republic", "Workers' Party"."""
    for i in range(end + 1, min(end + 4, len(doc))):
        if doc[i].lower_ in lexicon.words("who", "names.organization_heads"):
            return i + 1 - end
        if not doc[i].text[0].isupper():
            break
    return 0


def _compound_step(doc: Doc, start: int, end: int, small: set[str]) -> int:
    """Over `of the`, `for`, `and` in an organisation's name: "Institute for the Study of War"."""
    token, heads = doc[end], lexicon.words("who", "names.compound_heads")
    compound = any(doc[i].lower_ in heads for i in range(start, end))
    if not compound:
        return 0
    if token.lower_ in {"and", "&"}:
        inside = any(doc[i].lower_ in {"of", "for", "on"} for i in range(start, end))
        apart = doc[end + 1].ent_type_ == "PERSON" or doc[end + 1].ent_iob_ == "B"
        return 2 if inside and not apart and _begins(doc[end + 1], small) else 0
    if token.lower_ not in _JOINERS:
        return 0
    skip = 2 if doc[end + 1].lower_ == "the" else 1
    if end + skip < len(doc) and doc[end + skip].text[0].isupper() and _begins(doc[end + skip], small):
        return skip + 1
    return 0
