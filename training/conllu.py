"""Reading Universal Dependencies treebanks in CoNLL-U (https://universaldependencies.org/format.html)."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MULTIWORD = "-"
_EMPTY_NODE = "."


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A syntactic word; `head` counts from 1, 0 is the root; `start` and `end` are places in the sentence's text."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    label: str
    misc: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its words; `document` is the id of its document."""

    id: str
    document: str
    text: str
    opens_paragraph: bool
    words: tuple[Word, ...]


def read_treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of a file in order; those whose words cannot be found in their text are left out."""
    document, opens = "", False
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in (*path.read_text("utf-8").split("\n"), ""):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
            opens = opens or key.strip().split(" ")[0] in ("newpar", "newdoc")
            document = comments.get("newdoc id", document)
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            words = _words(rows, comments["text"])
            if words is not None:
                yield Sentence(
                    id=comments["sent_id"],
                    document=document,
                    text=comments["text"],
                    opens_paragraph=opens,
                    words=words,
                )
            opens, rows = False, []


def _words(rows: list[list[str]], text: str) -> tuple[Word, ...] | None:
    multiwords = {int(row[0].split(_MULTIWORD)[0]): row for row in rows if _MULTIWORD in row[0]}
    plain = [row for row in rows if _MULTIWORD not in row[0] and _EMPTY_NODE not in row[0]]
    spans: list[tuple[int, int]] = []
    at = 0
    while len(spans) < len(plain):
        number = len(spans) + 1
        multiword = multiwords.get(number)
        surface = multiword[1] if multiword else plain[number - 1][1]
        at = text.find(surface, at)
        if at < 0:
            return None
        if multiword:
            last = int(multiword[0].split(_MULTIWORD)[1])
            spans += _parts(at, surface, [row[1] for row in plain[number - 1 : last]])
        else:
            spans.append((at, at + len(surface)))
        at += len(surface)
    return tuple(
        Word(
            form=row[1],
            lemma=row[2],
            upos=row[3],
            xpos=row[4],
            head=int(row[6]),
            label=row[7],
            misc=row[9],
            start=start,
            end=end,
        )
        for row, (start, end) in zip(plain, spans, strict=True)
    )


def _parts(start: int, surface: str, forms: list[str]) -> list[tuple[int, int]]:
    """Where the words of a multiword token stand: by their letters, or in even parts where they differ from it."""
    if "".join(forms) == surface:
        cuts = [start + sum(map(len, forms[:count])) for count in range(len(forms) + 1)]
    else:
        cuts = [start + round(len(surface) * count / len(forms)) for count in range(len(forms) + 1)]
    return list(itertools.pairwise(cuts))
