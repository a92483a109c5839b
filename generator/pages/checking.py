"""Whether a page keeps the promises of a brief (BRIEF.md, "Promises"): read as Markdown, held against its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt

from generator.model.article import Article
from generator.model.diagnostic import Diagnostic
from generator.model.wording import fold

DEFINITION = re.compile(r"^\[\^([^\]]+)\]:")
CITED = re.compile(r"\[\^([^\]]+)\](?!:)")
KEYED = re.compile(r"\{#([dmpts]-[a-z2-7]{8}(?:-\d+)?)\}")
QUOTATION = re.compile(r"“((?:[^“”]|“[^“”]*”)*)”")
CHANGES = "{#changes}"
CONFLICT = re.compile(r"^\s*!!!\s+\S*\bconflict\b")
NAMED = 60


def check_page(text: str, sources: Iterable[Article]) -> Iterator[Diagnostic]:
    """What is wrong with a page that rests on some articles; nothing where it keeps its promises.

    Every quotation stands in a source letter by letter, white space and cuts ("…") apart; those in the list of changes
    need not, since what they quote may be gone from it. Every citation leads to a passage. Every keyed fact cites one.
    No conflict is left open.
    """
    sources = tuple(sources)
    known = tuple(fold(words) for article in sources for words in (article.text, article.title))
    lines = text.splitlines()
    defined = {found[1] for line in lines if (found := DEFINITION.match(line))}
    reader = MarkdownIt("commonmark")
    heading = ""
    for number, line in enumerate(lines, start=1):
        yield from _citations(line, number, defined)
        heading = line if line.startswith("## ") else heading
        past = CHANGES in heading and line.startswith("- ")
        if "“" in line and not past:
            yield from _quotations(_shown(reader, line), number, known)
    yield from _uncited(lines)


def _citations(line: str, number: int, defined: set[str]) -> Iterator[Diagnostic]:
    if CONFLICT.match(line):
        yield _fault("conflict", "a conflict is open; choose one wording and delete the block", number)
    for label in CITED.findall(line):
        if label not in defined:
            yield _fault(
                "no-passage", f"the citation [^{label}] leads nowhere; restore its passage or delete it", number
            )


def _quotations(shown: str, number: int, known: tuple[str, ...]) -> Iterator[Diagnostic]:
    for quotation in QUOTATION.findall(shown):
        pieces = [piece for part in quotation.split("…") if (piece := fold(part))]
        if not all(any(piece in text for text in known) for piece in pieces):
            words = quotation if len(quotation) <= NAMED else f"{quotation[:NAMED]} …"
            message = f"“{words}” does not stand in the source; quote it letter by letter, or drop the quotation marks"
            yield _fault("not-verbatim", message, number)


def _uncited(lines: list[str]) -> Iterator[Diagnostic]:
    """Keyed facts without a citation on their line or on the lines that belong to it."""
    for number, line in enumerate(lines, start=1):
        found = KEYED.search(line)
        if found is None:
            continue
        block = [line]
        for follower in lines[number:]:
            if not follower.startswith((" ", ">")) or KEYED.search(follower):
                break
            block.append(follower)
        before = lines[max(0, number - 3) : number - 1] if line.startswith(">") else []
        if not any(CITED.search(part) for part in (*block, *before)):
            yield _fault("no-evidence", f"{found[1]} cites no passage; restore its citation", number)


def _shown(reader: MarkdownIt, line: str) -> str:
    """What a reader sees of a line: escapes undone, marks and links gone."""
    tokens = reader.parseInline(line)[0].children or []
    return "".join(" " if token.type == "softbreak" else token.content for token in tokens)


def _fault(code: str, message: str, line: int) -> Diagnostic:
    return Diagnostic(severity="error", code=code, message=message, line=line)
