"""Who imposes a sanction on whom, as actor keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.tokens import Token

from generator.language import lexicon, tree, who
from generator.language.cast.named import Named
from generator.language.debate import sanction_reach
from generator.language.debate.sanction_handling import Governor, Handling
from generator.language.debate.sanction_trigger import Trigger, lemma, modifiers

_ON = ("on", "against", "for", "to", "from", "with", "at", "upon", "toward", "towards", "of", "over", "by")
_AIMED = frozenset({"on", "against", "upon", "towards", "toward", "at"})
_FLOW = frozenset({"from", "to", "with", "into"})
_AIMING = frozenset({"target", "aim", "hit", "punish", "affect", "hurt", "cover", "direct", "pressure", "isolate"})
_LISTING = frozenset({"add", "put", "place"})
_BEARING = frozenset({"face", "escape", "avoid", "avert", "risk", "incur", "evade", "endure", "withstand", "dodge"})
_IMPOSING = frozenset({"impose", "extend", "ease", "lift"})


def targets(trigger: Trigger, handled: Handling, names: Named) -> tuple[str, ...]:
    """The actors that a sanction hits, by the words around its naming."""
    found = names.among(_targeted(trigger, handled))
    found = found or names.among(_where_they_are(trigger, handled, names))
    return tuple(dict.fromkeys(found))


def _where_they_are(trigger: Trigger, handled: Handling, names: Named) -> Iterator[Token]:
    """The country of those who are hit, told in a clause on them: "generals who seized power in Mali", "its assets"."""
    for head in _targeted(trigger, handled):
        for clause in (child for child in head.rights if child.dep_ in {"relcl", "acl"}):
            places = (one for one in clause.subtree if one.dep_ == "pobj" and one.head.lower_ == "in")
            yield from (place for place in places if names.country((place,)))
    generic = lexicon.words("sanctions", "aimed.generic")
    owners = (child for head in trigger.objects for child in head.lefts if child.dep_ == "poss")
    if any(lemma(owner) in generic for owner in owners):
        doers = {doer.i for doer in tree.doers(trigger.token)}
        before = reversed(list(trigger.token.doc[trigger.token.sent.start : trigger.token.i]))
        yield from islice((one for one in before if one.i not in doers and names.country((one,))), 1)


def _targeted(trigger: Trigger, handled: Handling) -> Iterator[Token]:
    for head in trigger.objects:
        if trigger.kind == "diplomatic":
            yield from (head, *modifiers(head))
            yield from _all(tree.prepositional_objects(head, "with"))
            yield from _all(tree.prepositional_objects(trigger.token, "with"))
        else:
            giver = set(modifiers(head)) if _given(trigger, head) else set()
            yield from (word for word in _phrase(head) if word not in giver)
        if trigger.kind == "aid":
            parts = (head, *tree.prepositional_objects(head, "in"))
            yield from _all(one for part in parts for one in tree.prepositional_objects(part, "for"))
    yield from _under(trigger.token)
    yield from _right_after(trigger.token)
    flows = bool(trigger.objects) and trigger.kind not in {"travel-ban", "diplomatic"}
    yield from _aimed_from(trigger.token, of_too=flows)
    if not trigger.verbal:
        yield from (word for word in modifiers(trigger.token) if _anti(word))
    for governor in handled.governors:
        token = governor.token
        if (governor.act or governor.attitude == "threaten") and not governor.subject:
            yield from _aimed_from(token, of_too=False)
        if lemma(token) in _LISTING:
            yield from _all(child for child in token.children if child.dep_ == "dobj" and child.i < trigger.token.i)
        if lemma(token) in _BEARING:
            yield from _all(tree.doers(token))
        elif lemma(token) in {"slap", "hit", "threaten", "punish", "target"} and token.pos_ == "VERB":
            if tree.passive(token):
                yield from _all(tree.grammatical_subjects(token))
            else:
                yield from _all(
                    child for child in token.children if child.dep_ in tree.OBJECTS and child.i != trigger.token.i
                )


def _given(trigger: Trigger, head: Token) -> bool:
    """True for aid that says to whom it goes, so that what stands before it is who gives it: "U.S. aid to Mali"."""
    return trigger.kind == "aid" and any(child.lower_ in {"to", "for"} for child in head.rights if child.dep_ == "prep")


def aimed(token: Token) -> bool:
    """True where a sanction is told to be on or against somebody other than "the country", whoever that is."""
    if token.i + 1 >= token.sent.end or token.nbor(1).lower_ not in {"on", "against"}:
        return False
    return not any(lemma(child) in lexicon.words("sanctions", "aimed.generic") for child in token.nbor(1).children)


def _right_after(token: Token) -> Iterator[Token]:
    """Whom the preposition right after a sanction names, also where the parser ties it to a verb."""
    if aimed(token):
        yield from _all(child for child in token.nbor(1).children if child.dep_ == "pobj")


def _under(token: Token) -> Iterator[Token]:
    """Who is under sanctions, or the subject of them."""
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ not in {"under", "to", "of"}:
        return
    above = preposition.head
    if preposition.lower_ != "under" and lemma(above) != "subject":
        return
    for verb in (above, above.head):
        if verb.pos_ in {"VERB", "AUX"}:
            yield from _all(tree.grammatical_subjects(verb))
            return


def _anti(word: Token) -> bool:
    """True for those whom a sanction is said to be against: "anti-Russia sanctions"."""
    before = "".join(part.lower_ for part in word.doc[max(word.i - 2, 0) : word.i])
    return word.lower_.startswith("anti-") or before.endswith(("anti", "anti-"))


def _aimed_from(token: Token, *, of_too: bool) -> Iterator[Token]:
    """The phrases that a word is aimed at: on X, against X, goods from X, targeting X, with respect to X."""
    for child in token.rights:
        if child.dep_ in {"prep", "dative"}:
            if child.lower_ in _AIMED or (of_too and child.lower_ in {*_FLOW, "of", "for", "in"}):
                yield from _all(grand for grand in child.children if grand.dep_ in {"pobj", "pcomp"})
            elif child.lower_ in {"with", "in", "for"}:
                for grand in child.children:
                    if lemma(grand) in {"respect", "regard", "relief"}:
                        yield from _aimed_from(grand, of_too=True)
        elif child.dep_ in {"acl", "relcl"} and lemma(child) in _AIMING:
            yield from _all(grand for grand in child.children if grand.dep_ in tree.OBJECTS)
            yield from _aimed_from(child, of_too=False)
        elif child.dep_ == "acl":
            yield from _aimed_from(child, of_too=False)


def _all(heads: Iterable[Token]) -> Iterator[Token]:
    for head in heads:
        noun = tree.antecedent(head)
        members = {member.i for member in tree.listed(noun)} | who.listed(noun)
        for i in sorted(members):
            yield from _phrase(noun.doc[i])


def _phrase(head: Token) -> Iterator[Token]:
    """The words of a phrase that may name whom it means: its head, what stands before it, and what it is of or from."""
    yield head
    yield from modifiers(head)
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "from", "to"}:
            for grand in child.children:
                if grand.dep_ in {"pobj", "pcomp"}:
                    yield from _phrase(grand)


def senders(trigger: Trigger, handled: Handling, names: Named) -> tuple[str, ...]:
    """The actors that impose, threaten or lift a sanction, by the words around its naming."""
    found: dict[str, None] = {}
    for key in names.among(_sending(trigger, handled)):
        found[key] = None
    return tuple(found)


def _sending(trigger: Trigger, handled: Handling) -> Iterator[Token]:
    if not trigger.verbal:
        for word in modifiers(trigger.token):
            if not _anti(word):
                yield word
        for child in trigger.token.rights:
            if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
                yield from _all(grand for grand in child.children if grand.dep_ == "pobj")
    for head in trigger.objects if tree.passive(trigger.token) and not tree.agents(trigger.token) else ():
        if _given(trigger, head):
            yield from modifiers(head)
    for governor in handled.governors:
        token = governor.token
        if governor.act is None and lemma(token) not in lexicon.words("sanctions_status", "senders.words"):
            continue
        if lemma(token) in _BEARING or governor.subject or _answers_known(governor, trigger):
            continue
        if token.pos_ in {"VERB", "AUX"}:
            doers = _doing(token)
            yield from _all(doer for doer in doers if doer.i != trigger.token.i)
        elif token.pos_ in {"NOUN", "PROPN"}:
            yield from (word for word in modifiers(token))
        if governor.act is not None and _doing(token):
            return


def _answers_known(governor: Governor, trigger: Trigger) -> bool:
    """True for somebody who rejects sanctions that are there, which are another's: "rejected the sanctions"."""
    there = any(child.lower_ in {"the", "these", "those", "such"} for child in trigger.token.lefts)
    return there and not trigger.verbal and governor.act is None and lemma(governor.token) == "reject"


def _doing(verb: Token) -> tuple[Token, ...]:
    """Who does what a verb says; of a participle after its noun, only the agent."""
    if verb.pos_ not in {"VERB", "AUX"} or sanction_reach.clausal_subject(verb):
        return ()
    if told := sanction_reach.dateline_subject(verb) or sanction_reach.misread_subject(verb):
        return told
    if tree.passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return tree.agents(verb) or tree.prepositional_objects(verb, "by")
    asking = verb.head
    if verb.dep_ in {"xcomp", "ccomp", "advcl"} and lemma(asking) in lexicon.words(
        "sanctions_status", "attitudes.asking"
    ):
        asked = tuple(child for child in asking.children if child.dep_ == "dobj" and child.i < verb.i)
        return tree.grammatical_subjects(verb) or asked or tree.prepositional_objects(asking, "on") or tree.doers(verb)
    return tree.doers(verb)
