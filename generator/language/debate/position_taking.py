"""Which stance somebody takes on a sanction in one naming: by attitude, by act, or by judgement."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.debate import judgements, sanction_reach, stances
from generator.language.debate.sanction_naming import Naming
from generator.language.debate.sanction_scene import Scene, keys, on_side
from generator.language.debate.sanction_trigger import lemma
from generator.language.debate.stances import Attitude
from generator.language.marks import Attributed
from generator.model.facts import Stance

_DEEPEST = 2
"""Clauses between a sanction and the verb of speech at most, for the speaker to be talking of the sanction."""

WORDS: dict[int, Stance] = {1: "support", -1: "oppose", 0: "undecided"}
"""A sign on pressure as a stance."""


def by_attitude(scene: Scene, naming: Naming, said: Attributed | None) -> Iterator[tuple[tuple[str, ...], Stance]]:
    """The stances told by the words above a naming; of one actor's, that of the outermost word."""
    yield from dict(_attitudes(scene, naming, said)).items()


def _attitudes(scene: Scene, naming: Naming, said: Attributed | None) -> Iterator[tuple[tuple[str, ...], Stance]]:
    token = naming.trigger.token
    sign = stances.first_sign(naming)
    found = list(stances.attitudes(token, sign))
    own = naming.trigger.verbal and (token.dep_ not in {"acl", "amod"} or bool(sanction_reach.misread_subject(token)))
    if own and not found and (doing := stances.doers(token)):
        found.append(Attitude(word=token, holders=doing, sign=sign, sort="act"))
    for attitude in found:
        if attitude.sort == "act" and (naming.handled.supposed or (naming.answer and attitude.sign > 0)):
            continue
        by = keys(scene, attitude.holders, said)
        if not by:
            continue
        own_word = said is None or bool(set(by) & set(said.by))
        stance = _stance(attitude, naming, own=own_word and not _thought_by_others(attitude))
        if set(by) <= set(naming.targets) and attitude.sort != "view" and stance != "oppose":
            continue
        if stance is not None:
            yield by, stance


def _stance(attitude: Attitude, naming: Naming, *, own: bool) -> Stance | None:
    """The stance of an attitude: tied to a condition it is conditional; a lifting that may be takes none.

    What others say or think that somebody could do (`own` false) is no stance of theirs.
    """
    if stances.hanging(naming):
        return "conditional"
    if attitude.sign == 0:
        return "undecided"
    doing = naming.handled.doing
    if doing is not None and doing.token.i == attitude.word.i and doing.mood == "possible":
        return "undecided" if attitude.sign > 0 and own else None
    return WORDS[attitude.sign]


def _thought_by_others(attitude: Attitude) -> bool:
    """True inside what somebody else fears, expects or the like: a clause with "that" below a word of another's.

    The clause may hang on a noun ("the fear that"), or on a verb that was taken for one.
    """
    for clause in tree.ancestors_of_clause(attitude.word):
        if any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts):
            thinkers = {thinker.i for thinker in tree.grammatical_subjects(clause.head)}
            return not thinkers & {holder.i for holder in attitude.holders}
    return False


def by_judgement(scene: Scene, naming: Naming, said: Attributed) -> Stance | None:
    """The stance of a speaker who judges a measure, or who speaks for a side of it."""
    token = naming.trigger.token
    inside = (part for part in judgements.judging(token) if any(start <= part.i < end for start, end in said.content))
    worth = judgements.judged(inside)
    cue = lemma(scene.doc[said.cue]) if said.cue >= 0 else ""
    if naming.answer and on_side(scene, said.by, naming.senders):
        return None
    hit = on_side(scene, said.by, naming.targets)
    sends = on_side(scene, said.by, naming.senders)
    if hit and not sends:
        aside = cue in lexicon.words("sanctions_stances", "telling.cues") or (worth >= 0 and _aside(token, said.cue))
        return None if aside else "oppose"
    if stances.asked(token):
        return None
    if stances.hanging(naming):
        return "conditional"
    if judgements.branded(token):
        return "oppose"
    doing = naming.handled.doing
    if doing is not None and doing.mood == "wanted":
        return WORDS[stances.pressure(naming)]
    if worth:
        return WORDS[worth * stances.pressure(naming)]
    faced = any(lemma(governor.token) == "face" for governor in naming.handled.governors)
    if naming.status == "threatened" and (faced or cue in {"warn", "threaten"}):
        return "conditional"
    return "support" if sends and naming.status in {"imposed", "extended", "proposed", "threatened"} else None


def _aside(token: Token, cue: int) -> bool:
    """True for a sanction that is only mentioned deep inside what somebody says of other things."""
    clauses = 0
    for clause in tree.ancestors_of_clause(token):
        if clause.i == cue or clause.dep_ == "ROOT":
            break
        clauses += 1
    return clauses > _DEEPEST
