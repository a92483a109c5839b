"""Acts that are sanctions in themselves: to sanction, put out of a body, bar somebody from a deed, hit back."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.cast.named import Named
from generator.language.debate.sanction_trigger import (
    Strength,
    Trigger,
    is_noun,
    is_verb,
    kind_of,
    lemma,
    modifiers,
    pressed,
    struck,
    words,
)
from generator.model.facts import MeasureKind

_NAME = "sanctions"
_CARRIED = ("deals", "ties", "trade", "aid", "arms", "envoys", "finance")


def hitting(token: Token, names: Named) -> Trigger | None:
    """Verbs whose object is the target: to sanction, to blacklist."""
    if not is_verb(token) or lemma(token) == "boycott":
        return None
    if token.dep_ == "amod":
        party, preceding = token.head, token.nbor(-1) if token.i else token
        if preceding.text in {"-", "–"} or any(child.dep_ == "advmod" for child in token.children):
            return None
        hit: tuple[Token, ...] = (party,)
    elif tree.passive(token) or token.dep_ == "acl":
        hit = tree.grammatical_subjects(token) or ((token.head,) if token.dep_ in {"acl", "relcl"} else ())
    else:
        hit = tuple(child for child in token.children if child.dep_ in tree.OBJECTS)
    hit = tuple(tree.antecedent(party) for party in hit)
    if lemma(token) in words("aimed.verbs") and not names.country(part for head in hit for part in head.subtree):
        return None
    if any(child.lower_ in words("not.adverbs") for child in token.children):
        return None
    if not any(_may_be_hit(party, names) for head in hit for party in tree.conjuncts(head)):
        return None
    return Trigger(
        token=token,
        kind=kind_of(lexicon.mapping(_NAME, "hit")[lemma(token)]),
        strength="certain",
        objects=hit,
        verbal=True,
    )


def _may_be_hit(token: Token, names: Named) -> bool:
    if names.actor((token,)) or lemma(token) in words("party.nouns"):
        return True
    return names.country(modifiers(token)) and lemma(token) not in {"attack", "plan", "action", "move", "strike"}


def putting_out(token: Token, names: Named) -> Trigger | None:
    """A country, its team or its banks put out of a body."""
    verbal = is_verb(token)
    if not verbal and not is_noun(token):
        return None
    own = {lemma(token), *(child.lower_ for child in token.rights if child.dep_ == "prt")}
    if (
        own & {"cut", "drop", "kick", "throw"}
        and not own & {"off", "out", "from"}
        and not tree.prepositional_objects(token, "from")
    ):
        return None
    bodies = tree.prepositional_objects(token, "from", "of")
    for child in token.rights:
        if child.dep_ in {"prep", "prt", "advmod"} and child.lower_ in {"out", "off"}:
            bodies += tree.prepositional_objects(child, "of", "from")
    whole = verbal and _outright(token, names)
    if not whole and not any(_is_body(part) for body in bodies for part in body.subtree):
        return None
    if verbal:
        put = struck(token)
    else:
        put = tree.prepositional_objects(token, "of")
        put += tuple(child for child in token.lefts if child.dep_ in {"poss", "compound", "amod"})
    put = tuple(tree.antecedent(one) for one in put)
    if not any(_is_member(party, names) for head in put for party in tree.conjuncts(head)):
        return None
    paying = any(lemma(part) in words("excluded.payments") for body in bodies for part in body.subtree)
    kind: MeasureKind = "financial" if paying else "diplomatic"
    return Trigger(token=token, kind=kind, strength="certain", objects=put, verbal=verbal)


def _outright(verb: Token, names: Named) -> bool:
    """True where a country is suspended, or a country's team or bank is banned, from whatever body."""
    hit = struck(verb)
    if lemma(verb) in {"suspend", "expel"} and names.country(one for one in hit if one.tag_ == "NNP"):
        return True
    members = (one for one in hit if lemma(one) in words("excluded.members"))
    return lemma(verb) in {"suspend", "ban", "exclude"} and any(names.country(modifiers(one)) for one in members)


def _is_body(token: Token) -> bool:
    return lemma(token) in words("excluded.bodies")


def _is_member(token: Token, names: Named) -> bool:
    if names.country((token,)):
        return True
    return lemma(token) in words("excluded.members") and names.country(modifiers(token))


def barring(token: Token, names: Named) -> Trigger | None:
    """Somebody barred from travelling, buying, investing: "banned them from entering the bloc"."""
    deeds = lexicon.mapping(_NAME, "barred.deeds")
    deed = next((deed for deed in tree.prepositional_objects(token, "from") if lemma(deed) in deeds), None)
    if deed is None or not is_verb(token):
        return None
    objects = tuple(tree.antecedent(one) for one in struck(token))
    named = names.actor(part for head in objects for part in head.subtree)
    if not named and not any(head.lower_ == "them" for head in objects):
        return None
    strength: Strength = "pressed" if named and pressed(token) else "echo"
    kind = kind_of(deeds[lemma(deed)])
    if kind != "travel-ban":
        objects = tree.prepositional_objects(deed, "to", "from", "with", "in") or objects
    return Trigger(token=token, kind=kind, strength=strength, objects=objects, verbal=True)


def echo(token: Token, names: Named) -> Trigger | None:
    """Punish, retaliate, respond in kind: an echo."""
    if not is_verb(token):
        return None
    word = lemma(token)
    objects = tuple(child for child in token.children if child.dep_ in tree.OBJECTS)
    if word in words("echoes.hit") and names.actor(part for head in objects for part in head.subtree):
        return Trigger(token=token, kind="unspecified", strength="echo", objects=objects, verbal=True)
    if word in words("echoes.answer"):
        return Trigger(token=token, kind="unspecified", strength="echo", verbal=True)
    if word in words("echoes.answer_in") and any(
        _lemma_in(target, "echoes.kind") for target in tree.prepositional_objects(token, "in", "with")
    ):
        return Trigger(token=token, kind="unspecified", strength="echo", verbal=True)
    return None


def _lemma_in(token: Token, key: str) -> bool:
    return lemma(token) in words(key)
