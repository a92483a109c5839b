"""Where a text names a sanction: nouns, compounds and verbs, as tokens, not yet with sender, target or status.

A trigger is *certain* where its words name a sanction by themselves, *pressed* where its sentence shows it to be pressure
on somebody, an *echo* where it is a sanction only if the article names one elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from spacy.tokens import Doc, Token

from generator.language import lexicon, marks, tree
from generator.language.named import Named
from generator.model.facts import MeasureKind

Strength = Literal["certain", "pressed", "echo"]

_NAME = "sanctions"
_PHRASE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "det", "npadvmod", "conj", "cc", "punct", "case", "quantmod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One naming of a sanction: the word that names it, and the heads of the phrases that it acts on.

    `verbal` is true where the word is a verb, so that its subject is who does it.
    """

    token: Token
    kind: MeasureKind
    strength: Strength
    objects: tuple[Token, ...] = ()
    verbal: bool = False


def lemma(token: Token) -> str:
    """The lemma in lower case; of a capitalised word, which a pipeline takes for a name, without the plural ending."""
    own: str = token.lemma_.lower()
    if token.pos_ == "PROPN" and own.endswith("s") and own == token.lower_ and len(own) > 4:
        return own[:-1]
    return own


def find(doc: Doc, names: Named) -> tuple[Trigger, ...]:
    """The triggers of an article in text order; none where nothing certain or pressed opens the debate."""
    found = tuple(_candidates(doc, names))
    if not any(trigger.strength != "echo" for trigger in found):
        return ()
    return found


def _candidates(doc: Doc, names: Named) -> Iterator[Trigger]:
    readers = _readers()
    for sentence in marks.usable(doc):
        for token in sentence:
            reader = readers.get(lemma(token))
            if reader is None or token.is_space:
                continue
            for read in reader:
                trigger = read(token, names)
                if trigger is not None:
                    yield trigger
                    break


Reader = Callable[[Token, Named], Trigger | None]


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """The readers to try for each lemma, the surest first."""
    found: dict[str, list[Reader]] = {}
    table = lexicon.table(_NAME)
    rows: tuple[tuple[Any, Reader], ...] = (
        (table["nouns"], _named),
        (table["hit"], _hitting),
        (table["excluded"]["verbs"], _putting_out),
        (table["excluded"]["nouns"], _putting_out),
        (frozenset(word for row in table["acts"] for word in row["words"]), _stopping),
        (table["barred"]["verbs"], _barring),
        (table["guarded"], _guarded),
        (table["duties"]["nouns"], _duty),
        (table["penalties"]["nouns"] | table["penalties"]["aimed"], _penalty),
        (table["echoes"]["hit"] | table["echoes"]["answer"] | table["echoes"]["answer_in"], _echo),
    )
    for words, reader in rows:
        for word in words:
            found.setdefault(word, []).append(reader)
    return {word: tuple(readers) for word, readers in found.items()}


def _words(key: str) -> frozenset[str]:
    return lexicon.words(_NAME, key)


def _kind(name: str) -> MeasureKind:
    return cast(MeasureKind, name)


def modifiers(token: Token) -> Iterator[Token]:
    """The words of a noun's own phrase before it, compounds of compounds too."""
    for child in token.lefts:
        if child.dep_ in _PHRASE:
            yield child
            yield from modifiers(child)


def _beside(token: Token) -> frozenset[str]:
    return frozenset(lemma(word) for word in modifiers(token))


