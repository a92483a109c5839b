"""Where a text asks: by verbs, nouns, modals and conditions; in tokens, not yet in actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from generator.language import lexicon, tree

Form = Literal["verb", "noun", "modal", "imperative", "condition"]

INFINITIVE_REACH = 9
"""Tokens between `to` and its verb at most: "to “immediately, completely and unconditionally” withdraw"."""

TO_VERB = 3
"""Tokens of "and to leave"."""

SUMMING_REACH = 4
"""Tokens from the article to the noun of "a long-standing Western demand"."""

LIST_REACH = 14
"""Tokens between the first infinitive of a list and its last "and"."""

NOMINAL = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "CD", "VBN", "POS"})
FINITE = frozenset({"VBD", "VBZ", "MD"})
CLOSING = frozenset({".", ",", ";", ":", "--", "—", "–", "-"})
OPENING = {"”": "“", "''": "``"}
QUOTES = frozenset({'"', *OPENING, *OPENING.values()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One asking: the word that asks, who asks, who is asked, and the tokens `[start, end)` of what is asked.

    `demanders` and `addressees` are heads of noun phrases. Empty `demanders` leave it to the subject of a verb, or to
    whoever is quoted.
    """

    trigger: Token
    form: Form
    demanders: tuple[Token, ...]
    addressees: tuple[Token, ...]
    start: int
    end: int


def infinitive_at(doc: Doc, i: int) -> Token | None:
    """The verb of the infinitive that begins at token `i`: "to go", "not to go"; None where none does."""
    if i < len(doc) and doc[i].lower_ in {"not", "never"}:
        i += 1
    if i >= len(doc) or doc[i].lower_ != "to":
        return None
    for token in doc[i + 1 : min(i + 1 + INFINITIVE_REACH, doc[i].sent.end)]:
        if token.tag_ == "VB":
            main = token.head
            return main if token.dep_ in {"aux", "auxpass"} and main.i > token.i else token
        if token.tag_ not in {"RB", "CC"} and not token.is_punct:
            return None
    return None


def infinitive_of(head: Token) -> Token | None:
    """The infinitive that complements a verb or noun, whatever the parser calls the link."""
    for child in head.rights:
        if child.dep_ in {"xcomp", "ccomp", "advcl", "acl", "relcl"} and is_infinitive(child):
            return child
    return None


