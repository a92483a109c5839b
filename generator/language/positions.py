"""Component: positions on sanctions: who wants them, who fights them, on what terms (Discourse Network Analyzer)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.language import marks, measures, named, stances, voices
from generator.language.marks import Attributed
from generator.language.measures import Naming
from generator.language.named import Named
from generator.language.sanction_words import lemma
from generator.language.stances import Attitude
from generator.model.facts import Actor, Attribution, Position, Stance

_WORDS: dict[int, Stance] = {1: "support", -1: "oppose", 0: "undecided"}
_ECHO_REACH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What positions are read from: the document, its names, its speakers, its actors by key."""

    doc: Doc
    names: Named
    around: dict[int, Attributed]
    actors: dict[str, Actor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A stance somebody takes, before it is written down; `start` to `end` are the tokens that tell it."""

    by: tuple[str, ...]
    said: Attributed | None
    stance: Stance
    measure: str
    start: int
    end: int


def mark(doc: Doc) -> None:
    """Finds who stands where on the sanctions: writes `positions`."""
    found = marks.of(doc)
    keyed = measures.keyed(doc)
    if not keyed:
        return
    scene = Scene(
        doc=doc,
        names=named.of(doc),
        around=voices.of(doc),
        actors={actor.key: actor for actor in found.actors},
    )
    taken: dict[tuple[object, ...], Taken] = {}
    for one in (*_on_namings(scene, keyed), *_on_echoes(scene, keyed)):
        taken.setdefault((one.by, one.stance, doc[one.start].sent.start), one)
    found.positions = tuple(_position(doc, one) for one in sorted(taken.values(), key=lambda one: one.start))


def _on_namings(scene: Scene, keyed: Iterable[tuple[Naming, str]]) -> Iterator[Taken]:
    for naming, key in keyed:
        token = naming.trigger.token
        said = scene.around.get(token.i)
        start, end = _stretch(token)
        taken = list(_by_attitude(scene, naming, said))
        if not taken and said is not None:
            judged = _by_judgement(scene, naming, said)
            taken = [] if judged is None else [(said.by, judged)]
        for by, stance in taken:
            yield Taken(by=by, said=said, stance=stance, measure=key, start=start, end=end)


def _stretch(token: Token) -> tuple[int, int]:
    sentence = token.sent
    return sentence.start, sentence.end


def _by_attitude(scene: Scene, naming: Naming, said: Attributed | None) -> Iterator[tuple[tuple[str, ...], Stance]]:
    """The stances told by the words above a naming, and by the agent of its participle."""
    token = naming.trigger.token
    if naming.trigger.verbal:
        doers = stances.doers(token)
        if doers and not naming.handled.supposed:
            sign = -1 if stances.negated(token) else 1
            yield from _held(scene, Attitude(word=token, holders=doers, sign=sign, wished=False), naming, said)
    for attitude in stances.attitudes(token, stances.first_sign(naming)):
        if not (naming.handled.supposed and attitude.word in {one.token for one in naming.handled.governors if one.act}):
            yield from _held(scene, attitude, naming, said)


def _held(
    scene: Scene, attitude: Attitude, naming: Naming, said: Attributed | None
) -> Iterator[tuple[tuple[str, ...], Stance]]:
    by = _keys(scene, attitude.holders, said)
    if by:
        yield by, _stance(attitude, naming)


def _keys(scene: Scene, holders: Iterable[Token], said: Attributed | None) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for holder in holders:
        if stances.personal(holder):
            found.update(dict.fromkeys(said.by if said else ()))
        else:
            for member in stances.members(holder):
                found.update(dict.fromkeys(scene.names.among((member,)) or scene.names.among(stances.owners(member))))
    return tuple(found)


def _stance(attitude: Attitude, naming: Naming) -> Stance:
    if attitude.sign == 0:
        return "undecided"
    hanging = naming.handled.condition is not None and not naming.handled.supposed
    if hanging and naming.status not in {"imposed", "extended"}:
        return "conditional"
    if naming.status == "threatened" and lemma(attitude.word) in {"threaten", "warn"} and attitude.sign > 0:
        return "conditional"
    doing = naming.handled.doing
    if attitude.sign > 0 and doing is not None and doing.token.i == attitude.word.i and doing.mood == "possible":
        return "undecided"
    return _WORDS[attitude.sign]


def _by_judgement(scene: Scene, naming: Naming, said: Attributed) -> Stance | None:
    """The stance of a speaker who judges a measure, or who speaks for a side of it."""
    token = naming.trigger.token
    inside = [part for part in token.sent if any(start <= part.i < end for start, end in said.content)]
    worth = stances.judged(part for part in inside if part.i != token.i)
    hit = _on_side(scene, said.by, naming.targets)
    sends = _on_side(scene, said.by, naming.senders)
    hanging = naming.handled.condition is not None and not naming.handled.supposed
    if hit and not sends:
        return "oppose"
    if hanging and (sends or worth) and naming.status not in {"imposed", "extended"}:
        return "conditional"
    if worth:
        return _WORDS[worth * stances.pressure(naming)]
    if sends:
        if naming.status == "threatened":
            return "conditional"
        if naming.status in {"imposed", "extended"}:
            return "support"
    return None


def _on_side(scene: Scene, speaking: Iterable[str], parties: Iterable[str]) -> bool:
    """True where a speaker is one of the parties, or of the same country."""
    keys = set(parties)
    lands = {actor.country for key in keys if (actor := scene.actors.get(key)) and actor.country}
    for key in speaking:
        actor = scene.actors.get(key)
        if key in keys or (actor is not None and actor.country in lands):
            return True
    return False


def _on_echoes(scene: Scene, keyed: tuple[tuple[Naming, str], ...]) -> Iterator[Taken]:
    """Stances on "the move", "the decision", "this step", shortly after the measure is named."""
    sentences = list(marks.usable(scene.doc))
    places = {sentence.start: at for at, sentence in enumerate(sentences)}
    namings: dict[int, tuple[Naming, str]] = {}
    for naming, key in keyed:
        at = places.get(naming.trigger.token.sent.start)
        if at is not None:
            namings[at] = (naming, key)
    for at, sentence in enumerate(sentences):
        if at in namings:
            continue
        near = next((namings[before] for before in range(at - 1, at - 1 - _ECHO_REACH, -1) if before in namings), None)
        if near is None:
            continue
        naming, key = near
        for token in sentence:
            if not stances.echoes(token):
                continue
            said = scene.around.get(token.i)
            for by, stance in _on_echo(scene, token, naming, said):
                yield Taken(by=by, said=said, stance=stance, measure=key, start=sentence.start, end=sentence.end)


def _on_echo(
    scene: Scene, token: Token, naming: Naming, said: Attributed | None
) -> Iterator[tuple[tuple[str, ...], Stance]]:
    sign = stances.pressure(naming)
    told = False
    for attitude in stances.attitudes(token):
        if attitude.wished or attitude.sign == 0:
            continue
        by = _keys(scene, attitude.holders, said)
        if by:
            told = True
            yield by, _WORDS[attitude.sign * sign]
    if not told and said is not None and token.pos_ == "NOUN":
        worth = stances.judged(token.sent)
        if worth:
            yield said.by, _WORDS[worth * sign]


def _position(doc: Doc, taken: Taken) -> Position:
    evidence = measures.passage(doc, doc[taken.end - 1])
    return Position(
        core=measures.core(doc, taken.start, taken.end),
        by=taken.by,
        via=taken.said.by if taken.said is not None and taken.said.by != taken.by else (),
        stance=taken.stance,
        measure=taken.measure,
        text=evidence.quote,
        attribution=_attribution(taken),
        evidence=(evidence,),
    )


def _attribution(taken: Taken) -> Attribution:
    if taken.said is None:
        return "indirect"
    if taken.said.by != taken.by:
        return "second-hand"
    return "direct" if taken.said.direct else "indirect"

