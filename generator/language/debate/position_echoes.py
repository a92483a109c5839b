"""Stances on a sanction shortly after it is named: on "the move", on "them", or by those whom it hits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from generator.language import lexicon, marks, measures, tree
from generator.language.debate import evasions, judgements, sanction_handling, sanction_reach, sanction_status, stances
from generator.language.debate.position_taking import WORDS, by_attitude
from generator.language.debate.sanction_naming import Naming
from generator.language.debate.sanction_scene import Scene, hit_alone, keys
from generator.language.debate.sanction_trigger import Trigger, lemma
from generator.language.marks import Attributed
from generator.model.facts import Stance

_NAME = "sanctions_stances"
_REACH = 5
_EVADED = 3
"""Sentences after a naming at most: in which it is taken up again, and in which nobody commits himself on it."""

Echo = tuple[tuple[str, ...], Stance, Attributed | None]


def on_echoes(scene: Scene, keyed: tuple[tuple[Naming, str], ...]) -> Iterator[tuple[Echo, str, Span]]:
    """Stances shortly after a measure is named: on "the move", on "this step", or by those whom it hits."""
    sentences = list(marks.usable(scene.doc))
    namings = {measures.place(naming.trigger.token): (naming, key) for naming, key in keyed}
    for at, sentence in enumerate(sentences):
        if at in namings:
            continue
        before = [namings[back] for back in range(at - 1, at - 1 - _REACH, -1) if back in namings]
        near = next(
            (pair for pair in before if not _only_judged(pair[0]) and not _only_offered(pair[0])),
            before[0] if before else None,
        )
        if near is not None:
            far = at - measures.place(near[0].trigger.token) > _EVADED
            for echo in (*_on_echo(scene, sentence, near[0]), *_on_pronoun(scene, sentence, near[0])):
                if not (far and echo[1] == "undecided"):
                    yield echo, near[1], sentence


def _only_judged(naming: Naming) -> bool:
    """True for a sanction that somebody is only said to be against: a "move" after it takes up an earlier one."""
    against = lexicon.words(_NAME, "oppose.words") - lexicon.words("sanctions_status", "attitudes.reject")
    opposing = against | lexicon.words(_NAME, "oppose.only")
    return any(one.act is None and (one.negated or lemma(one.token) in opposing) for one in naming.handled.governors)


def _only_offered(naming: Naming) -> bool:
    """True for an easing that is but offered or hangs on something: the "move" after it is what was done before."""
    doing = naming.handled.doing
    if doing is None or doing.act not in {"ease", "lift"}:
        return False
    offered = any(
        lemma(one.token) in {"offer", "promise", "pledge", "ready", "willing"} for one in naming.handled.governors
    )
    return offered or naming.handled.condition is not None


def _lifts(token: Token) -> bool:
    """True for a noun of lifting or easing: "any easing" is no pressure, whatever was told of the sanction before."""
    return token.pos_ == "NOUN" and sanction_reach.act_of(token) in {"ease", "lift"}


def _on_echo(scene: Scene, sentence: Span, naming: Naming) -> Iterator[Echo]:
    sign = 1 if _only_judged(naming) else stances.pressure(naming)
    for token in sentence:
        said = scene.around.get(token.i)
        if (side := _partisan(token)) and token.dep_ == "attr":
            if by := keys(scene, tree.grammatical_subjects(token.head), said):
                yield by, WORDS[side * sign], said
        elif (evasions.evading(token) and (by := keys(scene, tree.doers(token), said))) or (
            _undecided(token) and (by := keys(scene, tree.grammatical_subjects(token.head), said))
        ):
            yield by, "undecided", said
        if _echoes(token):
            for attitude in stances.attitudes(token):
                if attitude.sort == "view" and attitude.sign and (by := keys(scene, attitude.holders, said)):
                    yield by, WORDS[attitude.sign * (-1 if _lifts(token) else sign)], said
        if said is not None and judgements.hostile(token) and hit_alone(scene, said.by, naming):
            yield said.by, "oppose", said


def _on_pronoun(scene: Scene, sentence: Span, naming: Naming) -> Iterator[Echo]:
    """Stances of those who lift or ease "them": the sanctions named before."""
    for token in sentence:
        if _taken_up(token):
            trigger = Trigger(token=token, kind=naming.trigger.kind, strength="echo")
            handled = sanction_handling.handling(trigger)
            status = sanction_status.status(trigger, handled)
            again = replace(naming, trigger=trigger, handled=handled, status=status, answer=False)
            said = scene.around.get(token.i)
            for by, stance in by_attitude(scene, again, said):
                yield by, stance, said


def _partisan(token: Token) -> int:
    """The sign of a noun for those who are for or against something; 0 for other words."""
    if lemma(token) in lexicon.words(_NAME, "partisans.for"):
        return 1
    return -1 if lemma(token) in lexicon.words(_NAME, "partisans.against") else 0


def _undecided(token: Token) -> bool:
    """True for an adjective or verb of those who do not commit themselves."""
    return token.pos_ == "ADJ" and token.dep_ == "acomp" and lemma(token) in lexicon.words(_NAME, "undecided.words")


def _echoes(token: Token) -> bool:
    """True for a noun that takes up a measure named before, with an article or an owner, and for an "it" so called."""
    if token.pos_ == "NOUN" and lemma(token) in lexicon.words(_NAME, "echo.nouns"):
        return any(
            child.lower_ in lexicon.words(_NAME, "echo.determiners") or child.dep_ == "poss" for child in token.lefts
        )
    return (
        token.lower_ in {"it", "this", "them"}
        and token.dep_ in {"dobj", "nsubj"}
        and any(lemma(above) in lexicon.words(_NAME, "naming.verbs") for above in (token.head, token.head.head))
    )


def _taken_up(token: Token) -> bool:
    """True for a pronoun in the place of a sanction that is lifted or eased: "could ease them"."""
    verb = token.head
    wanted = verb.dep_ == "ccomp" and lemma(verb.head) in lexicon.words(_NAME, "support.wish")
    if (
        token.lower_ in {"them", "it"}
        and token.dep_ in {"nsubj", "nsubjpass"}
        and wanted
        and verb.tag_ in {"VBN", "VBD"}
    ):
        return sanction_reach.act_of(verb) in {"ease", "lift"}
    return (
        token.lower_ in {"them", "it"}
        and token.dep_ == "dobj"
        and sanction_reach.act_of(token.head) in {"ease", "lift"}
        and lemma(token.head) not in lexicon.words(_NAME, "echo.broad")
    )
