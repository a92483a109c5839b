"""Which demand an answer answers: by the noun that names it again, by its content, by who was asked, by nearness."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from generator.language import lexicon, marks, tree
from generator.language.asking import answers, parties, standing
from generator.language.asking.answers import Answer, names_demand
from generator.language.asking.askings import infinitive_at, infinitive_of
from generator.language.asking.placed import Placed, act, aside, named
from generator.language.asking.tie import Tie, sentences_between, tie_each, unsure
from generator.language.asking.ties_by_name import NEARBY, TOGETHER, by_name, by_nobody_known, definite, holds

SPOKEN_OF = 15
"""Sentences over which "is not negotiable" still speaks of what was demanded."""
SHARED = 2
"""Acts that a demand told again in other words has at least in common with its first telling."""


def tied(doc: Doc, answer: Answer, placed: tuple[Placed, ...], speaker: tuple[str, ...]) -> tuple[Tie, ...]:
    """The demands that an answer answers, with the responders; empty where none is surely meant.

    `speaker` is who says the answer, for those that name nobody.
    """
    by = parties.actors(doc, answer.responders) or _theirs(doc, answer)
    owners = {child.tag_ for one in answer.responders for child in one.lefts}
    ours = any(one.lower_ in parties.PERSONAL for one in answer.responders) or "PRP$" in owners
    ruling = bool(answer.responders) and all(bare_government(one) for one in answer.responders)
    by = speaker if ruling and standing.speaks_for_land(doc, speaker) else by or (speaker if ours else ())
    noun = answer.answered
    if answer.trigger.head.i == noun.i and answer.trigger.dep_ == "conj":
        return tie_each([i for i, one in enumerate(placed) if noun.i < one.start < answer.trigger.i], (), placed)
    if names_demand(noun) and (complement := _complement(noun)) is not None:
        own = [i for i, one in enumerate(placed) if holds(noun, one)]
        return tie_each(own, by, placed) if own else _by_content(doc, replace(answer, answered=complement), by, placed)
    if names_demand(noun):
        return by_name(doc, answer, by, placed) if by else by_nobody_known(doc, answer, placed)
    spoken = (
        answer.kind == "conditional"
        or answer.trigger.tag_ == "VBG"
        or (not answer.responders and answer.trigger.pos_ in {"AUX", "VERB"} and answer.trigger.lemma_ == "be")
    )
    by = by or (speaker if spoken else ())
    first, last = tree.reach(noun)
    told = named(token for token in doc[first:last] if not aside(token, first))
    if told & lexicon.words("responses", "content.general"):
        return _last_of(doc, answer, by or parties.parties(doc, answer.responders, asked=False), placed)
    if not by:
        return ()
    if noun.i == answer.trigger.i and answers.bare(noun):
        return _last_of(doc, answer, by, placed, asked=True, within=TOGETHER)
    if noun.i == answer.trigger.i:
        return _did_so(doc, answer, by, placed) if noun.lemma_ == "do" else _by_deed(doc, answer, by, placed)
    if noun.lemma_.lower() in lexicon.words("responses", "anaphors.loose") and definite(noun):
        found = unsure(_last_of(doc, answer, by, placed, asked=answer.kind != "considering"))
        return () if any(_offered_since(doc, placed[tie.demand], noun) for tie in found) else found
    if noun.lemma_ == "do" and answers.done_so(noun):
        return _did_so(doc, answer, by, placed)
    lemma = answer.trigger.lemma_.lower()
    if lemma in lexicon.words("responses", "content.verbs") or answer.trigger.pos_ != "VERB":
        return _by_content(doc, answer, by, placed)
    return ()


def bare_government(head: Token) -> bool:
    """True for "the government", in a speaker's mouth his own, whoever's was named before."""
    rules = head.lower_ in lexicon.words("who", "organs.rule")
    return rules and all(child.dep_ == "det" for child in head.children)


def _theirs(doc: Doc, answer: Answer) -> tuple[str, ...]:
    """The state that bare "officials" act for: the subject of the sentence that they come second in."""
    staff = answer.responders[:1]
    if not staff or staff[0].lemma_.lower() not in lexicon.words("responses", "staff.nouns"):
        return ()
    if any(child.dep_ in {"amod", "compound", "poss"} for child in staff[0].lefts):
        return ()
    countries = {actor.key for actor in marks.of(doc).actors if actor.kind == "country"}
    for above in answer.trigger.ancestors:
        found = parties.actors(doc, tuple(one for one in tree.grammatical_subjects(above) if one.i < staff[0].i))
        if found:
            return found if countries.issuperset(found) else ()
    return ()


def _complement(noun: Token) -> Token | None:
    """What a noun of asking says itself was asked: "the call | to close its base"."""
    return infinitive_of(noun) or infinitive_at(noun.doc, noun.i + 1)


def _offered_since(doc: Doc, one: Placed, noun: Token) -> bool:
    """True where somebody offers or proposes something between a demand and "the offer", which then means that."""
    offering = lexicon.words("responses", "anaphors.offering")
    return any(token.lemma_.lower() in offering for token in doc[one.end : noun.i])


def _last_of(
    doc: Doc,
    answer: Answer,
    by: tuple[str, ...],
    placed: tuple[Placed, ...],
    *,
    asked: bool = False,
    within: int = NEARBY,
) -> tuple[Tie, ...]:
    """Refusing any concession refuses what was last demanded of the one who refuses; where `asked`, surely of him."""
    fits = standing.was_asked if asked else standing.may_answer
    latest = None
    for i in reversed([i for i, one in enumerate(placed) if one.end <= answer.start]):
        if sentences_between(doc, placed[i].start, answer.start) > within:
            break
        if fits(doc, by, placed[i].demand) or standing.one_of_all(doc, by, placed[i]):
            latest = i
            break
    if latest is None:
        return ()
    last = placed[latest]
    same = [i for i in range(latest + 1) if i == latest or _told_again(placed[i], last)]
    same = [i for i in same if fits(doc, by, placed[i].demand) or standing.one_of_all(doc, by, placed[i])]
    found = tie_each(same, by, placed)
    return unsure(found) if standing.one_of_all(doc, by, last) else found


def _told_again(one: Placed, last: Placed) -> bool:
    """True for what the same demander asked before in other words: "an end to the raids", "to end all raids"."""
    shared, fewer = len(one.acts & last.acts), min(len(one.acts), len(last.acts))
    return one.demand.by == last.demand.by and shared >= SHARED and shared * 2 > fewer


def _did_so(doc: Doc, answer: Answer, by: tuple[str, ...], placed: tuple[Placed, ...]) -> tuple[Tie, ...]:
    """Will do just that: what was last demanded, if of him or of many to whom he may belong."""
    before = [i for i, one in enumerate(placed) if one.end <= answer.start]
    if not before or sentences_between(doc, placed[before[-1]].start, answer.start) > TOGETHER:
        return ()
    last = placed[before[-1]]
    asked = standing.was_asked(doc, by, last.demand) or standing.one_of_many(doc, by, last.demand)
    return unsure(tie_each(before[-1:], by, placed)) if asked or standing.one_of_all(doc, by, last) else ()


def _by_content(doc: Doc, answer: Answer, by: tuple[str, ...], placed: tuple[Placed, ...]) -> tuple[Tie, ...]:
    """What is refused or granted is what was demanded of the one who answers."""
    start, end = tree.reach(answer.answered)
    if answer.kind == "conditional" and answer.trigger.lemma_.lower() not in lexicon.words(
        "responses", "verbs.accepted"
    ):
        start, end = answer.trigger.sent.start, answer.trigger.i
    acts = named(token for token in doc[start:end] if not aside(token, start))
    best, most = None, 0
    for i, one in enumerate(placed):
        shared = len(acts & one.acts)
        inside = one.start <= answer.trigger.i < one.end
        if not shared or inside or not standing.may_answer(doc, by, one.demand):
            continue
        near = sentences_between(doc, one.start, answer.start) <= SPOKEN_OF
        foremost = (one.thing or one.head) in acts or len(one.acts) == 1
        sure = standing.was_asked(doc, by, one.demand) and foremost
        open_to_all = near and not one.demand.of and one.head == act(answer.answered) and (not one.thing or foremost)
        needed = 1 if sure or open_to_all or (near and not answer.responders) else 2
        if shared >= needed and (shared > most or one.end <= answer.start):
            best, most = i, shared
    return tie_each([best], by, placed) if best is not None else ()


def _by_deed(doc: Doc, answer: Answer, by: tuple[str, ...], placed: tuple[Placed, ...]) -> tuple[Tie, ...]:
    """The one who was asked does it, or says that he will or will not."""
    verb = answer.trigger
    deed = act(verb)
    if not any(one.head == deed for one in placed):
        return ()
    acts = named(doc[answer.start : answer.end])
    found = []
    for i, one in enumerate(placed):
        same = one.head == deed and (len(one.acts) <= 1 or len(one.acts & acts) > 1)
        apart = doc[one.start].sent.start != verb.sent.start
        if same and apart and (standing.was_asked(doc, by, one.demand) or _joins_in(doc, answer, by, one, acts)):
            found.append(i)
    return tie_each(found, by, placed)


def _joins_in(doc: Doc, answer: Answer, by: tuple[str, ...], one: Placed, acts: frozenset[str]) -> bool:
    """True for one of many who were asked, who does the very thing later in the text."""
    return (
        one.end <= answer.start
        and answer.kind == "accepted"
        and len(one.acts & acts) >= SHARED
        and standing.one_of_many(doc, by, one.demand)
    )
