"""Attributions by the frames of their cues: `X says that`, `X promised to`, `X attacked Y`, `according to X`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.language import tree
from generator.language.layout import Layout
from generator.language.marks import AttributionFrame
from generator.language.speech import comments, cues, nominals, reported, sources, word_order
from generator.language.speech.cues import Cue, Kind

Range = tuple[int, int]

_HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve", "'d", "’d", "'s", "’s"})
_OBJECTS = frozenset({"dobj", "dative", "oprd"})
_EMBEDDED = frozenset({"relcl", "ccomp", "pcomp", "csubj", "nsubj"})
_GERUNDS = frozenset({"xcomp", "ccomp", "pcomp", "advcl"})
_ADDED = frozenset({"as", "for", "of", "with", "against", "to", "over", "from", "into"})
_CAPITALS = 0.7
"""The share of words with a capital from which on a sentence is a headline."""
_AFTER_VERB = frozenset({"DET", "PROPN", "PRON", "SCONJ", "ADP"})
_SMALL = frozenset({"oprd", "acomp", "xcomp"})
_SAID_OF = frozenset({"as", "for", "of", "a", "an", "to", "ahead", "behind"})
_QUOTES = frozenset('"“”') | frozenset({"''", "``"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOT = frozenset({"not", "never"})
_PAUSES = frozenset({",", ".", ";", ":", "?", "!", "-", "–", "—", "--", "―"})
_RELATIVE = frozenset({"which", "who", "where", "when", "while", "after", "before", "as"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """An attribution found by a frame; ranges in tokens, `source` the head of the source or -1."""

    cue: int
    source: int
    content: tuple[Range, ...]
    frame: AttributionFrame
    kind: Kind


def find(doc: Doc, layout: Layout, usable: tuple[bool, ...]) -> Iterator[Framed]:
    """All attributions by frames, in text order of their cues; none from tokens that are not usable."""
    for start, end in layout.sentences:
        if usable[start]:
            for token in doc[start:end]:
                found = _of_token(token, (start, end))
                if found is not None:
                    yield found


def _of_token(token: Token, sentence: Range) -> Framed | None:
    if token.lower_ == "according":
        return _according(token, sentence)
    if (cue := cues.of_verb(token)) is not None:
        found = _of_verb(token, cue, sentence)
        if found is not None:
            return found
    if (misread := _misread(token, sentence)) is not None:
        return misread
    nominal = nominals.of_noun(token, sentence) or nominals.of_adjective(token, sentence)
    if nominal is None:
        return None
    source, content = nominal
    return _framed(token, source, (content,), "noun", "speech" if token.pos_ == "NOUN" else "belief")


def _misread(token: Token, sentence: Range) -> Framed | None:
    """A verb in -s that a tagger has read as a plural, in a clause without another verb: `The poll shows that ...`."""
    doc, start = token.doc, token.i + 1
    if token.i == sentence[0] or start >= sentence[1] - 1:
        return None
    if token.tag_ != "NNS" and not (token.tag_ in {"NNP", "NNPS"} and _is_title_case(doc, sentence)):
        return None
    cue, before = cues.of_form(token), doc[token.i - 1]
    if cue is None or before.tag_ not in {"NN", "NNP", "NNPS", "NNS"} or doc[start].pos_ not in _AFTER_VERB:
        return None
    if any(doc[i].tag_ in _FINITE for i in range(sentence[0], token.i)):
        return None
    source = sources.before(token, sentence[0])
    if "clause" in cue.frames and (clause := word_order.after(token, start, sentence[1])):
        return _framed(token, source, clause, "clause", cue.frames["clause"])
    end = next((i for i in range(start, sentence[1]) if doc[i].text in _PAUSES), sentence[1])
    if "object" in cue.frames and doc[start].pos_ in {"DET", "PROPN"}:
        return _framed(token, source, ((start, end),), "object", cue.frames["object"])
    if doc[start].lower_ in cue.prepositions:
        return _framed(token, source, ((start + 1, end),), "prep", cue.prepositions[doc[start].lower_])
    return None


def _is_title_case(doc: Doc, sentence: Range) -> bool:
    """True for a headline in capitals, where taggers take verbs for names."""
    words = [doc[i] for i in range(*sentence) if doc[i].is_alpha]
    return sum(word.text[0].isupper() for word in words) >= _CAPITALS * len(words)


def _of_verb(verb: Token, cue: Cue, sentence: Range) -> Framed | None:
    subject = comments.subject(verb, sentence) if {"clause", "quote"} <= cue.frames.keys() else None
    if subject is not None:
        content = comments.around(verb, sentence)
        return _framed(verb, subject, content, "clause", cue.frames["clause"])
    passive = is_passive(verb)
    source = sources.of_verb(verb, sentence[0])
    for frame, kind, pieces in _contents(verb, cue, sentence, source=source, passive=passive):
        if found := _framed(verb, source, pieces, frame, kind):
            return found
    return None


def _framed(
    verb: Token, source: Token | None, content: Iterable[Range], frame: AttributionFrame, kind: Kind
) -> Framed | None:
    """The attribution of its parts; nothing that stands before "who" is what "who" says."""
    pieces = tuple(
        _without_stop(verb.doc, *sources.trimmed(verb.doc, *piece)) for piece in content if piece[0] < piece[1]
    )
    relative = source is not None and source.lower_ in sources.RELATIVE
    if not pieces or (relative and source is not None and min(pieces)[0] < source.i):
        return None
    return Framed(cue=verb.i, source=-1 if source is None else source.i, content=pieces, frame=frame, kind=kind)


def _without_stop(doc: Doc, start: int, end: int) -> Range:
    """A range without the full stop that ends its sentence; one inside closing quotation marks stays."""
    return (start, end - 1) if end - 1 > start and doc[end - 1].text == "." else (start, end)


def is_passive(verb: Token) -> bool:
    """True where a verb is passive by the tree, or a bare participle behind its noun."""
    if tree.passive(verb):
        return True
    if verb.tag_ != "VBN" or verb.dep_ not in {"acl", "amod"}:
        return False
    i = verb.i - 1
    while i > 0 and verb.doc[i].pos_ == "ADV":
        i -= 1
    return verb.doc[i].lower_ not in _HAVE


def _contents(
    verb: Token, cue: Cue, sentence: Range, *, source: Token | None, passive: bool
) -> Iterator[tuple[AttributionFrame, Kind, tuple[Range, ...]]]:
    """What the frames of a cue make its content, the best frame first."""
    frames = cue.frames
    if "clause" in frames and (clauses := reported.of_verb(verb, sentence, source)):
        yield "clause", frames["clause"], clauses
    infinitive = reported.infinitive(verb)
    if "infinitive" in frames and not passive and infinitive is not None:
        yield "infinitive", frames["infinitive"], (_uncut(verb, infinitive, sentence),)
    if passive:
        if verb.dep_ == "acl" and not tree.agents(verb):
            yield from _of_prepositions(verb, cue, sentence)
        yield from _of_passive(verb, cue, infinitive, sentence)
        return
    obj = next((child for child in verb.rights if child.dep_ in _OBJECTS), None)
    if obj is not None and "object-to" in frames and infinitive is not None:
        yield "object-to", frames["object-to"], (_clipped((obj.left_edge.i, infinitive.right_edge.i + 1), sentence),)
    if obj is not None and "object-as" in frames and any(child.lower_ == "as" for child in verb.rights):
        yield "object", frames["object-as"], (_object(verb, obj, sentence),)
    if "object" in frames:
        if obj is None:
            obj = next((child for child in verb.rights if child.tag_ == "VBG" and child.dep_ in _GERUNDS), None)
        if obj is not None:
            yield "object", frames["object"], (_object(verb, obj, sentence),)
    yield from _of_prepositions(verb, cue, sentence)
    if "object" in frames and obj is None and (fronted := _fronted(verb, sentence)) is not None:
        yield "object", frames["object"], fronted


def _of_prepositions(
    verb: Token, cue: Cue, sentence: Range
) -> Iterator[tuple[AttributionFrame, Kind, tuple[Range, ...]]]:
    """`called for X`, `called on X to ...`, `spoke about X`."""
    for child in verb.rights:
        if child.dep_ in {"prep", "prt", "agent"} and child.lower_ in cue.prepositions:
            complement = next((inner for inner in child.children if inner.dep_ in {"pobj", "pcomp"}), None)
            if complement is not None:
                start, end = _object(verb, complement, sentence)
                infinitive = reported.infinitive(verb)
                if infinitive is not None and infinitive.i > complement.i:
                    end = _clipped(tree.reach(infinitive), sentence)[1]
                yield "prep", cue.prepositions[child.lower_], ((start, end),)


def _fronted(verb: Token, sentence: Range) -> tuple[Range, ...] | None:
    """An object that stands before its verb: `what X called a ...`, `an act that X described as ...`."""
    subjects = tree.grammatical_subjects(verb)
    if verb.dep_ not in _EMBEDDED or any(subject.lower_ in sources.RELATIVE for subject in subjects):
        return None
    front = next((child for child in verb.lefts if child.dep_ in {"dobj", "pobj"}), None)
    if front is None and verb.dep_ == "relcl":
        front = verb.head
    if front is None or front.i > verb.i:
        return None
    if front.lower_ in {"that", "which", "whom"} and verb.dep_ == "relcl":
        start, end = max(verb.head.left_edge.i, sentence[0]), verb.head.i + 1
    else:
        start, end = front.left_edge.i, front.i + 1
    rest = [child for child in verb.rights if _is_added(child) or child.dep_ in _SMALL]
    return (start, end), *(_clipped(tree.reach(child), sentence) for child in rest)


def _of_passive(
    verb: Token, cue: Cue, infinitive: Token | None, sentence: Range
) -> Iterator[tuple[AttributionFrame, Kind, tuple[Range, ...]]]:
    """`X is expected to ...`, `X was criticized for ...`: the subject is the first part of the content."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass" and not child.is_space), None)
    kind = next((cue.frames[frame] for frame in ("passive-to", "object", "object-to") if frame in cue.frames), None)
    if subject is None or kind is None:
        return
    rest = [infinitive] if infinitive is not None else []
    if "object" in cue.frames:
        rest.extend(child for child in verb.rights if child.dep_ in {"oprd", "dobj"} or _is_added(child))
    if rest or "object" in cue.frames:
        by = sources.late_by(verb)
        within = sentence if by is None else (sentence[0], by.i)
        parts = (_clipped(tree.reach(part), within) for part in (subject, *rest))
        yield "passive", kind, tuple(part for part in parts if part[0] < part[1])


