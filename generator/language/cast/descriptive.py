"""Noun phrases that give a person's office: where they begin and end, the title, with whom it is held."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from generator.language import lexicon
from generator.language.cast import gazetteers
from generator.language.cast.clusters import Cluster, Office

_WORDS = frozenset({"NN", "NNP", "NNPS", "NNS", "JJ", "JJR", "JJS", "HYPH", "POS", "AFX", "CD", "RBS"})
_LINKS = frozenset({"of", "for", "to", "on", "in", "at", "and", "&", "the", "with", "from"})
_HYPHENS = frozenset({"-", "‑"})
_HOLDING = frozenset({"of", "at", "for", "with", "from"})
_STOPS = frozenset({",", ";", ":", ".", "?", "!", "(", ")", "—", "–", "“", "”", '"', "--", "``", "''"})
_FIELDS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS"})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WP$", "WDT", "WRB", "TO", "PRP", "EX"})
_TIMES = frozenset({"former", "ex", "acting", "then", "late", "outgoing", "incoming", "interim", "retired", "ousted"})
_RANKS = frozenset(
    {"deputy", "senior", "vice", "assistant", "chief", "first", "associate", "special", "top", "co", "under"}
)
_TO_BE = frozenset({"-elect", "-designate"})
_LONGEST = 16
_OPENING = 12


def ending_at(doc: Doc, known: Mapping[int, Cluster], end: int, last: int) -> Office | None:
    """The office in the words right before a name that starts at `end`; the passage runs to `last`.

    A name behind "for" or "of" is not the holder's: "a spokesman for Diaz", "for Mr. Diaz".
    """
    start, before = start_of(doc, known, end), end - 1
    while before > start and doc[before].lower_ in lexicon.words("who", "roles.courtesy"):
        before -= 1
    if doc[before].lower_ in _LINKS:
        return None
    nouns = [i for i in range(start, end) if _is_role(doc, i) and i not in known]
    if not nouns:
        return None
    noun = nouns[-1]
    elect = doc[noun + 1 : end].text.lower() in _TO_BE
    if noun != end - 1 and not elect and doc[noun + 1].lower_ not in _LINKS:
        return None
    return office(doc, known, start, noun, end, last)


def start_of(doc: Doc, known: Mapping[int, Cluster], end: int) -> int:
    """Where the noun phrase begins, without its article, whose words end before `end`."""
    start = end
    while start > 0 and end - start < _LONGEST and _belongs(doc, start - 1):
        if doc[start - 1].lower_ in {"and", "&"} and start - 2 in known and known[start - 2].kind == "person":
            break
        if (
            doc[start].lower_ in _TIMES
            and start - 1 not in known
            and doc[start - 1].tag_ not in {"POS", "JJ", "NNP", "HYPH"}
        ):
            break
        start -= 1
    while start < end and (
        doc[start].lower_ in _LINKS or doc[start].tag_ in {"POS", "HYPH"} or doc[start].text in _HYPHENS
    ):
        start += 1
    return start


def _belongs(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.text in _STOPS or token.is_space or token.ent_type_ in {"DATE", "TIME"}:
        return False
    if (token.tag_ == "HYPH" or token.text in _HYPHENS) and token.whitespace_:
        return False
    if token.tag_ in _WORDS or token.lower_ in lexicon.words("who", "roles.participles") or token.text in _HYPHENS:
        return True
    if token.lower_ not in _LINKS or i == 0 or i + 1 >= len(doc):
        return False
    if token.lower_ == "the":
        return doc[i - 1].lower_ in _LINKS and doc[i + 1].text[0].isupper()
    return doc[i - 1].text[0].isupper() or _is_role(doc, i - 1)


def noun_before(doc: Doc, end: int) -> int | None:
    """The role noun of a description that ends before `end`, its complement included."""
    for i in range(end - 1, max(end - _LONGEST, -1), -1):
        if doc[i].text in _STOPS or doc[i].tag_ in _VERBS or doc[i].is_space:
            return None
        if _is_role(doc, i) and doc[i].tag_ in {"NN", "NNP", "JJ"}:
            return i if i == end - 1 or doc[i + 1].lower_ in _HOLDING | {"to", "and"} else None
    return None


def noun_after(doc: Doc, known: Mapping[int, Cluster], start: int) -> int | None:
    """The role noun of a description that begins at `start`; None where the noun is itself a title before a name."""
    found, listed = None, _end_of_list(doc, start)
    for i in range(start, min(start + _OPENING, len(doc))):
        token = doc[i]
        if i < listed:
            continue
        if token.text in _STOPS or token.is_space or token.lower_ in _LINKS - {"the", "and"}:
            break
        if token.tag_ in _VERBS | {"VBG"} and token.lower_ not in lexicon.words("who", "roles.participles"):
            break
        if token.lower_ == "and" and found is not None and not _is_role(doc, min(i + 1, len(doc) - 1)):
            break
        if _is_role(doc, i) and token.tag_ in {"NN", "NNP", "JJ"} and (i not in known or known[i].kind != "person"):
            found = i
    if found is None or found + 1 >= len(doc):
        return None
    after = doc[found + 1]
    if found + 1 in known or after.tag_ in {"NN", "NNP", "NNS"}:
        return None
    return found


def _end_of_list(doc: Doc, start: int) -> int:
    """Where the fields of one office end that commas part: "trade, mines and energy | minister"; else `start`."""
    commas, joined = 0, False
    for i in range(start, min(start + _OPENING, len(doc))):
        token = doc[i]
        if joined and commas and _is_role(doc, i):
            return i
        commas += token.text == ","
        joined = joined or token.lower_ in {"and", "&"}
        if _is_role(doc, i) or not (token.tag_ in _FIELDS or token.text == "," or token.lower_ in {"and", "&", "the"}):
            return start
    return start


def end_of(doc: Doc, start: int) -> int:
    """Where a description that begins at `start` ends: before punctuation, a finite verb, a relative word."""
    i = start
    while i < len(doc) and i - start < _LONGEST:
        token = doc[i]
        if token.text in _STOPS or token.is_space or token.tag_ in _VERBS or token.ent_type_ in {"DATE", "TIME"}:
            break
        if (
            token.tag_ == "VBN"
            and doc[i - 1].tag_ != "HYPH"
            and token.lower_ not in lexicon.words("who", "roles.participles")
        ):
            break
        if (
            token.lower_ == "at"
            and i + 2 < len(doc)
            and doc[i + 2].lower_ in {"time", "start", "end", "moment", "beginning"}
        ):
            break
        if token.lower_ in {"now", "who", "when", "until", "since", "because", "while", "as", "after", "before", "by"}:
            break
        i += 1
    while i > start and doc[i - 1].lower_ in _LINKS:
        i -= 1
    return i


def office(
    doc: Doc, known: Mapping[int, Cluster], start: int, noun: int, end: int | None, other: int, *, limit: bool = False
) -> Office | None:
    """The office that a description from `start` with its role noun at `noun` gives.

    `end` is where it ends (None: to be found). The passage also takes in the tokens up to, or from, `other`.
    """
    while start < noun and (doc[start].tag_ in {"DT", "PRP$", "RB", "CC", "IN"} or doc[start].text in {"'s", "’s"}):
        start += 1
    if limit or end is None:
        end = max(noun + 1, end_of(doc, noun + 1))
    holder, first = _holder_before(doc, known, start, noun)
    sent = doc[noun].lower_ in lexicon.words("who", "roles.sent")
    after, last = (None, end) if sent else _holder_after(doc, known, noun + 1, end)
    while last - 1 > noun and doc[last - 1].lower_ in _LINKS:
        last -= 1
    if doc[noun].text[0].isupper():
        while first < noun and doc[first].text.islower() and doc[first].lower_ not in _TIMES | _RANKS:
            first += 1
    if any(doc[i].lower_ == "with" for i in range(first, noun)):
        first, holder = max(i for i in range(first, noun) if doc[i].lower_ == "with") + 1, None
    title = doc[_whole(doc, first) : last].text.strip()
    if first > start and doc[start].lower_ in _TIMES and start not in known:
        title = f"{doc[start].text} {title}"
    courtesy = lexicon.words("who", "roles.courtesy")
    if not title or title.lower() in courtesy:
        return None
    return Office(
        title=gazetteers.spelled_out(title), holder=after or holder, start=min(start, other), end=max(end, other)
    )


def _whole(doc: Doc, first: int) -> int:
    """Where a title begins, with all of a word of which a hyphen parts the beginning: "then-President"."""
    while first > 1 and doc[first].text in _HYPHENS and not doc[first - 1].whitespace_ and doc[first - 1].is_alpha:
        first -= 1
    return first


def _holder_before(doc: Doc, known: Mapping[int, Cluster], start: int, noun: int) -> tuple[Cluster | None, int]:
    """The actor named before a role noun, and where the title begins after it; a building's name stays in the title."""
    holder, first = None, start
    for i in range(noun - 1, start - 1, -1):
        if i not in known or known[i] is holder:
            continue
        if holder is not None:
            if known[i].kind == "country" and doc[noun].lower_ in lexicon.words("who", "roles.sent"):
                holder = known[i]
            break
        holder = known[i]
        first = i + 1
        while first < noun and doc[first].tag_ in {"POS", "HYPH"}:
            first += 1
        if first == i + 1 and (holder.kind == "organization" or _is_building(holder, i)):
            first = i
            while first > start and known.get(first - 1) is holder:
                first -= 1
    return holder, first


