"""The picture of dates: each event a bar or a point on one axis of time, the day of the report across all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from svg import Defs, Element, G, Line, Text, Translate, Use

from generator.model.facts import Certainty, DatedEvent
from generator.model.quoting import excerpt
from generator.model.wording import date_in_words, range_in_words
from generator.publish.days import full_day
from generator.publish.figures.axis import Axis, Span, span
from generator.publish.figures.frame import (
    BOLD,
    LINE,
    NARROWEST,
    SIZE,
    SMALL,
    figure,
    hit,
    linked,
    percent,
    rule,
    ruler,
    spans,
    text,
)
from generator.publish.figures.lettering import width, wrap
from generator.publish.figures.marks import BAR, ENDS, UNSURE, arrow, point, strip

FEWEST = 3
"""Events of a picture: fewer are read faster in the list."""
BEHIND = 3
"""Of how many one is kept for what lies before the report, where more lie ahead than there is room for."""
WHAT_WORDS = 22
LABEL_LINES = 2
ROW, GAP = 14, 14
"""Pixels: between words and bar, and between events."""
HEAD, AXIS = 48, 36
"""Pixels from the top to the first event, and to the axis."""
LANE = "fig-dates-lane"
BEFORE = 0.6
"""Opacity of what lies before the report."""
EXACT = frozenset({"day", "range"})
WORDS: dict[Certainty, str] = {"deadline": "deadline", "expiry": "ends", "happened": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An event with its days; `label` is in the words of the page."""

    event: DatedEvent
    days: Span
    label: str

    @property
    def when(self) -> str:
        """Its date in words."""
        event = self.event
        about = "about " if event.precision == "approximate" else ""
        since = "from " if event.precision == "range" and event.end is None else ""
        return f"{about or since}{range_in_words(event.start or '', event.end)}"

    @property
    def certainty(self) -> str:
        """How certain it is, in a word; empty for what has happened."""
        return WORDS.get(self.event.certainty, self.event.certainty)


