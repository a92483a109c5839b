"""Reported clauses: what stands for the words of another, before, after or around the verb that reports it.

Trees come first; where a parser attaches a clause to the wrong head, the order of the words decides, since English
leaves few places to a reporting clause (Quirk et al. 1985, 16.30-31 and 15.54 on comment clauses).
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language import cues

Range = tuple[int, int]

_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "parataxis", "dep", "acl", "relcl", "conj", "csubj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WH = frozenset({"that", "whether", "if", "how", "why", "what", "who", "where", "when"})
_NO_CLAUSE = frozenset({"to", "in", "on", "at", "by", "with", "for", "of", "about", "from", "as", "and", "or", "but"})
_BETWEEN = frozenset({"npadvmod", "advmod", "prep", "prt", "dative"})
_IN_PHRASE = frozenset({"DET", "ADJ", "ADV", "ADP", "PART", "CCONJ"})
_IN_SUBJECT = frozenset({"DET", "ADJ", "ADV", "ADP", "PART", "NOUN", "PROPN", "PRON", "NUM", "AUX"})
_FARTHEST_THAT = 12
_TURNS = frozenset({"but", "although", "though", "while", "and"})
_PAUSES = frozenset({",", ".", "?", "!", ";"})
_MARKS = frozenset("\"“”„«»'‘’`") | frozenset({"''", "``"})
_NOMINATIVE = frozenset({"he", "she", "it", "they", "i", "we", "there"})
_ADDRESSED = frozenset({"me", "us", "him", "her", "them", "the", "a"})
_AUDIENCE = frozenset({"reporters", "journalists", "newsmen", "correspondents"})
_ASIDES = frozenset({"however", "though", "meanwhile", "too", "therefore", "instead", "also", "nevertheless"})
_LONGEST_SUBJECT = 30


def of_verb(verb: Token, sentence: Range, source: Token | None) -> tuple[Range, ...]:
    """The parts of the clause that a verb reports; empty where it reports none."""
    low, high = _reporting_clause(verb, sentence, source)
    clause = _complement(verb, sentence)
    if clause is None:
        return _by_order(verb, low, high, sentence)
    start, end = max(clause.left_edge.i, sentence[0]), min(clause.right_edge.i + 1, sentence[1])
    if start > verb.i:
        first = _opening(verb, clause, max(start, high), high)
        end = _resumed(verb, first, min(max(end, verb.right_edge.i + 1), sentence[1]))
        if first == high and verb.doc[first].tag_ in _FINITE and _is_pause(verb.doc, low - 1, sentence):
            return (sentence[0], low), (first, end)
        return ((first, end),)
    begin = sentence[0] if _is_comment(verb.doc, low, high, sentence) else start
    if end > high + 1:
        return (begin, low), (high, _resumed(verb, high, sentence[1]))
    return ((begin, low),)


def _opening(verb: Token, clause: Token, start: int, high: int) -> int:
    """Where a reported clause opens: with `that`, with the subject that a parser left outside, behind an addressee."""
    doc = verb.doc
    mark = next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ == "that"), None)
    if mark is not None and start < mark.i <= start + _FARTHEST_THAT:
        return mark.i
    if doc[start].tag_ in _FINITE or (clause.tag_ == "VB" and mark is None):
        return high
    if _addresses(verb) and start == high and _is_addressee(doc, start):
        return start + 1
    return start


def _is_pause(doc: Doc, at: int, sentence: Range) -> bool:
    return at > sentence[0] and doc[at].text == ","


def comment(verb: Token, sentence: Range) -> Token | None:
    """The subject of a reporting clause that commas part from what it reports: `The plan, X said, is dead.`"""
    doc = verb.doc
    if verb.tag_ == "VBG" or not _rests(doc, verb.i + 1, sentence[1]):
        return None
    i = verb.i - 1
    if (verb.tag_ == "VB" and doc[i].pos_ not in {"NOUN", "PROPN"}) or (verb.tag_ == "VBN" and doc[i].pos_ != "AUX"):
        return None
    while i > sentence[0] and doc[i].pos_ in {"AUX", "ADV"}:
        i -= 1
    last = i
    while last > sentence[0] and doc[last].text == ")":
        last = next((j - 1 for j in range(last, sentence[0], -1) if doc[j].text == "("), sentence[0])
    i = last
    while i > sentence[0] and _in_subject(doc, i):
        i -= 1
    if doc[last].pos_ not in {"NOUN", "PROPN", "PRON"} or i == last:
        return None
    if doc[i].lower_ == "as" and (i == sentence[0] or doc[i - 1].text == ","):
        return doc[last]
    if doc[i].text != ",":
        return None
    pause = next((j for j in range(verb.i + 1, sentence[1]) if doc[j].text in _PAUSES), sentence[1])
    parenthetic = pause < sentence[1] - 1 and doc[pause].text == ","
    return doc[last] if i > sentence[0] and (parenthetic or _has_finite(doc, sentence[0], i)) else None


def _in_subject(doc: Doc, i: int) -> bool:
    """True for words of a subject: nouns and what goes with them, `Kurdish-led` and `X and Y` too."""
    token = doc[i]
    if token.lower_ == "as":
        return False
    return token.pos_ in _IN_SUBJECT or token.text == "-" or doc[i - 1].text == "-" or token.lower_ == "and"


def around(verb: Token, sentence: Range) -> tuple[Range, ...]:
    """What stands before and behind a comment clause and its adverbials."""
    doc = verb.doc
    low, high = verb.i, verb.i + 1
    while low > sentence[0] and doc[low - 1].text != ",":
        low -= 1
    while high < sentence[1] and doc[high].text not in _PAUSES:
        high += 1
    going_on = high < sentence[1] - 2 and doc[high].text == ","
    if going_on and not (doc[high + 1].tag_ == "VBG" and cues.of_verb(doc[high + 1]) is not None):
        return (sentence[0], low), (high, _resumed(verb, high + 1, sentence[1]))
    return ((sentence[0], low),)


def _rests(doc: Doc, start: int, end: int) -> bool:
    """True where a pause or the sentence's end follows, with at most an adverbial before it: `said on Friday.`"""
    for i in range(start, end):
        token = doc[i]
        if token.text in _PAUSES:
            return True
        if token.pos_ in {"VERB", "AUX", "SCONJ"} or token.lower_ == "that" or token.text in _MARKS:
            return False
        if i == start and token.pos_ not in {"ADP", "ADV", "PROPN", "NOUN"} and token.lower_ not in _ADDRESSED:
            return False
    return True