def _uncut(verb: Token, infinitive: Token, sentence: Range) -> Range:
    """An infinitive up to a participle behind a pause; one that a conjunction ends goes on to the next pause."""
    doc, (start, end) = verb.doc, _clipped(tree.reach(infinitive), sentence)
    start = next((i for i in range(verb.i + 1, infinitive.i) if doc[i].tag_ == "TO"), start)
    start -= start - 1 > verb.i and doc[start - 1].lower_ in _NOT
    for i in range(infinitive.i + 1, end - 1):
        if doc[i].text in _PAUSES and doc[i + 1].tag_ == "VBG":
            return start, i
    while end < sentence[1] - 1 and doc[end].text == "," and doc[end + 1].tag_ == "VB":
        end = next((i for i in range(end + 1, sentence[1]) if doc[i].text in _PAUSES), sentence[1])
    if doc[end - 1].pos_ == "CCONJ":
        end = next((i for i in range(end, sentence[1]) if doc[i].text in _PAUSES), sentence[1])
    return start, end


def _clipped(span: Range, sentence: Range) -> Range:
    return max(span[0], sentence[0]), min(span[1], sentence[1])


def _is_added(child: Token) -> bool:
    return child.dep_ == "prep" and child.lower_ in _ADDED


def _object(verb: Token, obj: Token, sentence: Range) -> Range:
    """An object with what says how it is seen (`X as ...`, `X a liar`), without what is only added to it."""
    doc, start, end = verb.doc, obj.left_edge.i, obj.right_edge.i + 1
    for child in verb.rights:
        if child.i > obj.i and (_is_added(child) or child.dep_ in _SMALL):
            end = max(end, child.right_edge.i + 1)
    start, end = _clipped((start, end), sentence)
    for i in range(obj.i + 1, end - 1):
        if doc[i].text in _PAUSES and (doc[i + 1].tag_ == "VBG" or doc[i + 1].lower_ in _RELATIVE):
            return start, i
    return start, _prolonged(verb, end, sentence[1])