def placed(event: DatedEvent) -> Placed | None:
    """An event as the picture shows it; None where it has no date."""
    days = span(event.start, event.end) if event.start else None
    if days is None:
        return None
    return Placed(event=event, days=days, label=excerpt(event.what, event.evidence, WHAT_WORDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """From where dates are seen: the day, or None where it is not known, and the words for it; at most how many."""

    day: str | None
    words: str
    most: int


def timeline(events: Iterable[Placed], seen: Standpoint, *, undated: int) -> str:
    """The picture of some events as HTML; empty where there are too few. `undated` further ones have no date."""
    known = sorted(events, key=lambda one: (one.days, one.event.id))
    if len(known) < FEWEST:
        return ""
    day = date.fromisoformat(full_day(seen.day, known[0].event.start))
    shown = _foremost(known, day, seen.most)
    axis = Axis.around([one.days for one in shown if one.event.precision in EXACT] or [one.days for one in shown], day)
    rows: list[Element] = []
    y = float(HEAD)
    for one in shown:
        parts, height = _row(one, axis, y, day)
        rows.append(linked(one.event.id, parts))
        y += height
    return figure(
        "dates",
        title="Dates, to scale",
        description=_description(shown, day, seen),
        caption=_caption(shown, axis, left=len(known) - len(shown), undated=undated),
        height=y + _key_height(shown),
        parts=[*_scale(axis, day, seen), *rows, *_key(shown, y + 6)],
    )


def _foremost(known: Sequence[Placed], day: date, most: int) -> list[Placed]:
    """The events nearest to the report, those ahead of it first; in the order of time."""
    if len(known) <= most:
        return list(known)

    def distance(one: Placed) -> int:
        if one.days[0] <= day < one.days[1]:
            return 0
        return min(abs((one.days[0] - day).days), abs((one.days[1] - day).days))

    behind = [one for one in known if _behind(one, day)]
    ahead = [one for one in known if not _behind(one, day)]
    kept = sorted(behind, key=distance)[: max(most // BEHIND, most - len(ahead))]
    kept += sorted(ahead, key=distance)[: most - len(kept)]
    return [one for one in known if one in kept]


def _behind(one: Placed, day: date) -> bool:
    """Whether an event is over on the day of the report, which may be its own."""
    return one.days[1] <= day or one.event.phase == "past"


def _scale(axis: Axis, day: date, seen: Standpoint) -> list[Element]:
    """The axis with its words, and the lane that every event repeats: marks, and the day from which it is seen."""
    lane: list[Element] = [rule(0), *(ruler(axis.place(here), -3, 3) for here, _words in axis.marks())]
    parts: list[Element] = []
    free = 0.0
    for here, words in axis.marks():
        room = width(words, SMALL)
        left = min(max(0.0, axis.place(here) / 100 * NARROWEST - room / 2), NARROWEST - room)
        if left >= free:
            parts.append(_over(words, axis.place(here), AXIS - 8, room))
            free = left + room + 8
    if seen.day:
        x = axis.place(day, middle=True)
        words = f"{seen.words} {date_in_words(seen.day)}"
        parts.append(_over(words, x, 11, width(words, SMALL) * BOLD, now=True))
        lane.append(ruler(x, -7, 7, strong=True))
    return [Defs(elements=[G(id=LANE, elements=lane)]), *parts, Use(href=f"#{LANE}", y=AXIS)]


def _over(words: str, x: float, y: float, room: float, *, now: bool = False) -> Text:
    """Words over a place of the axis, moved inward at its ends; `room` is their width in pixels."""
    half = 100 * room / 2 / NARROWEST
    anchor, place = ("start", 0.0) if x < half else ("end", 100.0) if x > 100 - half else ("middle", x)
    classes = ["fig-now"] if now else []
    return text(words, percent(place), y, size=SMALL, anchor=anchor, bold=now, quiet=not now, classes=classes)


def _row(one: Placed, axis: Axis, top: float, day: date) -> tuple[list[Element], float]:
    """Date, words and lane of an event, and its height."""
    after = f" · {one.certainty}" if one.certainty else ""
    lines = wrap(one.label, SIZE, NARROWEST, LABEL_LINES)
    head = Text(x=0, y=top + SIZE, elements=spans((one.when, True), (after, False)))
    words = [text(line, 0, top + SIZE + LINE * (place + 1), quiet=True) for place, line in enumerate(lines)]
    lane = top + SIZE + LINE * len(lines) + ROW
    height = lane - top + BAR / 2 + GAP
    bar = G(opacity=BEFORE if _behind(one, day) else None, elements=_bar(one, axis, lane))
    return [hit(top - 3, height - 6), head, *words, Use(href=f"#{LANE}", y=lane), bar], height


def _bar(one: Placed, axis: Axis, y: float) -> list[Element]:
    """A bar over the days of an event, or its point; arrows where it leaves the picture."""
    event, (first, after) = one.event, one.days
    left, right = axis.place(first), axis.place(after)
    parts: list[Element] = []
    if after <= axis.first or first >= axis.after:
        return [arrow(y, right=first >= axis.after)]
    if event.precision not in EXACT:
        parts.append(
            Line(
                x1=percent(left),
                x2=percent(right),
                y1=y,
                y2=y,
                stroke="currentColor",
                stroke_width=3,
                stroke_dasharray=[2, 4],
                class_=["fig-loose"],
            )
        )
    elif event.end is None and event.precision == "range":
        parts.append(strip(left, 100.0, y, event.certainty))
        return [*parts, arrow(y, right=True)]
    elif (after - first).days == 1:
        return [point(percent(axis.place(first, middle=True)), y, event.certainty)]
    else:
        parts.append(strip(left, right, y, event.certainty))
        if event.certainty in ENDS and after <= axis.after:
            parts.append(point(percent(right), y, event.certainty))
    if first < axis.first:
        parts.append(arrow(y, right=False))
    if after > axis.after:
        parts.append(arrow(y, right=True))
    return parts


def _key_signs(shown: Sequence[Placed]) -> list[tuple[str, Element]]:
    """The signs that a picture uses, with their words."""
    exact = [one for one in shown if one.event.precision in EXACT]
    signs: list[tuple[str, Element]] = []
    if any(one.event.certainty not in UNSURE | ENDS for one in exact):
        signs.append(("happened, or fixed", point(6, 0, "happened")))
    if any(one.event.certainty in UNSURE for one in exact):
        signs.append(("planned, expected or hoped for", point(6, 0, "planned")))
    if any(one.event.certainty in ENDS for one in exact):
        signs.append(("deadline or end", point(6, 0, "deadline")))
    if len(exact) < len(shown):
        line = Line(x1=0, x2=14, y1=0, y2=0, stroke="currentColor", stroke_width=3, stroke_dasharray=[2, 4])
        signs.append(("some time within", line))
    return signs


def _key(shown: Sequence[Placed], top: float) -> list[Element]:
    """The signs explained, in as many lines as they need on a phone."""
    parts: list[Element] = []
    x, y = 0.0, top
    for words, sign in _key_signs(shown):
        room = 20 + width(words, SMALL)
        if x and x + room > NARROWEST:
            x, y = 0.0, y + LINE + 2
        parts.append(G(transform=[Translate(round(x, 1), round(y, 1))], elements=[sign, _word(words)]))
        x += room + 12
    return parts


def _word(words: str) -> Text:
    return text(words, 20, 4, size=SMALL, quiet=True)


def _key_height(shown: Sequence[Placed]) -> float:
    lines, x = 1, 0.0
    for words, _sign in _key_signs(shown):
        room = 20 + width(words, SMALL)
        if x and x + room > NARROWEST:
            lines, x = lines + 1, 0.0
        x += room + 12
    return 6.0 + lines * (LINE + 2)


def _description(shown: Sequence[Placed], day: date, seen: Standpoint) -> str:
    first = min(one.days[0] for one in shown)
    last = max(one.days[1] for one in shown) - timedelta(days=1)
    reach = range_in_words(first.isoformat(), last.isoformat())
    over = sum(_behind(one, day) for one in shown)
    split = f": {over} of them over on {date_in_words(seen.day)}" if seen.day else ""
    return f"{len(shown)} dated events, {reach}{split}. Each leads to its item in the lists of this page."


def _caption(shown: Sequence[Placed], axis: Axis, *, left: int, undated: int) -> str:
    """The stretch that is to scale, and what is not in the picture."""
    reach = range_in_words(axis.first.isoformat(), (axis.after - timedelta(days=1)).isoformat())
    outside = any(one.days[0] < axis.first or one.days[1] > axis.after for one in shown)
    said = [f"To scale, {reach}{'; an arrow leads to what lies outside' if outside else ''}."]
    if left:
        said.append(f"{left} more in the lists.")
    if undated:
        said.append(f"{undated} without a date.")
    return " ".join(said)
