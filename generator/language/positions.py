"""Component: positions on sanctions: who wants them, who fights them, on what terms (Discourse Network Analyzer)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from generator.language import marks, measures
from generator.language.cast import named
from generator.language.debate import position_echoes, sanction_speakers
from generator.language.debate.position_taking import by_attitude, by_judgement
from generator.language.debate.sanction_naming import Naming
from generator.language.debate.sanction_scene import Scene, speaker_above
from generator.language.marks import Attributed
from generator.model.facts import Attribution, Position, Stance


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
        taken.setdefault((one.by, one.stance, one.start), one)
    tied = {(one.by, one.start) for one in taken.values() if one.stance == "conditional"}
    kept = [one for one in taken.values() if one.stance != "support" or (one.by, one.start) not in tied]
    found.positions = tuple(_position(doc, one) for one in sorted(kept, key=lambda one: one.start))


def _on_namings(scene: Scene, keyed: Iterable[tuple[Naming, str]]) -> Iterator[Taken]:
    for naming, key in keyed:
        token = naming.trigger.token
        said = scene.around.get(token.i) or speaker_above(scene, token)
        start, end = measures.stretch(token)
        taken = list(by_attitude(scene, naming, said))
        if not taken and said is not None and not _threat(scene, said):
            judged = by_judgement(scene, naming, said)
            taken = [] if judged is None else [(said.by, judged)]
        for by, stance in taken:
            yield Taken(by=by, said=said, stance=stance, measure=key, start=start, end=end)


def _on_echoes(scene: Scene, keyed: tuple[tuple[Naming, str], ...]) -> Iterator[Taken]:
    for (by, stance, said), key, sentence in position_echoes.on_echoes(scene, keyed):
        yield Taken(by=by, said=said, stance=stance, measure=key, start=sentence.start, end=sentence.end)


def _threat(scene: Scene, said: Attributed) -> bool:
    """True where a noun such as "its threat" is all that makes somebody speak: what is done about it counts."""
    return said.cue >= 0 and scene.doc[said.cue].pos_ == "NOUN"


def _position(doc: Doc, taken: Taken) -> Position:
    evidence = measures.passage(doc, doc[taken.end - 1])
    return Position(
        core=measures.core(doc, taken.start, taken.end),
        by=taken.by,
        via=_via(taken),
        stance=taken.stance,
        measure=taken.measure,
        text=evidence.quote,
        attribution=_attribution(taken),
        evidence=(evidence,),
    )


def _via(taken: Taken) -> tuple[str, ...]:
    """Who passes a stance on: the speaker who tells of another's, or those who tell what a speaker said."""
    if taken.said is None:
        return ()
    return taken.said.via if _own(taken) else taken.said.by


def _own(taken: Taken) -> bool:
    """True for those who speak for themselves, alone or with others."""
    return taken.said is not None and bool(set(taken.by) & set(taken.said.by))


def _attribution(taken: Taken) -> Attribution:
    if taken.said is None:
        return "indirect"
    if not _own(taken) or taken.said.via:
        return "second-hand"
    return "direct" if taken.said.direct else "indirect"
