"""What a regeneration does to the pages of a site: those that are generated, and those that no longer are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.errors import FileUnreadable, StateNewer
from generator.model.article import Status
from generator.model.diagnostic import Diagnostic
from generator.model.page import Page
from generator.writers import notices
from generator.writers.files import read_text
from generator.writers.ledger import NAME, Ledger, Line, read_ledger
from generator.writers.lines import Style
from generator.writers.naming import STORY, is_own
from generator.writers.outcomes import Change, FileText, PageRoom
from generator.writers.places import Places
from generator.writers.regenerating import regenerate

FORMAT = "1"
ATTRIBUTES = "*.tsv merge=union\nhistory/*.jsonl merge=union\n"
"""What tells git that lines of both sides stay when two branches are merged."""


def changes(
    fresh: Iterable[Page],
    places: Places,
    *,
    withheld: Mapping[str, Status],
    silent: Iterable[str],
    docs: Path,
    state: Path,
) -> tuple[Change, ...]:
    """What is to be written or said, by path; pages that are as they should be are left out.

    `withheld` are the ids of sources that are no longer published, `silent` those of sources whose pages
    stay as they are. Raises `StateNewer`, `StateDamaged`.
    """
    written = (read_text(state / "version") or FORMAT).strip()
    if written.isdigit() and int(written) > int(FORMAT):
        raise StateNewer(state / "version")
    old = read_ledger(state).places()
    ledger = places.ledger
    found: list[Change] = []
    present: set[str] = set(silent)
    here = {line.path: line for line in ledger.places().values()}
    for page in sorted(fresh, key=lambda page: page.path):
        path = posixpath.normpath(page.path)
        current = here[path]
        present.add(current.id)
        renamed = places.renamed.get(current.id)
        line = renamed or old.get(current.id)
        room = PageRoom(docs=docs, state=state, path=path)
        before = replace(room, path=line.path) if line else room
        change = regenerate(room, page.text, before=before, source_renamed=renamed is not None)
        if change is not None:
            found.append(change)
        if renamed is not None:
            ledger = _followed(ledger, renamed, current)
    for line in sorted(old.values()):
        if line.id in present or line.state == "withdrawn" or line in places.renamed.values():
            continue
        if line.state == "deleted" and line.id not in withheld:
            continue
        change = _withdrawal(line, withheld.get(line.id), docs, state)
        if change is None:
            continue
        found.append(change)
        if change.outcome == "withdrawn" and line.id not in withheld:
            ledger = ledger.moved(replace(line, state="withdrawn"))
    found += _deletions(old, places)
    found.sort(key=lambda change: change.path)
    return (*found, *_records(ledger, state, written=bool(found)))


def _followed(ledger: Ledger, old: Line, new: Line) -> Ledger:
    """The ledger where a source has a new name: its old page leads to the new one."""
    lines = tuple(line for line in ledger.lines if line.id != old.id)
    former = () if old.path == new.path else (Line(id=new.id, path=old.path, state="former"),)
    return Ledger(lines=(*lines, *former)).moved(new)


def _records(ledger: Ledger, state: Path, *, written: bool) -> Iterator[Change]:
    """The ledger, and what goes with it."""
    wanted = [FileText(path=state / NAME, text=ledger.text())]
    if written or ledger.lines:
        wanted.append(FileText(path=state / "version", text=f"{FORMAT}\n"))
        wanted.append(FileText(path=state / ".gitattributes", text=ATTRIBUTES))
    files = tuple(file for file in wanted if file.text and read_text(file.path) != file.text)
    if files:
        yield Change(path="", outcome="updated", files=files)


def _deletions(old: Mapping[str, Line], places: Places) -> Iterator[Change]:
    """What is said, once, of pages that their writers deleted since the last regeneration."""
    for line in sorted(places.here.values()):
        before = old.get(line.id)
        if line.state == "deleted" and before is not None and before.state == "current":
            message = f"was deleted, and stays away; say 'briefs accept {line.path} --theirs' to bring it back"
            remark = Diagnostic(severity="note", code="deleted", message=message)
            yield Change(path=line.path, outcome="deleted", remark=remark)


def _withdrawal(line: Line, status: Status | None, docs: Path, state: Path) -> Change | None:
    """What becomes of a page that is no longer generated; None where it is as it should be."""
    try:
        return _withdrawn(line, status, PageRoom(docs=docs, state=state, path=line.path))
    except FileUnreadable as error:
        return Change(path=line.path, outcome="kept", error=error)


def _withdrawn(line: Line, status: Status | None, room: PageRoom) -> Change | None:
    mine, base = read_text(room.page), read_text(room.base)
    if mine is not None and is_own(mine):
        return None
    edited = mine is not None and Style.of(mine).plain != base
    if status is not None:
        fresh = notices.stub(line.id, status)
        if mine is None or mine == fresh or notices.is_edited_stub(mine):
            return None
        edited = edited and not notices.is_stub(mine)
        kept = (FileText(path=room.withdrawn, text=mine),) if edited else ()
        message = f"its source has the status '{status}'; a note stands in its place"
        if edited:
            message += f", and your text lies in {room.withdrawn.relative_to(room.state.parent)}"
        stub = FileText(path=room.page, text=fresh)
        return Change(path=line.path, outcome="withdrawn", files=(*kept, stub), remark=_note(message))
    if edited and mine is not None and not notices.is_stub(mine):
        text = notices.orphaned(mine, line.path)
        message = (
            "its source is gone; your text stays, with a note; delete the page, or take it over (generated: false)"
        )
        files = (FileText(path=room.page, text=text),) if text != mine else ()
        return Change(path=line.path, outcome="kept", files=files, remark=_note(message, "warning"))
    gone = (room.page, room.pending, room.base) if read_text(room.withdrawn) is None else (room.page,)
    what = "the story has no article any more" if line.id.startswith(STORY) else "its source is gone"
    removed = tuple(FileText(path=path, text=None) for path in gone if path.exists())
    return Change(
        path=line.path, outcome="withdrawn", files=removed, remark=_note(f"{what}; its address leads elsewhere")
    )


def _note(message: str, severity: str = "note") -> Diagnostic:
    return Diagnostic(severity="warning" if severity == "warning" else "note", code="withdrawn", message=message)
