"""Stances on a sanction shortly after it is named: on "the move", on "them", or by those whom it hits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from generator.language import judgements, marks, measures, sanction_status, stances, tree
from generator.language.marks import Attributed
from generator.language.measures import Naming
from generator.language.position_taking import WORDS, by_attitude
from generator.language.sanction_scene import Scene, hit_alone, keys
from generator.language.sanction_trigger import Trigger
from generator.model.facts import Stance

_REACH = 5
"""Sentences after a naming at most."""

Echo = tuple[tuple[str, ...], Stance, Attributed | None]


def on_echoes(scene: Scene, keyed: tuple[tuple[Naming, str], ...]) -> Iterator[tuple[Echo, str, Span]]:
    """Stances shortly after a measure is named: on "the move", on "this step", or by those whom it hits."""
    sentences = list(marks.usable(scene.doc))
    namings = {measures.place(naming.trigger.token): (naming, key) for naming, key in keyed}
    for at, sentence in enumerate(sentences):
        if at in namings:
            continue
        near = next((namings[back] for back in range(at - 1, at - 1 - _REACH, -1) if back in namings), None)
        if near is not None:
            for echo in (*_on_echo(scene, sentence, near[0]), *_on_pronoun(scene, sentence, near[0])):
                yield echo, near[1], sentence


def _on_echo(scene: Scene, sentence: Span, naming: Naming) -> Iterator[Echo]:
    sign = stances.pressure(naming)
    for token in sentence:
        said = scene.around.get(token.i)
        if (side := stances.partisan(token)) and token.dep_ == "attr":
            if by := keys(scene, tree.grammatical_subjects(token.head), said):
                yield by, WORDS[side * sign], said
        elif (stances.evading(token) and (by := keys(scene, tree.doers(token), said))) or (
            stances.undecided(token) and (by := keys(scene, tree.grammatical_subjects(token.head), said))
        ):
            yield by, "undecided", said
        if stances.echoes(token):
            for attitude in stances.attitudes(token):
                if attitude.sort == "view" and attitude.sign and (by := keys(scene, attitude.holders, said)):
                    yield by, WORDS[attitude.sign * sign], said
        if said is not None and judgements.hostile(token) and hit_alone(scene, said.by, naming):
            yield said.by, "oppose", said


def _on_pronoun(scene: Scene, sentence: Span, naming: Naming) -> Iterator[Echo]:
    """Stances of those who lift or ease "them": the sanctions named before."""
    for token in sentence:
        if stances.taken_up(token):
            trigger = Trigger(token=token, kind=naming.trigger.kind, strength="echo")
            handled = sanction_status.handling(trigger)
            status = sanction_status.status(trigger, handled)
            again = replace(naming, trigger=trigger, handled=handled, status=status, answer=False)
            said = scene.around.get(token.i)
            for by, stance in by_attitude(scene, again, said):
                yield by, stance, said
