"""The modality of a verb (Quirk et al. 1985, 4.49-4.65)."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from generator.language import lexicon

Mood = Literal["future", "possible", "wanted"]

_NAME = "sanctions_status"


def mood(verb: Token) -> Mood | None:
    """The modality of a verb: what its auxiliary (or that of the verb it is joined to) says."""
    for _ in range(3):
        for child in verb.lefts:
            if child.dep_ in {"aux", "auxpass"}:
                if child.lower_ in lexicon.words(_NAME, "modals.future"):
                    return "future" if child.lower_ not in {"'d", "’d"} or verb.tag_ == "VB" else None
                if child.lower_ in lexicon.words(_NAME, "modals.possible"):
                    return "possible"
                if child.lower_ in lexicon.words(_NAME, "modals.wanted"):
                    return "wanted"
        if verb.dep_ != "conj" or verb.tag_ != "VB":
            return None
        verb = verb.head
    return None
