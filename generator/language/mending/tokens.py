"""Tokens of news English: what spaCy's English tokenizer splits too much or too little.

Source: spaCy's own rules (`spacy.lang.en`), with abbreviations of titles and states in newspaper style (Associated
Press) and the hyphen rules of OntoNotes for prefixes that make no word of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.attrs import ORTH, PREFIX
from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.util import compile_infix_regex

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

_ABBREVIATIONS = [
    "Amb.",
    "Brig.",
    "Capt.",
    "Cmdr.",
    "Cpl.",
    "Lt.",
    "Maj.",
    "Pres.",
    "Pvt.",
    "Reps.",
    "Sec.",
    "Sens.",
    "Sgt.",
    "Supt.",
    "W.Va.",
    "Vt.",
    "Wyo.",
    "Wis.",
    "Tenn.",
    "Minn.",
    "Conn.",
]
PREFIX_LENGTH = 3
_HYPHENATED_PREFIXES = ("co", "de", "pre", "re")


def mend_tokenizer(nlp: Language) -> None:
    """Keep "de-escalate" and "Lt." whole, part "U.N." from "-backed"."""
    tokenizer: Tokenizer = nlp.tokenizer
    for abbreviation in _ABBREVIATIONS:
        tokenizer.add_special_case(abbreviation, [{ORTH: abbreviation}])
    hyphen = rf"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA}])"
    kept = "".join(rf"(?<!^{form})" for prefix in _HYPHENATED_PREFIXES for form in (prefix, prefix.title()))
    infixes: list[Any] = [kept + hyphen if rule == hyphen else rule for rule in nlp.Defaults.infixes or ()]
    infixes.append(rf"(?<=[A-Z]\.)(?:{HYPHENS})(?=[{ALPHA}])")
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def set_prefixes(nlp: Language, length: int) -> None:
    """Make the lexical feature PREFIX `length` letters long; spaCy's single letter says little of an unknown word."""

    def prefix(text: str) -> str:
        return text[:length].lower()

    vocab: Any = nlp.vocab
    vocab.lex_attr_getters[PREFIX] = prefix
    for lexeme in nlp.vocab:
        lexeme.prefix_ = prefix(lexeme.text)
