"""Who speaks a quotation: the cue beside it, or the speaker that it is carried over from.

The places of a cue are the newswire's: `"...," X said`, `X said: "..."`, `"...," said X, "..."`, and quotations that
stand alone after one of these (Elson and McKeown 2010; Pareti et al. 2013).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.language import tree
from generator.language.speech import cues, sources
from generator.language.speech.quotations import Quotation

_STOPS = frozenset({".", "?", "!", ";"})
_DASHES = frozenset({"―", "—", "–", "-", "--"})
_MARKS = frozenset("\"“”„«»'‘’`") | frozenset({"''", "``", "‘‘", "’’"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CUE_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM", "ADV"})
_PASSING_ON = frozenset({"quoted", "quotes", "cited", "cites"})
_FARTHEST = 40
_LONGEST_NAME = 8
_SHORTEST_SENTENCE = 2


@dataclass(slots=True, kw_only=True)
class Turn:
    """What one speaker says under one cue; `cue` and `source` (its head) are -1 where none is told.

    Later quotations may join `content`, hence no frozen record; it never leaves the room.
    """

    cue: int
    source: int
    limit: tuple[int, int]
    content: list[tuple[int, int]]


def of_quotations(doc: Doc, bounds: tuple[tuple[int, int], ...], quoted: tuple[Quotation, ...]) -> list[Turn]:
    """The turns of the speakers, in text order."""
    found: list[Turn] = []
    waiting: list[tuple[int, int]] = []
    current: Turn | None = None
    carries = False
    position = 0
    for start, end in bounds:
        inside = []
        while position < len(quoted) and quoted[position].start < end:
            inside.append(quoted[position])
            position += 1
        announced = carries and current is not None and not current.content
        if current is not None and announced and (not inside or inside[0].start > start):
            current.content.append((start, end))
            found.append(current)
            current, carries, waiting = None, False, []
            continue
        if not inside:
            current = _introduced(doc, start, end)
            carries, waiting = current is not None, []
            continue
        whole = all(doc[i].is_punct or any(q.start <= i < q.end for q in inside) for i in range(start, end))
        heir = current if carries or whole else None
        current = None
        for number, quotation in enumerate(inside):
            low = inside[number - 1].end if number else start
            high = inside[number + 1].start if number + 1 < len(inside) else end
            turn = _of_quotation(doc, quotation, (low, high), heir)
            if turn is None:
                if quotation.unclosed and quotation.start == start:
                    waiting.append((quotation.start, quotation.end))
                continue
            if waiting and quotation.start == start:
                turn.content[:0] = waiting
            waiting = []
            if turn is not heir or not any(turn is known for known in found):
                found.append(turn)
            heir = current = turn
        carries = inside[-1].unclosed
    return [turn for turn in found if turn.content]


def _of_quotation(doc: Doc, quotation: Quotation, room: tuple[int, int], heir: Turn | None) -> Turn | None:
    """The turn that a quotation belongs to; `room` is what stands around it up to its neighbours."""
    own = (quotation.start, quotation.end)
    opening = _sentence_start(doc, quotation.start, room[0])
    starts_sentence = opening == quotation.start
    before = _cue_before(doc, quotation, opening)
    if (
        heir is not None
        and room[0] <= heir.cue < quotation.start
        and ((before is not None and before.i == heir.cue) or _is_joined(doc, quotation.start, heir.cue))
    ):
        heir.content.append(own)
        return heir
    if before is not None and before.i == quotation.start - 1 and _runs_on(doc, quotation, room[1]):
        return None
    after = _cue_after(doc, quotation, room[1], starts_sentence=starts_sentence)
    if before is not None and (after is None or before.i >= quotation.start - 2):
        source = sources.of_verb(before, opening)
        return _turn(before.i, source, (opening, quotation.start), own)
    if after is not None:
        if not starts_sentence and not _continues_clause(doc, opening, quotation):
            return None
        limit = (quotation.end, _stop_after(doc, quotation.end, room[1]))
        source = _source_after(doc, after, limit)
        end = after.i if source is None else min(after.i, max(source.left_edge.i, quotation.end))
        end = end if end > quotation.end + 1 and doc[end - 1].text == "," else quotation.end
        return _turn(after.i, source, limit, (opening, end))
    if not starts_sentence:
        return None
    if (named := _signed(doc, quotation.end, room[1])) is not None:
        named.content.append(own)
        return named
    if heir is not None and _is_sentence(doc, quotation) and (quotation.unclosed or _tail(doc, quotation).is_punct):
        heir.content.append(own)
        return heir
    return None


def _is_joined(doc: Doc, at: int, cue: int) -> bool:
    """True where a conjunction behind the cue joins a quotation to the one before: `..., he said, and "..."`."""
    return any(doc[i].lower_ in {"and", "but"} for i in range(max(cue + 1, at - 2), at))


def _runs_on(doc: Doc, quotation: Quotation, high: int) -> bool:
    """True where a quotation is but the beginning of what is said: `said "budget cuts" would follow`."""
    return quotation.end < high and not doc[quotation.end].is_punct and not _tail(doc, quotation).is_punct


def _continues_clause(doc: Doc, opening: int, quotation: Quotation) -> bool:
    """True where a quotation ends a clause that begins before it and is nobody else's report."""
    if any(doc[i].tag_ in _FINITE and cues.of_verb(doc[i]) for i in range(opening, quotation.start)):
        return False
    return any(doc[i].tag_ in _FINITE for i in range(opening, quotation.end))


def _turn(cue: int, source: Token | None, limit: tuple[int, int], content: tuple[int, int]) -> Turn:
    return Turn(cue=cue, source=-1 if source is None else source.i, limit=limit, content=[content])