def _prolonged(verb: Token, end: int, high: int) -> int:
    """Where an object ends that the tree has cut short: behind what is said of it, `a ...`, `"..."`, `for ...`."""
    doc = verb.doc
    if end >= high or doc[end - 1].text in _PAUSES:
        return end
    if not (doc[end].lower_ in _SAID_OF or doc[end].text in _QUOTES or doc[end].tag_ == "VBG"):
        return end
    quoted = False
    for i in range(end, high):
        if doc[i].text in _QUOTES:
            quoted = not quoted
        elif (
            not quoted and i > end and (doc[i].text in _PAUSES or doc[i].lower_ in _RELATIVE or doc[i].tag_ in _FINITE)
        ):
            return i
    return high


def _according(token: Token, sentence: Range) -> Framed | None:
    """`according to X`: the content is the rest of the sentence, or what stands before it."""
    doc, (start, end) = token.doc, sentence
    if token.i + 2 >= end or doc[token.i + 1].lower_ != "to":
        return None
    source = next((inner for inner in doc[token.i + 1].children if inner.dep_ == "pobj"), doc[token.i + 2])
    close = min(source.right_edge.i + 1, end)
    content = [piece for piece in ((start, token.i), (close, end)) if piece[1] - piece[0] > 1]
    return _framed(token, source, content, "according", "speech")
