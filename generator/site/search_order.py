"""Puts the lists of Pagefind's filters in order, so that the same pages give the same bytes.

Pagefind 1.5 writes filters and their values in the order of a hash table, which is another in every run, and names
files by the hash of their content. A filter is gzipped CBOR (RFC 8949): the name, then pairs of a value and its pages.
Pairs are moved whole, and a name gives way to one of the same length, so nothing of the format has to be written.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping

MARK = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
PAIRS, FILTERS = 1, 3
"""Where the pairs stand in a filter, and where the list of filters in what Pagefind knows of all pages."""
ARRAY, TEXT = 4, 3
SMALL, BYTES = 24, {24: 1, 25: 2, 26: 4, 27: 8}
"""The lengths of what stands in the first byte of an item, and of what follows it (RFC 8949, section 3)."""


def ordered(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index by their path, with filters in order, and the names that follow from it."""
    named: dict[bytes, bytes] = {}
    made: dict[str, bytes] = {}
    for path, content in sorted(files.items()):
        if path.endswith(".pf_filter"):
            fresh = _zipped(MARK + _sorted(_opened(content), PAIRS))
            made[_renamed(path, fresh, named)] = fresh
    for path, content in sorted(files.items()):
        if path.endswith(".pf_meta"):
            body = _opened(content)
            for old, new in named.items():
                body = body.replace(old, new)
            fresh = _zipped(MARK + _sorted(body, FILTERS))
            made[_renamed(path, fresh, named)] = fresh
    for path, content in files.items():
        if path == ENTRY:
            text = content
            for old, new in named.items():
                text = text.replace(old, new)
            made[path] = json.dumps(json.loads(text), separators=(",", ":"), sort_keys=True).encode()
        elif not path.endswith((".pf_filter", ".pf_meta")):
            made[path] = content
    return made


def _renamed(path: str, content: bytes, named: dict[bytes, bytes]) -> str:
    """The path of a file under the hash of its new content; a name is a language, a low line and a hash."""
    stem = path.rpartition(".")[0]
    start, _, old = stem.rpartition("_")
    new = hashlib.sha256(content).hexdigest()[: len(old)]
    language = start.rpartition("/")[2].rpartition(".")[2]
    named[f"{language}_{old}".encode()] = f"{language}_{new}".encode()
    return path.replace(f"_{old}.", f"_{new}.")


def _opened(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(MARK)


def _zipped(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


def _sorted(body: bytes, place: int) -> bytes:
    """An array with the items of the array at one of its places in order."""
    _kind, _count, start = _head(body, 0)
    for _ in range(place):
        start = _end(body, start)
    _kind, count, first = _head(body, start)
    return body[:first] + b"".join(sorted(_items(body, first, count))) + body[_end(body, start) :]


def _items(body: bytes, start: int, count: int) -> Iterator[bytes]:
    for _ in range(count):
        end = _end(body, start)
        yield body[start:end]
        start = end


def _head(body: bytes, start: int) -> tuple[int, int, int]:
    """The kind of an item, its number, and where what follows begins."""
    kind, low = divmod(body[start], 32)
    if low < SMALL:
        return kind, low, start + 1
    end = start + 1 + BYTES[low]
    return kind, int.from_bytes(body[start + 1 : end], "big"), end


def _end(body: bytes, start: int) -> int:
    """Where an item ends: a number, a text, or an array of items."""
    kind, number, start = _head(body, start)
    if kind == TEXT:
        return start + number
    for _ in range(number if kind == ARRAY else 0):
        start = _end(body, start)
    return start
