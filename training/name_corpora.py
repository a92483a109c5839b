"""Corpora of names, each read into passages with OntoNotes labels.

| corpus | texts | labels come from |
|---|---|---|
| Groningen Meaning Bank | VOA newswire | geo gpe per org eve nat (silver) |
| Universal NER on EWT | web | PER LOC ORG (gold) |
| CrossNER | Wikipedia, five domains | some forty labels (gold) |
| wikigold | Wikipedia | PER LOC ORG MISC (gold) |
"""

from __future__ import annotations

import csv
import io
import lzma
from typing import TYPE_CHECKING

from training.detokenise import detokenise
from training.name_labels import GEO, is_people, onto_label, title_length
from training.passages import UNSURE, Name, Passage, passage
from training.words import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

CROSSNER_DOMAINS = ("politics", "literature", "science", "ai", "music")

_CROSSNER = {
    **dict.fromkeys(["person", "politician", "writer", "scientist", "researcher", "musicalartist"], "PERSON"),
    **dict.fromkeys(["organisation", "politicalparty", "university", "band"], "ORG"),
    **dict.fromkeys(["country", "location"], GEO),
    **dict.fromkeys(["event", "election", "conference"], "EVENT"),
    "misc": UNSURE,
}
_FOUR_LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": GEO, "MISC": UNSURE}
_OFFICES_ALONE = frozenset(["State", "Foreign", "Defense", "Interior", "Minister", "General", "Secretary"])
_STORMS = frozenset({"Hurricane", "Typhoon", "Cyclone", "Tropical"})


def gmb(path: Path) -> list[Passage]:
    """The sentences of the Groningen Meaning Bank, without repeated ones."""
    passages, seen = [], set()
    for rows in gmb_sentences(path):
        tokens = tuple(row[0] for row in rows)
        if tokens not in seen:
            seen.add(tokens)
            tags = [row[1] for row in rows]
            spans = [_gmb_span(tokens, tags, span) for span in _spans([row[2] for row in rows])]
            passages.append(_from_tokens(tokens, [span for span in spans if span]))
    return passages


def crossner(folder: Path) -> list[Passage]:
    """Training and development part of every domain."""
    files = [folder / f"{domain}-{part}.txt" for domain in CROSSNER_DOMAINS for part in ("train", "dev")]
    return [_mapped(rows, _CROSSNER) for path in files for rows in _sentences(path, "\t")]


def wikigold(path: Path) -> list[Passage]:
    """The sentences of wikigold."""
    return [_mapped(rows, _FOUR_LABELS) for rows in _sentences(path, " ")]


def universal_ner(path: Path, *, plain: bool = False) -> list[Passage]:
    """Universal NER sentences on their own text; `plain` keeps PERSON, ORG and GEO as they are, for testing."""
    passages = []
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.split("\n")
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if not rows:
            continue
        places, at = [], 0
        for row in rows:
            start = text.find(row[1], at)
            if start < 0:
                break
            at = start + len(row[1])
            places.append((start, at))
        if len(places) < len(rows):
            continue
        names = []
        for first, end, label in _spans([row[2] for row in rows]):
            start, stop = places[first][0], places[end - 1][1]
            onto = _FOUR_LABELS[label]
            names.append(Name(start=start, end=stop, label=onto if plain else onto_label(text[start:stop], onto)))
        passages.append(passage(text, names, dates=not plain))
    return passages


def gmb_sentences(path: Path) -> Iterator[list[tuple[str, str, str]]]:
    """Word, part-of-speech tag and IOB label, sentence by sentence."""
    rows: list[tuple[str, str, str]] = []
    with lzma.open(path) as packed:
        reader = csv.reader(io.TextIOWrapper(packed, "latin-1", newline=""))
        next(reader)
        for sentence, word, tag, label in reader:
            if sentence and rows:
                yield rows
                rows = []
            rows.append((word, tag, label))
    yield rows


