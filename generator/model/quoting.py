"""Passages of a source in quotation marks, which enclose verbatim text and, where it was cut, an ellipsis."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model.evidence import Evidence
from generator.model.facts import Statement
from generator.model.wording import fold

OPENING, CLOSING, STRAIGHT = "“", "”", '"'
ELLIPSIS = " …"
CUT = re.compile(r"[,;:—–]\s|\s(?=(?:amid|after|as|while|because|although|which|who)\s)")
CLOSE_BY = re.compile(r"[.,;:?!…’']{0,3}[”\"]")
SPOKEN = re.compile(r"“([^“”]+)(?:”|$)|\"([^\"]+)(?:\"|$)")
EDGE = " ,;:—–-"
PLAIN = {"said", "says", "say", "saying", "told", "tells", "added", "adds", "stated", "wrote", "writes", "according to"}
"""Cues behind which a clause can follow as it stands; behind others (denied, rejected) it would turn its meaning."""
TELLING = {"told", "tells"}
"""Cues behind which comes first to whom it was said."""
FINITE = {"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "should"}
"""What begins a clause whose subject stands elsewhere."""


def quoted(text: str) -> str:
    """Text in curly quotation marks; one that brings its own pair around the whole of it keeps that one."""
    text = fold(text).lstrip(EDGE)
    for first, last in ((OPENING, CLOSING), (STRAIGHT, STRAIGHT)):
        inner = text[1:-1]
        if text.startswith(first) and text.endswith(last) and len(text) > len("“”") and not {first, last} & set(inner):
            text = inner
    return f"{OPENING}{text}{CLOSING}"


def stop(text: str) -> str:
    """A sentence with the full stop at its end, where nothing else closes it."""
    return text if text.rstrip('”"’)')[-1:] in {".", "!", "?", "…", ""} else f"{text}."


def shorten(text: str, words: int) -> str:
    """Text of at most so many words, cut at the last bound of a clause in its second half, or else at a word."""
    pieces = list(re.finditer(r"\S+", text))
    if len(pieces) <= words:
        return text
    limit = pieces[words - 1].end()
    bounds = [found.start() for found in CUT.finditer(text, pieces[words // 2].start(), limit)]
    cut = text[: bounds[-1] if bounds else limit].rstrip(EDGE)
    return cut + ELLIPSIS + (CLOSING if cut.count(OPENING) > cut.count(CLOSING) else "")


def whole(text: str, evidence: Iterable[Evidence]) -> str:
    """A slice of a source with the closing quotation mark that stands right behind it, where it needs one."""
    if text.count(OPENING) <= text.count(CLOSING) and text.count(STRAIGHT) % 2 == 0:
        return text
    for passage in evidence:
        place = passage.quote.find(text)
        found = CLOSE_BY.match(passage.quote, place + len(text)) if place >= 0 else None
        if found:
            return text + found[0]
    return text


def excerpt(text: str, evidence: Iterable[Evidence], words: int) -> str:
    """A slice of a source in quotation marks, of at most so many words."""
    return quoted(shorten(whole(fold(text), evidence), words))


def spoken(text: str, evidence: Iterable[Evidence]) -> str | None:
    """The longest stretch of a statement that the source sets in quotation marks, without them; None without one."""
    stretches: list[str] = []
    for passage in evidence:
        start = passage.quote.find(text)
        if start < 0:
            continue
        end = start + len(text)
        for found in SPOKEN.finditer(passage.quote):
            group = 1 if found[1] is not None else 2
            first, last = max(start, found.start(group)), min(end, found.end(group))
            if first < last:
                stretches.append(passage.quote[first:last].strip(EDGE))
    return max(stretches, key=len, default=None)


def plain(statement: Statement) -> bool:
    """Whether the clause of a statement says by itself what was said."""
    cue, first = (statement.cue or "").lower(), statement.text.split()[0].lower()
    addressed = cue in TELLING and first != "that"
    repeated = f" {cue} " in f" {statement.text.lower()} "
    return cue in PLAIN and not (addressed or repeated or first in FINITE)