def _is_building(cluster: Cluster, i: int) -> bool:
    return any(at.form == "metonym" and at.start <= i < at.end for at in cluster.standings)


def _holder_after(doc: Doc, known: Mapping[int, Cluster], start: int, end: int) -> tuple[Cluster | None, int]:
    """The actor that ends the complement of a role noun, and where the title ends before it."""
    for i in range(end - 1, start, -1):
        if i not in known or (i + 1 < end and known.get(i + 1) is known[i]):
            continue
        first = i
        while first > start and known.get(first - 1) is known[i]:
            first -= 1
        if i + 1 < end and doc[i + 1].lower_ not in _HOLDING | {"and", "or", "in", "on"}:
            return None, end
        link = first - 1
        while (
            link > start
            and doc[link].lower_ not in _HOLDING
            and doc[link].tag_ in {"DT", "JJ", "HYPH", "VBN", "NN", "VBG", "POS", "NNP"}
        ):
            link -= 1
        if link >= start and doc[link].lower_ in _HOLDING:
            return known[i], link
        return None, end
    return None, end


def _is_role(doc: Doc, i: int) -> bool:
    word = doc[i].lower_
    if word == "general" and i > 1 and doc[i - 1].tag_ == "HYPH":
        return _is_role(doc, i - 2)
    return word in lexicon.words("who", "roles.nouns") or word in lexicon.words("who", "roles.short")