def _is_noun(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"} or token.tag_.startswith("NN")


def _is_verb(token: Token) -> bool:
    return token.pos_ == "VERB" or (token.tag_.startswith("VB") and token.pos_ != "NOUN")


def _named(token: Token, _names: Named) -> Trigger | None:
    """Sanctions and embargoes, short of approvals, penalties of courts, and holds on news."""
    if _is_verb(token) or not token.is_alpha and "-" not in token.text:
        return None
    beside = _beside(token)
    if lemma(token) == "embargo":
        if beside & _words("not.news"):
            return None
    elif beside & _words("not.modifiers") or _approval(token) or _of_court(token):
        return None
    if token.dep_ == "compound" and lemma(token.head) in _words("not.bodies"):
        return None
    return Trigger(token=token, kind=_noted(token, lexicon.mapping(_NAME, "nouns")[lemma(token)]), strength="certain")


def _approval(token: Token) -> bool:
    if token.tag_ in {"NNS", "NNPS"} or token.lower_.endswith("s"):
        return False
    governor = token.head
    if token.dep_ == "pobj" and governor.lower_ in {"with", "without", "under"}:
        return True
    return token.dep_ in {"dobj", "nsubjpass"} and lemma(governor) in _words("not.given")


def _of_court(token: Token) -> bool:
    return any(
        lemma(target) in _words("not.courts") for target in tree.prepositional_objects(token, "on", "against", "for", "by")
    )


def _noted(token: Token, kind: str) -> MeasureKind:
    """The kind that the words around a noun tell, or its own."""
    beside = _beside(token) | {lemma(word) for word in tree.prepositional_objects(token, "of", "on")}
    for name, words in lexicon.table(_NAME)["words"].items():
        if beside & words:
            return _kind(name)
    return _kind(kind)


def _barring(token: Token, names: Named) -> Trigger | None:
    """Somebody barred from travelling, buying, investing: "banned them from entering the bloc"."""
    deeds = lexicon.mapping(_NAME, "barred.deeds")
    deed = next((deed for deed in tree.prepositional_objects(token, "from") if lemma(deed) in deeds), None)
    if deed is None or not _is_verb(token):
        return None
    objects = tuple(tree.antecedent(one) for one in _struck(token))
    named = names.actor(part for head in objects for part in head.subtree)
    if not named and not any(head.lower_ == "them" for head in objects):
        return None
    strength: Strength = "pressed" if named and pressed(token) else "echo"
    kind = _kind(deeds[lemma(deed)])
    if kind != "travel-ban":
        objects = tree.prepositional_objects(deed, "to", "from", "with", "in") or objects
    return Trigger(token=token, kind=kind, strength=strength, objects=objects, verbal=True)


def _struck(verb: Token) -> tuple[Token, ...]:
    """Whom a verb strikes: its object, or the subject of a passive."""
    if tree.passive(verb):
        return tree.grammatical_subjects(verb)
    return tuple(child for child in verb.children if child.dep_ in tree.OBJECTS)


def _guarded(token: Token, names: Named) -> Trigger | None:
    """Blockades, boycotts, blacklists and expulsions, where their phrase says of whom or by whom."""
    if not _is_noun(token):
        return None
    word = lemma(token)
    inside = {lemma(part) for part in token.subtree}
    if inside & _words(f"guard.{word}"):
        return None
    owned = names.actor(token.subtree)
    if word == "boycott":
        owned = names.country(token.subtree) or bool(inside & _words("aimed.boycotts"))
    listed = word.startswith("blacklist") and any(
        names.actor(child.subtree) for above in _above(token, 2) for child in above.children if child.dep_ == "dobj"
    )
    made = listed or lemma(token.head) in {"impose", "lift"} and names.actor(tree.doers(token.head))
    strength: Strength = "pressed" if (owned or made) and word != "expulsion" else "echo"
    return Trigger(token=token, kind=_noted(token, lexicon.mapping(_NAME, "guarded")[word]), strength=strength)


def _duty(token: Token, names: Named) -> Trigger | None:
    """Tariffs and duties: as pressure only."""
    if not _is_noun(token) or (token.dep_ == "compound" and lemma(token.head) not in _words("duties.compounds")):
        return None
    if token.ent_type_ == "ORG" or (token.pos_ == "PROPN" and token.i and token.nbor(-1).lower_ == "on"):
        return None
    if lemma(token) == "duty" and (token.tag_ not in {"NNS", "NNPS"} or token.head.lower_ == "on"):
        return None
    strength: Strength = "echo"
    if _beside(token) & _words("duties.punitive"):
        strength = "certain"
    else:
        if any(lemma(above) in _words("duties.bargained") for above in _above(token, 1)):
            return None
        raised = any(lemma(above) in _words("duties.raising") for above in _above(token, 3))
        if raised and names.country(token.sent):
            aimed = names.country(part for child in token.rights for part in child.subtree) or names.country(modifiers(token))
            strength = "certain" if aimed else "pressed" if pressed(token) else "echo"
        elif pressed(token):
            strength = "pressed"
    return Trigger(token=token, kind="trade", strength=strength)


def _above(token: Token, most: int) -> Iterator[Token]:
    for _ in range(most):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def _penalty(token: Token, _names: Named) -> Trigger | None:
    """Punitive measures and trade restrictions; bare measures only as an echo."""
    if not _is_noun(token):
        return None
    beside = _beside(token)
    word = lemma(token)
    aimed = any(
        child.lower_ in {"on", "against", "over"} and child.dep_ == "prep" for child in token.rights
    ) or lemma(token.head) in {"face", "retaliate"}
    kind = _noted(token, "unspecified")
    if beside & _words("penalties.other"):
        return None
    if "punitive" in beside and word in {"measure", "penalty", "action", "step", "countermeasure"}:
        return Trigger(token=token, kind=kind, strength="certain" if aimed or pressed(token) else "pressed")
    if word in _words("penalties.aimed"):
        return Trigger(token=token, kind=kind, strength="echo") if aimed or beside & _words("penalties.adjectives") else None
    if beside & _words("penalties.pressing") and (aimed or word == "penalty") and pressed(token):
        return Trigger(token=token, kind=kind, strength="pressed")
    handled = {lemma(token.head)} & (lexicon.words("sanctions_status", "acts.impose") | lexicon.words("sanctions_status", "acts.lift")
        | lexicon.words("sanctions_status", "acts.ease") | lexicon.words("sanctions_status", "acts.extend"))
    taken_up = handled and any(child.lower_ in {"the", "these", "those", "its", "such"} for child in token.lefts)
    if aimed or taken_up or beside & _words("penalties.adjectives"):
        return Trigger(token=token, kind=kind, strength="echo")
    return None


def _hitting(token: Token, names: Named) -> Trigger | None:
    """Verbs whose object is the target: to sanction, to blacklist."""
    if not _is_verb(token) or lemma(token) == "boycott":
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
    if lemma(token) in _words("aimed.verbs") and not names.country(part for head in hit for part in head.subtree):
        return None
    if any(child.lower_ in _words("not.adverbs") for child in token.children):
        return None
    if not any(_may_be_hit(party, names) for head in hit for party in tree.conjuncts(head)):
        return None
    return Trigger(
        token=token,
        kind=_kind(lexicon.mapping(_NAME, "hit")[lemma(token)]),
        strength="certain",
        objects=hit,
        verbal=True,
    )


def _may_be_hit(token: Token, names: Named) -> bool:
    if names.actor((token,)) or lemma(token) in _words("party.nouns"):
        return True
    return names.country(modifiers(token)) and lemma(token) not in {"attack", "plan", "action", "move", "strike"}


def _putting_out(token: Token, names: Named) -> Trigger | None:
    """A country, its team or its banks put out of a body."""
    verbal = _is_verb(token)
    if not verbal and not _is_noun(token):
        return None
    words = {lemma(token), *(child.lower_ for child in token.rights if child.dep_ == "prt")}
    if words & {"cut", "drop", "kick", "throw"} and not words & {"off", "out", "from"} and not tree.prepositional_objects(token, "from"):
        return None
    bodies = tree.prepositional_objects(token, "from", "of")
    for child in token.rights:
        if child.dep_ in {"prep", "prt", "advmod"} and child.lower_ in {"out", "off"}:
            bodies += tree.prepositional_objects(child, "of", "from")
    whole = verbal and lemma(token) in {"suspend", "expel"} and names.country(_struck(token))
    if not whole and not any(_is_body(part) for body in bodies for part in body.subtree):
        return None
    if verbal:
        put = _struck(token)
    else:
        put = tree.prepositional_objects(token, "of")
        put += tuple(child for child in token.lefts if child.dep_ in {"poss", "compound", "amod"})
    put = tuple(tree.antecedent(one) for one in put)
    if not any(_is_member(party, names) for head in put for party in tree.conjuncts(head)):
        return None
    return Trigger(token=token, kind="diplomatic", strength="certain", objects=put, verbal=verbal)


def _is_body(token: Token) -> bool:
    return lemma(token) in _words("excluded.bodies")


def _is_member(token: Token, names: Named) -> bool:
    if names.country((token,)):
        return True
    return lemma(token) in _words("excluded.members") and names.country(modifiers(token))


def _stopping(token: Token, names: Named) -> Trigger | None:
    """Acts that stop a flow: freeze assets, suspend aid, ban imports, expel diplomats."""
    verbal = _is_verb(token)
    if not verbal and not _is_noun(token):
        return None
    word = lemma(token)
    rows = [row for row in lexicon.table(_NAME)["acts"] if word in row["words"]]
    stopped = _stopped(token, verbal=verbal)
    expelled = any("envoys" in row["certain"] for row in rows)
    if expelled and any(_is_thing(head, "staff") and names.actor((*modifiers(head), *_behind(head))) for head in stopped):
        return Trigger(token=token, kind="diplomatic", strength="certain", objects=stopped, verbal=verbal)
    if expelled and verbal and any(head.lower_ == "them" for head in stopped):
        return Trigger(token=token, kind="diplomatic", strength="echo", verbal=True)
    for row in rows:
        for name in row["things"]:
            if any(_is_thing(part, name) for head in stopped for part in (head, *modifiers(head), *_of(head))):
                return _stop(token, names, name, stopped, certain=name in row["certain"], verbal=verbal)
    return None


def _stop(token: Token, names: Named, name: str, stopped: tuple[Token, ...], *, certain: bool, verbal: bool) -> Trigger | None:
    aimed = names.actor(part for head in stopped for part in head.subtree) or names.actor(
        part
        for target in tree.prepositional_objects(token, "to", "on", "against", "from", "for", "with", "in")
        for part in target.subtree
    )
    aimed = aimed or any(
        lemma(target) in _words("aimed.generic")
        for head in (token, *stopped)
        for target in tree.prepositional_objects(head, "to", "from", "with", "against")
    )
    compound = not verbal and any(_is_thing(part, name) for part in modifiers(token))
    kind = _kind(lexicon.mapping(_NAME, "kinds")[name])
    if certain or (compound and name in {"assets", "envoys"}):
        return Trigger(token=token, kind=kind, strength="certain", objects=stopped, verbal=verbal)
    if not aimed and not compound:
        return None
    given = name in _words("aimed.gifts") and lemma(token) in _words("aimed.stops") and _towards(token, stopped, names)
    strength: Strength = "pressed" if given or (aimed and name != "deals" and pressed(token)) else "echo"
    whole = any(lemma(head) in _words("things.deals") or lemma(head) == "pipeline" for head in stopped)
    return Trigger(token=token, kind=kind, strength=strength, objects=() if whole else stopped, verbal=verbal)


def _towards(token: Token, stopped: tuple[Token, ...], names: Named) -> bool:
    """True where a flow is stopped that goes to a country: "suspended aid to X"."""
    return names.country(
        target for head in (token, *stopped) for target in tree.prepositional_objects(head, "to", "for", "with")
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
            heads = tree.grammatical_subjects(token)
        else:
            heads = tuple(child for child in token.children if child.dep_ in tree.OBJECTS)
        if not heads and token.tag_ == "VBN" and token.dep_ in {"acl", "amod"}:
            heads = (token.head,)
        heads = tuple(tree.antecedent(head) for head in heads)
    else:
        heads = tuple(child for child in token.lefts if child.dep_ in {"compound", "amod", "nmod"})
        heads += tree.prepositional_objects(token, "of", "on", "to", "in", "with") or _next_object(token)
    return tuple(member for head in heads for member in tree.conjuncts(head))


def _next_object(token: Token) -> tuple[Token, ...]:
    """What a preposition right after a noun governs, where the parser ties it to the verb: "lifting the ban on arming"."""
    if token.i + 1 >= token.sent.end or token.nbor(1).lower_ not in {"of", "on"}:
        return ()
    return tuple(child for child in token.nbor(1).children if child.dep_ in {"pobj", "pcomp"})


def _of(token: Token) -> tuple[Token, ...]:
    return tree.prepositional_objects(token, "of")


def _is_thing(token: Token, name: str) -> bool:
    return lemma(token) in _words(f"things.{name}") or token.lower_ in _words(f"things.{name}")


def _echo(token: Token, names: Named) -> Trigger | None:
    """Punish, retaliate, respond in kind: an echo."""
    if not _is_verb(token):
        return None
    word = lemma(token)
    objects = tuple(child for child in token.children if child.dep_ in tree.OBJECTS)
    if word in _words("echoes.hit") and names.actor(part for head in objects for part in head.subtree):
        return Trigger(token=token, kind="unspecified", strength="echo", objects=objects, verbal=True)
    if word in _words("echoes.answer"):
        return Trigger(token=token, kind="unspecified", strength="echo", verbal=True)
    if word in _words("echoes.answer_in") and any(
        _lemma_in(target, "echoes.kind") for target in tree.prepositional_objects(token, "in", "with")
    ):
        return Trigger(token=token, kind="unspecified", strength="echo", verbal=True)
    return None


def _lemma_in(token: Token, key: str) -> bool:
    return lemma(token) in _words(key)


def answers(token: Token) -> bool:
    """True for verbs of hitting back: to retaliate, to respond in kind."""
    return lemma(token) in _words("echoes.answer") | _words("echoes.answer_in")


def pressed(token: Token) -> bool:
    """True where the sentence shows pressure: a word of punishment, an answer, a term."""
    sentence = token.sent
    cues = _words("cues.lemmas")
    if any(lemma(other) in cues for other in sentence if other.i != token.i):
        return True
    text = sentence.text.lower()
    return any(phrase in text for phrase in _words("cues.phrases"))
