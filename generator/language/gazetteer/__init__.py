"""Gazetteers: tab-separated tables of places, bodies, peoples and titles, each with its source on top."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from generator.model import countries

SEPARATOR = "|"


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `name`.tsv without its comments."""
    text = files(__name__).joinpath(f"{name}.tsv").read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def labels_by_name() -> dict[str, str]:
    """OntoNotes label of every name in the gazetteers; where tables disagree, the earlier one in this list holds."""
    labels: dict[str, str] = {}
    for name, label in (
        *((name, "GPE") for _, usual, others in countries.rows() for name in (usual, *others)),
        *((row[0], row[3]) for row in read_table("seats")),
        *((name, row[2]) for row in read_table("regions") for name in _forms(row[0], row[1])),
        *((name, "ORG") for row in read_table("bodies") for name in _forms(row[0], row[1])),
        *((name, "EVENT") for row in read_table("events") for name in _forms(row[0], row[1])),
        *((name, "NORP") for name in peoples()),
        *((row[0], "GPE") for row in read_table("states")),
    ):
        labels.setdefault(name, label)
    return labels


@cache
def labels_by_last_word() -> dict[str, str]:
    """OntoNotes label of names of several words, by their last word."""
    return {row[0]: row[1] for row in read_table("last_words")}


@cache
def labels_by_end() -> dict[str, tuple[str, str]]:
    """OntoNotes label of found names of several words, by their last word, and whose labels it sets right.

    The words of last_words.tsv set right all labels but PERSON.
    """
    return {
        **{word: (label, "thing") for word, label in labels_by_last_word().items()},
        **{row[0]: (row[1], row[2]) for row in read_table("name_ends")},
    }


@cache
def labels_by_start() -> dict[str, tuple[str, str]]:
    """OntoNotes label of found names of several words, by their first word, and whose labels it sets right."""
    return {row[0]: (row[1], row[2]) for row in read_table("name_starts")}


@cache
def peoples() -> frozenset[str]:
    """Adjectives and nouns for nations, faiths and political camps, plurals included."""
    names = {name for row in read_table("groups") for name in _forms(row[0], row[1])}
    for _, adjectives, people in read_table("demonyms"):
        nouns = _forms(people)
        names |= {*_forms(adjectives), *nouns, *(f"{noun}s" for noun in nouns if not noun.endswith(_NO_PLURAL))}
    return frozenset(names)


@cache
def given_names() -> frozenset[str]:
    """Given names that are hardly anything else."""
    return frozenset(name for row in read_table("given_names") for name in _forms(*row))


@cache
def titles() -> frozenset[tuple[str, ...]]:
    """Titles and their modifiers, word by word."""
    return frozenset(
        tuple(form.split()) for row in read_table("titles") for form in _forms(row[0], row[1]) if not form.endswith("-")
    )


_NO_PLURAL = ("ese", "sh", "ch", "men", "ois", "iss", "s")


def _forms(*cells: str) -> tuple[str, ...]:
    return tuple(form for cell in cells for form in cell.split(SEPARATOR) if form)
