"""Where a demand stands, and the acts that it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from generator.language import lexicon, marks
from generator.model.facts import Demand

ASIDE = frozenset({"relcl", "advcl", "appos", "parataxis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A demand in tokens: what is demanded as `[start, end)`, and the acts that it names, the foremost apart.

    `thing` is the noun that says what is to be done where the foremost act says little: "to hold | talks".
    """

    demand: Demand
    start: int
    end: int
    acts: frozenset[str]
    head: str
    thing: str = ""


def place(doc: Doc, demand: Demand) -> Placed:
    """Where a demand stands."""
    first = demand.evidence[0]
    at = max(marks.of(doc).article.text.find(demand.text, first.start), first.start)
    span = doc.char_span(at, at + len(demand.text), alignment_mode="expand")
    start, end = (span.start, span.end) if span is not None else (0, 0)
    asked = _required(doc, demand, at) or span
    low, high = (asked.start, asked.end) if asked is not None else (0, 0)
    words = [token for token in doc[low:high] if not aside(token, low)]
    acts = [act(token) for token in words if _content(token)]
    root = asked.root if asked is not None and doc[low].lower_ != "to" and _content(asked.root) else None
    head = act(root) if root is not None else acts[0] if acts else ""
    light = head in lexicon.words("responses", "doing.light")
    nouns = (act(token) for token in words if token.pos_ == "NOUN" and _content(token)) if light else iter(())
    return Placed(demand=demand, start=start, end=end, acts=frozenset(acts), head=head, thing=next(nouns, ""))


def _required(doc: Doc, demand: Demand, at: int) -> Span | None:
    """What is to be done, of a demand that is told with what else will happen: "will leave unless | Peru pays"."""
    if demand.condition is None or demand.text.lower().startswith(("to ", "that ")):
        return None
    within = demand.text.find(demand.condition)
    if within < 0:
        return None
    span = doc.char_span(at + within, at + within + len(demand.condition), alignment_mode="expand")
    # Its first word opens the condition.
    return span[1:] if span is not None and len(span) > 1 else None


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