def is_infinitive(verb: Token) -> bool:
    """True for a verb with the particle `to` before it."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def is_mandative(verb: Token) -> bool:
    """True for a clause that says what is to be: a bare subjunctive ("that he go") or one with `must` or `should`."""
    auxiliaries = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    if any(child.tag_ == "MD" for child in auxiliaries):
        return any(child.lower_ in {"must", "should", "ought"} for child in auxiliaries)
    if any(child.lower_ == "be" for child in auxiliaries):
        return True
    subject = finite_subject(verb)
    if subject is None or is_infinitive(verb) or auxiliaries:
        return False
    return verb.tag_ == "VB" or (verb.tag_ == "VBP" and _is_third_person_singular(subject))


def _is_third_person_singular(subject: Token) -> bool:
    """True for a subject that an indicative would give its -s, so that a bare verb after it is a subjunctive."""
    alone = not any(child.dep_ == "conj" for child in subject.rights)
    return alone and (subject.tag_ in {"NN", "NNP"} or subject.lower_ in {"he", "she", "it"})


def start_of_infinitive(verb: Token) -> int:
    """The token where an infinitive begins: its negation or its `to`, not a subject before it."""
    start = max((child.i for child in verb.lefts if child.lower_ == "to"), default=verb.i)
    if start == verb.i and start and verb.doc[start - 1].lower_ == "to":
        start -= 1
    return start - 1 if start and verb.doc[start - 1].lower_ in {"not", "never"} else start


def prepositional(token: Token, prepositions: frozenset[str]) -> Iterator[tuple[Token, Token]]:
    """Pairs of preposition and object to the right of a token, in text order."""
    for child in token.rights:
        if child.lower_ in prepositions and child.dep_ in {"prep", "dative", "agent", "prt", "advmod", "mark"}:
            for grandchild in child.rights:
                if grandchild.dep_ in {"pobj", "pcomp"}:
                    yield child, grandchild
                    break


def complement_end(doc: Doc, start: int, last: int, trigger: Token) -> int:
    """Where what is asked ends: after token `last`, without closing punctuation, inside the sentence."""
    while last > start + 1 and (doc[last].dep_ == "cc" or doc[last].text in CLOSING):
        last -= 1
    last = _with_list(doc, start, _with_second_infinitive(doc, start, _with_object(doc, start, last)))
    last = _with_alternative(doc, last)
    end = max(_before_resumption(doc, start, min(last + 1, trigger.sent.end)), start + 1)
    while end - 1 > start and (doc[end - 1].is_space or doc[end - 1].text in CLOSING or _unopened(doc, start, end - 1)):
        end -= 1
    return end


def _with_second_infinitive(doc: Doc, start: int, last: int) -> int:
    """The last token of "to leave" or, where "and to ..." goes on behind it, of that."""
    joined = last + 1 + TO_VERB <= doc[start].sent.end and [token.tag_ for token in doc[last + 1 : last + 1 + TO_VERB]]
    if doc[start].tag_ != "TO" or joined != ["CC", "TO", "VB"]:
        return last
    return doc[last + TO_VERB].right_edge.i


def _with_object(doc: Doc, start: int, last: int) -> int:
    """The end of a bare infinitive with the noun phrase right behind it, hung elsewhere: "to free | jailed writers"."""
    if doc[start].tag_ != "TO" or doc[last].tag_ != "VB" or last + 1 >= doc[start].sent.end:
        return last
    end = last + 1
    while end < doc[start].sent.end and doc[end].tag_ in NOMINAL and doc[end].ent_type_ not in {"DATE", "TIME"}:
        end += 1
    noun = doc[end - 1]
    return max(end - 1, noun.right_edge.i) if end > last + 1 and noun.tag_ in {"NN", "NNS", "NNP", "NNPS"} else last


def _with_alternative(doc: Doc, last: int) -> int:
    """The end with what is not to be done instead: "to sign now | rather than wait"."""
    for i in range(last + 1, min(last + 3, doc[last].sent.end - 2)):
        if doc[i].lower_ in {"rather", "instead"} and doc[i + 1].lower_ in {"than", "of"}:
            return doc[i + 2].right_edge.i
    return last


def _with_list(doc: Doc, start: int, last: int) -> int:
    """The end of a list of infinitives of which a parser bound only the first: "to stop tests, halt work and sign"."""
    end = doc[start].sent.end
    if doc[start].tag_ != "TO" or last + 2 >= end:
        return last
    for i in range(last + 1, min(last + LIST_REACH, end - 2)):
        token, verb = doc[i], doc[i + 1]
        if token.tag_ in FINITE or token.tag_ in {"WDT", "WP", "IN", "VBG"} or token.text in {";", ":", "”"}:
            return last
        if token.lower_ == "and":
            bare = verb.tag_ == "VB" or (verb.tag_ in {"VBP", "VBN"} and verb.lower_ == verb.lemma_)
            joined = bare and not any(left.dep_ in {"nsubj", "aux"} for left in verb.lefts)
            more = joined and doc[i + 2].tag_ not in FINITE
            return max(last, _with_object(doc, start, verb.right_edge.i)) if more else last
    return last


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A range without punctuation before it, a conjunction behind it, and a quotation mark whose fellow is outside."""
    while start < end - 1:
        first, last = doc[start], doc[end - 1]
        if first.is_space or first.text in CLOSING or _unclosed(doc, start, end):
            start += 1
        elif last.is_space or last.text in CLOSING or last.dep_ == "cc" or _unopened(doc, start, end - 1):
            end -= 1
        elif (
            first.text in QUOTES
            and last.text in QUOTES
            and not any(doc[i].text in QUOTES for i in range(start + 1, end - 1))
        ):
            start, end = start + 1, end - 1
        else:
            break
    if start and doc[start - 1].text == "[" and "]" in doc[start].text:
        start -= 1
    return start, _with_closing_mark(doc, start, end)


def _with_closing_mark(doc: Doc, start: int, end: int) -> int:
    """The end of a range, behind the mark that closes a quotation begun inside it where only a full stop is between."""
    opened = [token.text for token in doc[start:end] if token.text in QUOTES]
    behind = end + 1 if end < len(doc) and doc[end].text in CLOSING else end
    odd = len(opened) % 2 == 1 and behind < len(doc) and doc[behind].text in {'"', *OPENING}
    return behind + 1 if odd else end


