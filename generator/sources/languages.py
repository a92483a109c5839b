"""Whether a text is English."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH = 0.06
"""Share of English function words from which no further proof is needed; even short English news has 0.07."""
_SAMPLE = 5_000
"""Characters."""
_FEW = 12
"""Words; fewer do not prove another language."""
_SURE = 0.5
"""Probability; lists of names stay far below."""
_KIN = frozenset({"en", "pcm", "sco", "jam", "enm"})
"""English, and languages so near to it that a short English text full of names is taken for them (ISO 639-3)."""


def foreign(text: str) -> str | None:
    """The ISO 639 code of the language of a text that is certainly not English, else None.

    A text in another script gives "und" where its language is not known. Short texts and texts that are mostly names
    pass as English.
    """
    sample = text[:_SAMPLE]
    letters = _LETTER.findall(sample)
    if not letters:
        return None
    if len(_LATIN.findall(sample)) * 2 < len(letters):
        language, _ = _identifier().classify(sample)
        return "und" if language == "en" else str(language)
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _FEW or sum(word in _english() for word in words) >= _ENOUGH * len(words):
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if language not in _KIN and probability >= _SURE else None


@cache
def _english() -> frozenset[str]:
    with (Path(__file__).parent / "english.toml").open("rb") as file:
        return frozenset(tomllib.load(file)["words"])


@cache
def _identifier() -> Any:
    from py3langid import langid  # noqa: PLC0415  (loads a model; wanted only where the words leave a doubt)

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
