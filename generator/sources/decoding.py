"""From bytes to text."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from generator.errors import SourceUnreadable
from generator.model.diagnostic import Diagnostic

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks (Unicode Standard, 23.8); UTF-32's begins as UTF-16's does, so it stands first."""
_WESTERN = ["cp1252", "iso8859_15", "mac_roman"]
"""Legacy encodings of English text (WHATWG Encoding Standard; there "macintosh" is the last)."""
_DECLARED = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAVE_AS = "save the file as UTF-8 to be sure of every letter"


def decoded(path: Path, raw: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a file, with a warning where its encoding had to be guessed; raises `SourceUnreadable` for a binary.

    UTF-8 and whatever has a byte order mark is read as it is; else a page's own declaration is followed, else a UTF-8
    file with a few odd bytes is told from one in a Western legacy encoding.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strictly(path, raw[len(mark) :], encoding), ()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        text, encoding = _guessed(path, raw)
        _refuse_binary(path, text)
        why = f"is not UTF-8 throughout and was read as {encoding}; {_SAVE_AS}"
        return text, (Diagnostic(severity="warning", code="encoding", message=why, line=line),)
    _refuse_binary(path, text)
    return text, ()


def _strictly(path: Path, raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceUnreadable(path, f"is broken {encoding.upper()} text", "save the file as UTF-8") from error
    _refuse_binary(path, text)
    return text


def _guessed(path: Path, raw: bytes) -> tuple[str, str]:
    declared = _DECLARED.search(raw[:4096])
    if declared:
        try:
            return raw.decode(declared[1].decode("ascii")), declared[1].decode("ascii")
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    mixed, odd, whole = _mixed(raw)
    if whole > odd:
        return mixed, "UTF-8 with bytes of windows-1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415  (rarely needed)

    best = from_bytes(raw, cp_isolation=_WESTERN, enable_fallback=False).best()
    if best is None:
        raise _binary(path)
    return str(best), best.encoding.replace("cp1252", "windows-1252")


def _mixed(raw: bytes) -> tuple[str, int, int]:
    """UTF-8 with its odd bytes read as Windows-1252; how many bytes are odd, how many other characters not ASCII."""
    # What is no UTF-8 decodes to lone surrogates U+DC80 to U+DCFF (PEP 383), one for each byte.
    escaped = raw.decode("utf-8", "surrogateescape")
    odd = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
    count = sum(ord(character) in odd for character in escaped)
    return escaped.translate(odd), count, sum(not character.isascii() for character in escaped) - count


def _refuse_binary(path: Path, text: str) -> None:
    """A NUL, or more than one control character in two hundred: no text."""
    if text.startswith("%PDF-") or "\x00" in text or len(_CONTROL.findall(text)) * 200 > len(text):
        raise _binary(path)


def _binary(path: Path) -> SourceUnreadable:
    return SourceUnreadable(path, "is not a text file", "give the article as .md, .txt or .html")
