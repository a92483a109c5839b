"""Component: positions on sanctions: who wants them, who fights them, on what terms (Discourse Network Analyzer)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from generator.language import (
    judgements,
    lexicon,
    marks,
    measures,
    named,
    sanction_reach,
    sanction_speakers,
    stances,
    tree,
)
from generator.language.marks import Attributed
from generator.language.measures import Naming
from generator.language.named import Named
from generator.language.sanction_trigger import lemma
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
        around=sanction_speakers.of(doc),
        actors={actor.key: actor for actor in found.actors},
    )
    taken: dict[tuple[object, ...], Taken] = {}
    for one in (*_on_namings(scene, keyed), *_on_echoes(scene, keyed)):
        taken.setdefault((one.by, one.stance, doc[one.start].sent.start), one)
    tied = {(one.by, one.start) for one in taken.values() if one.stance == "conditional"}
    kept = [one for one in taken.values() if one.stance != "support" or (one.by, one.start) not in tied]
    found.positions = tuple(_position(doc, one) for one in sorted(kept, key=lambda one: one.start))


def _on_namings(scene: Scene, keyed: Iterable[tuple[Naming, str]]) -> Iterator[Taken]:
    for naming, key in keyed:
        token = naming.trigger.token
        said = scene.around.get(token.i) or _above(scene, token)
        start, end = _stretch(token)
        taken = list(_by_attitude(scene, naming, said))
        if not taken and said is not None and not _threat(scene, said):
            judged = _by_judgement(scene, naming, said)
            taken = [] if judged is None else [(said.by, judged)]
        for by, stance in taken:
            yield Taken(by=by, said=said, stance=stance, measure=key, start=start, end=end)


def _threat(scene: Scene, said: Attributed) -> bool:
    """True where a noun such as "its threat" is all that makes somebody speak: what is done about it counts."""
    return said.cue >= 0 and scene.doc[said.cue].pos_ == "NOUN"


def _above(scene: Scene, token: Token) -> Attributed | None:
    """The speaker of the verb of speech that a word stands under, where no attribution holds the word."""
    verb = token
    for _ in range(8):
        if verb.head.i == verb.i:
            return None
        verb = verb.head
        if verb.pos_ == "VERB" and lemma(verb) in lexicon.words("sanctions_status", "speech.verbs"):
            by = _keys(scene, tree.doers(verb), None)
            ahead = (verb.i + 1, verb.sent.end) if token.i > verb.i else (verb.sent.start, verb.i)
            return Attributed(source=None, cue=verb.i, content=(ahead,), by=by, via=(), direct=False) if by else None
    return None


def _stretch(token: Token) -> tuple[int, int]:
    sentence = token.sent
    return sentence.start, sentence.end


def _by_attitude(scene: Scene, naming: Naming, said: Attributed | None) -> Iterator[tuple[tuple[str, ...], Stance]]:
    """The stances told by the words above a naming, and by the agent of its participle."""
    token = naming.trigger.token
    sign = stances.first_sign(naming)
    found = list(stances.attitudes(token, sign))
    own = naming.trigger.verbal and (token.dep_ not in {"acl", "amod"} or bool(sanction_reach.misread_subject(token)))
    if own and not found and (doing := stances.doers(token)):
        found.append(Attitude(word=token, holders=doing, sign=sign, sort="act"))
    for attitude in found:
        if attitude.sort == "act" and (naming.handled.supposed or (naming.answer and attitude.sign > 0)):
            continue
        by = _keys(scene, attitude.holders, said)
        if not by:
            continue
        stance = _stance(attitude, naming)
        if set(by) <= set(naming.targets) and attitude.sort != "view" and stance != "oppose":
            continue
        if stance is not None:
            yield by, stance


def _keys(scene: Scene, holders: Iterable[Token], said: Attributed | None) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for holder in holders:
        if stances.personal(holder):
            found.update(dict.fromkeys(said.by if said else ()))
            continue
        for member in tree.conjuncts(tree.antecedent(holder)):
            found.update(dict.fromkeys(scene.names.among((member,)) or scene.names.among(stances.owners(member))))
    return tuple(found)


def _stance(attitude: Attitude, naming: Naming) -> Stance | None:
    """The stance of an attitude: tied to a condition it is conditional; a lifting that may be takes none."""
    if stances.hanging(naming):
        return "conditional"
    if attitude.sign == 0:
        return "undecided"
    doing = naming.handled.doing
    if doing is not None and doing.token.i == attitude.word.i and doing.mood == "possible":
        return "undecided" if attitude.sign > 0 else None
    return _WORDS[attitude.sign]


def _by_judgement(scene: Scene, naming: Naming, said: Attributed) -> Stance | None:
    """The stance of a speaker who judges a measure, or who speaks for a side of it."""
    token = naming.trigger.token
    inside = (part for part in judgements.judging(token) if any(start <= part.i < end for start, end in said.content))
    worth = judgements.judged(inside)
    cue = lemma(scene.doc[said.cue]) if said.cue >= 0 else ""
    if naming.answer and _on_side(scene, said.by, naming.senders):
        return None
    hit = _on_side(scene, said.by, naming.targets)
    sends = _on_side(scene, said.by, naming.senders)
    if hit and not sends:
        return None if cue in lexicon.words("sanctions_stances", "telling.cues") else "oppose"
    if stances.asked(token):
        return None
    if stances.hanging(naming):
        return "conditional"
    if judgements.branded(token):
        return "oppose"
    doing = naming.handled.doing
    if doing is not None and doing.mood == "wanted":
        return _WORDS[stances.pressure(naming)]
    if worth:
        return _WORDS[worth * stances.pressure(naming)]
    faced = any(lemma(governor.token) == "face" for governor in naming.handled.governors)
    if naming.status == "threatened" and (faced or cue in {"warn", "threaten"}):
        return "conditional"
    return "support" if sends and naming.status in {"imposed", "extended", "proposed", "threatened"} else None


def _on_side(scene: Scene, speaking: Iterable[str], parties: Iterable[str]) -> bool:
    """True where a speaker is one of the parties, or of the same country."""
    keys = set(parties)
    lands = {land for key in keys for land in _lands(scene, key)}
    return any(key in keys or lands & _lands(scene, key) for key in speaking)


def _lands(scene: Scene, key: str) -> frozenset[str]:
    """The countries that an actor is of: its own, and those of the offices that it holds."""
    actor = scene.actors.get(key)
    if actor is None:
        return frozenset()
    over = (scene.actors.get(role.of) for role in actor.roles if role.of)
    return frozenset(one.country for one in (actor, *over) if one is not None and one.country)


def _on_echoes(scene: Scene, keyed: tuple[tuple[Naming, str], ...]) -> Iterator[Taken]:
    """Stances shortly after a measure is named: on "the move", on "this step", or by those whom it hits."""
    sentences = list(marks.usable(scene.doc))
    places = {sentence.start: at for at, sentence in enumerate(sentences)}
    namings = {
        places[naming.trigger.token.sent.start]: (naming, key)
        for naming, key in keyed
        if naming.trigger.token.sent.start in places
    }
    for at, sentence in enumerate(sentences):
        if at in namings:
            continue
        near = next((namings[back] for back in range(at - 1, at - 1 - _ECHO_REACH, -1) if back in namings), None)
        if near is not None:
            for by, stance, said in _on_echo(scene, sentence, near[0]):
                yield Taken(by=by, said=said, stance=stance, measure=near[1], start=sentence.start, end=sentence.end)


def _on_echo(
    scene: Scene, sentence: Span, naming: Naming
) -> Iterator[tuple[tuple[str, ...], Stance, Attributed | None]]:
    sign = stances.pressure(naming)
    for token in sentence:
        said = scene.around.get(token.i)
        if (side := stances.partisan(token)) and token.dep_ == "attr":
            if by := _keys(scene, tree.grammatical_subjects(token.head), said):
                yield by, _WORDS[side * sign], said
        elif (stances.evading(token) and (by := _keys(scene, tree.doers(token), said))) or (
            stances.undecided(token) and (by := _keys(scene, tree.grammatical_subjects(token.head), said))
        ):
            yield by, "undecided", said
        if stances.echoes(token):
            for attitude in stances.attitudes(token):
                if attitude.sort == "view" and attitude.sign and (by := _keys(scene, attitude.holders, said)):
                    yield by, _WORDS[attitude.sign * sign], said
        if said is not None and judgements.hostile(token) and _hit_alone(scene, said.by, naming):
            yield said.by, "oppose", said


def _hit_alone(scene: Scene, speaking: tuple[str, ...], naming: Naming) -> bool:
    """True for speakers on the side that a measure hits, and not on that of those who impose it."""
    return _on_side(scene, speaking, naming.targets) and not _on_side(scene, speaking, naming.senders)


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
