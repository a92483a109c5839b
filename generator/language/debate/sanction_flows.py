"""Acts that stop what flows between states: to freeze assets, suspend aid, ban imports, expel diplomats."""

from __future__ import annotations

from collections.abc import Iterator

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
    words,
)

_NAME = "sanctions"
_CARRIED = ("deals", "ties", "trade", "aid", "arms", "envoys", "finance")


def stopping(token: Token, names: Named) -> Trigger | None:
    """Acts that stop a flow: freeze assets, suspend aid, ban imports, expel diplomats."""
    unread = _unread_noun(token)
    verbal = is_verb(token) and not unread
    if not verbal and not is_noun(token) and not unread:
        return None
    word = lemma(token)
    rows = [row for row in lexicon.table(_NAME)["acts"] if word in row["words"]]
    stopped = (token.nbor(-1),) if unread else _stopped(token, verbal=verbal)
    expelled = any("envoys" in row["certain"] for row in rows)
    if expelled and any(
        _is_thing(head, "staff") and names.actor((*modifiers(head), *_behind(head))) for head in stopped
    ):
        return Trigger(token=token, kind="diplomatic", strength="certain", objects=stopped, verbal=verbal)
    if expelled and verbal and any(head.lower_ == "them" for head in stopped):
        return Trigger(token=token, kind="diplomatic", strength="echo", verbal=True)
    kinds = lexicon.mapping(_NAME, "kinds")
    for row in rows:
        for name in (name for name in kinds if name in row["things"]):
            given = name == "assets" and _towards(token, stopped, names)
            if not given and any(_flows(head, name) for head in stopped):
                return _stop(token, names, name, stopped, certain=name in row["certain"], verbal=verbal)
    return None


def ending(token: Token, names: Named) -> Trigger | None:
    """A flow that there would be no more of on a condition: "there would be no more gas from X if it attacked"."""
    verb = token.head
    without = any(child.lower_ in {"no", "more", "longer"} for child in token.lefts) or any(
        child.lower_ in {"no", "longer"} for child in verb.children
    )
    there = any(child.lower_ == "there" for child in verb.lefts)
    if not (is_noun(token) and verb.lemma_ == "be" and there and without):
        return None
    kinds = lexicon.mapping(_NAME, "kinds")
    name = next((one for one in kinds if one != "travel" and _flows(token, one)), None)
    if name is None or not (_threatened(verb) and names.country(token.sent)):
        return None
    aimed = names.country((*token.subtree,))
    return Trigger(
        token=token,
        kind=kind_of(kinds[name]),
        strength="pressed" if aimed else "echo",
        objects=(token,) if aimed else (),
    )


def _unread_noun(token: Token) -> bool:
    """True for a plural that was taken for a verb, with another right behind it: "the visa bans imposed on"."""
    if token.tag_ != "VBZ" or token.i == token.sent.start or token.i + 1 >= token.sent.end:
        return False
    return token.nbor(-1).tag_ == "NN" and token.nbor(1).tag_ in {"VBN", "VBD"}


def _threatened(verb: Token) -> bool:
    """True for what will be, on a condition."""
    future = any(child.lower_ in {"will", "would", "'ll", "’ll", "wo"} for child in verb.lefts)
    return future and any(part.lower_ in {"if", "unless", "should"} for part in verb.sent)


def _stop(
    token: Token, names: Named, name: str, stopped: tuple[Token, ...], *, certain: bool, verbal: bool
) -> Trigger | None:
    aims = tree.prepositional_objects(token, "to", "on", "against", "from", "for", "with", "in")
    hit = [part for head in (*stopped, *aims) for part in head.subtree]
    aimed = names.actor(hit) or _aimed_at_generic(token, stopped)
    if name == "deals" and not names.country(hit) and not _aimed_at_generic(token, stopped) and not _projects(stopped):
        return None
    compound = not verbal and any(_is_thing(part, name) for part in (*modifiers(token), *stopped[:1]))
    kind = kind_of(lexicon.mapping(_NAME, "kinds")[name])
    if certain or (compound and name in {"assets", "envoys"}):
        return Trigger(token=token, kind=kind, strength="certain", objects=stopped, verbal=verbal)
    if not aimed and not compound and not (name in words("aimed.schemes") and _forced(token, names)):
        named = verbal and name in words("aimed.untold") and lemma(token) in words("aimed.stops")
        if not named or not (names.country(tree.doers(token)) or _of_union(token, names)):
            return None
    given = name in words("aimed.gifts") and lemma(token) in words("aimed.stops") and _towards(token, stopped, names)
    given = given or (name in words("aimed.flows") and _between_states(token, hit, names, verbal=verbal))
    strength: Strength = "pressed" if given or (names.country(hit) and name != "deals" and pressed(token)) else "echo"
    if not verbal:
        stopped = tuple(head for head in stopped if head.i > token.i)
    whole = any(lemma(head) in words("things.deals") or lemma(head) == "pipeline" for head in stopped)
    return Trigger(token=token, kind=kind, strength=strength, objects=() if whole else stopped, verbal=verbal)


def _forced(token: Token, names: Named) -> bool:
    """True where a scheme ends under pressure, or would on a condition, by the act of a country."""
    acting = [part for doer in tree.doers(token) for part in (doer, *modifiers(doer))] if is_verb(token) else []
    return pressed(token) or (is_verb(token) and _threatened(token) and names.country(acting))


