"""Corrections of what is made of the findings: the order of sections, and a writer's own "In brief"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from slugify import slugify

from generator.errors import CorrectionInvalid
from generator.model.article import Article
from generator.model.brief import Brief, SummarySentence
from generator.model.corrections import Corrections, OwnSentence
from generator.writers.passages import passage


def finish_brief(brief: Brief, corrections: Corrections) -> Brief:
    """A brief with pinned items first and the writer's own sentences; raises `CorrectionInvalid`."""
    names = {
        correction.id: slugify(str(setting.value))
        for correction in corrections.corrections
        if correction.kind == "actors"
        for setting in correction.settings
        if setting.name == "name"
    }
    for kind, ids in corrections.order:
        pinned = [names.get(name, name) for name in ids]
        if kind in {"measures", "positions"}:
            if brief.sanctions is not None:
                changed = {kind: _first(getattr(brief.sanctions, kind), pinned)}
                brief = replace(brief, sanctions=replace(brief.sanctions, **changed))
        else:
            ordered: dict[str, Any] = {kind: _first(getattr(brief, kind), pinned)}
            brief = replace(brief, **ordered)
    if corrections.summary:
        path = Path(corrections.path)
        brief = replace(brief, summary=tuple(_sentence(own, brief.article, path) for own in corrections.summary))
    return brief


def _first(facts: Sequence[Any], pinned: Sequence[str]) -> tuple[Any, ...]:
    rank = {name: place for place, name in enumerate(pinned)}
    return tuple(sorted(facts, key=lambda fact: rank.get(fact.id, len(rank))))


def _sentence(own: OwnSentence, article: Article, path: Path) -> SummarySentence:
    found = passage(article, own.quotation)
    if found is None:
        why = f"this does not stand in the article: {own.quotation}"
        raise CorrectionInvalid(path, own.line, why, "copy the passage letter by letter")
    return SummarySentence(text=own.text, evidence=(found,))
