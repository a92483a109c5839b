"""The history of a brief's facts, `.briefs/history/<slug>.jsonl`: one line a change, which git merges line by line.

What was known last follows from the lines alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.errors import StateDamaged
from generator.model.brief import Brief
from generator.model.codec import decode, encode
from generator.model.corrections import Corrections
from generator.model.history import Revision
from generator.writers.files import read_text
from generator.writers.lines import rows
from generator.writers.outcomes import Change, FileText

FIELDS = {
    "demands": ("firmness", "condition"),
    "measures": ("status",),
    "positions": ("stance",),
    "dates": ("start", "end", "certainty"),
}
WHO = ("by", "of", "senders", "targets")
PARTED = " · "


def read_history(path: Path) -> tuple[Revision, ...]:
    """The changes so far, the oldest first; none where there is no file. Raises `StateDamaged`."""
    found = []
    for number, line in enumerate(rows(read_text(path) or ""), start=1):
        try:
            found.append(decode(Revision, json.loads(line)))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StateDamaged(path, "is no line of a history", line=number) from error
    return tuple(found)


def written(revisions: Iterable[Revision]) -> str:
    """A history as its file holds it."""
    return "".join(json.dumps(encode(revision), ensure_ascii=False) + "\n" for revision in revisions)


def told(revisions: Iterable[Revision]) -> dict[str, str]:
    """The words of every fact that there ever was, by id."""
    return {revision.id: revision.text for revision in revisions}


def continued(
    revisions: tuple[Revision, ...], brief: Brief, corrections: Corrections, on: str | None
) -> tuple[Revision, ...]:
    """A history and behind it what the facts of a brief change about it."""
    known = _known(revisions)
    now = dict(_facts(brief))
    own = {correction.id for correction in corrections.corrections}
    quoted = {addition.quotation for addition in corrections.additions}

    def revision(event: Any, name: str, kind: str, text: str) -> Revision:
        added = any(quotation in text for quotation in quoted)
        return Revision(on=on, event=event, kind=kind, id=name, text=text, own=name in own or added)

    if not revisions:
        return tuple(revision("first", name, kind, text) for name, (kind, text) in sorted(now.items()))
    new: list[Revision] = []
    for name, (kind, text) in sorted(now.items()):
        before = known.get(name)
        if before is None:
            new.append(revision("added", name, kind, text))
        elif before[1] != text:
            event = "changed" if _fields(before[1]) != _fields(text) else "reworded"
            new.append(revision(event, name, kind, text))
    gone = [(name, *known[name]) for name in sorted(known.keys() - now.keys())]
    new += [revision("withdrawn", name, kind, text) for name, kind, text in gone]
    return (*revisions, *new)


def fact_lines(brief: Brief) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """The sections of a brief, each with the ids and the words of its facts."""
    lines = [(name, kind, text) for name, (kind, text) in _facts(brief)]
    lines += [(fact.id, "statements", fact.text) for fact in brief.statements]
    for section in dict.fromkeys(kind for _name, kind, _text in lines):
        yield section, tuple((name, text) for name, kind, text in lines if kind == section)


def history_changes(histories: Mapping[Path, Iterable[Revision]]) -> tuple[Change, ...]:
    """What is to be written so that each history stands in its file."""
    files = [FileText(path=path, text=written(revisions)) for path, revisions in sorted(histories.items())]
    stale = tuple(file for file in files if read_text(file.path) != file.text)
    return (Change(path="", outcome="updated", files=stale),) if stale else ()


def _known(revisions: Iterable[Revision]) -> dict[str, tuple[str, str]]:
    known: dict[str, tuple[str, str]] = {}
    for revision in revisions:
        if revision.event == "withdrawn":
            known.pop(revision.id, None)
        else:
            known[revision.id] = (revision.kind, revision.text)
    return known


def _facts(brief: Brief) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each fact that counts: its id, its section, and its line, words first, then the fields that make it."""
    names = {actor.id: actor.name for actor in brief.actors}
    for actor in brief.actors:
        roles = ", ".join(role.title for role in actor.roles)
        yield actor.id, ("actors", PARTED.join(part for part in (actor.name, roles) if part))
    sections: list[tuple[str, Sequence[Any]]] = [("demands", brief.demands), ("dates", brief.dates)]
    if brief.sanctions is not None:
        sections += [("measures", brief.sanctions.measures), ("positions", brief.sanctions.positions)]
    for kind, facts in sections:
        for fact in facts:
            words = fact.what if kind == "dates" else fact.text
            who = [" and ".join(names.get(i, i) for i in getattr(fact, name, ())) for name in WHO]
            fields = [str(getattr(fact, name) or "") for name in FIELDS[kind]]
            yield fact.id, (kind, PARTED.join(part for part in (words, *who, *fields) if part))


def _fields(text: str) -> list[str]:
    return text.split(PARTED)[1:]
