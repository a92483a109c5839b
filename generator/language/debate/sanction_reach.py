"""Which words govern the naming of a sanction: those above it, as far as something is done with the sanction."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.debate.sanction_trigger import lemma

Act = Literal["impose", "extend", "ease", "lift"]
Attitude = Literal["threaten", "propose", "reject"]

_NAME = "sanctions_status"
_FURTHEST = 9
_ACTS: tuple[Act, ...] = ("lift", "ease", "extend", "impose")
_ATTITUDES: tuple[Attitude, ...] = ("threaten", "reject", "propose")
_CITY = 3
_DATELINE = 16
"""Letters of a city at least, tokens of a dateline at most."""
_STOPS = frozenset({"relcl", "advcl", "parataxis", "csubj"})
_FACED = 6
"""Tokens between "or face" and the sanction at most."""
_FUNCTION = frozenset({"ADP", "SCONJ", "DET", "PART"})


@cache
def _act_of() -> dict[str, Act]:
    return {word: act for act in reversed(_ACTS) for word in lexicon.words(_NAME, f"acts.{act}")}


@cache
def _attitude_of() -> dict[str, Attitude]:
    return {word: one for one in reversed(_ATTITUDES) for word in lexicon.words(_NAME, f"attitudes.{one}")}


def act_of(token: Token) -> Act | None:
    """What a word does with a sanction: "call" only with "off", "stop" not with "short"."""
    word = lemma(token)
    if word == "call" and not any(child.lower_ == "off" for child in token.rights):
        return None
    if word == "stop" and any(child.lower_ == "short" for child in token.rights):
        return None
    return _act_of().get(word)


def deed(above: Token, link: str) -> Act | None:
    """The act of a governor; none of one that only tells what others do: "announced that ministers would discuss"."""
    if link == "ccomp":
        subjects = [one for told in above.rights if told.dep_ == "ccomp" for one in tree.grammatical_subjects(told)]
        if any(one.pos_ in {"NOUN", "PROPN"} for one in subjects):
            return None
    return act_of(above)


def attitude_of(token: Token) -> Attitude | None:
    """What a word does about a sanction short of doing it: "subject" only where something is subject to it."""
    if token.pos_ == "NOUN" and lemma(token) == "subject":
        return None
    return _attitude_of().get(lemma(token))


@cache
def _open() -> frozenset[str]:
    """The nouns through which a governor reaches the sanction."""
    stances = lexicon.table("sanctions_stances")
    return frozenset(
        {
            *lexicon.words(_NAME, "reach.gathering"),
            *lexicon.words(_NAME, "attitudes.papers"),
            *lexicon.words(_NAME, "attitudes.orders"),
            *_act_of(),
            *_attitude_of(),
            *stances["support"]["words"],
            *stances["support"]["wish"],
            *stances["oppose"]["words"],
            *stances["undecided"]["words"],
            *stances["reactions"]["nouns"],
        }
    )


@cache
def _felt() -> frozenset[str]:
    """Words that take a stance over, despite or because of something: "regret over"."""
    return lexicon.words("sanctions_stances", "oppose.words") | lexicon.words("sanctions_stances", "support.words")


def dateline_subject(verb: Token) -> tuple[Token, ...]:
    """The noun right after a dateline, for the first verb after it: "OSLO (Reuters) - X on Monday imposed"."""
    sentence = verb.sent
    if not (sentence[0].is_upper and sentence[0].is_alpha and len(sentence[0]) >= _CITY):
        return ()
    dash = next((part.i for part in sentence[:_DATELINE] if part.text in {"-", "–", "—", "--"} and _parts(part)), None)
    if dash is None or not dash < verb.i or any(_finite(part) for part in verb.doc[dash + 1 : verb.i]):
        return ()
    for part in verb.doc[dash + 1 : verb.i]:
        if part.pos_ in {"NOUN", "PROPN"} and part.nbor(1).pos_ not in {"NOUN", "PROPN", "PART"}:
            return (part,)
    return ()


def _parts(dash: Token) -> bool:
    """True for a dash with space on both sides, which parts a dateline from its story."""
    return bool(dash.nbor(-1).whitespace_) and bool(dash.whitespace_)


def _finite(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.dep_ not in {"aux", "auxpass"}


def misread_subject(verb: Token) -> tuple[Token, ...]:
    """The name before a past tense that the parser takes for a participle: "X imposed sanctions" as a noun phrase."""
    plural = verb.dep_ == "compound" and verb.tag_ == "NNS" and lemma(verb) in _felt()
    participle = verb.dep_ == "amod" and verb.tag_ in {"VBN", "VBD", "JJ"}
    if not (plural or participle) or verb.i == verb.sent.start:
        return ()
    before = verb.nbor(-1)
    if plural:
        return (before,) if before.pos_ in {"NOUN", "PROPN"} else ()
    timed = before
    while before.i > verb.sent.start and (before.pos_ == "ADV" or before.ent_type_ == "DATE" or before.lower_ == "on"):
        before = before.nbor(-1)
    if before.i < timed.i and timed.ent_type_ == "DATE" and before.pos_ == "NOUN":
        return (before,)
    if before.lower_ in {"has", "have", "had"}:
        return tree.grammatical_subjects(before)
    if listed := _last_of_subjects(before):
        return listed
    name = next((child for child in verb.head.lefts if child.i == before.i), before)
    return (name,) if name.pos_ == "PROPN" and name.head.i in {verb.i, verb.head.i} else ()


def _last_of_subjects(name: Token) -> tuple[Token, ...]:
    """The first of the names of a list that a parser gave to "after" for its object: "after X, Y and Z | imposed"."""
    first = name
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    opened = first.dep_ == "pobj" and first.head.lower_ in {"after", "before", "since", "until", "as"}
    return (first,) if opened and first.i < name.i else ()


def clausal_subject(verb: Token) -> bool:
    """True for a gerund that is the subject of what is said, no act of who says it: "said | lifting it would help"."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"xcomp", "ccomp"} or verb.head.pos_ != "VERB":
        return verb.dep_ == "csubj"
    beside = (child for child in verb.head.rights if child.i > verb.i and child.dep_ in {"ccomp", "xcomp"})
    return any(
        part.tag_ in {"MD", "VBZ", "VBD"} for one in beside for part in (*one.lefts, one) if _without_subject(one)
    )


