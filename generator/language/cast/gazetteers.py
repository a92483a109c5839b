"""Known names in a text: countries and their adjectives, capitals, seats of government, bodies, regions, camps, titles.

The lists and their sources are the TSV files in `gazetteer/`, and that of countries in `model/`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from generator.model import countries

Sort = Literal["country", "adjective", "people", "capital", "city", "seat", "region", "body", "camp", "state", "title"]

_FOLDER = Path(__file__).parent.parent / "gazetteer"
_PIECE = re.compile(r"\w+|\S")
_POINTED = re.compile(r"(?<=\b[A-Z]\.)(?=[A-Z]\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A known name: `name` is the one to print, `code` the ISO 3166-1 alpha-3 of its country or "".

    `detail` is the kind that its list gives (bloc, ministry, faith, head ...; for a seat: what it stands for).
    """

    name: str
    sort: Sort
    code: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Where tokens begin and end: `starts` has the token by its first code point, `ends` the next one by its end."""

    starts: Mapping[int, int]
    ends: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Tokens `start` to `end` that spell a known name."""

    start: int
    end: int
    entry: Entry


def hits(text: str, bounds: Bounds) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    """The longest known names from left to right, without overlap, and the longest titles of office outside them."""
    text = folded(text)
    names = _hits(text, bounds, _names(), frozenset())
    taken = frozenset(i for hit in names for i in range(hit.start, hit.end))
    return names, _hits(text, bounds, _titles(), taken)


def _hits(
    text: str, bounds: Bounds, index: Mapping[str, tuple[tuple[str, Entry], ...]], taken: frozenset[int]
) -> tuple[Hit, ...]:
    found = []
    free_from = 0
    for piece in _PIECE.finditer(text):
        at = piece.start()
        start = bounds.starts.get(at)
        if start is None or start < free_from or start in taken:
            continue
        for form, entry in index.get(piece[0], ()):
            end = bounds.ends.get(at + len(form))
            if end is not None and text.startswith(form, at) and not _runs_on(text, form, at, index):
                found.append(Hit(start=start, end=end, entry=entry))
                free_from = end
                break
    return tuple(found)


def _runs_on(text: str, form: str, at: int, index: Mapping[str, tuple[tuple[str, Entry], ...]]) -> bool:
    """True where a name with its article is but the beginning of another: "the West | Bank", "the Gulf | of Aden"."""
    if form[:4].lower() != "the ":
        return False
    bare, end = at + len("the "), at + len(form)
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        return True
    first = _PIECE.match(text, bare)
    longer = index.get(first[0], ()) if first else ()
    return any(len(other) > end - bare and text.startswith(other, bare) for other, _entry in longer)


def folded(text: str) -> str:
    """The text with typewriter apostrophes, of the same length."""
    return text.replace("’", "'")


@cache
def states() -> Mapping[str, str]:
    """The states of the United States by their abbreviations."""
    return {short: row[0] for row in _rows("states") for short in row[1].split("|")}


def spelled_out(title: str) -> str:
    """A title with its abbreviations spelled out: "Lt. Gen." is "Lieutenant General"."""
    words = title.split(" ")
    return " ".join(_unabbreviated(word) if word.endswith(".") else word for word in words)


def _unabbreviated(word: str) -> str:
    entry = next((entry for form, entry in _titles().get(word.split(".", maxsplit=1)[0], ()) if form == word), None)
    return word if entry is None or entry.detail == "courtesy" else entry.name


def _rows(name: str) -> Iterator[list[str]]:
    with (_FOLDER / f"{name}.tsv").open(encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#") and line.strip():
                yield [*line.rstrip("\n").split("\t"), "", "", "", "", ""]


def _forms(*cells: str) -> Iterator[str]:
    """The names in cells, and how a text may else write them: points parted by spaces, no apostrophe."""
    for cell in cells:
        for name in filter(None, cell.split("|")):
            yield name
            if _POINTED.search(name):
                yield _POINTED.sub(" ", name)
            if "s' " in name:
                yield name.replace("s' ", "s ")


@cache
def _names() -> Mapping[str, tuple[tuple[str, Entry], ...]]:
    known: dict[str, Entry] = {}

    def add(entry: Entry, *cells: str) -> None:
        for form in _forms(*cells):
            known.setdefault(form, entry)

    for code, name, further in countries.rows():
        add(Entry(name=name, sort="country", code=code), name, *further)
    for code, adjectives, people, *_ in _rows("demonyms"):
        name = countries.names()[code]
        add(Entry(name=name, sort="adjective", code=code), adjectives)
        plural = "|".join(form if form.endswith(("s", "men")) else f"{form}s" for form in people.split("|") if form)
        add(Entry(name=name, sort="people", code=code), plural, people)
    for name, code, kind, _label, metonym, stands_for, *_ in _rows("seats"):
        sort: Sort = "seat" if kind == "seat" else "capital" if metonym == "yes" else "city"
        add(Entry(name=name, sort=sort, code=code, detail=stands_for), name)
    for name, others, kind, code, *_ in _rows("bodies"):
        add(Entry(name=name, sort="body", code=code, detail=kind), name, others)
    for name, others, label, code, *_ in _rows("regions"):
        add(Entry(name=name, sort="region", code=code, detail=label), name, others)
    for name, others, kind, *_ in _rows("groups"):
        add(Entry(name=name, sort="camp", detail=kind), name, others)
    for name, others, *_ in _rows("states"):
        add(Entry(name=name, sort="state", code="USA"), name, *(form for form in others.split("|") if "." in form))
    return _by_first_piece(known)


@cache
def _titles() -> Mapping[str, tuple[tuple[str, Entry], ...]]:
    known: dict[str, Entry] = {}
    for title, others, kind, *_ in _rows("titles"):
        for form in _forms(title, others):
            known.setdefault(form, Entry(name=title, sort="title", detail=kind))
            known.setdefault(form.lower(), Entry(name=title, sort="title", detail=kind))
    return _by_first_piece(known)


def _by_first_piece(known: Mapping[str, Entry]) -> Mapping[str, tuple[tuple[str, Entry], ...]]:
    index: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for form, entry in known.items():
        piece = _PIECE.match(form)
        if piece:
            index[piece[0]].append((form, entry))
    return {piece: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for piece, pairs in index.items()}