def infinitive(verb: Token) -> Token | None:
    """The infinitive with `to` that is the complement of a verb, by the tree or right behind the verb."""
    for child in verb.rights:
        if child.dep_ in _CLAUSAL and _is_infinitive(child):
            return child
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    return following.head if following.tag_ == "TO" and following.head.i > following.i else None


def _is_infinitive(clause: Token) -> bool:
    return any(child.tag_ == "TO" for child in clause.lefts)


def _complement(verb: Token, sentence: Range) -> Token | None:
    """The finite clause that is the complement of a verb by the tree, rather after than before it."""
    left = None
    for child in verb.children:
        if not sentence[0] <= child.i < sentence[1]:
            continue
        if child.dep_ == "ccomp" and not _is_infinitive(child):
            if child.i > verb.i:
                return child
            left = child
        elif child.i > verb.i and child.dep_ in _CLAUSAL and _has_complementizer(child):
            return child
    return left


def _has_complementizer(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in {"that", "whether"} for child in clause.lefts)


def _reporting_clause(verb: Token, sentence: Range, source: Token | None) -> Range:
    """The tokens of `X said` or `said X`, auxiliaries and adverbs between them included."""
    low, high = verb.i, verb.i + 1
    if source is not None and sentence[0] <= source.i < sentence[1]:
        left, right = max(source.left_edge.i, sentence[0]), min(source.right_edge.i + 1, sentence[1])
        if source.i < verb.i <= source.i + _LONGEST_SUBJECT:
            low = left
        elif source.head.i == verb.i and source.i > verb.i:
            high = right
    return low, high


def _is_comment(doc: Doc, low: int, high: int, sentence: Range) -> bool:
    """True where commas set a reporting clause off from what is reported: `..., X said, ...`."""
    return (
        low > sentence[0]
        and doc[low - 1].text in {",", "”", '"', "''"}
        and (high >= sentence[1] or doc[high].text in {",", ".", "?", "!", ";"} or doc[high].is_punct)
    )


def _by_order(verb: Token, low: int, high: int, sentence: Range) -> tuple[Range, ...]:
    """The reported clause by the order of words, where the tree has none."""
    doc = verb.doc
    if low == high - 1 and verb.tag_ in {"VB", "VBN"}:
        return ()
    if _is_comment(doc, low, high, sentence) and _has_finite(doc, sentence[0], low):
        if high < sentence[1] - 1 and doc[high].text == ",":
            return (sentence[0], low), (high, _resumed(verb, high + 1, sentence[1]))
        return ((sentence[0], low),)
    return after(verb, high, sentence[1])


