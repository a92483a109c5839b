"""Attributions by the frames of their cues: `X says that`, `X promised to`, `X attacked Y`, `according to X`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.language import cues, reported, sources, tree
from generator.language.cues import Cue, Kind
from generator.language.layout import Layout

Range = tuple[int, int]

_ADDED = frozenset({"as", "for", "of", "with", "against", "to", "over", "from", "into"})
_SMALL = frozenset({"oprd", "acomp", "xcomp"})
_PAUSES = frozenset({",", "-", "–", "—", "--", "―"})
_RELATIVE = frozenset({"which", "who", "where", "when", "while", "after", "before", "as"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """An attribution found by a frame; ranges in tokens, `source` the head of the source or -1."""

    cue: int
    source: int
    content: tuple[Range, ...]
    frame: str
    kind: Kind


def find(doc: Doc, layout: Layout, usable: tuple[bool, ...]) -> Iterator[Framed]:
    """All attributions by frames, in text order of their cues; none from tokens that are not usable."""
    for start, end in layout.sentences:
        if usable[start]:
            for token in doc[start:end]:
                if token.lower_ == "according":
                    yield from _according(token, (start, end))
                elif (cue := cues.of_verb(token)) is not None:
                    framed = _of_verb(token, cue, (start, end))
                    if framed is not None:
                        yield framed


def _of_verb(verb: Token, cue: Cue, sentence: Range) -> Framed | None:
    passive = tree.passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    source = sources.of_verb(verb)
    for frame, kind, content in _contents(verb, cue, sentence, source=source, passive=passive):
        pieces = tuple(sources.trimmed(verb.doc, start, end) for start, end in content if start < end)
        if pieces:
            index = -1 if source is None else source.i
            return Framed(cue=verb.i, source=index, content=pieces, frame=frame, kind=kind)
    return None


def _contents(
    verb: Token, cue: Cue, sentence: Range, *, source: Token | None, passive: bool
) -> Iterator[tuple[str, Kind, tuple[Range, ...]]]:
    """What the frames of a cue make its content, the best frame first."""
    frames = cue.frames
    if "clause" in frames and (clauses := reported.of_verb(verb, sentence, source)):
        yield "clause", frames["clause"], clauses
    infinitive = reported.infinitive(verb)
    if "to" in frames and not passive and infinitive is not None:
        yield "to", frames["to"], (_clipped(tree.reach(infinitive), sentence),)
    if passive:
        yield from _of_passive(verb, cue, infinitive, sentence)
        return
    obj = next((child for child in verb.rights if child.dep_ in {"dobj", "dative"}), None)
    if obj is not None and "object-to" in frames and infinitive is not None:
        yield "object-to", frames["object-to"], (_clipped((obj.left_edge.i, infinitive.right_edge.i + 1), sentence),)
    if obj is not None and "object" in frames:
        yield "object", frames["object"], (_object(verb, obj, sentence),)
    for child in verb.rights:
        if child.dep_ in {"prep", "prt", "agent"} and child.lower_ in cue.prepositions:
            complement = next((inner for inner in child.children if inner.dep_ in {"pobj", "pcomp"}), None)
            if complement is not None:
                yield "prep", cue.prepositions[child.lower_], (_object(verb, complement, sentence),)


def _of_passive(
    verb: Token, cue: Cue, infinitive: Token | None, sentence: Range
) -> Iterator[tuple[str, Kind, tuple[Range, ...]]]:
    """`X is expected to ...`, `X was criticized for ...`: the subject is the first part of the content."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    kind = next((cue.frames[frame] for frame in ("passive-to", "object", "object-to") if frame in cue.frames), None)
    if subject is None or kind is None:
        return
    rest = [infinitive] if infinitive is not None else []
    if "object" in cue.frames:
        rest.extend(child for child in verb.rights if child.dep_ == "oprd" or _is_added(child))
    if rest or "object" in cue.frames:
        parts = (_clipped(tree.reach(part), sentence) for part in (subject, *rest))
        yield "passive", kind, tuple(part for part in parts if part[0] < part[1])


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
    return start, end


def _according(token: Token, sentence: Range) -> Iterator[Framed]:
    """`according to X`: the content is the rest of the sentence, or what stands before it."""
    doc, (start, end) = token.doc, sentence
    if token.i + 2 >= end or doc[token.i + 1].lower_ != "to":
        return
    source = next((inner for inner in doc[token.i + 1].children if inner.dep_ == "pobj"), doc[token.i + 2])
    close = min(source.right_edge.i + 1, end)
    opens = token.i - start <= 1
    content: tuple[Range, ...] = ((close, end),) if opens else ((start, token.i), (close, end))
    pieces = tuple(sources.trimmed(doc, *piece) for piece in content if piece[1] - piece[0] > 1)
    if pieces:
        yield Framed(cue=token.i, source=source.i, content=pieces, frame="according", kind="speech")