def _unclosed(doc: Doc, start: int, end: int) -> bool:
    """True for an opening quotation mark at `start` whose closing one stands behind `end`."""
    mark = doc[start].text
    if mark == '"':
        return sum(token.text == '"' for token in doc[start:end]) % 2 == 1
    closing = next((closing for closing, opening in OPENING.items() if opening == mark), None)
    return closing is not None and not any(token.text == closing for token in doc[start:end])


def _before_resumption(doc: Doc, start: int, end: int) -> int:
    """Where the asker goes on to something else: "to leave | and demanded", hung by the parser on the infinitive."""
    end = _before_comment(doc, start, end)
    for token in doc[start:end]:
        if token.text == ";":
            return token.i
        if token.text == "," and token.i > start and (_sums_up(token) or _speaks_on(token) or _adds(token, end)):
            return token.i
        if token.dep_ == "conj" and token.tag_ in {"VBD", "VBZ"} and token.head.tag_ == "VB" and token.head.i >= start:
            return next((left.i for left in token.head.rights if left.dep_ == "cc" and left.i < token.i), end)
    return end


def _before_comment(doc: Doc, start: int, end: int) -> int:
    """Where a reporting clause at the end of a range begins: "to shut a base | , an envoy said on Friday"."""
    for i in range(end - 1, start + 1, -1):
        if doc[i].lower_ in {"said", "says"} and doc[i].tag_ in FINITE:
            comma = next((j for j in range(i - 1, start, -1) if doc[j].text == ","), start)
            finite = any(doc[j].tag_ in FINITE for j in range(comma, i))
            return comma if comma > start and not finite and doc[comma + 1].tag_ not in {"WDT", "WP"} else end
    return end


def _speaks_on(comma: Token) -> bool:
    """True before a participle by which the asker goes on: ", saying", ", calling instead for", ", stopping short"."""
    if comma.i + 2 >= len(comma.doc):
        return False
    word, after = comma.nbor(), comma.doc[comma.i + 2]
    if word.tag_ not in {"VBG", "NN"} or not word.lower_.endswith("ing"):
        return False
    return word.lower_ in lexicon.words("demands", "going_on.words") or (
        word.lower_ == "stopping" and after.lower_ == "short"
    )


def _adds(comma: Token, end: int) -> bool:
    """True before a relative clause which only adds something and with which the range ends: ", which was imposed"."""
    doc, i = comma.doc, comma.i + 1
    if doc[i : i + 2].text.lower() == "such as":
        return True
    i += i + 1 < end and doc[i].tag_ == "IN"
    if i >= end or doc[i].tag_ not in {"WDT", "WP"} or doc[i].lower_ not in {"which", "who"}:
        return False
    return not any(token.text == "," for token in doc[i:end])


def _sums_up(comma: Token) -> bool:
    """True before what is said of the demand as a whole: "..., a demand that ...", "..., a move which ..."."""
    doc, i = comma.doc, comma.i + 1
    if i + 2 >= len(doc) or doc[i].lower_ not in {"a", "an"}:
        return False
    noun = doc[i].head
    return 0 < noun.i - i <= SUMMING_REACH and noun.lemma_.lower() in lexicon.words("demands", "things.summing")


def _unopened(doc: Doc, start: int, i: int) -> bool:
    """True for a closing quotation mark whose opening one stands before `start`."""
    mark = doc[i].text
    if mark in OPENING:
        return not any(token.text == OPENING[mark] for token in doc[start:i])
    return mark == '"' and sum(token.text == '"' for token in doc[start : i + 1]) % 2 == 1


def finite_subject(verb: Token) -> Token | None:
    """The first subject of a clause, active or passive."""
    subjects = tree.grammatical_subjects(verb)
    return subjects[0] if subjects else None


def in_frame(frame: str, lemma: str) -> bool:
    """True for a verb that the lexicon lists under a frame."""
    return lemma in lexicon.words("demands", f"frames.{frame}")


def made(verb: Token, addressees: tuple[Token, ...], start: int, last: int) -> Asking:
    """The asking of a verb; `last` is the last token of what is asked."""
    return Asking(
        trigger=verb,
        form="verb",
        demanders=(),
        addressees=addressees,
        start=start,
        end=complement_end(verb.doc, start, last, verb),
    )


def object_of(verb: Token) -> Token | None:
    """The object of a verb, also of one that the parser put before it as a participle."""
    for child in verb.rights:
        if child.dep_ in {"dobj", "dative", "obj"} and child.pos_ != "ADP":
            return child
    if verb.dep_ == "amod" and verb.head.i > verb.i and tree.grammatical_subjects(verb):
        return verb.head
    return None
