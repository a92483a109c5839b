"""Corrections whose fact is gone: said beside the fact that is most like it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from generator.model.corrections import Correction, Corrections
from generator.model.diagnostic import Diagnostic
from generator.model.findings import Findings

ALIKE = 0.4
"""The least likeness of words at which a fact is offered."""
SHOWN = 60


def homeless(findings: Findings, corrections: Corrections, told: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """A warning for each correction and each pinned id that names no fact of the article."""
    remarks = [
        _remark(correction, getattr(findings, correction.kind), told)
        for correction in corrections.corrections
        if correction.id not in {fact.id for fact in getattr(findings, correction.kind)}
    ]
    return tuple(remarks)


def _remark(correction: Correction, there: Iterable[Any], told: Mapping[str, str]) -> Diagnostic:
    facts = {fact.id: words_of(fact) for fact in there}
    words = told.get(correction.id) or " ".join(
        str(setting.value) for setting in correction.settings if setting.name in {"text", "what", "name"}
    )
    likely = max(facts, key=lambda name: _likeness(words, facts[name]), default=None) if words else None
    if likely is None or _likeness(words, facts[likely]) < ALIKE:
        close = get_close_matches(correction.id, facts, n=1)
        likely = close[0] if close else None
    gone = f"'{correction.id}' names no fact of the article any more, so this correction does nothing"
    remedy = "delete it, or give it the id of another fact"
    if likely is not None:
        remedy = f"most like it is now '{likely}' ({facts[likely][:SHOWN]}); change the id, or delete the correction"
    return Diagnostic(severity="warning", code="homeless", message=f"{gone}; {remedy}", line=correction.line)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower().split(), other.lower().split()).ratio()


def words_of(fact: Any) -> str:
    """The words of a fact: a name, an event, or what is said, asked or done."""
    for name in ("name", "what", "text"):
        if hasattr(fact, name):
            return str(getattr(fact, name))
    return ""
