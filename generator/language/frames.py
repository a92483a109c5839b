"""Attributions by the frames of their cues: `X says that ...`, `X promised to ...`, `X attacked ...`, `according to X`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from generator.language import cues, sources, tree
from generator.language.cues import Cue, Kind

_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "parataxis", "dep", "acl", "relcl", "conj", "csubj"})
_OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "who", "which", "where", "when"})
_ADDED = frozenset({"as", "for", "of", "with", "against", "to", "over", "from", "into"})
_SMALL = frozenset({"oprd", "acomp", "xcomp", "advcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """An attribution found by a frame; ranges in tokens, `source` the head of the source or -1."""

    cue: int
    source: int
    content: tuple[tuple[int, int], ...]
    frame: str
    kind: Kind
    passive: bool = False


def in_sentence(sent: Span) -> Iterator[Framed]:
    """All attributions whose cues stand in a sentence, in text order."""
    for token in sent:
        if token.lower_ == "according":
            yield from _according(token, sent)
        elif (cue := cues.of_verb(token)) is not None:
            yield from _of_verb(token, cue, sent)


def _of_verb(verb: Token, cue: Cue, sent: Span) -> Iterator[Framed]:
    passive = tree.passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    source = sources.of_verb(verb)
    for frame, kind, content in _contents(verb, cue, sent, passive=passive):
        pieces = tuple(sources.trimmed(sent.doc, start, end) for start, end in content if start < end)
        if pieces:
            yield Framed(
                cue=verb.i,
                source=-1 if source is None else source.i,
                content=pieces,
                frame=frame,
                kind=kind,
                passive=passive,
            )
            return


def _contents(
    verb: Token, cue: Cue, sent: Span, *, passive: bool
) -> Iterator[tuple[str, Kind, tuple[tuple[int, int], ...]]]:
    frames = cue.frames
    if "clause" in frames and (clause := _clause(verb)) is not None:
        yield "clause", frames["clause"], _around(verb, clause, sent)
    if "to" in frames and not passive and (infinitive := _infinitive(verb)) is not None:
        yield "to", frames["to"], (tree.reach(infinitive),)
    if passive:
        subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
        if subject is not None and {"object", "object-to", "passive-to"} & frames.keys():
            infinitive = _infinitive(verb)
            kind = next(frames[frame] for frame in ("object", "object-to", "passive-to") if frame in frames)
            rest = tuple(tree.reach(infinitive) for _ in (1,) if infinitive is not None)
            if rest or "object" in frames:
                yield "passive", kind, (tree.reach(subject), *rest)
        return
    obj = next((child for child in verb.rights if child.dep_ in {"dobj", "dative"}), None)
    if "object-to" in frames and obj is not None and (infinitive := _infinitive(verb)) is not None:
        yield "object-to", frames["object-to"], ((obj.left_edge.i, infinitive.right_edge.i + 1),)
    if "object" in frames and obj is not None:
        yield "object", frames["object"], (_object(verb, obj),)
    for child in verb.rights:
        if child.dep_ in {"prep", "prt", "agent"} and child.lower_ in cue.prepositions:
            complement = next((inner for inner in child.children if inner.dep_ in {"pobj", "pcomp"}), None)
            if complement is not None:
                yield "prep", cue.prepositions[child.lower_], (_object(verb, complement),)


def _clause(verb: Token) -> Token | None:
    """The finite clause that is the complement of a verb."""
    for child in verb.children:
        if child.dep_ == "ccomp" and not _is_infinitive(child):
            return child
    for child in verb.rights:
        if child.dep_ in _CLAUSAL and any(
            inner.dep_ == "mark" and inner.lower_ in {"that", "whether"} for inner in child.children
        ):
            return child
    return None


def _infinitive(verb: Token) -> Token | None:
    """The infinitive with `to` that is the complement of a verb."""
    return next((child for child in verb.rights if child.dep_ in _CLAUSAL and _is_infinitive(child)), None)


def _is_infinitive(clause: Token) -> bool:
    return any(child.tag_ == "TO" for child in clause.lefts) and not any(
        child.dep_ in {"nsubj", "nsubjpass"} and child.i > clause.head.i for child in clause.lefts
    )


def _around(verb: Token, clause: Token, sent: Span) -> tuple[tuple[int, int], ...]:
    """The tokens of a clause that stand on either side of the verb that governs it."""
    start, end = tree.reach(clause)
    start, end = max(start, sent.start), min(end, sent.end)
    if not start <= verb.i < end:
        if end <= verb.i:
            return ((start, end),)
        return ((max(start, verb.i + 1), end),)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    low = min(verb.i, subject.left_edge.i if subject is not None else verb.i)
    high = max(verb.i, subject.right_edge.i if subject is not None else verb.i) + 1
    return (start, low), (high, end)


def _object(verb: Token, obj: Token) -> tuple[int, int]:
    """An object with what says how it is seen: `X as ...`, `X for ...`, `X a liar`."""
    start, end = tree.reach(obj)
    for child in verb.rights:
        if child.i > obj.i and ((child.dep_ == "prep" and child.lower_ in _ADDED) or child.dep_ in _SMALL):
            end = max(end, child.right_edge.i + 1)
    return start, end


def _according(token: Token, sent: Span) -> Iterator[Framed]:
    """`according to X`: the content is the rest of the sentence, or what stands before it."""
    doc = sent.doc
    if token.i + 2 >= sent.end or doc[token.i + 1].lower_ != "to":
        return
    source = next((inner for inner in doc[token.i + 1].children if inner.dep_ == "pobj"), doc[token.i + 2])
    close = min(source.right_edge.i + 1, sent.end)
    if token.i - sent.start <= 1:
        content = ((close, sent.end),)
    else:
        content = ((sent.start, token.i), (close, sent.end))
    content = tuple(sources.trimmed(doc, start, end) for start, end in content if end - start > 1)
    if content:
        yield Framed(cue=token.i, source=source.i, content=content, frame="according", kind="speech")
