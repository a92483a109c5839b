"""Reported clauses by the order of words: where they open, where they end, for trees that do not show it.

English leaves few places to a reporting clause and to what it reports (Quirk et al. 1985, 16.30-31).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language.speech import cues

Range = tuple[int, int]

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PAUSES = frozenset({",", ".", "?", "!", ";"})
MARKS = frozenset("\"“”„«»'‘’`") | frozenset({"''", "``"})
_WH = frozenset({"that", "whether", "if", "how", "why", "what", "who", "where", "when"})
_NO_CLAUSE = frozenset({"to", "in", "on", "at", "by", "with", "for", "of", "about", "from", "as", "and", "or", "but"})
_BETWEEN = frozenset({"npadvmod", "advmod", "prep", "prt", "dative"})
_IN_PHRASE = frozenset({"DET", "ADJ", "ADV", "ADP", "PART", "CCONJ"})
_TURNS = frozenset({"but", "although", "though", "while", "and"})
_NOMINATIVE = frozenset({"he", "she", "it", "they", "i", "we", "there"})
_ASIDES = frozenset({"however", "though", "meanwhile", "too", "therefore", "instead", "also", "nevertheless"})
_SUBJECT_OPENS = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "SCONJ"})
_MANNERS = frozenset({"publicly", "privately", "openly", "bluntly", "flatly", "angrily", "repeatedly", "explicitly"})
_WHERE_SAID = frozenset({"in", "on", "at", "during"})
_SAID_IN = frozenset(
    {
        "statement",
        "interview",
        "speech",
        "letter",
        "message",
        "briefing",
        "conference",
        "address",
        "report",
        "tweet",
        "post",
        "memo",
        "email",
    }
)
_DATES = frozenset({"DATE", "TIME"})
_FARTHEST = 12


def after(verb: Token, start: int, end: int) -> tuple[Range, ...]:
    """A clause that follows its verb, told by `that`, by a wh-word, or by its subject before a finite verb."""
    doc = verb.doc
    start = behind_adverbial(doc, start, end)
    first = clause_start(doc, start, end)
    if first < 0:
        while start < end - 1 and doc[start].dep_ in _BETWEEN and doc[start].head.i == verb.i:
            start = doc[start].right_edge.i + 1
        if start >= end - 2 or doc[start].lower_ in _NO_CLAUSE or doc[start].is_punct:
            return ()
        wh = doc[start].lower_ in _WH and has_finite(doc, start + 1, end)
        if not wh and not _subject_and_verb(doc, start, end) and not _says_anything(verb):
            return ()
        first = start
    return ((first, resumed(verb, first, end)),)


def behind_adverbial(doc: Doc, start: int, end: int) -> int:
    """Where a clause begins behind what says when, where or how it was said: `said in a speech the ships ...`."""
    at = _behind_date(doc, start, end)
    if at > start or start + 1 >= end:
        return at
    if doc[start].lower_ in _MANNERS:
        at = start + 1
    elif doc[start].lower_ in _WHERE_SAID:
        said = next((child for child in doc[start].rights if child.dep_ == "pobj"), None)
        if said is None or (said.lower_ not in _SAID_IN and said.ent_type_ not in _DATES):
            return start
        at = said.i + 1
    return at if start < at < end and doc[at].pos_ in _SUBJECT_OPENS else start


def _behind_date(doc: Doc, start: int, end: int) -> int:
    """Where a clause begins behind a day that belongs to the reporting verb: `said Tuesday the ships ...`."""
    i = start
    while i < end and doc[i].ent_type_ in _DATES:
        i += 1
    day = start < i < end - 1 and doc[i - 1].pos_ in {"NOUN", "PROPN"} and doc[start].pos_ != "DET"
    return i if day and doc[i].pos_ in _SUBJECT_OPENS else start


def clause_start(doc: Doc, start: int, end: int) -> int:
    """Where `that` or a nominative pronoun opens a clause behind an addressee, a time or a place; else -1."""
    for i in range(start, min(end - 2, start + _FARTHEST)):
        token = doc[i]
        if token.lower_ == "that" and (
            (token.tag_ == "IN" and (i == start or has_finite(doc, i + 1, end)))
            or _subject_and_verb(doc, i + 1, end, relative=True)
        ):
            return i
        if token.lower_ in _NOMINATIVE and has_finite(doc, i + 1, min(end, i + 4)):
            return i
        if token.text == "," and i + 2 < end and doc[i + 1].lower_ in _ASIDES and doc[i + 2].text == ",":
            continue
        if token.text == "," and doc[i - 1].lower_ in _ASIDES:
            continue
        if (
            token.tag_ in FINITE
            or token.tag_ == "TO"
            or token.text in PAUSES
            or (token.lower_ in _WH and token.lower_ != "that")
        ):
            return -1
    return -1


def _says_anything(verb: Token) -> bool:
    """True for verbs whose every complement is what was said, a bare noun too: `said the same`."""
    cue = cues.of_verb(verb)
    return cue is not None and "anything" in cue.frames


def _subject_and_verb(doc: Doc, start: int, end: int, *, relative: bool = False) -> bool:
    """True where a noun phrase opens a range and a finite verb follows it, with nothing but its own words between.

    A verb that a parser has read as a relative clause's counts if `relative`.
    """
    nominal = False
    for i in range(start, end):
        token = doc[i]
        if token.tag_ in FINITE:
            return nominal and doc[i - 1].pos_ != "CCONJ" and (relative or token.dep_ not in {"relcl", "acl"})
        if token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            nominal = True
        elif token.pos_ not in _IN_PHRASE and not (token.tag_ == "VB" and doc[i - 1].tag_ == "TO"):
            return False
    return False


def has_finite(doc: Doc, start: int, end: int) -> bool:
    """True where a finite verb stands in a range."""
    return any(doc[i].tag_ in FINITE for i in range(start, end))


def resumed(verb: Token, start: int, end: int) -> int:
    """Where reported speech ends: before the reporter takes the word again.

    That is at `, saying ...`, at `and warned ...`, at a semicolon, or at a comma with a conjunction and a new subject.
    """
    doc = verb.doc
    for i in range(start + 2, end - 2):
        token = doc[i]
        if token.text == ";" or (token.text == "," and _speaks(doc, i + 1 + (doc[i + 1].text in MARKS), end)):
            return i
        if token.tag_ in {"VBG", "VBD", "VBZ"} and cues.of_verb(token) is not None:
            if token.tag_ == "VBG" and doc[i - 1].text == ",":
                return i - 1
            before = i - 1
            while before > start and doc[before].pos_ == "ADV":
                before -= 1
            if token.tag_ == verb.tag_ and doc[before].pos_ == "CCONJ":
                return before - 1 if doc[before - 1].text == "," else before
        elif token.lower_ in _TURNS and _behind_comma(doc, i) and _subject_and_verb(doc, i + 1, end):
            return i
    return end


def _behind_comma(doc: Doc, i: int) -> bool:
    """True where a comma, perhaps within closing quotation marks, stands before a token."""
    return doc[i - 1].text == "," or (doc[i - 1].text in MARKS and doc[i - 2].text == ",")


def _speaks(doc: Doc, start: int, end: int) -> bool:
    """True where a noun phrase and a verb of saying open a range: `..., X said`."""
    nominal = False
    for i in range(start, min(end, start + _FARTHEST)):
        token = doc[i]
        if token.tag_ in FINITE and token.pos_ != "AUX":
            cue = cues.of_verb(token)
            return (
                nominal and cue is not None and "quote" in cue.frames and doc[i - 1].text not in {",", "who", "which"}
            )
        if token.pos_ in {"NOUN", "PROPN", "PRON"}:
            nominal = True
        elif token.pos_ not in _IN_PHRASE and token.pos_ != "AUX":
            return False
    return False