def _without_subject(verb: Token) -> bool:
    return not tree.grammatical_subjects(verb)


def upwards(token: Token) -> Iterator[tuple[Token, str]]:
    """The words above a trigger, each with the link by which it is reached, up to speech or the end of the clauses."""
    if faced := _faced(token):
        yield faced, "dobj"
        return
    for _ in range(_FURTHEST):
        link, above = token.dep_, token.head
        if above.i == token.i:
            return
        if link in {"relcl", "acl", "parataxis"} and token.pos_ in {"VERB", "AUX"}:
            document = paper(token)
            if document is None:
                return
            above = document
        elif link in _STOPS and not (infinitive(token) and above.pos_ == "VERB" and lemma(above) in _open()):
            return
        if link == "conj":
            if above.pos_ in {"VERB", "AUX"} and lemma(above) in lexicon.words(_NAME, "speech.verbs"):
                return
            token = above
        elif (above.pos_ in _FUNCTION or above.dep_ == "prep") and above.lower_ not in {"without", "against"}:
            if above.lower_ in lexicon.words(_NAME, "reach.ends") and not _feels(above.head):
                return
            noun = _before(above)
            if noun is not None:
                yield noun, "pobj"
            token = above
        elif link == "prep" and token.lower_ == "with" and (above.pos_ == "PROPN" or _struck(above)):
            token = above
        else:
            yield above, link
            if _closes(above):
                return
            token = above


def _faced(token: Token) -> Token | None:
    """The verb of an alternative, which parsers take for a noun: "must leave, or | face | tough new sanctions"."""
    doc, start = token.doc, token.sent.start
    for i in range(token.i - 1, max(token.i - _FACED, start + 1) - 1, -1):
        if doc[i].lower_ in {"face", "risk"}:
            return doc[i] if doc[i - 1].lower_ == "or" else None
        if doc[i].pos_ not in {"ADJ", "NOUN", "PROPN", "DET", "NUM", "ADV"}:
            return None
    return None


def _feels(word: Token) -> bool:
    """True for a word that takes a stance and names nothing else on which it takes it: "regret over", "defied"."""
    return lemma(word) in _felt() and not any(child.dep_ in {"dobj", "obj"} for child in word.rights)


def _struck(noun: Token) -> bool:
    """True for what a verb answers with a measure: "would answer an attack with"."""
    return noun.dep_ == "dobj" and lemma(noun.head) in lexicon.words("sanctions_stances", "value.answering")


def infinitive(verb: Token) -> bool:
    """True for a verb behind its "to"."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def _before(preposition: Token) -> Token | None:
    """The noun right before a preposition that the parser ties to the verb instead: "demanded relief from"."""
    if preposition.i == preposition.sent.start or preposition.head.pos_ not in {"VERB", "AUX"}:
        return None
    noun = preposition.nbor(-1)
    if noun.pos_ == "NOUN" and noun.i != preposition.head.i and (act_of(noun) in {"ease", "lift"}):
        return noun
    return None


def closes(verb: Token) -> bool:
    """True for a verb that says what another thing is done for: "to avoid sanctions"."""
    return verb.pos_ == "VERB" and lemma(verb) in lexicon.words(_NAME, "reach.closing")


def _closes(token: Token) -> bool:
    """True for speech, and for a noun that neither acts nor gathers: what governs it does nothing with the sanction."""
    word = lemma(token)
    if word in lexicon.words(_NAME, "speech.verbs"):
        return True
    if closes(token) and infinitive(token):
        return True
    return token.pos_ in {"NOUN", "PROPN"} and word not in _open()


def paper(verb: Token) -> Token | None:
    """The bill, order or act that a relative clause or infinitive belongs to, also where a word stands between."""
    above = verb.head
    papers = lexicon.words(_NAME, "attitudes.papers") | lexicon.words(_NAME, "attitudes.orders")
    if (lemma(above) in papers and verb.dep_ != "parataxis") or (verb.dep_ == "acl" and lemma(above) in _open()):
        return above
    relative = next((child for child in verb.lefts if child.tag_ in {"WDT", "WP"} or child.lower_ == "that"), None)
    if relative is not None:
        for i in range(relative.i - 1, max(relative.i - 8, verb.sent.start - 1), -1):
            if lemma(verb.doc[i]) in papers:
                return verb.doc[i]
    return None
