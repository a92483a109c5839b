"""YAML between two lines of three hyphens at the head of a source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast, get_args

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.errors import FrontMatterInvalid
from generator.model.article import OtherKey, PublishSource, Status
from generator.model.diagnostic import Diagnostic
from generator.sources import dates
from generator.sources.wording import one_line, whole

_FENCED = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_OPENED = re.compile(r"---[ \t]*\n[ \t]*[A-Za-z_]+[ \t]*:(?:\s|\Z)")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+\Z")
_BY = re.compile(r"\A[Bb]y\s+")
_HALVED = "holds half a character (\\ud800 to \\udfff)"
_WRITE_IT = "write the character itself"
_LINES_ABOVE = 2
"""The opening line, and counting from 1 instead of 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What a source's author says about it; None or empty where the key is not there."""

    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    source: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    story: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    status: Status | None = None
    embargo_until: str | None = None
    publish_source: PublishSource | None = None
    other: tuple[OtherKey, ...] = ()
    language_line: int = 1
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One key with its value, as it was read and as it was written, and where they stand."""

    path: Path
    key: str
    value: Node
    line: int
    written: str

    def wrong(self, why: str, remedy: str) -> FrontMatterInvalid:
        return FrontMatterInvalid(self.path, self.line, f"'{self.key}' {why}", remedy)


def split(path: Path, text: str) -> tuple[FrontMatter, str]:
    """Front matter and body of a cleaned text; raises `FrontMatterInvalid` with the line at fault."""
    match = _FENCED.match(text)
    if match is None:
        if _OPENED.match(text):
            raise FrontMatterInvalid(path, 1, "front matter has no end", "close it with a line '---'")
        return FrontMatter(), text
    body = text[match.end() :]
    found: dict[str, Any] = {}
    remarks: list[Diagnostic] = []
    others: list[OtherKey] = []
    for entry in _entries(path, match[1]):
        reading = _READINGS.get(entry.key)
        if reading is None:
            remarks.append(_unknown(entry))
            others.append(OtherKey(key=entry.key, value=_as_written(entry)))
            continue
        field, read = reading
        if field in found:
            raise entry.wrong("says again what stands above", "keep one of the two")
        found[field] = read(entry)
        if field == "language":
            found["language_line"] = entry.line
    return FrontMatter(**found, other=tuple(others), diagnostics=tuple(remarks)), body


def _entries(path: Path, yaml: str) -> Iterator[_Entry]:
    """The keys of the block; composed, not constructed, so that no value is anything but what its author typed."""
    try:
        root = YAML(typ="safe", pure=True).compose(yaml)
    except (YAMLError, RecursionError, ValueError) as error:
        why = getattr(error, "problem", None) or "cannot be read"
        remedy = "mend this line, or put its value in quotation marks"
        raise FrontMatterInvalid(path, _fault(error, yaml), f"front matter is broken YAML ({why})", remedy) from error
    if root is None:
        return
    if not isinstance(root, MappingNode):
        raise FrontMatterInvalid(path, 2, "front matter is no list of keys", "write 'title: ...', one key a line")
    for key, value in cast("list[tuple[Node, Node]]", root.value):
        line = key.start_mark.line + _LINES_ABOVE
        if not isinstance(key, ScalarNode):
            raise FrontMatterInvalid(path, line, "a key of the front matter is no word", "write 'title: ...'")
        name = whole(str(key.value))
        if name is None:
            raise FrontMatterInvalid(path, line, f"a key of the front matter {_HALVED}", _WRITE_IT)
        written = yaml[value.start_mark.index : value.end_mark.index]
        yield _Entry(path=path, key=one_line(name), value=value, line=line, written=written)


def _fault(error: Exception, yaml: str) -> int:
    """The line at fault: where the reader stopped, or what it was reading, where it stopped only at the end."""
    stopped, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if stopped is None or (began is not None and stopped.line >= yaml.count("\n")):
        stopped = began
    return stopped.line + _LINES_ABOVE if stopped is not None else 1


def _unknown(entry: _Entry) -> Diagnostic:
    close = get_close_matches(entry.key.lower(), _READINGS, n=1)
    remedy = f"did you mean '{close[0]}'?" if close else f"known keys are {', '.join(_READINGS)}"
    why = f"unknown key '{entry.key}' in the front matter is kept but not used; {remedy}"
    return Diagnostic(severity="warning", code="unknown-key", message=why, line=entry.line)


def _scalar(entry: _Entry, node: Node | None = None) -> str | None:
    """The words of a single value, or None for an empty one."""
    value = node or entry.value
    if not isinstance(value, ScalarNode):
        raise entry.wrong("has a list or a group of keys", "write a single value")
    words = whole(str(value.value))
    if words is None:
        raise entry.wrong(_HALVED, _WRITE_IT)
    empty = value.tag == "tag:yaml.org,2002:null"
    return None if empty else one_line(words) or None


def _as_written(entry: _Entry) -> str:
    """The value of a key that means nothing to us: a single one in words, another as it stands there."""
    return (_scalar(entry) or "") if isinstance(entry.value, ScalarNode) else entry.written.rstrip()


def _date(entry: _Entry) -> str | None:
    written = _scalar(entry)
    if written is None:
        return None
    found = dates.iso(written)
    if found is None:
        raise entry.wrong(f"is no date: {written}", "write it as 2022-02-09, 2022-02 or 2022")
    return found


def _moment(entry: _Entry) -> str | None:
    written = _scalar(entry)
    if written is None:
        return None
    found = dates.moment(written)
    if found is None:
        raise entry.wrong(f"is no day or time: {written}", "write it as 2022-02-09 or 2022-02-09T06:00:00Z")
    return found


def _address(entry: _Entry) -> str | None:
    written = _scalar(entry)
    if written is not None and not _ADDRESS.match(written):
        raise entry.wrong(f"is no web address: {written}", "write it in full, beginning with https://")
    return written


def _list(entry: _Entry) -> tuple[str, ...]:
    """A list of values, or one value whose commas part it."""
    if isinstance(entry.value, SequenceNode):
        written = [_scalar(entry, node) for node in cast("list[Node]", entry.value.value)]
    else:
        written = [part.strip() for part in (_scalar(entry) or "").split(",")]
    return tuple(dict.fromkeys(part for part in written if part))


def _names(entry: _Entry) -> tuple[str, ...]:
    if isinstance(entry.value, SequenceNode):
        return tuple(_BY.sub("", name) for name in _list(entry))
    written = _scalar(entry)
    return (_BY.sub("", written),) if written else ()


def _one_of(*choices: str) -> Callable[[_Entry], str | None]:
    def read(entry: _Entry) -> str | None:
        written = _scalar(entry)
        if written is not None and written not in choices:
            raise entry.wrong(f"cannot be '{written}'", f"write {', '.join(choices[:-1])} or {choices[-1]}")
        return written

    return read


_READINGS: Mapping[str, tuple[str, Callable[[_Entry], Any]]] = MappingProxyType(
    {
        "title": ("title", _scalar),
        "published": ("published", _date),
        "date": ("published", _date),
        "outlet": ("outlet", _scalar),
        "source": ("source", _scalar),
        "url": ("url", _address),
        "byline": ("byline", _names),
        "author": ("byline", _names),
        "story": ("story", _scalar),
        "tags": ("tags", _list),
        "language": ("language", _scalar),
        "status": ("status", _one_of(*get_args(Status))),
        "embargo_until": ("embargo_until", _moment),
        "publish_source": ("publish_source", _one_of(*get_args(PublishSource))),
    }
)
"""Key -> field and how its value is read (the keys are those of the user guide's reference of front matter)."""
