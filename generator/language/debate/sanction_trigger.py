"""The naming of a sanction, and what its readers share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.model.facts import MeasureKind

Strength = Literal["certain", "pressed", "echo"]

_NAME = "sanctions"
_FORMS = {"froze": "freeze", "frozen": "freeze"}
"""Forms that stay as they are where a tagger takes them for base forms."""
_PHRASE = frozenset(
    {"compound", "amod", "nmod", "poss", "nummod", "det", "npadvmod", "conj", "cc", "punct", "case", "quantmod"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One naming of a sanction: the word that names it, and the heads of the phrases that it acts on.

    `verbal` is true where the word is a verb, so that its subject is who does it.
    """

    token: Token
    kind: MeasureKind
    strength: Strength
    objects: tuple[Token, ...] = ()
    verbal: bool = False


def lemma(token: Token) -> str:
    """The lemma in lower case; of a capitalised word, which a pipeline takes for a name, without the plural ending."""
    own: str = token.lemma_.lower()
    if own in _FORMS:
        return _FORMS[own]
    if token.tag_ == "NNPS" and own.endswith("s") and own == token.lower_:
        return own[:-1]
    return own


def words(key: str) -> frozenset[str]:
    """A list of the lexicon of sanctions."""
    return lexicon.words(_NAME, key)


def kind_of(name: str) -> MeasureKind:
    """A kind as the lexicon writes it."""
    return cast("MeasureKind", name)


def modifiers(token: Token) -> Iterator[Token]:
    """The words of a noun's own phrase before it, compounds of compounds too."""
    for child in token.lefts:
        if child.dep_ in _PHRASE:
            yield child
            yield from modifiers(child)


def lemmas_before(token: Token) -> frozenset[str]:
    """The lemmas of the words before a noun in its phrase."""
    return frozenset(lemma(word) for word in modifiers(token))


def is_noun(token: Token) -> bool:
    """True for nouns, names among them."""
    return token.pos_ in {"NOUN", "PROPN"} or token.tag_.startswith("NN")


def is_verb(token: Token) -> bool:
    """True for verbs, participles among them."""
    return token.pos_ == "VERB" or (token.tag_.startswith("VB") and token.pos_ != "NOUN")


def above(token: Token, most: int) -> Iterator[Token]:
    """The heads above a token, so many at most."""
    for _ in range(most):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def struck(verb: Token) -> tuple[Token, ...]:
    """Whom a verb strikes: its object, or the subject of a passive."""
    if tree.passive(verb):
        return tree.grammatical_subjects(verb)
    return tuple(child for child in verb.children if child.dep_ in tree.OBJECTS)


def aims(token: Token) -> bool:
    """True for verbs that tell what a measure is to do to somebody rather than which it is: to punish, to isolate."""
    return lemma(token) in words("echoes.hit")


def pressed(token: Token) -> bool:
    """True where the sentence shows pressure: a word of punishment, an answer, a term."""
    sentence = token.sent
    cues = words("cues.lemmas")
    if any(lemma(other) in cues for other in sentence if other.i != token.i):
        return True
    text = sentence.text.lower()
    return any(phrase in text for phrase in words("cues.phrases"))


def answers(token: Token) -> bool:
    """True for verbs of hitting back: to retaliate, to respond in kind."""
    return lemma(token) in words("echoes.answer") | words("echoes.answer_in")
