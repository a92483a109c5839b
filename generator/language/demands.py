"""Component: demands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from generator.language import lexicon, marks, tree, who
from generator.language.asking import (
    asking_modals,
    asking_nouns,
    asking_verbs,
    conditions,
    firmness,
    imperatives,
    parties,
    scope,
    tellings,
    terms,
    ultimatums,
    within,
)
from generator.language.asking.askings import Asking, finite_subject
from generator.language.asking.extent import trimmed
from generator.language.marks import Attributed
from generator.model.facts import Attribution, Demand

READERS = (asking_verbs.read, asking_nouns.read, asking_modals.read, conditions.read, ultimatums.read)

OURSELVES = frozenset({"i", "we", "you", "one", "there", "he", "she", "who", "which", "that"})
"""Subjects of which a bare `must` is no demand unless they are known to be somebody else."""


SAID = frozenset({"clause", "quotation", "according"})
"""Frames of attribution whose content is a clause of its own."""


def mark(doc: Doc) -> None:
    """Finds who wants whom to do what: writes `demands`."""
    inside = within.speakers(doc)
    found: list[tuple[Asking, Demand]] = []
    beside: dict[int, list[tuple[Asking, Demand]]] = defaultdict(list)
    for asking in askings(doc):
        known = marks.of(doc).actors, marks.of(doc).mentions
        demand = _demand(doc, asking, inside)
        if demand:
            told = beside[asking.trigger.sent.start]
            told.append((asking, _addressed_with(asking, demand, told)))
            found.append(told[-1])
        else:
            marks.of(doc).actors, marks.of(doc).mentions = known
    marks.of(doc).demands = tellings.merged(demand for _, demand in sorted(found, key=lambda one: one[0].trigger.i))


def _addressed_with(asking: Asking, demand: Demand, before: Sequence[tuple[Asking, Demand]]) -> Demand:
    """An open demand coordinated with one whose addressee is known: "urged X to leave and demanded an apology"."""
    if demand.of or asking.form != "verb" or asking.trigger.dep_ != "conj":
        return demand
    heads = {asking.trigger.head.i, *(sibling.i for sibling in asking.trigger.conjuncts)}
    for earlier, known in reversed(before):
        inside = any(earlier.start <= head < earlier.end for head in heads)
        if (earlier.trigger.i in heads or inside) and known.by == demand.by:
            return replace(demand, of=known.of)
    return demand


def askings(doc: Doc) -> Iterator[Asking]:
    """All askings of the usable sentences, in text order."""
    for attributed in marks.of(doc).attributed:
        imperative = imperatives.read(doc, attributed)
        if imperative and not marks.of(doc).boilerplate[imperative.trigger.i]:
            yield imperative
    for sentence in marks.usable(doc):
        found = [asking for token in sentence for read in READERS if (asking := read(token))]
        outright = [asking for asking in found if asking.form in {"verb", "noun"}]
        for asking in found:
            implied = asking not in outright and any(one.start <= asking.trigger.i < one.end for one in outright)
            if not implied and scope.asked(asking):
                yield asking


def _thing(head: Token) -> bool:
    """True for a noun that is nobody's: "the damage", not "his country"."""
    return head.pos_ in {"NOUN", "PROPN"} and not any(child.dep_ == "poss" for child in head.lefts)


