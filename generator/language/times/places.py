"""Where a dated event takes place."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language import lexicon

_PLACES = frozenset({"GPE", "LOC", "FAC"})


def place(doc: Doc, low: int, high: int) -> tuple[int, int] | None:
    """The tokens of the first place name after "in" or "at" between two tokens; not of where somebody is at home."""
    for i in range(low, min(high, len(doc) - 1) - 1):
        if doc[i].lower_ in {"in", "at"} and not (i > low and _is_somebody(doc[i - 1])):
            at = i + 2 if doc[i + 1].lower_ == "the" else i + 1
            end = at
            while end < len(doc) and _placelike(doc[end]) and doc[end].ent_type_ == doc[at].ent_type_:
                end += 1
            if end > at:
                return at, end
    return None


def _is_somebody(token: Token) -> bool:
    """Whether a noun is of somebody whose post or home is behind it, and not the event's: "counterparts in Spain"."""
    return token.tag_ in {"NN", "NNS"} and token.lemma_.lower() in lexicon.words("who", "roles.posted")


def _placelike(token: Token) -> bool:
    """Whether a word is part of the name of a place, or of a name that nothing is known of, and no month."""
    unknown = token.ent_type_ == "" and token.pos_ == "PROPN" and token.text[0].isupper()
    return token.ent_type_ in _PLACES or (unknown and token.lower_ not in lexicon.table("times")["month"])
