"""Runs of capitalised words, cut into known names, titles of office and the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from generator.language import gazetteers, lexicon
from generator.language.gazetteers import Entry

_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"})
_TIME_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
_OPENING = frozenset({'"', "“", "‘", "'", "(", ":", "—", "-", "–", "•", "*", "``"})
_HYPHENS = frozenset({"-", "‑"})
_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_JOINERS = frozenset({"of", "for", "on", "and", "&"})
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
    known = {hit.start: hit for hit in gazetteers.hits(doc, titles=False)}
    titles = {hit.start: hit for hit in gazetteers.hits(doc, titles=True) if doc[hit.start].text[0].isupper()}
    fixed = {**titles, **known}
    small = {token.text for token in doc if token.is_alpha and token.text.islower()}
    found: list[Piece] = []
    i = 0
    while i < len(doc):
        if i in skipped:
            i += 1
        elif i in fixed:
            hit = fixed[i]
            sort: Literal["known", "title"] = "known" if i in known else "title"
            found.append(Piece(start=i, end=hit.end, sort=sort, entry=hit.entry))
            i = hit.end
        elif _begins(doc[i], small):
            end = _extent(doc, i, frozenset(fixed) | skipped, small)
            found.append(Piece(start=i, end=end, sort="words"))
            i = end
        else:
            i += 1
    return found


def _begins(token: Token, small: set[str]) -> bool:
    """True where a token can be the first or a further word of a name."""
    text = token.text
    if not text[0].isupper() or token.ent_type_ in _TIME_LABELS or token.lower_ in lexicon.words("who", "names.common"):
        return text in {"al", "el"} and _hyphenated(token) and token.doc[token.i + 2].text[:1].isupper()
    if text.isupper() and len(text) > _LONGEST_SHOUT:
        return False
    if token.tag_ in {"PRP", "PRP$", "DT", "IN", "CC", "WRB", "WP", "UH"}:
        return False
    if token.is_sent_start or (token.i and (token.nbor(-1).text in _OPENING or token.nbor(-1).is_space)):
        if token.lower_ in small:
            return token.ent_type_ in {"PERSON", "ORG"} and token.tag_ in {"NNP", "NNPS"} and token.ent_iob_ == "B" and _in_longer_entity(token)
        return token.tag_ in {"NNP", "NNPS"} or token.ent_type_ in _NAME_LABELS
    return token.tag_ in {"NNP", "NNPS"} or token.ent_type_ in _NAME_LABELS


def _in_longer_entity(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().ent_iob_ == "I"


def _hyphenated(token: Token) -> bool:
    """True where a hyphen and a further word follow without a space."""
    after = token.i + 1
    return (
        after + 1 < len(token.doc)
        and not token.whitespace_
        and token.doc[after].text in _HYPHENS
        and not token.doc[after].whitespace_
    )


def _extent(doc: Doc, start: int, fixed: frozenset[int], small: set[str]) -> int:
    """The end of the words that begin at `start`."""
    end = start + 1
    while end < len(doc):
        step = _step(doc, start, end, fixed, small)
        if not step:
            break
        end += step
    return end


def _step(doc: Doc, start: int, end: int, fixed: frozenset[int], small: set[str]) -> int:
    """How many further tokens belong to the words from `start` to `end`; 0 where they are at their end."""
    token = doc[end]
    if end not in fixed and (_begins(token, small) or token.text in _SUFFIXES):
        return 1
    if end + 1 >= len(doc) or end in fixed:
        return 0
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
    return 2 if short and after.tag_ not in {"VBN", "VBD", "JJ", "VBG", "JJR"} and after.lower_ not in {"led", "era", "style"} else 0


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
    skip = 2 if doc[end + 1].lower_ == "the" else 1
    if end + skip < len(doc) and doc[end + skip].text[0].isupper() and _begins(doc[end + skip], small):
        return skip + 1
    return 0
