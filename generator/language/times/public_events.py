"""A calendar of public events of known date, and where a text speaks of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.tokens import Doc, Span

from generator.language import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One holding of an event: its days, and the names of its place or person, empty where news needs none."""

    first: date
    last: date
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A public event in a sentence: tokens `start` to `end` name it, the sentence may mean any of `editions`."""

    start: int
    end: int
    editions: tuple[Edition, ...]


def mentioned(doc: Doc, sent: Span) -> tuple[Mentioned, ...]:
    """The public events that a sentence names, the longest names, with the editions whose place it names too."""
    text = sent.text
    lower = text.lower()
    found: dict[tuple[int, int], list[Edition]] = {}
    for names, editions in _calendar():
        name = next((name for name in names if name in lower), None)
        if name is not None:
            start = lower.index(name)
            meant = [held for held in editions if not held.places or any(place in text for place in held.places)]
            found.setdefault((start, start + len(name)), []).extend(meant)
    return tuple(
        Mentioned(start=span.start, end=span.end, editions=tuple(editions))
        for (start, end), editions in sorted(found.items())
        if editions
        and not any(s <= start and end <= e and (s, e) != (start, end) for s, e in found)
        and (span := doc.char_span(sent.start_char + start, sent.start_char + end, alignment_mode="expand")) is not None
    )


@cache
def _calendar() -> tuple[tuple[tuple[str, ...], tuple[Edition, ...]], ...]:
    """The names of each event, the longest first, and its editions."""
    found = []
    for event in lexicon.table("public_events").values():
        editions = []
        for interval, places in event["held"].items():
            first, last = interval.split("/")
            editions.append(
                Edition(
                    first=date.fromisoformat(first),
                    last=date.fromisoformat(last),
                    places=tuple(places.split("|")) if places else (),
                )
            )
        names = tuple(sorted(event["what"], key=lambda name: (-len(name), name)))
        found.append((names, tuple(editions)))
    return tuple(found)
