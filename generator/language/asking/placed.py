"""Where a demand stands, and the acts that it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from generator.language import lexicon
from generator.model.facts import Demand

ASIDE = frozenset({"relcl", "advcl", "appos", "parataxis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A demand in tokens: what is demanded as `[start, end)`, and the acts that it names, the foremost apart."""

    demand: Demand
    start: int
    end: int
    acts: frozenset[str]
    head: str


def place(doc: Doc, demand: Demand) -> Placed:
    """Where a demand stands."""
    first = demand.evidence[0]
    at = max(doc.text.find(demand.text, first.start), first.start)
    span = doc.char_span(at, at + len(demand.text), alignment_mode="expand")
    start, end = (span.start, span.end) if span is not None else (0, 0)
    words = [token for token in doc[start:end] if not aside(token, start)]
    acts = [act(token) for token in words if _content(token)]
    noun = span.root if span is not None and span.root.pos_ == "NOUN" and doc[start].lower_ != "to" else None
    head = act(noun) if noun is not None else acts[0] if acts else ""
    return Placed(demand=demand, start=start, end=end, acts=frozenset(acts), head=head)


def aside(token: Token, start: int) -> bool:
    """True inside what is only added: a relative or adverbial clause that begins inside the demand."""
    while token.i >= start and token.dep_ != "ROOT":
        if token.dep_ in ASIDE and token.left_edge.i > start:
            return True
        if token.head.i == token.i or token.head.i < start:
            return False
        token = token.head
    return False


def _content(token: Token) -> bool:
    """True for a word that says what is to be done: no state, no day, no auxiliary."""
    named = token.ent_type_ in {"DATE", "TIME", "GPE", "NORP"}
    return token.is_alpha and not token.is_stop and not named and token.pos_ != "AUX"


@cache
def _classes() -> dict[str, str]:
    table = lexicon.table("responses")["alike"]
    return {word: name for name, words in sorted(table.items()) for word in sorted(words)}


def act(token: Token) -> str:
    """The act that a word names: words that name one (resign, leave office) as one; "step down" with its particle."""
    lemma = token.lemma_.lower()
    if lemma == "step" and any(child.lower_ in {"down", "aside"} for child in token.children):
        return "quit"
    return _classes().get(lemma, lemma)


def named(tokens: Iterable[Token]) -> frozenset[str]:
    """The acts that some words name."""
    return frozenset(act(token) for token in tokens if _content(token))
