"""Component: statements, what somebody is reported to have said, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from generator.language import layout, lexicon, marks, tree
from generator.language.layout import Layout
from generator.language.marks import Attributed
from generator.language.speech import cues, sources
from generator.model.evidence import LONGEST_EVIDENCE, Evidence
from generator.model.facts import Statement

Range = tuple[int, int]

_TELLING = frozenset({"quotation", "clause", "according", "heading"})
_SPOKEN = frozenset({"quotation", "heading"})
_TOLD = frozenset({"infinitive", "object-to", "object", "prep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBAL = frozenset({"VERB", "AUX"})
_ADDITIONS = frozenset({"VBG", "IN", "CC", "RB"})
_ENDS = frozenset({",", ".", ";"})
_DOUBLE = frozenset('"“”„«»') | frozenset({"''", "``"})
_MARKS = frozenset("\"“”„«»'‘’`") | frozenset({"''", "``", "‘‘", "’’"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_OPENING = frozenset({"“", "„", "«", "``"})
_BRACKETS = {"[": "]", "(": ")"}
_EMPTY = frozenset({"PRON", "DET", "PUNCT", "SPACE", "ADP", "PART"})
_FEWEST_QUOTED = 3
"""Words; fewer in quotation marks are a turn of phrase, no statement."""
_SHORTEST = 6
"""Tokens; a shorter sentence of a quotation goes with the one before it."""


def mark(doc: Doc) -> None:
    """Writes `statements`: attributions of speech whose source is an actor, in text order."""
    found = marks.of(doc)
    bounds = layout.of(doc)
    found.statements = tuple(
        statement
        for item in found.attributed
        if item.kind == "speech" and item.by and _tells(doc, item)
        for statement in _statements(doc, item, bounds)
    )


def _tells(doc: Doc, item: Attributed) -> bool:
    """True where the content is what was said, and not what was not said or only spoken of."""
    if item.cue >= 0 and item.frame != "quotation" and _unsaid(doc[item.cue], item.level):
        return False
    if _keeps_a_name_back(doc, item) or all(doc[i].pos_ in _EMPTY for part in item.content for i in range(*part)):
        return False
    if item.frame in _TELLING:
        return True
    if item.level > 1:
        return False
    if item.frame == "noun":
        return doc[item.content[0][0]].lower_ == "that"
    return item.frame in _TOLD and cues.tells(doc[item.cue])


def _keeps_a_name_back(doc: Doc, item: Attributed) -> bool:
    """True for what a reporter is asked: "asked not to be named", "asked to remain anonymous"."""
    if item.frame not in {"infinitive", "object-to"}:
        return False
    words = {doc[i].lower_ for part in item.content for i in range(*part)}
    return "anonymous" in words or bool("be" in words and words & {"named", "identified", "quoted"})


def _unsaid(cue: Token, level: int) -> bool:
    """True for what was not said, or only might be: `did not say`, `would say`, and within another's words `to say`."""
    if tree.negated(cue) or any(child.tag_ == "MD" for child in cue.lefts):
        return True
    auxiliaries = (child for child in cue.lefts if child.dep_ in {"aux", "auxpass"})
    if any(child.nbor().lower_ in _NOT for child in auxiliaries):
        return True
    if cue.dep_ == "ccomp" and cue.head.lemma_.lower() in lexicon.words("demands", "frames.clause"):
        return level > 1 and cue.tag_ in {"VB", "VBP"}
    return level > 1 and cue.tag_ in {"VB", "VBG"}


def _statements(doc: Doc, item: Attributed, bounds: Layout) -> Iterator[Statement]:
    for start, end in _sentences(doc, item, bounds):
        first, last = _closed(doc, *_bare(doc, start, end))
        if _words(doc, first, last) < (_FEWEST_QUOTED if item.frame == "quotation" else 1):
            continue
        direct = item.frame == "quotation" and not any(doc[i].text in _DOUBLE for i in range(first, last))
        yield Statement(
            core=_core(doc, first, last),
            by=item.by,
            cue=_cue(doc, item),
            text=_text(doc, first, last),
            direct=direct,
            attribution="second-hand" if item.via else "direct" if direct else "indirect",
            via=item.via,
            evidence=_evidence(doc, item, (first, last), bounds),
        )


def _sentences(doc: Doc, item: Attributed, bounds: Layout) -> Iterator[Range]:
    """The content of a quotation or a turn cut at sentence bounds, a very short sentence joined to the one before it.

    What stands around a reporting clause is one, unless its smaller part is an adverbial only.
    """
    if item.frame not in _SPOKEN:
        yield _main_part(doc, item.content)
        return
    for start, end in item.content:
        begin = start
        for low, high in bounds.sentences:
            if start < low < end and low - begin >= _SHORTEST and min(high, end) - low >= _SHORTEST:
                yield begin, low
                begin = low
        yield begin, end


