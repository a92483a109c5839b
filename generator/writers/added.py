"""Facts that a writer adds, with what the writer leaves unsaid."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from generator.model.corrections import Addition
from generator.model.evidence import Evidence
from generator.model.facts import DatedEvent, Demand, Measure, Position, Statement

UNSAID: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "statements": {"cue": None, "direct": False, "attribution": "indirect"},
        "demands": {"firmness": "demand"},
        "measures": {"kinds": ("unspecified",), "senders": (), "targets": ()},
        "positions": {"measure": None, "attribution": "indirect"},
        "dates": {"phase": "unknown", "precision": "day", "certainty": "expected"},
    }
)
RECORDS: Mapping[str, Any] = MappingProxyType(
    {
        "statements": Statement,
        "demands": Demand,
        "measures": Measure,
        "positions": Position,
        "dates": DatedEvent,
    }
)
LENGTH = 8


def added_fact(addition: Addition, values: Mapping[str, Any], evidence: Evidence) -> Any:
    """The fact; its id is that of its kind and quotation, so that it stays while these do."""
    text = "what" if addition.kind == "dates" else "text"
    made: dict[str, Any] = {text: evidence.quote, **UNSAID[addition.kind], **values, "evidence": (evidence,)}
    if addition.kind == "dates":
        made["expression"] = evidence.quote
    if addition.kind in {"dates", "measures"}:
        made["key"] = f"added {addition.line}"
    core = hashlib.sha256(evidence.quote.encode()).hexdigest()[:LENGTH]
    return RECORDS[addition.kind](**made, core=("added", core))
