"""Trade shut off between states by what is done to goods, whichever goods they are.

"Banned Chadian melons", "a ban on Chadian melons", "stopped selling melons to Chad", "closed its border with Chad".
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from generator.language import tree
from generator.language.cast.named import Named
from generator.language.debate.sanction_trigger import (
    Strength,
    Trigger,
    is_noun,
    is_verb,
    lemma,
    modifiers,
    pressed,
    struck,
    words,
)


def banning(token: Token, names: Named) -> Trigger | None:
    """A ban on another state's goods: "announced a ban on Chadian melons", "banned Chadian melons"."""
    verbal = is_verb(token)
    if not verbal and not is_noun(token):
        return None
    heads = struck(token) if verbal else _banned(token)
    goods = tuple(head for head in heads if _goods(head, names))
    verb = token if verbal else token.head
    if not goods or not (verbal or is_verb(verb)):
        return None
    hit = names.among(part for head in goods for part in (*modifiers(head), *tree.prepositional_objects(head, "from")))
    own = () if verbal else tuple(modifiers(token))
    strength = _strength(names, (*_acting(verb), *own), hit)
    if strength is None:
        return None
    return Trigger(token=token, kind="trade", strength=strength, objects=goods, verbal=verbal)


def trading(token: Token, names: Named) -> Trigger | None:
    """Trade that one state stops with another: "stopped selling melons to Chad", "will stop buying Chadian melons"."""
    deals = (child for child in token.rights if child.dep_ == "xcomp" and child.tag_ == "VBG")
    deal = next((child for child in deals if lemma(child) in words("traded.deeds")), None)
    if deal is None or not is_verb(token):
        return None
    things = tuple(child for child in deal.rights if child.dep_ in tree.OBJECTS)
    reached = tuple(
        target for part in (deal, *things) for target in tree.prepositional_objects(part, "to", "from", "for")
    )
    sold = (*things, *reached)
    hit = names.among(part for head in sold for part in (head, *modifiers(head)) if names.country((part,)))
    strength = _strength(names, _acting(token), hit)
    if strength is None:
        return None
    return Trigger(token=token, kind="trade", strength=strength, objects=sold, verbal=True)


def closing(token: Token, names: Named) -> Trigger | None:
    """A border or a port closed to another state, where the sentence tells it as pressure."""
    doors = tuple(one for one in struck(token) if lemma(one) in words("shut.doors")) if is_verb(token) else ()
    beyond = tuple(one for part in (token, *doors) for one in tree.prepositional_objects(part, "with", "to"))
    hit = names.among(part for head in beyond for part in (head, *modifiers(head)) if names.country((part,)))
    strength = _strength(names, _acting(token), hit)
    if not doors or strength is None or not pressed(token):
        return None
    return Trigger(token=token, kind="trade", strength=strength, objects=beyond, verbal=True)


def _banned(noun: Token) -> tuple[Token, ...]:
    """What a ban is on, also where the parser ties "on" to the verb."""
    heads = tree.prepositional_objects(noun, "on", "of")
    if not heads and noun.i + 1 < noun.sent.end and noun.nbor(1).lower_ == "on":
        heads = tuple(child for child in noun.nbor(1).children if child.dep_ == "pobj")
    return tuple(member for head in heads for member in tree.conjuncts(head))


def _goods(head: Token, names: Named) -> bool:
    """True for a common noun of a country's, or from a country, that is no person, party or event."""
    if head.pos_ != "NOUN" or any(
        lemma(head) in words(key) for key in ("traded.none", "excluded.members", "things.assets")
    ):
        return False
    if lemma(head) in words("party.nouns") and lemma(head) not in words("things.trade") | words("things.energy"):
        return False
    of = (part for part in modifiers(head) if part.dep_ in {"amod", "compound", "nmod"})
    return names.country(of) or names.country(tree.prepositional_objects(head, "from"))


def _acting(verb: Token) -> tuple[Token, ...]:
    """Who acts, through a verb that hangs on another; "it" in what somebody says it would do is whoever says so."""
    doers = tree.doers(verb)
    if verb.dep_ == "ccomp" and all(doer.lower_ in {"it", "they"} for doer in doers):
        doers = tree.grammatical_subjects(verb.head) or doers
    return tuple(part for doer in doers for part in (doer, *modifiers(doer)))


def _strength(names: Named, acting: Iterable[Token], hit: Iterable[str]) -> Strength | None:
    """Pressure between two states; an echo where who acts is not named, nothing where a state acts at home."""
    doing, struck_ = set(names.among(acting)), set(hit)
    if not struck_ - doing:
        return None
    return "pressed" if doing else "echo"
