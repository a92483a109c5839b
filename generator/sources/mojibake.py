"""UTF-8 that was once read as another encoding, put right where that is certain."""

from __future__ import annotations

import re

from generator.model.diagnostic import Diagnostic
from generator.sources import paragraphs

# The lead byte of a UTF-8 sequence read as Windows-1252, before what such a reading makes of the bytes that follow it.
_SUSPECT = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)


def mended(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text (as `paragraphs.cleaned` gives it) and a warning that names the first line repaired.

    ftfy decides what is certain; its other repairs, and its guesses at lost bytes, are not asked for.
    """
    first = None
    while _SUSPECT.search(text):
        import ftfy  # noqa: PLC0415  (slow to load, and rarely needed)

        config = ftfy.TextFixerConfig(replace_lossy_sequences=False, explain=False)
        lines = text.split("\n")
        fixed = [str(ftfy.fix_encoding(line, config)) if _SUSPECT.search(line) else line for line in lines]
        if fixed == lines:
            break
        changed = next(number for number, pair in enumerate(zip(lines, fixed, strict=True), 1) if pair[0] != pair[1])
        first = first or changed
        text = paragraphs.cleaned("\n".join(fixed))
    if first is None:
        return text, ()
    why = "letters were garbled by a wrong encoding and have been put right; compare them with the source"
    return text, (Diagnostic(severity="warning", code="mojibake", message=why, line=first),)
