"""What is done with a sanction in one naming: the words that govern it, their act, attitude, mood and negation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.debate import sanction_condition, sanction_reach
from generator.language.debate.sanction_mood import Mood, mood
from generator.language.debate.sanction_reach import Act, Attitude, infinitive
from generator.language.debate.sanction_trigger import Trigger, lemma

_NAME = "sanctions_status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """One word above a trigger: its act, attitude and modality, and whether it says no.

    `subject` is true where the trigger is its subject.
    """

    token: Token
    act: Act | None
    attitude: Attitude | None
    mood: Mood | None
    negated: bool
    subject: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """What is done with a sanction in one naming: governors from the inside out, the condition's clause if any.

    `supposed` is true where the naming stands in a conditional clause itself.
    """

    governors: tuple[Governor, ...]
    condition: tuple[int, int] | None
    supposed: bool

    @property
    def doing(self) -> Governor | None:
        """The governor that says what is done, if one does."""
        return next((one for one in self.governors if one.act is not None), None)


def handling(trigger: Trigger) -> Handling:
    """Reads the governors of a trigger."""
    governors: list[Governor] = []
    token = trigger.token
    supposed = False
    if trigger.verbal:
        governors.append(replace(_governor(token, act="impose", subject=False), attitude=None))
        supposed = _supposing(token)
    for above, link in sanction_reach.upwards(token):
        governors.append(_governor(above, act=_deed(above, link), subject=link == "nsubj"))
        supposed = supposed or (_supposing(above) and (link != "nsubj" or sanction_reach.act_of(above) is not None))
    if not trigger.verbal:
        governors.extend(_participles(token))
    return Handling(
        governors=tuple(governors),
        condition=sanction_condition.condition(
            trigger.token, {trigger.token.i, *(governor.token.i for governor in governors)}
        ),
        supposed=supposed,
    )


def _deed(above: Token, link: str) -> Act | None:
    """What a governor does with the sanction; nothing where the sanction does it: "sanctions would end the talks"."""
    act = sanction_reach.deed(above, link)
    if act in {"lift", "ease", "extend"} and link == "nsubj" and any(kid.dep_ in tree.OBJECTS for kid in above.rights):
        return None
    return act


def _participles(token: Token) -> Iterator[Governor]:
    """Participles at a noun: "sanctions imposed by", "the ban lifted last week", "lifted sanctions"."""
    for child in token.lefts:
        act = sanction_reach.act_of(child)
        told = bool(sanction_reach.misread_subject(child))
        if child.lower_ == "targeted" and not told:
            continue
        if (child.dep_ == "amod" and child.tag_ in {"VBN", "VBD"} and (act or told)) or (child.tag_ == "NNS" and told):
            yield _governor(child, act=act, subject=False)
    for child in token.rights:
        if (
            child.dep_ in {"acl", "relcl"}
            and (act := sanction_reach.act_of(child)) is not None
            and not infinitive(child)
        ):
            yield _governor(child, act=act, subject=False)


def _governor(token: Token, *, act: Act | None, subject: bool) -> Governor:
    return Governor(
        token=token,
        act=act,
        attitude=None if subject and sanction_reach.closes(token) else sanction_reach.attitude_of(token),
        mood=mood(token),
        negated=tree.negated(token) or any(child.lower_ in {"no", "neither", "nor"} for child in token.lefts),
        subject=subject,
    )


def _supposing(verb: Token) -> bool:
    return verb.dep_ in {"advcl", "ccomp", "pcomp"} and any(
        child.dep_ in {"mark", "advmod"} and child.lower_ in {"if", "unless", "whether", "should"}
        for child in verb.lefts
    )


def feared(handled: Handling) -> bool:
    """True for what somebody fears of another, who has threatened nothing: "many fear that Peru could cut off gas"."""
    doing, words = handled.doing, lexicon.words(_NAME, "attitudes.feared")
    if doing is None or doing.mood not in {"possible", "future"}:
        return False
    return any(one is not doing and lemma(one.token) in words for one in handled.governors)