def _gmb_span(tokens: Sequence[str], tags: Sequence[str], span: tuple[int, int, str]) -> tuple[int, int, str] | None:
    """A span with its OntoNotes label, without titles and offices; None for what is no name of ours."""
    start, end, label = span
    words = list(tokens[start:end])
    if label == "per":
        return _person(tokens, start, end)
    if label == "org":
        return _body(tokens, start, end)
    if label == "eve":
        while start > 0 and tokens[start - 1] in ("World", "War") and tokens[start] in ("War", "I", "II"):
            start -= 1
        return (start, end, "EVENT") if len(" ".join(tokens[start:end])) > 3 else None
    if label in ("nat", "art"):
        return (start, end, "EVENT") if words[0] in _STORMS else None
    if label in ("geo", "gpe"):
        start += end - start > 1 and words[0] in ("the", "The")
        surface = " ".join(tokens[start:end])
        onto = onto_label(surface, GEO)
        if onto == "GPE" and label == "gpe" and tags[end - 1] in ("JJ", "NNPS", "NNS") and surface[-1] != ".":
            return (start, end, "NORP" if is_people(surface) or tags[end - 1] == "JJ" else onto)
        return start, end, onto
    return None


def _person(tokens: Sequence[str], start: int, end: int) -> tuple[int, int, str] | None:
    start += title_length(list(tokens[start:end]))
    return (start, end, onto_label(" ".join(tokens[start:end]), "PERSON")) if start < end else None


def _body(tokens: Sequence[str], start: int, end: int) -> tuple[int, int, str] | None:
    while end - start > 1 and tokens[start] in ("the", "The"):
        start += 1
    while end - start > 1 and tokens[end - 1] in word_list("offices-after-bodies"):
        end -= 1
    if end - start > 1 and tokens[start].endswith(".") and title_length([tokens[start]]):
        return _person(tokens, start, end)
    surface = " ".join(tokens[start:end])
    return None if surface in _OFFICES_ALONE else (start, end, onto_label(surface, "ORG"))


def _sentences(path: Path, separator: str) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in path.read_text("utf-8").split("\n"):
        cells = line.rstrip().split(separator)
        if len(cells) > 1 and cells[0] != "-DOCSTART-":
            rows.append(cells)
        elif rows:
            yield rows
            rows = []


def _mapped(rows: list[list[str]], mapping: dict[str, str]) -> Passage:
    tokens = [row[0] for row in rows]
    spans = []
    for start, end, label in _spans([row[-1] for row in rows]):
        onto = mapping.get(label)
        surface = " ".join(tokens[start:end])
        if onto == UNSURE:
            spans.append((start, end, "NORP" if is_people(surface) else UNSURE))
        elif onto:
            spans.append((start, end, onto_label(surface, onto)))
    return _from_tokens(tokens, spans)


def _from_tokens(tokens: Sequence[str], spans: Sequence[tuple[int, int, str]]) -> Passage:
    text, places = detokenise(tokens)
    taken = {token for start, end, _ in spans for token in range(start, end)}
    peoples = [
        (number, number + 1, "NORP")
        for number, token in enumerate(tokens)
        if number not in taken and _stands_alone(tokens, number, taken) and is_people(token)
    ]
    return passage(
        text,
        [Name(start=places[start][0], end=places[end - 1][1], label=label) for start, end, label in (*spans, *peoples)],
    )


def _stands_alone(tokens: Sequence[str], number: int, taken: set[int]) -> bool:
    """False where the next word may belong to a longer name ("German Open")."""
    follower = number + 1
    return (
        follower >= len(tokens)
        or follower in taken
        or not tokens[follower][:1].isupper()
        or is_people(tokens[follower])
    )


def _spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Spans of IOB tags; a change of label opens a new one."""
    spans: list[tuple[int, int, str]] = []
    for number, tag in enumerate(tags):
        prefix, _, label = tag.partition("-")
        if not label:
            continue
        if spans and prefix == "I" and spans[-1][1] == number and spans[-1][2] == label:
            spans[-1] = (spans[-1][0], number + 1, label)
        else:
            spans.append((number, number + 1, label))
    return spans
