"""Noun phrases that describe somebody: head noun, modifiers, whose, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.language import lexicon
from generator.language.cast.clusters import Cluster

_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "HYPH", "PDT", "POS", "AFX", "RBS"})
_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS"})
_DETERMINERS = frozenset({"DT", "PRP$"})
_LINKS = frozenset({"of", "in", "from", "for", "with", "at", "on", "to", "close"})
_DOERS = frozenset({"PROPN", "PRON", "NOUN"})
"""Behind one of these a participle is rather a verb that a tagger has misread: "she | pushed leaders"."""
_LONGEST_TAIL = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Tokens `start` to `end` of a description without its determiner; `tail` is the end with a phrase that follows.

    `words` are the lower-case modifiers that tell which one is meant, `holder` the actor named among them, `owned` is
    true where that one owns the noun ("Peru's"), `determiner` the lower-case determiner or "".
    """

    start: int
    end: int
    tail: int
    determiner: str
    words: tuple[str, ...]
    holder: Cluster | None
    owned: bool


def around(head: Token, known: Mapping[int, Cluster]) -> Phrase | None:
    """The phrase that a noun heads, or None where the noun only modifies another."""
    doc = head.doc
    end = head.i + 1
    if (
        end < len(doc)
        and doc[end].tag_ in _NAMES
        and doc[end].head.i != head.head.i
        and head.dep_ in {"compound", "nmod", "amod"}
    ):
        return None
    if end + 1 < len(doc) and doc[end].text == "-" and not head.whitespace_:
        return None
    start = head.i
    while start > 0 and _modifies(doc[start - 1], head):
        start -= 1
    while start < head.i and doc[start].tag_ == "VBN" and start and doc[start - 1].pos_ in _DOERS:
        start += 1
    determiner = doc[start - 1].lower_ if start and doc[start - 1].tag_ in _DETERMINERS else ""
    vague = lexicon.words("who", "collectives.vague")
    holder, owned = None, False
    words = []
    for i in range(start, head.i):
        if i in known and not (doc[i + 1].tag_ == "HYPH" and doc[i + 2].tag_ in {"VBN", "VBD", "JJ"}):
            holder, owned = known[i], doc[i + 1].tag_ == "POS"
        elif (
            doc[i].lower_ not in vague
            and doc[i + 1].tag_ != "POS"
            and doc[i].tag_ not in {"POS", "HYPH", "CD"}
            and doc[i].text not in {"'s", "’s", "-"}
        ):
            words.append(doc[i].lower_)
    while start < head.i and (
        doc[start].tag_ in {"PDT", "HYPH", "POS"} or doc[start].text == "-" or doc[start].text in {"'s", "’s", "'", "’"}
    ):
        start += 1
    return Phrase(
        start=start,
        end=end,
        tail=_tail(doc, head),
        determiner=determiner,
        words=tuple(words),
        holder=holder,
        owned=owned,
    )


def _modifies(token: Token, head: Token) -> bool:
    """True where the token to the left belongs before the noun, by its tag, and by its governor for participles."""
    if token.ent_type_ in {"DATE", "TIME"} or token.is_space:
        return False
    if token.lower_ in {"something", "anything", "everything", "nothing", "someone", "anyone", "everyone"}:
        return False
    if token.tag_ in _NAMES:
        return token.i < token.head.i <= head.i or token.ent_type_ != "" or token.nbor().tag_ in {"HYPH", "POS"}
    if token.text in {"-", "‑"} or token.tag_ == "HYPH":
        return not token.whitespace_
    if token.tag_ in _MODIFIERS:
        return True
    if token.tag_ in {"VBN", "VBG", "RB"}:
        return token.head.i == head.i or (token.head.head.i == head.i and token.i + 1 == token.head.i)
    return False


def _tail(doc: Doc, head: Token) -> int:
    """The end of a prepositional phrase that says whose or where from: "official in the ministry"."""
    after = head.i + 1
    if after + 1 >= len(doc) or doc[after].lower_ not in _LINKS or doc[after].head.i != head.i:
        return head.i + 1
    if doc[after + 1].ent_type_ in {"DATE", "TIME"} or doc[after + 1].tag_ == "VBG":
        return head.i + 1
    end = min(doc[after].right_edge.i + 1, after + _LONGEST_TAIL)
    for i in range(after + 1, end):
        if (
            doc[i].text in {",", "—", "–", "(", ";", ":"}
            or doc[i].tag_ in {"WDT", "WP", "VBD", "VBZ", "VBP", "MD"}
            or doc[i].is_space
        ):
            end = i
            break
    while end > after + 1 and (doc[end - 1].tag_ in {"CC", "IN", "TO", "DT"} or doc[end - 1].lower_ in _LINKS):
        end -= 1
    return end if end > after + 1 else head.i + 1
