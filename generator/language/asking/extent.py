"""How far what is asked reaches: its list and its object with it, comments and resumptions left out."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.language import lexicon

TO_VERB = 3
"""Tokens of "and to leave"."""

SUMMING_REACH = 4
"""Tokens from the article to the noun of "a long-standing Western demand"."""

LONGEST = 150
"""Tokens of what is asked at most, as many as a passage holds; a sentence that goes on for longer is no prose."""

LIST_REACH = 14
"""Tokens between the first infinitive of a list and its last "and"."""

NOMINAL = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "CD", "VBN", "POS"})
FINITE = frozenset({"VBD", "VBZ", "MD"})
CLOSING = frozenset({".", ",", ";", ":", "--", "—", "–", "-"})
OPENING = {"”": "“", "''": "``"}
QUOTES = frozenset({'"', *OPENING, *OPENING.values()})


def complement_end(doc: Doc, start: int, last: int, trigger: Token) -> int:
    """Where what is asked ends: after token `last`, without closing punctuation, inside the sentence."""
    last = min(last, start + LONGEST)
    while last > start + 1 and (doc[last].dep_ == "cc" or doc[last].text in CLOSING):
        last -= 1
    last = _with_list(doc, start, _with_second_infinitive(doc, start, _with_object(doc, start, last)))
    last = min(_with_alternative(doc, last), start + LONGEST)
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
        bare = token.head.tag_ in {"VB", "VBG"} and token.head.i >= start
        if token.dep_ == "conj" and token.tag_ in {"VBD", "VBZ"} and bare:
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
