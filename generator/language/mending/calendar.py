"""Calendar expressions, which get the entity label DATE: by these patterns, in the training data as in articles.

Source: our own patterns after the OntoNotes 5 guideline for DATE. They keep days, months and years from being taken for
names ("May", "August"); what a time expression means is not worked out here.
"""

from __future__ import annotations

import re

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:1[89]|20)\d\d"
_UNIT = r"(?:day|week|weekend|month|year|decade|century|quarter)s?"
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a few|many)"
_PART = r"(?:(?:early|late|mid)[ -]|(?:last|next|this|previous) )?"

_PATTERN = re.compile(
    "|".join(
        (
            rf"\b(?:{_DAY},? )?{_PART}{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?\b",
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?(?!\w)",
            rf"\b{_PART}{_MONTH}(?: of)?,? {_YEAR}\b",
            rf"\b{_PART}{_DAY}s?\b",
            rf"\b{_PART}(?:January|February|April|June|July|August|September|October|November|December)\b",
            r"\b(?:(?:early|late|mid)[ -]|(?:last|next|this) )(?:March|May)\b",
            r"(?<=\b[Ii]n )(?:March|May)\b|(?<=\bby )(?:March|May)\b|(?<=\bsince )(?:March|May)\b",
            r"\b(?:today|yesterday|tomorrow)\b",
            rf"\b(?:the )?(?:past|last|next|coming|previous|recent) (?:{_COUNT} )?{_UNIT}\b",
            rf"\b(?:the )?(?:(?:earlier|later) )?this {_UNIT}\b",
            r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)-(?:day|week|month|year)\b(?!-old)",
            r"(?:(?<=\b[Aa]fter )|(?<=\b[Ff]or ))(?:days|weeks|months|years|decades)\b",
            r"\bthe day(?= before| after)",
            r"\b(?:last|next|this|the) (?:summer|winter|spring|autumn)\b",
            rf"\b{_COUNT} {_UNIT} (?:ago|earlier|later)\b",
            r"\b(?:the )?(?:early |late |mid-)?(?:1[89]|20)\d0s\b",
            rf"(?<![\d,.$£€-]){_PART}{_YEAR}(?:[-–]\d{{2,4}})?(?![\d,.]*\d|%| percent| people| troops)",
            r"\b(?:the )?\d\d?(?:st|nd|rd|th) century\b",
        )
    )
)


def date_spans(text: str) -> list[tuple[int, int]]:
    """Where calendar expressions stand."""
    return [match.span() for match in _PATTERN.finditer(text)]
