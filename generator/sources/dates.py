"""Publication dates as people write them: in front matter and in the names of files."""

from __future__ import annotations

import re
from datetime import date, datetime

# Bounded by anything but letters and digits, so that ids and hashes give none; the compact form only at an edge.
_DASHED = re.compile(r"(?<![^\W_])(?<!\d-)((?:19|20)\d\d-\d\d-\d\d)(?![^\W_])(?!-\d)")
_COMPACT = re.compile(r"\A((?:19|20)\d{6})(?![^\W_])|(?<![^\W_])((?:19|20)\d{6})\Z")
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:(?:[Tt]|\s+)(\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)\s*([Zz]|[+-]\d\d(?::?\d\d)?)?)?\Z"
)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?\Z")


def iso(written: str) -> str | None:
    """An ISO date cut at the grain stated: YYYY, YYYY-MM, YYYY-MM-DD, or a moment cut to its day; None for others."""
    partial = _PARTIAL.match(written)
    if partial:
        return written if moment(f"{partial[1]}-{partial[2] or '01'}-01") else None
    found = moment(written)
    return found.split("T")[0] if found else None


def moment(written: str) -> str | None:
    """An ISO date or date and time, in ISO's own spelling; None if it is none."""
    try:
        if len(written) == len("2022-02-09"):
            return date.fromisoformat(written).isoformat() if written[4] == "-" else None
        return (
            datetime.fromisoformat(re.sub(r"\s+(?=[+-]|Z)", "", written)).isoformat() if written[4:5] == "-" else None
        )
    except ValueError:
        return None


def in_name(stem: str) -> str | None:
    """The one date in a file's name (2022-02-09-talks, talks_20220209), or None."""
    found = {iso(match) for match in _DASHED.findall(stem)}
    if not found:
        found = {_dashed(first or last) for first, last in _COMPACT.findall(stem)}
    return found.pop() if len(found) == 1 else None


def _dashed(compact: str) -> str | None:
    return iso(f"{compact[:4]}-{compact[4:6]}-{compact[6:]}")