def _main_part(doc: Doc, content: tuple[Range, ...]) -> Range:
    """Of the parts around a reporting clause the one that says it all, else the whole."""
    whole = content[0][0], content[-1][1]
    if len(content) == 1:
        return whole
    before, behind = content[0], content[-1]
    first, last = _bare(doc, *behind)
    if first < last and not any(doc[i].pos_ in _VERBAL for i in range(*before)):
        return whole if doc[first].pos_ in _VERBAL else (first, last)
    return before if first < last and doc[first].tag_ in _ADDITIONS else whole


def _bare(doc: Doc, start: int, end: int) -> Range:
    """A range without `that` and punctuation at its edges, and without quotation marks around it or alone."""
    while True:
        while start < end and (doc[start].is_space or (doc[start].is_punct and not _keeps(doc, start, end))):
            start += 1
        while start < end and (doc[end - 1].is_space or doc[end - 1].text in _ENDS):
            end -= 1
        if start >= end:
            return start, start
        marks_inside = sum(doc[i].text in _MARKS for i in range(start + 1, end - 1))
        opens, closes = doc[start].text in _MARKS, doc[end - 1].text in _MARKS and end - 1 > start
        if (opens and closes and marks_inside % 2) or not (opens or closes) or (marks_inside and opens != closes):
            break
        start, end = start + opens, end - closes
    if end - start > 1 and doc[start].lower_ == "that" and doc[start + 1].tag_ not in _FINITE:
        return _bare(doc, start + 1, end)
    return start, end


def _keeps(doc: Doc, i: int, end: int) -> bool:
    """True for a quotation mark, and for a bracket that closes again: `[W]e must`."""
    closing = _BRACKETS.get(doc[i].text)
    return doc[i].text in _MARKS or (closing is not None and any(closing in doc[j].text for j in range(i, end)))


def _closed(doc: Doc, start: int, end: int) -> Range:
    """A range with the fellow of each double quotation mark inside: taken in where it is near, else both left out."""
    single = _unpaired(doc, start, end)
    if single is None:
        return start, end
    behind = end
    while behind < len(doc) and behind < end + 2 and doc[behind].text in _ENDS:
        behind += 1
    if behind < len(doc) and doc[behind].text in _DOUBLE and doc[behind].text != "“":
        return start, behind + 1
    if start and doc[start - 1].text in _DOUBLE and single > start:
        return start - 1, end
    if single == start:
        return start + 1, end
    return (start, end - 1) if single == end - 1 else (start, end)


def _unpaired(doc: Doc, start: int, end: int) -> int | None:
    """The double quotation mark of a range that has no fellow in it."""
    waiting: list[int] = []
    for i in range(start, end):
        if doc[i].text not in _DOUBLE:
            continue
        if waiting and doc[i].text not in _OPENING:
            waiting.pop()
        else:
            waiting.append(i)
    return waiting[0] if len(waiting) == 1 else None


def _words(doc: Doc, start: int, end: int) -> int:
    return sum(doc[i].is_alpha for i in range(start, end))


def _text(doc: Doc, start: int, end: int) -> str:
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    text = marks.of(doc).article.text
    if last - first > LONGEST_EVIDENCE:
        return text[first : first + LONGEST_EVIDENCE].rsplit(" ", 1)[0]
    return text[first:last]


def _core(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple(token.lemma_.lower() for token in doc[start:end] if token.is_alpha and not token.is_stop)


def _cue(doc: Doc, item: Attributed) -> str | None:
    """The cue with the particle or preposition that belongs to it."""
    if item.cue < 0 or item.frame == "heading":
        return None
    if item.frame in {"prep", "according"} and item.cue + 1 < len(doc) and doc[item.cue + 1].pos_ in {"ADP", "PART"}:
        return f"{doc[item.cue].text} {doc[item.cue + 1].text}"
    return doc[item.cue].text


def _evidence(doc: Doc, item: Attributed, content: Range, bounds: Layout) -> tuple[Evidence, ...]:
    """The sentence of the content, and that of the cue where it stands elsewhere."""
    start, end = bounds.sentence(content[0])[0], bounds.sentence(content[1] - 1)[1]
    said = marks.cite(doc, *sources.trimmed(doc, start, end))
    if item.cue < 0 or start <= item.cue < end:
        return (said,)
    return said, marks.cite(doc, *sources.trimmed(doc, *bounds.sentence(item.cue)))
