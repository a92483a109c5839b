"""Nouns that name a sanction: sanctions, embargoes, blockades, tariffs as pressure, punitive measures."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.cast.named import Named
from generator.language.debate.sanction_trigger import (
    Strength,
    Trigger,
    above,
    is_noun,
    is_verb,
    kind_of,
    lemma,
    lemmas_before,
    modifiers,
    pressed,
    words,
)
from generator.model.facts import MeasureKind

_NAME = "sanctions"


def named(token: Token, names: Named) -> Trigger | None:
    """Sanctions and embargoes, short of approvals, penalties of courts, and holds on news."""
    if (is_verb(token) and not _in_phrase(token)) or (not token.is_alpha and "-" not in token.text):
        return None
    beside = lemmas_before(token)
    strength: Strength = "certain"
    if lemma(token) == "embargo":
        if beside & words("not.news"):
            return None
        if not names.country(token.sent) and not any(
            beside & telling for telling in lexicon.table(_NAME)["words"].values()
        ):
            strength = "echo"
    elif beside & words("not.modifiers") or _approval(token) or _of_court(token):
        return None
    if token.dep_ == "compound" and lemma(token.head) in words("not.bodies"):
        return None
    return Trigger(token=token, kind=_noted(token, lexicon.mapping(_NAME, "nouns")[lemma(token)]), strength=strength)


def _in_phrase(token: Token) -> bool:
    """True for an "embargo" that parses as a verb but stands right after a noun, an adjective or an article."""
    if token.i == token.sent.start or token.lower_ != "embargo":
        return False
    return token.nbor(-1).pos_ in {"ADJ", "DET"} or token.nbor(-1).lower_ in {"arms", "trade", "oil", "weapons"}


def _approval(token: Token) -> bool:
    if token.tag_ in {"NNS", "NNPS"} or token.lower_.endswith("s"):
        return False
    governor = token.head
    if token.dep_ == "pobj" and governor.lower_ in {"with", "without", "under"}:
        return True
    return token.dep_ in {"dobj", "nsubjpass"} and lemma(governor) in words("not.given")


def _of_court(token: Token) -> bool:
    targets = tree.prepositional_objects(token, "on", "against", "for", "by")
    if token.i + 1 < token.sent.end and token.nbor(1).lower_ in {"on", "against"}:
        targets += tuple(child for child in token.nbor(1).children if child.dep_ == "pobj")
    return any(lemma(target) in words("not.courts") for target in targets)


def _noted(token: Token, kind: str) -> MeasureKind:
    """The kind that the words around a noun tell, or its own."""
    beside = lemmas_before(token) | {lemma(word) for word in tree.prepositional_objects(token, "of", "on")}
    if token.i > token.sent.start:
        beside |= {lemma(token.nbor(-1))}
    for name, telling in lexicon.table(_NAME)["words"].items():
        if beside & telling:
            return kind_of(name)
    return kind_of(kind)


def guarded(token: Token, names: Named) -> Trigger | None:
    """Blockades, boycotts, blacklists and expulsions, where their phrase says of whom or by whom."""
    if not is_noun(token):
        return None
    word = lemma(token)
    inside = {lemma(part) for part in token.subtree}
    if inside & words(f"guard.{word}"):
        return None
    if word == "blockade" and token.i + 1 < token.sent.end and token.nbor(1).lower_ == "in":
        return None
    owned = names.actor(token.subtree)
    if word == "boycott":
        owned = names.country(token.subtree) or bool(inside & words("aimed.boycotts"))
    listed = word.startswith("blacklist") and any(
        names.actor(child.subtree)
        for governor in above(token, 2)
        for child in governor.children
        if child.dep_ == "dobj"
    )
    made = listed or (lemma(token.head) in {"impose", "lift"} and names.actor(tree.doers(token.head)))
    strength: Strength = "pressed" if (owned or made) and word != "expulsion" else "echo"
    return Trigger(token=token, kind=_noted(token, lexicon.mapping(_NAME, "guarded")[word]), strength=strength)


def duty(token: Token, names: Named) -> Trigger | None:
    """Tariffs and duties: as pressure only."""
    if not is_noun(token) or (token.dep_ == "compound" and lemma(token.head) not in words("duties.compounds")):
        return None
    if token.ent_type_ == "ORG" or (token.pos_ == "PROPN" and token.i and token.nbor(-1).lower_ == "on"):
        return None
    if lemma(token) == "duty" and (token.tag_ not in {"NNS", "NNPS"} or token.head.lower_ == "on" or _task(token)):
        return None
    strength: Strength = "echo"
    if lemmas_before(token) & words("duties.punitive"):
        strength = "certain"
    else:
        if any(lemma(governor) in words("duties.bargained") for governor in above(token, 1)):
            return None
        raised = any(lemma(governor) in words("duties.raising") for governor in above(token, 3))
        if raised and names.country(token.sent):
            behind = token.nbor(1) if token.i + 1 < token.sent.end else token
            goods = behind.subtree if behind.lower_ in {"on", "against"} else ()
            aimed = names.country((*(part for child in token.rights for part in child.subtree), *goods))
            aimed = aimed or names.country(modifiers(token))
            strength = "certain" if aimed else "pressed" if pressed(token) else "echo"
        elif pressed(token):
            strength = "pressed"
    return Trigger(token=token, kind="trade", strength=strength)


def _task(duty: Token) -> bool:
    """True for duties that somebody has to do, rather than pay on goods."""
    on_goods = duty.i + 1 < duty.sent.end and duty.nbor(1).lower_ in {"on", "against"}
    before = lemmas_before(duty)
    raised = any(lemma(governor) in words("duties.raising") for governor in above(duty, 1))
    return not (on_goods or raised or before & words("duties.customs"))


def _at_home(token: Token) -> bool:
    """True for restrictions on what people do in their own country: on the press, on movement, on gatherings."""
    what = {lemma(one) for one in tree.prepositional_objects(token, "on", "against", "of")} | lemmas_before(token)
    if token.i + 1 < token.sent.end and token.nbor().lower_ == "on":
        what |= {lemma(child) for child in token.nbor().children if child.dep_ == "pobj"}
    return bool(what & words("penalties.home"))


def penalty(token: Token, _names: Named) -> Trigger | None:
    """Punitive measures and trade restrictions; bare measures only as an echo."""
    if not is_noun(token):
        return None
    beside = lemmas_before(token)
    word = lemma(token)
    aimed = any(child.lower_ in {"on", "against", "over"} and child.dep_ == "prep" for child in token.rights) or lemma(
        token.head
    ) in {"face", "retaliate"}
    kind = _noted(token, "unspecified")
    if beside & words("penalties.other") or (word == "restriction" and _at_home(token)):
        return None
    if "punitive" in beside and word in {"measure", "penalty", "action", "step", "countermeasure"}:
        return Trigger(token=token, kind=kind, strength="certain" if aimed or pressed(token) else "pressed")
    if word in words("penalties.aimed"):
        return (
            Trigger(token=token, kind=kind, strength="echo")
            if aimed or beside & words("penalties.adjectives")
            else None
        )
    if beside & words("penalties.pressing") and (aimed or word == "penalty") and pressed(token):
        return Trigger(token=token, kind=kind, strength="pressed")
    handled = any(lemma(token.head) in acts for acts in lexicon.table("sanctions_status")["acts"].values())
    plural = word == "penalty" and token.tag_ == "NNS"
    taken_up = (handled or plural) and any(
        child.lower_ in {"the", "these", "those", "its", "such"} for child in token.lefts
    )
    if aimed or taken_up or beside & words("penalties.adjectives"):
        return Trigger(token=token, kind=kind, strength="echo")
    return None
