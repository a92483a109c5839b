"""Things asked for: something demanded or sought, leave to act oneself; and askings in the passive."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.asking.askings import (
    Asking,
    in_frame,
    infinitive_of,
    made,
    object_of,
    prepositional,
    start_of_infinitive,
)

FROM = frozenset({"from"})
IN = frozenset({"in"})


def thing(verb: Token, lemma: str) -> Asking | None:
    """Demand something; seek an end to something."""
    thing = object_of(verb)
    if thing is None:
        return None
    noun = thing.lemma_.lower()
    wanted = lexicon.words("demands", "things.sought")
    sought = any(_whole(member) in wanted for member in tree.conjuncts(thing))
    if in_frame("thing", lemma) or (in_frame("sought", lemma) and sought):
        if (
            thing.pos_ == "PRON"
            or thing.ent_type_ in {"PERSON", "NORP", "GPE"}
            or noun in lexicon.words("demands", "things.press")
        ):
            return None
        parts = [child for child in verb.rights if child.i >= thing.i and child.dep_ in {"dobj", "prep", "dative"}]
        reach = [part.right_edge.i for part in parts] if lemma != "want" else []
        last = max(reach, default=thing.right_edge.i)
        return made(verb, _named_by_thing(verb, thing), thing.left_edge.i, last)
    return None


def _whole(noun: Token) -> str:
    """The noun with what a hyphen binds to it: "cease-fire"."""
    doc, i = noun.doc, noun.i
    if i > 1 and doc[i - 1].text == "-" and not doc[i - 2].whitespace_:
        return f"{doc[i - 2].lower_}-{noun.lemma_.lower()}"
    return noun.lemma_.lower()


def _named_by_thing(verb: Token, thing: Token) -> tuple[Token, ...]:
    """Whom a thing is asked of: `from` somebody; for shelter, the place `in` which it is sought."""
    if thing.lemma_.lower() in lexicon.words("demands", "things.leaving"):
        return ()
    for _, somebody in (*prepositional(thing, FROM), *prepositional(verb, FROM)):
        return (somebody,)
    if thing.lemma_.lower() in lexicon.words("demands", "things.shelter"):
        for part in (verb, thing, verb.head):
            for _, somebody in prepositional(part, IN):
                return (somebody,)
    return ()


def own(verb: Token, lemma: str) -> Asking | None:
    """Ask to do something oneself."""
    infinitive = infinitive_of(verb)
    if in_frame("own", lemma) and infinitive and infinitive.lower_ not in lexicon.words("demands", "frames.unheard"):
        return made(verb, (), start_of_infinitive(infinitive), infinitive.right_edge.i)
    return None


def passive(verb: Token, lemma: str) -> Asking | None:
    """Somebody is urged to do; something is demanded, or sought by somebody."""
    subjects = tree.grammatical_subjects(verb)
    if not subjects and verb.dep_ in {"acl", "relcl"}:
        subjects = (verb.head,)
    if not subjects:
        return None
    infinitive = infinitive_of(verb)
    if infinitive and (in_frame("person", lemma) or lemma in lexicon.table("demands")["frames"]["towards"]):
        return made(verb, (subjects[0],), start_of_infinitive(infinitive), infinitive.right_edge.i)
    if tree.agents(verb) and (in_frame("thing", lemma) or in_frame("sought", lemma)) and not infinitive:
        start, end = tree.noun_phrase(subjects[0])
        if subjects[0].lemma_.lower() in lexicon.words("demands", "things.sought"):
            return made(verb, (), start, end - 1)
    return None


def reduced(verb: Token) -> bool:
    """True for "asked by X" after a noun; not for an active verb that only looks like it ("X called on Y")."""
    if verb.dep_ not in {"acl", "relcl"} or verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.lefts):
        return False
    frames = lexicon.table("demands")["frames"]
    if verb.lemma_.lower() in frames["towards"] or verb.lemma_.lower() in frames["particle"]:
        return bool(tree.agents(verb))
    return object_of(verb) is None