def _projects(stopped: tuple[Token, ...]) -> bool:
    """True for a deal or project as such, which is no agreement with somebody at home."""
    return any(lemma(head) != "agreement" for head in stopped)


def _between_states(token: Token, hit: list[Token], names: Named, *, verbal: bool) -> bool:
    """True where a state stops a flow to or from another.

    "Peru suspended exports to Chile", "said it would ban Chilean wine", "is considering a ban on Chilean wine".
    """
    verb = token if verbal else token.head
    if lemma(token) not in words("aimed.barring") or not is_verb(verb):
        return False
    doers = _said_doers(verb)
    acting = set(names.among(part for part in doers if names.country((part,))))
    struck = set(names.among(part for part in hit if names.country((part,))))
    return bool(struck - acting) if acting else bool(struck) and _of_union(verb, names)


def _said_doers(verb: Token) -> list[Token]:
    """Who acts, with their modifiers; "it" in what somebody says it would do is whoever says so."""
    doers = tree.doers(verb)
    if verb.dep_ == "ccomp" and all(doer.lower_ in {"it", "they"} for doer in doers):
        doers = tree.grammatical_subjects(verb.head) or doers
    return [part for doer in doers for part in (doer, *modifiers(doer))]


def _of_union(verb: Token, names: Named) -> bool:
    """True where ministers or leaders of a union of states do it."""
    heads = tuple(doer for doer in tree.doers(verb) if names.actor((doer, *modifiers(doer))))
    return any(lemma(head) in {"minister", "leader", "union", "bloc", "commission"} for head in heads)


def _aimed_at_generic(token: Token, stopped: tuple[Token, ...]) -> bool:
    """True for what is stopped towards "the country", "the regime": somebody named before."""
    owners = (child for head in stopped for child in head.lefts if child.dep_ == "poss")
    targets = (
        target
        for head in (token, *stopped)
        for target in tree.prepositional_objects(head, "to", "from", "with", "against")
    )
    return any(lemma(one) in words("aimed.generic") for one in (*owners, *targets))


def _flows(head: Token, name: str) -> bool:
    """True where a phrase is of a class of things: by its head, or as what a sale, a shipment or a deal is of."""
    if _is_thing(head, name) or any(_is_thing(part, name) for part in _of(head)):
        return True
    carries = lemma(head) in words("things.carriers") or any(lemma(head) in words(f"things.{one}") for one in _CARRIED)
    return carries and any(_is_thing(part, name) for part in modifiers(head))


def _towards(token: Token, stopped: tuple[Token, ...], names: Named) -> bool:
    """True where a flow is stopped that goes to a country: "suspended aid to X"."""
    return names.country(
        target
        for head in (token, *stopped, *(part for head in stopped for part in _of(head)))
        for target in tree.prepositional_objects(head, "to", "for", "with")
    )


def _behind(token: Token) -> Iterator[Token]:
    """The words that a noun's participle or preposition ties to it: "workers employed by X"."""
    for child in token.rights:
        if child.dep_ in {"acl", "prep"} and child.lower_ not in {"from", "over", "after", "amid"}:
            yield from child.subtree


def _stopped(token: Token, *, verbal: bool) -> tuple[Token, ...]:
    """The heads of what is stopped."""
    if verbal:
        if tree.passive(token):
            heads = tree.grammatical_subjects(token) or _before_infinitive(token)
        else:
            heads = tuple(child for child in token.children if child.dep_ in tree.OBJECTS)
        if not heads and token.tag_ in {"VBN", "VBD", "JJ"} and token.dep_ in {"acl", "amod"}:
            heads = (token.head,)
        heads = tuple(tree.antecedent(head) for head in heads)
    else:
        heads = tuple(child for child in token.lefts if child.dep_ in {"compound", "amod", "nmod"})
        heads += tree.prepositional_objects(token, "of", "on", "to", "in", "with") or _next_object(token)
    return tuple(member for head in heads for member in tree.conjuncts(head))


def _before_infinitive(verb: Token) -> tuple[Token, ...]:
    """What is to be done to something, by place: "called for | the assets of officials | to be frozen"."""
    to = next((child.i for child in verb.lefts if child.tag_ == "TO"), 0)
    objects = tree.prepositional_objects(verb.head, "for") if to else ()
    return tuple(one for one in objects if one.i < to == one.right_edge.i + 1)


def _next_object(token: Token) -> tuple[Token, ...]:
    """What a preposition after a noun governs, where the parser ties it to a verb: "lifting the ban on arming"."""
    if token.i + 1 >= token.sent.end or token.nbor(1).lower_ not in {"of", "on"}:
        return ()
    return tuple(child for child in token.nbor(1).children if child.dep_ in {"pobj", "pcomp"})


def _of(token: Token) -> tuple[Token, ...]:
    """What a delivery, a sale or a licence is of; what any other noun is of flows nowhere."""
    if lemma(token) not in words("things.carriers"):
        return ()
    after = token.right_edge.i + 1
    near = token.doc[after] if after < token.sent.end and token.doc[after].lower_ in {"of", "in"} else token
    hung_elsewhere = tuple(child for child in near.rights if child.dep_ == "pobj") if near.i != token.i else ()
    return tree.prepositional_objects(token, "of", "in") or hung_elsewhere


def _is_thing(token: Token, name: str) -> bool:
    return lemma(token) in words(f"things.{name}") or token.lower_ in words(f"things.{name}")
