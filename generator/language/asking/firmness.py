"""How hard an asking is."""

from __future__ import annotations

from functools import cache

from generator.language import lexicon
from generator.language.asking.askings import Asking
from generator.model.facts import Firmness


@cache
def _scale() -> dict[str, Firmness]:
    levels: tuple[Firmness, ...] = ("request", "call", "demand", "ultimatum")
    return {word: level for level in levels for word in lexicon.words("demands", f"firmness.{level}")}


def of(asking: Asking) -> Firmness:
    """The firmness of the word that asks; "or else" and "unless" make an ultimatum."""
    if asking.form == "imperative":
        return "call"
    if asking.form == "condition":
        return "ultimatum" if asking.trigger.lower_ in {"unless", "if"} else "demand"
    return _scale().get(asking.trigger.lemma_.lower(), _scale().get(asking.trigger.lower_, "call"))
