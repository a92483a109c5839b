"""What stance the words around a sanction take: who wants, backs, fights, doubts or judges it.

A stance is a sign on pressure: wanting it is +1, wanting it gone or not to come is -1. Lifting, easing, refusing and
negation each turn the sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.debate import evasions, judgements, sanction_reach, sanction_trigger
from generator.language.debate.sanction_naming import Naming
from generator.language.debate.sanction_trigger import lemma, modifiers

_NAME = "sanctions_stances"
_PERSONAL = frozenset({"i", "we", "us", "me", "our", "my"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attitude:
    """One word that takes a stance, with the heads of whoever takes it.

    `sign` is 0 for the undecided. `sort` tells an act with the sanction from a wish for one and from a view of it.
    """

    word: Token
    holders: tuple[Token, ...]
    sign: int
    sort: Literal["act", "wish", "view"]


@cache
def _signs() -> dict[str, int]:
    found = dict.fromkeys(lexicon.words(_NAME, "undecided.words"), 0)
    found.update(dict.fromkeys(lexicon.words(_NAME, "oppose.words"), -1))
    found.update(dict.fromkeys(lexicon.words(_NAME, "support.wish"), 1))
    found.update(dict.fromkeys(lexicon.words(_NAME, "support.words"), 1))
    return found


def pressure(naming: Naming) -> int:
    """The sign of what is done with the sanction in one naming, before anybody's attitude."""
    sign = 1
    for governor in naming.handled.governors:
        if governor.act in {"ease", "lift"} and (not governor.subject or _ceases(governor.token)):
            sign = -sign
        if (governor.negated or governor.attitude == "reject") and not governor.subject:
            sign = -sign
    return sign


def _ceases(verb: Token) -> bool:
    """True for a verb of ending without an object, whose subject ends: "the embargo must cease"."""
    return verb.pos_ == "VERB" and not any(child.dep_ in tree.OBJECTS for child in verb.rights)


def first_sign(naming: Naming) -> int:
    """The sign of a naming by the participle at its own noun: sanctions lifted are pressure gone."""
    token = naming.trigger.token
    asking = lexicon.words("sanctions_status", "attitudes.asking")
    urged = any(lemma(one.token) in asking for one in naming.handled.governors)
    if (sanction_trigger.answers(token) and not urged) or (naming.trigger.verbal and tree.negated(token)):
        return -1
    lifted = any(
        one.act in {"ease", "lift"} and one.token.dep_ in {"acl", "relcl"} and one.token.head.i == token.i
        for one in naming.handled.governors
    )
    return -1 if lifted else 1


def hanging(naming: Naming) -> bool:
    """True where what is done with a sanction is tied to a condition: if, unless, "conditioned on"."""
    doing = naming.handled.doing
    kept = naming.status == "extended" and not (doing is not None and doing.act in {"ease", "lift"})
    if any(_only_then(one.token) for one in naming.handled.governors):
        return True
    if naming.handled.supposed or kept or naming.status == "imposed":
        return False
    condition = naming.handled.condition
    lifting = doing is not None and (doing.act in {"ease", "lift"} or doing.negated)
    if condition is not None and naming.trigger.token.doc[condition[0]].lower_ in {"until", "till"} and not lifting:
        condition = None
    tied = any(_ties(one.token, naming.trigger.token) for one in naming.handled.governors)
    return (
        tied
        or condition is not None
        or any(_for_any(one.token, naming.trigger.token) for one in naming.handled.governors)
    )


def _ties(word: Token, measure: Token) -> bool:
    """True for a word that makes a measure hang on something; "it depends on which sanctions" hangs on the measure."""
    depends = lemma(word) in {"depend", "hinge"} and word.i < measure.i
    return lemma(word) in lexicon.words(_NAME, "conditional.words") and not depends


