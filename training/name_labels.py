"""From the labels of name corpora to those of OntoNotes, with the gazetteers to tell GPE from LOC, NORP and ORG.

Sources: OntoNotes 5 named entity guidelines (for the labels); the corpora's own guidelines. What a corpus lumps
together (geo, LOC) is split by the gazetteers first and by the last word of the name second.
"""

from __future__ import annotations

from generator.language.gazetteer import labels_by_last_word, labels_by_name, peoples, titles
from training.words import word_list

GEO = "GEO"
"""A place whose kind the corpus does not tell."""

_LANDSCAPE_STARTS = frozenset({"Lake", "Mount", "Gulf", "Strait", "Cape", "Bay"})


def onto_label(surface: str, label: str) -> str:
    """The OntoNotes label of a name that a corpus calls `label` (PERSON, ORG, GPE, LOC, NORP, EVENT, GEO)."""
    name = without_article(surface)
    known = labels_by_name().get(name)
    if known is None and all(is_people(word) for word in name.split()):
        known = "NORP"
    if label == GEO:
        return known if known in ("GPE", "LOC", "FAC", "NORP", "ORG") else _kind_of_place(name)
    if known is None or label in ("EVENT", "FAC") or (label == "PERSON" and name in word_list("also-persons")):
        return label
    if label == "PERSON" and known == "ORG":
        return label
    return known


def is_people(surface: str) -> bool:
    """Whether `surface` names a nation, faith or camp."""
    return surface in peoples()


def without_article(surface: str) -> str:
    """The name without a leading "the"."""
    return surface[4:] if surface[:4].lower() == "the " else surface


def title_length(words: list[str]) -> int:
    """How many words at the start of `words` are titles ("Foreign Minister Jane Doe": 2)."""
    known = titles()
    length = 0
    while length < len(words):
        step = next((size for size in (4, 3, 2, 1) if tuple(words[length : length + size]) in known), 0)
        if not step:
            break
        length += step
    return length


def _kind_of_place(name: str) -> str:
    words = name.split()
    label = labels_by_last_word().get(words[-1]) if len(words) > 1 else None
    if label in ("FAC", "LOC"):
        return label
    if len(words) > 1 and words[-1] in word_list("facilities"):
        return "FAC"
    if words[-1] in word_list("landscapes") or (len(words) > 1 and words[0] in _LANDSCAPE_STARTS):
        return "LOC"
    return "GPE"
