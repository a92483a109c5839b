"""Whether a page would come out as it did: by the digest of all that its template is given, and of no more.

What a template shows of a brief follows from the brief, so a brief stands for itself by a key that its maker gives.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from generator.model.article import Article
from generator.model.brief import Brief
from generator.model.page import Entry
from generator.pages.report import Report

PLAIN = frozenset({int, float, bool, type(None)})
WORD = re.compile(r"(?<![\w.])[^\W\d]\w*")
TAKEN_IN = re.compile(r"\{%[-+]?\s*(?:include|import|from|extends)\b(.*?)[-+]?%\}", re.DOTALL)
NAMED = re.compile(
    r"""\s*(["'])([^"']+)\1\s*(?:import\s[\w\s,]+|as\s+\w+|ignore\s+missing|with(?:out)?\s+context|\s)*""", re.DOTALL
)
"""A template that takes in another by its name alone."""


class Likeness:
    """Digests of values; `keys` are those of briefs, by the id of the article."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys = keys
        self._met: dict[int, tuple[Any, bytes]] = {}

    def of(self, value: Any) -> bytes:
        """What a value comes to; raises `TypeError` for one whose likeness cannot be told, `KeyError` without a key."""
        kind = type(value)
        if kind is str:
            return b"s" + str(value).encode("utf-8", "surrogatepass")
        if kind in PLAIN:
            return b"p" + repr(value).encode()
        known = self._met.get(id(value))
        if known is not None:
            return known[1]
        parts = [kind.__name__.encode(), *self._parts(kind, value)]
        found = b"d" + hashlib.blake2b(b"".join([b"%d:%b" % (len(part), part) for part in parts])).digest()
        # The value is held, too, so that nobody else gets its id.
        self._met[id(value)] = value, found
        return found

    def _parts(self, kind: type[Any], value: Any) -> list[bytes]:
        of = self.of
        if kind is tuple or kind is list:
            return [of(part) for part in value]
        names = _fields(kind)  # type: ignore[arg-type]  # a class can be hashed
        if kind is Report:
            return [of(value.entry)]
        if kind is Entry:
            return [of(value.slug), of(value.brief), of(value.left_out)]
        if kind is Brief:
            return [of(value.article)]
        if kind is Article:
            return [self._keys[value.id].encode()]
        if names:
            return [of(getattr(value, name)) for name in names]
        if isinstance(value, str):
            return [str(value).encode("utf-8", "surrogatepass")]
        if isinstance(value, frozenset | set):
            return sorted(map(of, value))
        if isinstance(value, Mapping):
            return [of(part) for item in value.items() for part in item]
        raise TypeError(kind)


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def asked(name: str, read: Callable[[str], str]) -> frozenset[str] | None:
    """The words of a template and of those that it names, among which are its variables; None where that is not told.

    `read` gives the source of a template.
    """
    words: set[str] = set()
    left, met = [name], set()
    while left:
        one = left.pop()
        if one in met:
            continue
        met.add(one)
        source = read(one)
        words |= set(WORD.findall(source))
        for taken in TAKEN_IN.findall(source):
            named = NAMED.fullmatch(taken)
            if named is None:
                return None
            left.append(named[2])
    return frozenset(words)
