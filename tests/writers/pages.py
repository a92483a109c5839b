"""Pages made by chance, and edits of them as writers and a generator make them, for laws and for the simulation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

WORDS = (
    "border",
    "talks",
    "minister",
    "treaty",
    "envoy",
    "harbour",
    "grain",
    "sanctions",
    "council",
    "vote",
    "deadline",
    "ships",
    "asked",
    "refused",
    "offered",
    "northern",
    "southern",
    "mediator",
    "ceasefire",
    "exports",
    "monday",
    "pipeline",
    "banks",
    "visas",
    "frozen",
    "agreed",
    "rejected",
    "statement",
)
SECTIONS = ("In brief", "Key actors", "Demands and responses", "The sanctions debate", "What is next", "In their words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One unit that an edit can touch: a sentence, a cell or a list item, with a name of its own on its page."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph of sentences, a table row by row, or a list of keyed items, as pieces."""

    kind: str
    rows: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page: sections of blocks."""

    sections: tuple[tuple[str, tuple[Block, ...]], ...]

    def text(self) -> str:
        """The page as Markdown."""
        shown = ['---\ntitle: "Talks"\narticle: "talks"\n---\n', "# Talks\n"]
        for name, blocks in self.sections:
            shown.append(f"## {name} {{#{name.lower().replace(' ', '-')}}}\n")
            shown.extend(_block(block) for block in blocks)
        return "\n".join(shown)

    def pieces(self) -> list[Piece]:
        """Every unit in order."""
        return [piece for _name, blocks in self.sections for block in blocks for row in block.rows for piece in row]


def _block(block: Block) -> str:
    if block.kind == "paragraph":
        return " ".join(piece.text for row in block.rows for piece in row) + "\n"
    if block.kind == "list":
        return "".join(f"- {row[0].text} {{#{row[0].name}}}\n" for row in block.rows)
    head = "| who | what | when |\n|---|---|---|\n"
    return head + "".join(f"| {' | '.join(piece.text for piece in row)} {{#{row[0].name}}} |\n" for row in block.rows)


def sentence(chance: Random, low: int = 8, high: int = 20) -> str:
    """A sentence of random words, hardly ever made twice."""
    return " ".join(chance.choices(WORDS, k=chance.randint(low, high))).capitalize() + "."


def cell(chance: Random) -> str:
    """A few random words."""
    return " ".join(chance.choices(WORDS, k=chance.randint(2, 6)))


def sheet(chance: Random, size: int = 1) -> Sheet:
    """A page of some 70 units times `size`."""
    count = iter(range(10_000))

    def piece(text: str) -> Piece:
        return Piece(name=f"d-{next(count):04d}", text=text)

    def block(kind: str) -> Block:
        if kind == "table":
            return Block(kind=kind, rows=tuple(tuple(piece(cell(chance)) for _ in range(3)) for _ in range(4 * size)))
        if kind == "list":
            return Block(kind=kind, rows=tuple((piece(sentence(chance)),) for _ in range(3 * size)))
        return Block(kind=kind, rows=(tuple(piece(sentence(chance)) for _ in range(4 * size)),))

    kinds = (("paragraph",), ("table",), ("table", "paragraph"), ("table", "list"), ("list",), ("paragraph", "list"))
    return Sheet(sections=tuple((n, tuple(block(k) for k in ks)) for n, ks in zip(SECTIONS, kinds, strict=True)))


def edited(page: Sheet, chance: Random, edits: int, mark: str) -> tuple[Sheet, set[str], set[str]]:
    """A page after so many edits: the names of the units that they touched, and the marks that they left.

    Two of three edits reword a unit, the rest delete one or add one behind it. Each new word is marked, so that it can
    be found again.
    """
    touched: set[str] = set()
    marks: set[str] = set()
    for number in range(edits):
        target = chance.choice([piece for piece in page.pieces() if not piece.name.startswith(mark)])
        word = f"{mark}{number}q"
        way = chance.choice(("reword", "reword", "reword", "reword", "delete", "add"))
        if way != "delete":
            marks.add(word)
        if way != "add":
            touched.add(target.name)
        page = Sheet(
            sections=tuple((n, tuple(_edit(b, target, way, word, chance) for b in bs)) for n, bs in page.sections)
        )
    return page, touched, marks


def _edit(block: Block, target: Piece, way: str, word: str, chance: Random) -> Block:
    rows: list[tuple[Piece, ...]] = []
    for row in block.rows:
        at = next((place for place, piece in enumerate(row) if piece == target), None)
        if at is None:
            rows.append(row)
        elif way == "reword":
            rows.append((*row[:at], replace(target, text=_reworded(target.text, word, chance)), *row[at + 1 :]))
        elif block.kind == "paragraph":
            added = (
                ()
                if way == "delete"
                else (target, Piece(name=f"{word}n", text=f"{word.capitalize()} {sentence(chance)}"))
            )
            rows.append((*row[:at], *added, *row[at + 1 :]))
        elif way == "add":
            new = tuple(Piece(name=f"{word}n{place}", text=f"{word} {cell(chance)}") for place in range(len(row)))
            rows.extend((row, new))
    return replace(block, rows=tuple(rows))


def _reworded(text: str, word: str, chance: Random) -> str:
    words = text.split(" ")
    words[chance.randrange(len(words) - 1) if len(words) > 1 else 0] = word
    return " ".join(words)