def _demand(doc: Doc, asking: Asking, inside: dict[int, Attributed]) -> Demand | None:
    around = inside.get(asking.trigger.i)
    heads = parties.demanders(asking)
    if around and heads and all(_own_government(head) for head in heads):
        heads = ()
        by = within.speaker(doc, around)
    elif asking.form == "condition":
        by = parties.actors(doc, heads)
    else:
        by = parties.parties(doc, heads, asked=False)
    # "The damage will last unless the trend is reversed" holds nothing over anybody.
    foretold = asking.form == "condition" and not by and any(_thing(head) for head in heads)
    if not by and (asking.form in {"modal", "imperative", "condition"} or _in_own_words(asking, heads)):
        by = within.speaker(doc, around)
    named = parties.parties(doc, parties.addressees(asking), asked=asking.form == "verb")
    of = tuple(key for key in named if key not in by)
    if foretold and not of:
        return None
    if asking.form == "modal" and of and set(of) <= _homes(doc, by):
        return None
    told_of = (
        asking.form == "noun"
        and not heads
        and bool(of)
        and asking.trigger.lemma_.lower() in lexicon.words("demands", "nouns.told")
    )
    if not (by or told_of) or (not of and (needs_addressee(asking) or (named and asking.form == "condition"))):
        return None
    start, end = asking.start, asking.end
    if around:
        end = min([end, *(last for first, last in around.content if first <= asking.start < last)])
        if around.frame in SAID:
            start = max([start, *(first for first, last in around.content if start < first <= asking.trigger.i < last)])
    start += asking.form == "condition" and doc[start].lower_ == "that"
    first, last = trimmed(doc, start, end)
    return Demand(
        core=_core(doc, asking),
        by=by,
        of=of,
        text=marks.cite(doc, first, last).quote,
        firmness=firmness.of(asking),
        condition=terms.condition(doc, asking),
        deadline=terms.deadline(doc, asking),
        attribution=_attribution(around, by),
        via=around.by if around and around.by != by else (),
        evidence=(within.passage(doc, asking.trigger.sent, min(asking.start, asking.trigger.i)),),
    )


def _own_government(head: Token) -> bool:
    """True for a bare "the government" of nobody named, in the mouth of one who speaks for it."""
    rules = head.lower_ in lexicon.words("who", "organs.rule")
    return rules and not who.of_token(head) and all(child.dep_ == "det" for child in head.children)


def _homes(doc: Doc, by: tuple[str, ...]) -> set[str]:
    """The countries in which speakers hold office: what one's own country must do is a view, asked of nobody."""
    actors = marks.of(doc).actors
    held = {role.of for actor in actors if actor.key in by for role in actor.roles if role.of}
    return {actor.key for actor in actors if actor.kind == "country" and actor.key in held}


def _in_own_words(asking: Asking, heads: tuple[Token, ...]) -> bool:
    """True where nobody else than the speaker can be meant: "I urge", a fragment "Strongly urged", "is a red line"."""
    if asking.form == "noun":
        return not heads and asking.trigger.lemma_ == "line"
    return not tree.passive(asking.trigger) and all(head.lower_ in parties.PERSONAL for head in heads)


def needs_addressee(asking: Asking) -> bool:
    """True where only an addressee makes a demand of what may be an opinion: `should`, "we must", a condition."""
    if asking.form == "condition":
        verb = asking.trigger.head
        if asking.trigger.lower_ in {"provided", "providing", "condition"}:
            return False
        if asking.trigger.lower_ == "as":
            return True
        if any(subject.pos_ == "PRON" and subject.lower_ != "you" for subject in tree.grammatical_subjects(verb)):
            return True
        return not tree.passive(verb) and not any(child.dep_ == "expl" for child in verb.lefts)
    if asking.form != "modal":
        return False
    subject = finite_subject(asking.trigger.head)
    return asking.trigger.lower_ != "must" or subject is None or subject.lower_ in OURSELVES


def _attribution(around: Attributed | None, by: tuple[str, ...]) -> Attribution:
    if around is None:
        return "indirect"
    if around.by == by:
        return "direct" if around.direct else "indirect"
    return "second-hand"


def _core(doc: Doc, asking: Asking) -> tuple[str, ...]:
    words = (token for token in doc[asking.start : asking.end])
    return tuple(token.lemma_.lower() for token in words if _content(token))


def _content(token: Token) -> bool:
    return token.is_alpha and not token.is_stop and token.ent_type_ not in {"DATE", "TIME"}
