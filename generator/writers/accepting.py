"""Choosing between the writer's text and the generated one, for a whole page or for one conflict."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.errors import FileUnreadable, PageUnknown
from generator.writers import conflicts, notices
from generator.writers.files import read_text
from generator.writers.ledger import read_ledger
from generator.writers.lines import Style, restyled
from generator.writers.merge import settle
from generator.writers.outcomes import Change, FileText, PageRoom


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A page as it stands: whether a writer edited, deleted or took it over, and the ids of its open conflicts."""

    path: str
    edited: bool
    deleted: bool
    open: tuple[str, ...]


def standings(docs: Path, state: Path) -> tuple[Standing, ...]:
    """Every generated page that is not as it was generated, by path; those that cannot be read are left out.

    Raises `StateDamaged`.
    """
    found = []
    for line in sorted(read_ledger(state).places().values(), key=lambda line: line.path):
        room = PageRoom(docs=docs, state=state, path=line.path)
        try:
            mine, base = read_text(room.page), read_text(room.base)
        except FileUnreadable:
            continue
        if line.state == "withdrawn" or notices.is_stub(mine or ""):
            continue
        flat, ids = conflicts.split(Style.of(mine or "").plain)
        deleted = mine is None and base is not None and not room.page.exists()
        edited = mine is not None and flat != base
        if deleted or edited or ids:
            found.append(Standing(path=line.path, edited=edited, deleted=deleted, open=tuple(sorted(ids))))
    return tuple(found)


def page_named(name: str, docs: Path, state: Path) -> PageRoom:
    """The page that a writer means: its path under docs/, its path from here, or its name alone.

    Raises `PageUnknown`.
    """
    paths = sorted(line.path for line in read_ledger(state).places().values())
    here = Path(name)
    asked = here.resolve()
    for path in paths:
        if name == path or asked == (docs / path).resolve():
            return PageRoom(docs=docs, state=state, path=path)
    alike = [path for path in paths if here.name in {Path(path).name, Path(path).stem}]
    if len(alike) == 1:
        return PageRoom(docs=docs, state=state, path=alike[0])
    known = f"it may be {' or '.join(alike)}" if alike else "'briefs status' names those that wait"
    raise PageUnknown(name, known)


def accepted(room: PageRoom, *, theirs: bool, ids: frozenset[str] | None = None) -> Change | None:
    """What settles the open conflicts of a page (those of `ids`, or all); None where there is nothing to settle.

    For the generated text, a page without a conflict becomes what was generated last.
    """
    mine, base, pending = read_text(room.page), read_text(room.base), read_text(room.pending)
    if pending is None or mine is None:
        fresh = pending if pending is not None else base
        if not theirs or fresh is None or mine == fresh:
            return None
        style = Style.of(mine or "")
        files = [FileText(path=room.page, text=restyled(fresh, style)), FileText(path=room.pending, text=None)]
        files.append(FileText(path=room.base, text=fresh))
    elif base is None:
        style = Style.of(mine)
        text = restyled(pending if theirs else conflicts.split(style.plain)[0], style)
        files = [FileText(path=room.page, text=text), FileText(path=room.pending, text=None)]
        files.append(FileText(path=room.base, text=pending))
    else:
        done = settle(base, mine, pending, theirs=theirs, ids=ids)
        files = [FileText(path=room.page, text=done.text), FileText(path=room.pending, text=done.pending)]
        files.append(FileText(path=room.base, text=done.base))
    changed = tuple(file for file in files if read_text(file.path) != file.text)
    return Change(path=room.path, outcome="merged", files=changed) if changed else None
