"""Which words attribute, and in which frames: the lexicon `attribution.toml` made ready for look-up by form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from spacy.tokens import Token

from generator.language import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["speech", "belief", "intention"]

_LEXICON = "attribution"
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("speech", "speech"),
    ("showing", "speech"),
    ("belief", "belief"),
    ("intention", "intention"),
)
_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_FRAMES = frozenset({"quote", "clause", "anything", "infinitive", "object", "object-as", "object-to", "passive-to"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A verb that attributes; `frames` and `prepositions` as in the lexicon, each with the kind that it has there.

    `particles` holds the cues that it makes together with a word right behind it (`point out`).
    """

    lemma: str
    frames: Mapping[str, Kind]
    prepositions: Mapping[str, Kind]
    particles: Mapping[str, Cue]


def of_verb(token: Token) -> Cue | None:
    """The cue that a verb form is, by its form rather than its lemma, which a pipeline may get wrong."""
    if token.tag_ not in _VERBAL and token.pos_ != "VERB":
        return None
    found = _by_form().get(token.lower_)
    if found is None or not found.particles or token.i + 1 >= len(token.doc):
        return found
    return found.particles.get(token.doc[token.i + 1].lower_, found)


def of_form(token: Token) -> Cue | None:
    """The cue that a word would be if it were a verb, for places where only a verb can stand."""
    return _by_form().get(token.lower_)


def tells(token: Token) -> bool:
    """True for a verb whose object or infinitive tells what was said."""
    cue = of_verb(token)
    return cue is not None and cue.lemma in lexicon.words(_LEXICON, "statements.verbs")


def of_noun(token: Token) -> frozenset[str] | None:
    """The frames of a noun that holds words or thoughts, singular or plural."""
    if token.tag_ not in {"NN", "NNS"}:
        return None
    return _nouns().get(token.lower_)


def of_adjective(token: Token) -> frozenset[str] | None:
    """The frames of an adjective, or of a participle used as one, that says how somebody is minded."""
    if token.tag_ not in {"JJ", "VBN", "VBD"}:
        return None
    return _adjectives().get(token.lower_)


@cache
def _nouns() -> Mapping[str, frozenset[str]]:
    frames = {noun: frozenset(wording.split()) for noun, wording in lexicon.mapping(_LEXICON, "nouns").items()}
    return MappingProxyType(frames | {_plural(noun): own for noun, own in frames.items()})


@cache
def _adjectives() -> Mapping[str, frozenset[str]]:
    words = lexicon.mapping(_LEXICON, "adjectives")
    return MappingProxyType({word: frozenset(wording.split()) for word, wording in words.items()})


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


@cache
def _by_form() -> Mapping[str, Cue]:
    cues = _by_lemma()
    forms = {form: cue for lemma, cue in cues.items() for form in _inflected(lemma)}
    forms |= {form: cues[lemma] for form, lemma in lexicon.mapping(_LEXICON, "irregular").items() if lemma in cues}
    return MappingProxyType(forms)


def _by_lemma() -> dict[str, Cue]:
    collected: dict[str, tuple[dict[str, Kind], dict[str, Kind]]] = {}
    for name, kind in _KINDS:
        for lemma, wording in lexicon.mapping(_LEXICON, name).items():
            frames, prepositions = collected.setdefault(lemma, ({}, {}))
            for frame in wording.split():
                (frames if frame in _FRAMES else prepositions).setdefault(frame, kind)
    cues: dict[str, Cue] = {}
    for lemma in sorted(collected, key=lambda lemma: -lemma.count(" ")):
        verb, _, particle = lemma.partition(" ")
        frames, prepositions = collected[lemma]
        own = {other.partition(" ")[2]: cue for other, cue in cues.items() if other.startswith(lemma + " ")}
        cues[lemma] = Cue(
            lemma=lemma,
            frames=MappingProxyType(frames),
            prepositions=MappingProxyType(prepositions),
            particles=MappingProxyType({} if particle else own),
        )
        if particle and verb not in collected:
            collected_alone = {particle: cues[lemma]}
            cues[verb] = _silent(verb, {**(cues[verb].particles if verb in cues else {}), **collected_alone})
    return {lemma: cue for lemma, cue in cues.items() if " " not in lemma}


def _silent(verb: str, particles: dict[str, Cue]) -> Cue:
    """A verb that attributes with a particle only."""
    nothing: Mapping[str, Kind] = MappingProxyType({})
    return Cue(lemma=verb, frames=nothing, prepositions=nothing, particles=MappingProxyType(particles))


def _inflected(lemma: str) -> tuple[str, ...]:
    """The regular forms of a verb."""
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    ending = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return lemma, lemma + ending, lemma + "ed", lemma + "ing"
