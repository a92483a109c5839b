"""Verbs of asking and their frames: somebody to do, that somebody do, something, for something."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.asking import asking_things, newcomers
from generator.language.asking.askings import (
    Asking,
    finite_subject,
    in_frame,
    infinitive_at,
    infinitive_of,
    is_infinitive,
    is_mandative,
    made,
    object_of,
    prepositional,
    start_of_infinitive,
)

FOR = frozenset({"for"})
RUNNING_ON = frozenset({"to", "of", "against", "between", "over", "with", "from", "into"})
"""Prepositions that go on with the noun before them where the parser hangs them on the verb."""
PHRASE = frozenset({"DT", "JJ", "JJR", "RB", "VBN", "NN", "NNS", "NNP", "CD", "HYPH", "PRP$"})
"""Tags inside a noun phrase."""
NOWHERE: frozenset[str] = frozenset()
NOT_VERBS = frozenset({"DT", "CD", "PRP", "PRP$", "IN", "WDT", "JJ", "NNS", "NNPS"})
"""Tags that cannot open an infinitive after `to`, whatever the tagger made of the verb."""


@cache
def lemmas() -> frozenset[str]:
    """All verbs that may ask."""
    frames = lexicon.table("demands")["frames"]
    return frozenset().union(
        frames["person"], frames["clause"], frames["thing"], frames["sought"], frames["particle"], frames["towards"]
    )


def read(verb: Token) -> Asking | None:
    """The asking of a verb, or None where its frame asks nothing of anybody."""
    lemma = verb.lemma_.lower()
    if lemma not in lemmas() or not verb.tag_.startswith("V"):
        return None
    if (
        verb.dep_ == "advcl"
        and verb.tag_ in {"VBN", "VBD"}
        and not _has_auxiliary(verb)
        and not tree.grammatical_subjects(verb)
    ):
        return None
    if tree.passive(verb) or asking_things.reduced(verb):
        return asking_things.passive(verb, lemma)
    for frame in (_towards, _for, _somebody, _clause, asking_things.thing, asking_things.own):
        found = frame(verb, lemma)
        if found:
            return found
    return None


def _has_auxiliary(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass"} for child in verb.lefts)


def _towards(verb: Token, lemma: str) -> Asking | None:
    """Call on somebody to do; appeal to somebody for something."""
    prepositions = lexicon.table("demands")["frames"]["towards"].get(lemma, NOWHERE)
    for preposition, somebody in prepositional(verb, prepositions):
        if somebody.ent_type_ in {"DATE", "TIME"}:
            continue
        after = somebody.right_edge.i + 1
        infinitive = infinitive_at(verb.doc, after) or _infinitive_beyond(verb, preposition)
        if infinitive and infinitive.lower_ in lexicon.words("demands", "frames.visiting"):
            return None
        if infinitive:
            return made(verb, (somebody,), start_of_infinitive(infinitive), infinitive.right_edge.i)
        nested = infinitive_of(somebody)
        if nested:
            return made(verb, (somebody,), start_of_infinitive(nested), nested.right_edge.i)
        if after + 1 < len(verb.doc) and verb.doc[after].lower_ == "to" and verb.doc[after + 1].tag_ not in NOT_VERBS:
            return made(verb, (somebody,), after, max(verb.doc[after + 1].right_edge.i, verb.right_edge.i))
        for _, thing in (*prepositional(verb, FOR), *prepositional(somebody, FOR)):
            if thing.i > somebody.i:
                return made(verb, (somebody,), thing.left_edge.i, thing.right_edge.i)
        late = _after_comma(verb, somebody)
        if late:
            return made(verb, (somebody,), start_of_infinitive(late), late.right_edge.i)
    return None


def _after_comma(verb: Token, somebody: Token) -> Token | None:
    """The infinitive behind an insertion: "called on the users, some of whom ..., to act"."""
    for token in verb.doc[somebody.i + 1 : verb.sent.end - 1]:
        if token.text == "," and (found := infinitive_at(verb.doc, token.i + 1)):
            return found
    return None


def _infinitive_beyond(verb: Token, preposition: Token) -> Token | None:
    found = infinitive_of(verb)
    return found if found and found.i > preposition.i else None


def _for(verb: Token, lemma: str) -> Asking | None:
    """Call for something; call for somebody to do; ask somebody for something; insist on something."""
    particles = lexicon.table("demands")["frames"]["particle"].get(lemma, NOWHERE)
    somebody = object_of(verb)
    if somebody and lemma == "call":
        return None
    within = prepositional(somebody, particles) if somebody and newcomers.human(somebody) else ()
    for _, thing in (*prepositional(verb, particles), *within):
        if (somebody and thing.i < somebody.i) or thing.ent_type_ in {"DATE", "TIME"}:
            continue
        if thing.lower_ == "being" or thing.lemma_.lower() in lexicon.words("demands", "things.press"):
            return None
        last = _run_on(verb, thing.right_edge.i)
        infinitive = infinitive_at(verb.doc, last + 1) or infinitive_of(thing)
        if infinitive and not somebody and (infinitive.head.i in {verb.i, thing.i} or infinitive.i > last):
            named = () if tree.passive(infinitive) else (thing,)
            return made(verb, named, thing.left_edge.i, max(last, infinitive.right_edge.i))
        return made(verb, (somebody,) if somebody else (), thing.left_edge.i, last)
    return None if somebody else _unread_thing(verb, particles)


def _unread_thing(verb: Token, particles: frozenset[str]) -> Asking | None:
    """The thing behind a preposition for which a parser found none: "calling for | a properly funded pay rise"."""
    at = verb.i + 1
    if at + 1 >= verb.sent.end or verb.doc[at].lower_ not in particles or any(True for _ in verb.doc[at].rights):
        return None
    end = at + 1
    while end < verb.sent.end and (verb.doc[end].tag_ in PHRASE or (end > at + 1 and verb.doc[end].tag_ == "VB")):
        end += 1
    last = verb.doc[end - 1]
    closed = end < verb.sent.end and verb.doc[end].tag_ not in {"MD", "VBD", "VBZ", "VBP", "TO"}
    pressed = last.lemma_.lower() in lexicon.words("demands", "things.press")
    return made(verb, (), at + 1, end - 1) if closed and last.tag_ in {"NN", "NNS"} and not pressed else None


def _run_on(verb: Token, last: int) -> int:
    """The end of a phrase together with what directly follows it: "a halt | to the quotas"."""
    for child in verb.rights:
        if child.i == last + 1 and child.dep_ == "prep" and child.lower_ in RUNNING_ON:
            last = child.right_edge.i
    return last


def _before(infinitive: Token, verb: Token) -> Token | None:
    """The noun that stands between a verb and the infinitive after it, whatever the parser calls it."""
    last = start_of_infinitive(infinitive) - 1
    if last <= verb.i or verb.doc[last].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    noun = verb.doc[last]
    while verb.i < noun.head.i < infinitive.i and noun.head.pos_ in {"NOUN", "PROPN", "ADP"}:
        noun = noun.head
    return noun


def _somebody(verb: Token, lemma: str) -> Asking | None:
    """Urge somebody to do; warn somebody against doing."""
    if not in_frame("person", lemma):
        return None
    somebody = object_of(verb)
    infinitive = None
    if somebody:
        infinitive = (
            infinitive_at(verb.doc, somebody.right_edge.i + 1) or infinitive_of(verb) or infinitive_of(somebody)
        )
    else:
        clause = infinitive_of(verb)
        if clause:
            somebody, infinitive = finite_subject(clause) or _before(clause, verb), clause
    if somebody and in_frame("against.verbs", lemma):
        return _warning(verb, somebody, infinitive)
    if somebody and infinitive is None and in_frame("likely", lemma):
        infinitive = _infinitive_by_place(verb, somebody)
    if lemma == "require" and any(subject.lower_ == "it" for subject in tree.doers(verb)):
        return None
    if somebody and infinitive and infinitive.i > somebody.i:
        named = () if tree.passive(infinitive) else (somebody,)
        return made(verb, named, start_of_infinitive(infinitive), infinitive.right_edge.i)
    return None


def _infinitive_by_place(verb: Token, somebody: Token) -> Token | None:
    """What stands where only an infinitive can: "wants X to hand over", with `hand` tagged a noun."""
    at = somebody.right_edge.i + 1
    if at + 1 >= verb.sent.end or verb.doc[at].lower_ != "to":
        return None
    return verb.doc[at + 1] if verb.doc[at + 1].tag_ in {"NN", "VBP", "VBD", "JJ"} else None


def _warning(verb: Token, somebody: Token, infinitive: Token | None) -> Asking | None:
    if infinitive:
        return made(verb, (somebody,), start_of_infinitive(infinitive), infinitive.right_edge.i)
    for against, thing in prepositional(verb, frozenset({"against"})):
        return made(verb, (somebody,), against.i, thing.right_edge.i)
    return None


def _clause(verb: Token, lemma: str) -> Asking | None:
    """Demand that somebody do; want something done."""
    if in_frame("thing", lemma) and (bare := _bare(verb)):
        return bare
    if lemma == "want" and (done := _wanted_done(verb)):
        return done
    for child in verb.rights:
        if child.dep_ not in {"ccomp", "xcomp", "advcl", "relcl"} or is_infinitive(child):
            continue
        mark = next((left for left in child.lefts if left.dep_ == "mark"), None)
        if mark and mark.lower_ != "that":
            continue
        if lemma == "want":
            if child.tag_ in {"VBN", "VBD", "VBG"} and finite_subject(child) and not _has_auxiliary(child):
                named = _doers_named(child) if child.tag_ == "VBG" else tree.agents(child)
                return made(verb, named, child.left_edge.i, child.right_edge.i)
            continue
        if not in_frame("clause", lemma) or child.dep_ in {"advcl", "relcl"}:
            continue
        if is_mandative(child) or lemma not in lexicon.words("demands", "frames.assertive"):
            return made(verb, _doers_named(child), mark.i if mark else child.left_edge.i, child.right_edge.i)
    return None


def _wanted_done(verb: Token) -> Asking | None:
    """Want somebody released: a participle that a parser hung on the noun, of a verb that only another can do."""
    thing = object_of(verb)
    for child in thing.rights if thing else ():
        if child.dep_ in {"acl", "relcl"} and child.tag_ in {"VBN", "VBD"} and in_frame("done", child.lemma_.lower()):
            near = not any(part.is_punct for part in verb.doc[child.head.i : child.i])
            return made(verb, tree.agents(child), child.head.left_edge.i, child.right_edge.i) if near else None
    return None


def _bare(verb: Token) -> Asking | None:
    """Demand somebody do: the parser's object of "demand" that in truth is the subject of a bare infinitive."""
    somebody = object_of(verb)
    if somebody is None:
        return None
    for child in verb.rights:
        if child.i <= somebody.i or child.dep_ not in {"ccomp", "xcomp", "conj"} or child.pos_ != "VERB":
            continue
        joined = any(part.dep_ == "cc" or part.is_punct for part in verb.doc[somebody.right_edge.i + 1 : child.i])
        if child.tag_ in {"VB", "VBP", "VBN"} and not joined and not is_infinitive(child) and not finite_subject(child):
            return made(verb, (somebody,), somebody.left_edge.i, child.right_edge.i)
    return None


def _doers_named(clause: Token) -> tuple[Token, ...]:
    """Who is to act: the subject of an active clause, the agent of a passive one."""
    if tree.passive(clause) or clause.tag_ == "VBN":
        return tree.agents(clause)
    return tree.grammatical_subjects(clause)