def _sentence_start(doc: Doc, at: int, low: int) -> int:
    """Where the sentence begins that a token stands in, not before `low`."""
    i = at
    while i > low and doc[i - 1].text not in _STOPS and not doc[i - 1].is_space:
        i -= 1
    while i < at and (doc[i].text == "," or doc[i].is_space):
        i += 1
    return i


def _stop_after(doc: Doc, at: int, high: int) -> int:
    i = at
    while i < high and doc[i].text not in _STOPS:
        i += 1
    return i


def _is_sentence(doc: Doc, quotation: Quotation) -> bool:
    """True where a quotation is whole sentences by its edges: a capital, and an end within the marks."""
    first = next((i for i in range(quotation.start, quotation.end) if doc[i].text not in _MARKS), quotation.start)
    opens = doc[first].text[:1].isupper() or doc[first].text in {"…", "...", "["}
    return opens and quotation.end - first > _SHORTEST_SENTENCE


def _tail(doc: Doc, quotation: Quotation) -> Token:
    """The last token within the marks."""
    i = quotation.end - 1
    while i > quotation.start and doc[i].text in _MARKS:
        i -= 1
    return doc[i]


def _cue_before(doc: Doc, quotation: Quotation, low: int) -> Token | None:
    """The cue of `X said, "..."`, `X said: "..."`, `X told Y on Friday: "..."`, `X said "..."`."""
    at = quotation.start - 1
    if at < low:
        return None
    if doc[at].text not in {",", ":"}:
        return doc[at] if _quotes(doc[at]) else None
    for i in range(at - 1, max(low - 1, at - _FARTHEST), -1):
        if _quotes(doc[i]) or (doc[i].tag_ == "VBG" and "quote" in _frames(doc[i])):
            return doc[i]
        if doc[i].text in {":", ")"} or (doc[i].tag_ in _FINITE and doc[at].text == ","):
            return None
    return None


def _cue_after(doc: Doc, quotation: Quotation, high: int, *, starts_sentence: bool) -> Token | None:
    """The cue of `"...," X said` and `"...," said X`."""
    start = quotation.end
    end = _stop_after(doc, start, min(high, start + _FARTHEST))
    if start >= end:
        return None
    tail = _tail(doc, quotation)
    comma = doc[start].text == ","
    first = doc[start + 1] if comma and start + 1 < end else doc[start]
    if tail.text == "." and not (_quotes(first) or first.is_lower):
        return None
    if not tail.is_punct and not comma and not starts_sentence:
        return None
    for i in range(start, end):
        token = doc[i]
        if token.lower_ in _PASSING_ON:
            return next((doc[j] for j in range(i + 2, end) if doc[j].tag_ == "VBG" and doc[j - 1].lower_ == "as"), None)
        relative = token.dep_ in {"relcl", "acl"} and doc[i - 1].lower_ in {"who", "that", "which"}
        if _quotes(token) and not relative:
            return token
        if token.tag_ in _FINITE and not relative and token.dep_ not in {"relcl", "acl", "aux", "auxpass"}:
            return None
    return None


def _quotes(token: Token) -> bool:
    """True for a verb that introduces quotations; also for one read as a plural: `the letter reads:`."""
    if token.tag_ == "NNS" and token.i + 1 < len(token.doc) and token.doc[token.i + 1].is_punct:
        cue = cues.of_form(token)
        return cue is not None and "quote" in cue.frames
    return token.tag_ in _CUE_TAGS and "quote" in _frames(token)


def _frames(token: Token) -> frozenset[str]:
    cue = cues.of_verb(token)
    return frozenset() if cue is None else frozenset(cue.frames)


def _source_after(doc: Doc, cue: Token, limit: tuple[int, int]) -> Token | None:
    """The source in what follows a quotation: the subject by the tree, else the nearest noun by order."""
    if (passed_on := sources.relayed(cue, limit[0])) is not None:
        return passed_on[0]
    for subject in tree.grammatical_subjects(cue):
        if limit[0] <= subject.i < limit[1] and not (subject.is_space or subject.is_punct):
            return subject
    before = sources.before(cue, limit[0])
    if before is not None:
        return before
    head = None
    for i in range(cue.i + 1, limit[1]):
        if doc[i].pos_ not in _IN_PHRASE:
            break
        if doc[i].pos_ in _NOMINAL:
            head = doc[i]
    return head


def _introduced(doc: Doc, start: int, end: int) -> Turn | None:
    """The turn that a paragraph without quotations announces: `The mayor wrote:`."""
    if doc[end - 1].text != ":":
        return None
    opening = _sentence_start(doc, end - 1, start)
    for i in range(end - 1, opening - 1, -1):
        if _quotes(doc[i]) or (i == end - 2 and doc[i].tag_ == "VBG" and "quote" in _frames(doc[i])):
            return Turn(cue=i, source=_index(sources.of_verb(doc[i], opening)), limit=(opening, end), content=[])
    return None


def _index(token: Token | None) -> int:
    return -1 if token is None else token.i


def _signed(doc: Doc, start: int, end: int) -> Turn | None:
    """The turn of a quotation that a dash and a name sign: `"..." — Jane Roe`."""
    dash = start - 1 if doc[start - 1].text[-1:] in _DASHES else start
    if not (dash + 1 < end <= dash + 1 + _LONGEST_NAME and doc[dash].text[-1:] in _DASHES):
        return None
    names = [i for i in range(dash + 1, end) if doc[i].pos_ == "PROPN"]
    return Turn(cue=dash, source=names[-1], limit=(dash + 1, end), content=[]) if names else None
