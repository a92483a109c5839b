"""Who wrote, filmed and where: words from which no actor comes.

What `sources/` has not marked as boilerplate: datelines, credits of reporters and photographers, headlines in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from generator.language import marks

_PARAGRAPH = re.compile(r"[^\n]+")
_DATELINE = re.compile(
    r"(?:By [A-Z][\w.' -]{3,60}, )?[A-Z][A-Z .,/’'-]{2,60}(?:, [A-Z][\w. ]{1,30})?(?:\([^)\n]{2,40}\))?"
    r"\s*(?:[—–]|--?\s)"
    r"|[A-Z][\w .,/’'-]{2,60}\((?:AP|AFP|Reuters|CNN|UPI|TASS|Xinhua|RIA Novosti|Bloomberg)\)\s*[—–-]+"
)
_CREDIT = re.compile(
    r"contributed to this report|^contribut(?:ing|ors?): |contributed reporting"
    r"|\b(?:additional |also )?(?:reporting|editing|writing) by\b|^(?:[A-Z]\w+ ){1,3}reported from\b"
    r"|\bw(?:as|ere) interviewed by\b|\binterview was conducted by\b"
    r"|^By [A-Z][\w.'-]+ [^.]{0,80}$|all rights reserved|this article (?:was|is|has|have)\b"
    r"|subscribe|sign up|click here",
    re.IGNORECASE,
)
_PHOTO = re.compile(
    r"(?:Photograph|Photo|Picture|Image)s?(?: credit)?: ?[^.\n]{3,80}"
    r"|(?:REUTERS|AFP|AP|EPA|Getty|Xinhua)/[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}"
    r"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}/(?:REUTERS|Reuters|AFP|AP|EPA|Getty)[\w/ ]*"
    r"|\((?:AP|AFP|Reuters) Photo/[^)\n]*\)"
)
_ENDS = (".", "!", "?", "”", '"', "’", "'", ":", ";", ",", ")")
_LONGEST_HEADLINE = 16
_CAPITALISED = 0.6


def skipped(doc: Doc) -> frozenset[int]:
    """The tokens of boilerplate, datelines, credits and headlines."""
    flags = marks.of(doc).boilerplate
    found = {i for i, flag in enumerate(flags) if flag}
    ranges = sorted(_ranges(marks.of(doc).article.text))
    at = 0
    for token in doc:
        while at < len(ranges) and ranges[at][1] <= token.idx:
            at += 1
        if at < len(ranges) and ranges[at][0] <= token.idx:
            found.add(token.i)
    return frozenset(found)


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of code points to leave aside."""
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        paragraph = match[0]
        if _is_headline(paragraph):
            yield start, end
            continue
        dateline = _DATELINE.match(paragraph)
        if dateline:
            yield start, start + dateline.end()
        if _CREDIT.search(paragraph):
            for sentence in re.finditer(r"[^.!?]+(?:[.!?]+|$)", paragraph):
                if _CREDIT.search(sentence[0].strip()):
                    yield start + sentence.start(), start + sentence.end()
        for photo in _PHOTO.finditer(paragraph):
            yield start + photo.start(), start + photo.end()


def _is_headline(paragraph: str) -> bool:
    """True for a short paragraph without a full stop whose words are mostly capitalised."""
    words = [word for word in paragraph.split() if word[0].isalpha()]
    if not 1 < len(words) <= _LONGEST_HEADLINE or paragraph.rstrip().endswith(_ENDS):
        return False
    return sum(word[0].isupper() for word in words) >= _CAPITALISED * len(words)