def after(verb: Token, start: int, end: int) -> tuple[Range, ...]:
    """A clause that follows its verb, told by `that`, by a wh-word, or by its subject before a finite verb."""
    doc = verb.doc
    first = _clause_start(doc, start, end)
    if first < 0:
        while start < end - 1 and doc[start].dep_ in _BETWEEN and doc[start].head.i == verb.i:
            start = doc[start].right_edge.i + 1
        if start >= end - 2 or doc[start].lower_ in _NO_CLAUSE or doc[start].is_punct:
            return ()
        wh = doc[start].lower_ in _WH and _has_finite(doc, start + 1, end)
        if not wh and not _subject_and_verb(doc, start, end) and not _says_anything(verb):
            return ()
        first = start
    return ((first, _resumed(verb, first, end)),)


def _clause_start(doc: Doc, start: int, end: int) -> int:
    """Where `that` or a nominative pronoun opens a clause behind an addressee, a time or a place; else -1."""
    for i in range(start, min(end - 2, start + _FARTHEST_THAT)):
        token = doc[i]
        if token.lower_ == "that" and (
            (token.tag_ == "IN" and (i == start or _has_finite(doc, i + 1, end)))
            or _subject_and_verb(doc, i + 1, end, relative=True)
        ):
            return i
        if token.lower_ in _NOMINATIVE and _has_finite(doc, i + 1, min(end, i + 4)):
            return i
        if token.text == "," and i + 2 < end and doc[i + 1].lower_ in _ASIDES and doc[i + 2].text == ",":
            continue
        if token.text == "," and doc[i - 1].lower_ in _ASIDES:
            continue
        if (
            token.tag_ in _FINITE
            or token.tag_ == "TO"
            or token.text in _PAUSES
            or (token.lower_ in _WH and token.lower_ != "that")
        ):
            return -1
    return -1


def _addresses(verb: Token) -> bool:
    cue = cues.of_verb(verb)
    return cue is not None and "object-to" in cue.frames


def _is_addressee(doc: Doc, at: int) -> bool:
    """True for a bare plural before another noun phrase: `told reporters the plan ...`."""
    if doc[at].tag_ != "NNS" or at + 1 >= len(doc):
        return False
    return doc[at].lower_ in _AUDIENCE or doc[at + 1].pos_ in {"PROPN", "PRON", "DET"}


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
        if token.tag_ in _FINITE:
            return nominal and (relative or token.dep_ not in {"relcl", "acl"})
        if token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            nominal = True
        elif token.pos_ not in _IN_PHRASE and not (token.tag_ == "VB" and doc[i - 1].tag_ == "TO"):
            return False
    return False


def _has_finite(doc: Doc, start: int, end: int) -> bool:
    return any(doc[i].tag_ in _FINITE for i in range(start, end))


def _behind_comma(doc: Doc, i: int) -> bool:
    """True where a comma, perhaps within closing quotation marks, stands before a token."""
    return doc[i - 1].text == "," or (doc[i - 1].text in _MARKS and doc[i - 2].text == ",")


def _speaks(doc: Doc, start: int, end: int) -> bool:
    """True where a noun phrase and a verb of saying open a range: `..., X said`."""
    nominal = False
    for i in range(start, min(end, start + _FARTHEST_THAT)):
        token = doc[i]
        if token.tag_ in _FINITE and token.pos_ != "AUX":
            cue = cues.of_verb(token)
            return (
                nominal and cue is not None and "quote" in cue.frames and doc[i - 1].text not in {",", "who", "which"}
            )
        if token.pos_ in {"NOUN", "PROPN", "PRON"}:
            nominal = True
        elif token.pos_ not in _IN_PHRASE and token.pos_ != "AUX":
            return False
    return False


def _resumed(verb: Token, start: int, end: int) -> int:
    """Where reported speech ends: before the reporter takes the word again.

    That is at `, saying ...`, at `and warned ...`, at a semicolon, or at a comma with a conjunction and a new subject.
    """
    doc = verb.doc
    for i in range(start + 2, end - 2):
        token = doc[i]
        if token.text == ";" or (token.text == "," and _speaks(doc, i + 1, end)):
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
