"""One page regenerated: the writer's text and the generated one put together, and what is to be written."""

from __future__ import annotations

import re

from generator.errors import FileUnreadable
from generator.model.diagnostic import Diagnostic
from generator.writers import notices
from generator.writers.files import read_text
from generator.writers.lines import Style, rows
from generator.writers.merge import Merged, merge
from generator.writers.naming import is_own
from generator.writers.outcomes import Change, FileText, Outcome, PageRoom

GIT_MARKS = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
"""The mark between the two sides is none alone: seven `=` may underline a heading."""
IDS = re.compile(r"\b[dmpts]-[a-z2-7]{8}\b")


def regenerate(room: PageRoom, theirs: str, *, before: PageRoom, source_renamed: bool = False) -> Change | None:
    """What a generated page does to the page that stands there; None where nothing is to be done or said.

    `before` is where page and base stood at the last regeneration; of a page whose source has a new name, the page
    still stands there. A page with a file that cannot be read stays as it is.
    """
    try:
        return _regenerated(room, theirs, before, source_renamed=source_renamed)
    except FileUnreadable as error:
        return Change(path=room.path, outcome="kept", error=error)


def _regenerated(room: PageRoom, theirs: str, before: PageRoom, *, source_renamed: bool) -> Change | None:
    place = before if source_renamed else room
    mine, base, pending = read_text(place.page), read_text(before.base), read_text(before.pending)
    kept = read_text(before.withdrawn)
    if notices.is_edited_stub(mine or ""):
        return _stays(
            room,
            "withdrawn",
            "was edited while its source was withdrawn; say 'briefs accept --theirs' to bring the page back",
        )
    restored = kept is not None or notices.is_stub(mine or "")
    if restored:
        mine = kept if kept is not None else base
    if mine is None and place.page.exists():
        return _stays(room, "unreadable", "is no UTF-8 text; restore it from version control, or delete it")
    if mine is not None:
        mark = GIT_MARKS.search(mine)
        if mark:
            line = mine[: mark.start()].count("\n") + 1
            return _stays(room, "unmerged", "holds merge marks of git; settle them first", line)
        if is_own(mine):
            return _stays(room, "own", "is a writer's own page (generated: false) and left alone", severity="note")
    if source_renamed and base is not None:
        mine, base = _renumbered(mine, base, theirs)
    merged, outcome = _put_together(mine, base, theirs, pending)
    if restored:
        outcome = "restored"
    elif before.path != room.path:
        outcome = "moved"
    files = _files(room, before, merged)
    remark = _remark(merged)
    if not files and remark is None:
        return None
    return Change(path=room.path, outcome="conflict" if merged.conflicts else outcome, files=files, remark=remark)


def _put_together(mine: str | None, base: str | None, theirs: str, pending: str | None) -> tuple[Merged, Outcome]:
    if mine is None:
        return Merged(text=theirs, base=theirs), "new"
    if base is None and pending is not None and not notices.stands_beside(mine):
        base = pending
    if base is None:
        if Style.of(mine).plain == theirs:
            return Merged(text=mine, base=theirs), "updated"
        return notices.beside(mine, theirs), "conflict"
    merged = merge(base, mine, theirs, pending)
    edited = Style.of(merged.text).plain != theirs
    return merged, "merged" if edited else "updated"


def _files(room: PageRoom, before: PageRoom, merged: Merged) -> tuple[FileText, ...]:
    """What is to be written, the page first, then what waits, then the base; last what stood elsewhere before."""
    wanted = [
        FileText(path=room.page, text=merged.text),
        FileText(path=room.pending, text=merged.pending),
        FileText(path=room.base, text=merged.base or None),
    ]
    gone = [before.page, before.pending, before.base] if before.path != room.path else []
    wanted += [FileText(path=path, text=None) for path in (*gone, room.withdrawn, before.withdrawn)]
    return tuple(file for file in dict.fromkeys(wanted) if read_text(file.path) != file.text)


def _remark(merged: Merged) -> Diagnostic | None:
    if not merged.conflicts:
        return None
    line = next((at for at, text in enumerate(rows(merged.text), start=1) if notices.OPENING.match(text.strip())), 1)
    number = len(merged.conflicts)
    message = (
        f"{number} conflict{'s' if number > 1 else ''} between your text and the generated one; "
        "choose on the page, or say briefs accept"
    )
    return Diagnostic(severity="warning", code="conflict", message=message, line=line)


def _stays(room: PageRoom, code: str, message: str, line: int = 1, *, severity: str = "warning") -> Change:
    remark = Diagnostic(severity="note" if severity == "note" else "warning", code=code, message=message, line=line)
    return Change(path=room.path, outcome="kept", remark=remark)


def _renumbered(mine: str | None, base: str, theirs: str) -> tuple[str | None, str]:
    """Page and base with the ids that facts have under the new name of their source, where they are as many."""
    old, new = (tuple(dict.fromkeys(IDS.findall(text))) for text in (base, theirs))
    if [name[0] for name in old] != [name[0] for name in new]:
        return mine, base
    names = dict(zip(old, new, strict=True))

    def renamed(text: str) -> str:
        return IDS.sub(lambda match: names.get(match[0], match[0]), text)

    return None if mine is None else renamed(mine), renamed(base)