def _only_then(verb: Token) -> bool:
    """True where somebody would do a thing only after another: "must disarm before he would support"."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "aux"}}
    return verb.dep_ == "advcl" and "before" in marks and bool(marks & {"would", "will", "can", "could"})


def _for_any(token: Token, measure: Token) -> bool:
    """True where whoever does a thing would meet the measure: "any attack would face", "any test subject to"."""
    if lemma(token) == "subject" and token.pos_ == "ADJ":
        return any(part.lower_ == "any" for part in token.sent if part.i < token.i)
    subjects = tree.grammatical_subjects(token) if token.pos_ in {"VERB", "AUX"} else ()
    return any(child.lower_ == "any" for subject in subjects if subject.i != measure.i for child in subject.lefts)


def attitudes(token: Token, sign: int = 1) -> tuple[Attitude, ...]:
    """Every attitude above a token that has a holder, from the inside out; `sign` is that of the token itself."""
    if asked(token):
        return ()
    found = [*_called_before(token), *_misread(token, sign)]
    for above, link in sanction_reach.upwards(token):
        if above.lower_ == "against" and _signs().get(lemma(above.head)) == -1:
            continue
        if any(child.lower_ == "whether" for child in above.lefts):
            sign = 0
        own = _own(above, link)
        act = sanction_reach.deed(above, link)
        refused = own is None and sanction_reach.attitude_of(above) == "reject"
        negated = tree.negated(above) and link != "nsubj"
        if evasions.evading(above):
            own, negated = 0, False
        if own == -1 and lemma(above) in lexicon.words(_NAME, "oppose.faulting") and judgements.too_little(above):
            own = 1
        if own is None and act is None and not refused:
            sign = -sign if negated else sign
            continue
        sign *= own if own is not None else -1 if refused or act in {"ease", "lift"} else 1
        sign = -sign if negated else sign
        if link == "nsubj":
            continue
        holders = tuple(holder for holder in _holders(above) if holder.i != token.i)
        if refused:
            found = [one for one in found if one.holders != holders]
        if holders and (
            own is not None or (act is not None and _done(above)) or lemma(above) in {"refuse", "reject", "veto"}
        ):
            found = [one for one in found if one.holders != holders and (own is None or not _undone(one))]
            found.append(Attitude(word=above, holders=holders, sign=sign, sort=_sort(above, own)))
    return tuple(found)


def _undone(attitude: Attitude) -> bool:
    """True for an act not done yet, which another only wants or fights: "urged X to impose", "a text that would"."""
    word = attitude.word
    return attitude.sort == "act" and any(
        child.dep_ == "aux" and (child.lower_ == "to" or child.tag_ == "MD") for child in word.lefts
    )


def _misread(token: Token, sign: int) -> Iterator[Attitude]:
    """The act of a name and a past tense that the parser takes for part of a noun phrase."""
    for child in token.lefts:
        act, own = sanction_reach.act_of(child), _signs().get(lemma(child))
        if (act or own) and (holders := _told_by(child)):
            value = own if own is not None else -1 if act in {"ease", "lift"} else 1
            yield Attitude(word=child, holders=holders, sign=sign * value, sort=_sort(child, own))


def _told_by(verb: Token) -> tuple[Token, ...]:
    return sanction_reach.dateline_subject(verb) or sanction_reach.misread_subject(verb)


def _called_before(token: Token) -> Iterator[Attitude]:
    """What an opening participle calls a measure, where it parses as an adjective: "Calling the ban unfair, X said"."""
    for child in token.lefts:
        if child.tag_ == "VBG" and child.dep_ == "amod" and lemma(child) in lexicon.words(_NAME, "naming.verbs"):
            called = judgements.judged(token.subtree)
            holders = tuple(one for one in tree.grammatical_subjects(token.head) if one.i != token.i)
            if called and holders:
                yield Attitude(word=child, holders=holders, sign=called, sort="view")


def _sort(word: Token, own: int | None) -> Literal["act", "wish", "view"]:
    if own is None:
        return "act"
    return "wish" if lemma(word) in lexicon.words(_NAME, "support.wish") else "view"


def _done(verb: Token) -> bool:
    """True for an act with a subject of its own, or told together with a verb that has one."""
    if verb.pos_ not in {"VERB", "AUX"} or sanction_reach.clausal_subject(verb):
        return False
    if tree.passive(verb):
        return bool(tree.agents(verb))
    return bool(tree.grammatical_subjects(verb)) or verb.dep_ in {"conj", "xcomp", "pcomp"}


def _own(above: Token, link: str) -> int | None:
    """The sign of a word that takes a stance, by itself or by what it calls the measure."""
    word = lemma(above)
    if above.pos_ == "NOUN" and word in lexicon.words(_NAME, "reactions.nouns"):
        beside = {lemma(child) for child in above.lefts}
        good, bad = lexicon.words(_NAME, "reactions.good"), lexicon.words(_NAME, "reactions.bad")
        return 1 if beside & good else -1 if beside & bad else None
    if any(child.lower_ in lexicon.words(_NAME, "value.reflexive") and child.dep_ == "dobj" for child in above.rights):
        return -1
    if word in lexicon.words(_NAME, "naming.verbs") and above.pos_ == "VERB" and not _calls_for(above):
        called = judgements.judged(part for child in above.rights for part in child.subtree)
        if called or word in lexicon.words(_NAME, "naming.neutral"):
            return called or None
    return _signs().get(word) if link != "nsubj" else None


def _calls_for(verb: Token) -> bool:
    following = verb.doc[verb.i + 1 : verb.i + 3]
    return any(part.lower_ in {"for", "on"} and part.head.i == verb.i for part in following)


def _holders(word: Token) -> tuple[Token, ...]:
    if word.pos_ in {"VERB", "AUX"} or any(child.dep_ == "nsubj" for child in word.lefts):
        return doers(word)
    if word.pos_ in {"NOUN", "PROPN"}:
        owners_ = tuple(
            child
            for child in word.lefts
            if child.dep_ == "poss" or (child.dep_ in {"compound", "amod"} and child.ent_type_)
        )
        owners_ += tree.prepositional_objects(word, "by", "from", "among")
        if owners_:
            return owners_
        if word.head.pos_ in {"VERB", "AUX"} and word.dep_ in {"dobj", "attr", "nsubj"}:
            return tree.doers(word.head)
    if word.pos_ in {"ADJ", "ADP", "SCONJ"} and word.head.pos_ in {"VERB", "AUX"}:
        return tree.grammatical_subjects(word.head)
    return ()


def doers(verb: Token) -> tuple[Token, ...]:
    """Who does what a verb says: of a passive its agent, of a gerund or a step to do something whoever takes it."""
    if told := sanction_reach.dateline_subject(verb) or sanction_reach.misread_subject(verb):
        return told
    if tree.passive(verb) or (verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBN"):
        return tree.agents(verb) or tree.prepositional_objects(verb, "by")
    if (noun := _meant_by(verb)) is not None:
        return _holders(noun)
    if verb.dep_ == "xcomp" and tree.passive(verb.head) and not tree.grammatical_subjects(verb):
        return tree.grammatical_subjects(verb.head)
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in {"VERB", "AUX"} and not tree.grammatical_subjects(verb):
        verb = verb.head.head
    found = tree.doers(verb)
    for _ in range(3):
        if len(found) != 1 or lemma(found[0]) not in lexicon.words(_NAME, "vehicles.nouns"):
            break
        vehicle = found[0]
        owning = tuple(child for child in vehicle.lefts if child.dep_ == "poss")
        above = vehicle.head if vehicle.dep_ != "pobj" else vehicle.head.head
        if owning or above.pos_ not in {"VERB", "AUX"} or vehicle.dep_ in {"nsubj", "nsubjpass"}:
            return owning
        found = tree.doers(above)
    return found


def _meant_by(verb: Token) -> Token | None:
    """The noun before an infinitive whose holder would do it: "despite European threats to | seek | sanctions"."""
    to = next((child for child in verb.lefts if child.lower_ == "to" and child.dep_ == "aux"), None)
    if to is None or to.i == to.sent.start or verb.dep_ not in {"acl", "advcl"}:
        return None
    noun = to.nbor(-1)
    named = lemma(noun) in lexicon.words(_NAME, "vehicles.nouns") | lexicon.words(_NAME, "vehicles.words")
    return noun if noun.pos_ == "NOUN" and named and noun.dep_ == "pobj" else None


def owners(token: Token) -> tuple[Token, ...]:
    """Whom a noun belongs to or what it is of: "Turkey's ministry", "officials in London", "members of the bloc"."""
    targets = tree.prepositional_objects(token, "of", "from", "in", "for")
    return tuple(modifiers(token)) + tuple(part for target in targets for part in (target, *modifiers(target)))


def asked(token: Token) -> bool:
    """True where a sentence only asks."""
    sentence = token.sent
    return any(last.text == "?" for last in sentence[-3:]) and all(
        part.lower_ not in {"said", "says"} for part in sentence
    )


def personal(token: Token) -> bool:
    """True for first-person pronouns: the speaker."""
    return token.lower_ in _PERSONAL
