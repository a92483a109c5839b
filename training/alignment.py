"""From treebank sentences to spaCy documents: trees projected on the tokens of our tokenizer.

Treebank words and tokens agree one to one in 99 % of the cases. Where a word is several tokens, its last alphabetic
token stands for it and the others hang on that one; where a token is several words, it takes the place of the word that
heads the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from training.clearnlp import to_clearnlp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from training.clearnlp import Arc
    from training.conllu import Sentence, Word

_HYPHENS = frozenset("-–—/")


@dataclass(slots=True)
class _Layers:
    """Annotation by token; the head of a root is the token itself."""

    heads: list[int]
    labels: list[str]
    tags: list[str]
    parts: list[str]

    @classmethod
    def empty(cls, size: int) -> _Layers:
        return cls(heads=list(range(size)), labels=[""] * size, tags=["XX"] * size, parts=["X"] * size)


def curl_quotes(text: str) -> str:
    """Straight quotation marks as typographic ones, of equal length."""
    out = list(text)
    opens = True
    for place, mark in enumerate(text):
        before = text[place - 1] if place else " "
        after = text[place + 1 : place + 2]
        if mark == '"':
            out[place] = "“" if opens else "”"
            opens = not opens
        elif mark == "'":
            closes = before.isalnum() or before in ".,!?;:" or (before in " (" and after.isdigit())
            out[place] = "’" if closes else "‘"
    return "".join(out)


def joined_text(sentences: Sequence[Sentence]) -> tuple[str, tuple[int, ...]]:
    """The text of `sentences` and where each begins; an empty line parts paragraphs, a blank parts sentences."""
    text, starts = "", []
    for sentence in sentences:
        if text:
            text += "\n\n" if sentence.opens_paragraph else " "
        starts.append(len(text))
        text += sentence.text
    return text, tuple(starts)


def to_doc(
    sentences: Sequence[Sentence],
    tokenize: Callable[[str], Doc],
    *,
    curly: bool = False,
    paragraphs: bool = True,
    small: bool = False,
) -> Doc:
    """A document of `sentences` with tags, parts of speech and ClearNLP trees; all in `small` letters if asked for."""
    text, starts = joined_text(sentences)
    if small and len(text.lower()) == len(text):
        text = text.lower()
    if not paragraphs:
        text = text.replace("\n\n", " ")
        starts = tuple(
            start - sum(sentence.opens_paragraph for sentence in sentences[1 : number + 1])
            for number, start in enumerate(starts)
        )
    plain = tokenize(curl_quotes(text) if curly else text)
    layers = _Layers.empty(len(plain))
    token_at = {place: token.i for token in plain for place in range(token.idx, token.idx + len(token))}
    for sentence, start in zip(sentences, starts, strict=True):
        _project(sentence, start, plain, token_at, layers)
    _hang_white_space(plain, layers)
    _break_circles(layers)
    return Doc(
        plain.vocab,
        words=[token.text for token in plain],
        spaces=[bool(token.whitespace_) for token in plain],
        tags=layers.tags,
        pos=layers.parts,
        heads=layers.heads,
        deps=layers.labels,
    )


def _project(sentence: Sentence, start: int, plain: Doc, token_at: dict[int, int], layers: _Layers) -> None:
    arcs = to_clearnlp(sentence)
    tokens_of = [
        sorted({token_at[start + place] for place in range(word.start, word.end) if start + place in token_at})
        for word in sentence.words
    ]
    words_of: dict[int, list[int]] = {}
    for number, tokens in enumerate(tokens_of):
        for token in tokens:
            words_of.setdefault(token, []).append(number)
    foremost = [_foremost(tokens, plain) for tokens in tokens_of]
    for token, numbers in sorted(words_of.items()):
        number = _topmost(numbers, arcs)
        word = sentence.words[number]
        if foremost[number] == token:
            head = _head_token(number, token, arcs, foremost)
            layers.heads[token] = token if head is None else head
            layers.labels[token] = "ROOT" if head is None else arcs[number].label
            layers.tags[token], layers.parts[token] = word.xpos, word.upos
        else:
            layers.heads[token] = foremost[number]
            layers.labels[token], layers.tags[token], layers.parts[token] = _piece(plain[token].text, word)


def _foremost(tokens: Sequence[int], plain: Doc) -> int:
    """The token that stands for a word."""
    alphabetic = [token for token in tokens if any(letter.isalnum() for letter in plain[token].text)]
    return (alphabetic or tokens or [-1])[-1]


def _topmost(numbers: Sequence[int], arcs: Sequence[Arc]) -> int:
    """Of the words in one token, the one whose head lies outside."""
    return next((number for number in numbers if arcs[number].head - 1 not in numbers), numbers[0])


def _head_token(number: int, token: int, arcs: Sequence[Arc], foremost: Sequence[int]) -> int | None:
    """The token of the head; None for a root, also where all heads up to the root share the token."""
    for _ in arcs:
        if arcs[number].head == 0:
            return None
        number = arcs[number].head - 1
        if foremost[number] != token:
            return foremost[number]
    return None


def _piece(text: str, word: Word) -> tuple[str, str, str]:
    """Label, tag and part of speech of a token that is only a piece of a word."""
    if text in _HYPHENS:
        return "punct", "HYPH", "PUNCT"
    if not any(letter.isalnum() for letter in text):
        return "punct", ",", "PUNCT"
    return "compound", "AFX" if text.isalpha() and len(text) < 5 else word.xpos, word.upos


def _hang_white_space(plain: Doc, layers: _Layers) -> None:
    """White-space tokens hang on the token before, as in spaCy's pipelines."""
    for token in plain:
        if not layers.labels[token.i]:
            layers.heads[token.i] = max(token.i - 1, 0)
            layers.labels[token.i] = "dep"
            layers.tags[token.i], layers.parts[token.i] = ("_SP", "SPACE") if token.is_space else ("XX", "X")


def _break_circles(layers: _Layers) -> None:
    """A word without a way to a root becomes one; words that share a token can close a circle."""
    for token in range(len(layers.heads)):
        seen, current = {token}, token
        while layers.heads[current] != current:
            current = layers.heads[current]
            if current in seen:
                layers.heads[current], layers.labels[current] = current, "ROOT"
                break
            seen.add(current)
