"""Which events the times of a sentence place on the calendar, and when: single times, ranges, lengths of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from generator.language import lexicon
from generator.language.marks import TimeMark
from generator.language.times import calendar, extents, naming
from generator.language.times.extents import Extent
from generator.language.times.naming import Dated
from generator.language.times.tense import Clauses, Tense
from generator.model.facts import Phase

_REACH = 12
"""Tokens between a length of time and the day that it is counted from."""

_CAPTION_DAYS = 2
"""News dates a photograph or a web page of these last days with the year, an event of them never."""

_LONGEST_COUNTDOWN = 400
"""Days; a longer "within" is a horizon, not a deadline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An event with its extent: the tokens of the whole time expression, what it belongs to, and its tense there.

    `through` is true where only the end is given; `also` is a token of another sentence that the extent rests on.
    An `extent` of None is a time that no calendar has: "in the coming days".
    """

    start: int
    end: int
    extent: Extent
    dated: Dated
    tense: Tense
    phase: Phase
    through: bool = False
    also: int | None = None


class Sentence:
    """The times of one sentence, in order, against the day of publication."""

    def __init__(self, doc: Doc, times: Sequence[TimeMark], today: date, clauses: Clauses) -> None:
        self._doc, self._today, self._clauses = doc, today, clauses
        self._times = times
        self._used: set[int] = set()
        self._span = lexicon.table("dates")["span"]

    def placed(self) -> list[Placed]:
        """The events of the sentence, in text order."""
        found = [event for i in range(len(self._times)) if (event := self._length(i))]
        found += [event for i in range(len(self._times)) if i not in self._used and (event := self._time(i))]
        return sorted(found, key=lambda event: (event.start, event.end))

    # A day, a week, a month

    def _time(self, i: int) -> Placed | None:
        mark = self._times[i]
        extent = extents.of_value(mark.timex.value) if mark.timex.type in {"DATE", "TIME"} else None
        if not extent:
            return None
        start, end = mark.start, mark.end
        day = self._day_of_clock(i, extent)
        if day is not None:
            return None
        extent = self._with_clock(i, extent)
        other = self._range_end(i)
        if other is not None:
            last = extents.of_value(self._times[other].timex.value)
            if last and last.first > extent.first:
                self._used.add(other)
                extent, end = extents.joined(extent, last), self._times[other].end
        if self._stands_apart(mark):
            return None
        dated = naming.dated(self._doc, mark.start, mark.end)
        tense = self._clauses.tense(mark.timex.start, mark.timex.end)
        phase = self._phase(extent, dated, tense, mark)
        if phase == "unknown" or (phase != "past" and (_of_another_day(mark) or _not_to_be(dated))):
            return None
        through = dated.lead in {"through", "until", "till"} and extent.precision == "day"
        return Placed(start=start, end=end, extent=extent, dated=dated, tense=tense, phase=phase, through=through)

    def _stands_apart(self, mark: TimeMark) -> bool:
        """Whether a time belongs to a dateline, a caption or a name rather than to an event: "PARIS, May 3 -", "Expo 2020"."""
        doc, start = self._doc, mark.start
        head = doc[doc[start].sent.start : start]
        after = doc[mark.end].text if mark.end < len(doc) else ""
        if after in {"-", "–", "—", "--", "("} and all(token.pos_ in {"PROPN", "PUNCT", "SPACE", "NUM"} or token.text.isupper() for token in head):
            return True
        if len(mark.timex.value) == 4 and start and doc[start - 1].pos_ == "PROPN" and mark.timex.quote.isdigit():  # noqa: PLR2004
            return True
        extent = extents.of_value(mark.timex.value)
        stated = mark.timex.quote[-4:].isdigit() and mark.timex.type == "DATE" and len(mark.timex.value) > len("2000-01")
        return bool(stated and extent and 0 <= (self._today - extent.first).days <= _CAPTION_DAYS)

    def _day_of_clock(self, i: int, extent: Extent) -> int | None:
        """The day beside a clock time, which takes it up: "6 p.m. (1700 GMT) on Saturday"."""
        if not extent.time:
            return None
        for j, other in enumerate(self._times):
            if j != i and other.timex.type == "DATE" and 0 <= other.start - self._times[i].end <= 7 and len(other.timex.value) == 10:
                return j
        return None

    def _with_clock(self, i: int, extent: Extent) -> Extent:
        if extent.precision != "day" or extent.time:
            return extent
        for other in self._times[:i]:
            found = extents.of_value(other.timex.value) if other.timex.type == "TIME" else None
            if found and found.time and 0 <= self._times[i].start - other.end <= 7:
                return extents.Extent(
                    start=extent.start, end=None, first=extent.first, last=extent.last, precision="day", time=found.time
                )
        return extent

    def _range_end(self, i: int) -> int | None:
        """The time that ends a range: "June 20-21", "from Monday to Friday", "May 3 through May 9"."""
        if i + 1 >= len(self._times):
            return None
        mark, after = self._times[i], self._times[i + 1]
        if after.timex.type not in {"DATE", "TIME"}:
            return None
        between = [token.lower_ for token in self._doc[mark.end : after.start] if not token.is_space]
        inside = self._doc.text[mark.timex.end : after.timex.start].strip()
        if inside in {"-", "–", "—", "‑"} or between in (["-"], ["–"], ["to"], ["through"], ["until"], ["till"]):
            return i + 1
        led = self._doc[mark.start - 1].lower_ if mark.start else ""
        return i + 1 if between == ["and"] and led == "between" else None

    def _phase(self, extent: Extent, dated: Dated, tense: Tense, mark: TimeMark) -> Phase:
        """Past, upcoming or ongoing at publication; "unknown" where the text does not say that anything happens then."""
        today = self._today
        if extent.first > today:
            return "upcoming"
        if self._since(dated, mark):
            return "ongoing"
        if extent.last < today:
            return "past"
        if extent.precision == "range":
            return "ongoing"
        if extent.precision == "day":
            if tense == "present":
                fixed = dated.verb is not None and dated.verb.lemma_.lower() in lexicon.table("dates")["present"]["scheduled"]
                return "upcoming" if fixed else "unknown"
            if tense == "future":
                return "upcoming"
            return "ongoing" if dated.verb is not None and _was_doing(dated.verb) else "past"
        words = mark.timex.quote.lower().split()
        if words[0] in {"earlier", "early"}:
            return "past"
        if tense == "future" or "later" in words or (_at_end(words) and (tense != "past" or dated.noun is not None)):
            return "upcoming"
        return "past" if tense == "past" else "unknown"

    def _since(self, dated: Dated, mark: TimeMark) -> bool:
        """Whether the time begins what still goes on: "has stood empty since May", "in force as of April"."""
        before = [token.lower_ for token in self._doc[max(0, mark.start - 2) : mark.start]]
        if before[-1:] != ["since"] and before != ["as", "of"]:
            return False
        window = self._doc[max(mark.start - 10, self._doc[mark.start].sent.start) : mark.start]
        if {"place", "force", "effect"} & {token.lower_ for token in window[-5:]}:
            return True
        if before == ["as", "of"] or any(token.tag_ in {"JJS", "RBS"} or token.lower_ in {"first", "last", "any"} for token in window):
            return False
        if dated.verb is None:
            return True
        if dated.verb.lemma_.lower() in lexicon.table("dates")["reporting"]:
            return False
        helpers = {child.lower_ for child in dated.verb.children if child.dep_ in {"aux", "auxpass"}}
        return bool(helpers & {"has", "have", "'ve", "’ve"}) or dated.verb.tag_ in {"VBZ", "VBP"}

    # A length of time

    def _length(self, i: int) -> Placed | None:
        mark = self._times[i]
        measured = extents.length(mark.timex.value) if mark.timex.type == "DURATION" else None
        if not measured:
            return None
        unit, count = measured
        dated = naming.dated(self._doc, mark.start, mark.end)
        tense = self._clauses.tense(mark.timex.start, mark.timex.end)
        return (
            self._run(i, dated, tense, unit, count)
            or self._countdown(i, dated, tense, unit, count)
            or self._so_far(i, dated, tense, unit, count)
        )

    def _run(self, i: int, dated: Dated, tense: Tense, unit: str, count: int) -> Placed | None:
        """A length with the day that it begins or ends on: "a 10-day drill beginning Thursday"."""
        mark = self._times[i]
        if unit not in {"D", "W"} or dated.noun is None:
            return None
        days = count * (7 if unit == "W" else 1)
        for j, other in enumerate(self._times):
            gap = max(other.start - mark.end, mark.start - other.end)
            extent = extents.of_value(other.timex.value) if other.timex.type in {"DATE", "TIME"} else None
            if j == i or not extent or extent.precision != "day" or not 0 <= gap <= _REACH or j in self._used:
                continue
            lead = self._doc[other.start - 1].lower_ if other.start else ""
            lead = self._doc[other.start - 2].lower_ if lead == "on" and other.start > 1 else lead
            close = lead in self._span["from"] or (gap <= 9 and self._same_clause(dated, other))
            if not close:
                continue
            self._used.update({i, j})
            place = extents.between(extent.first, extent.first + timedelta(days=days - 1), extent.time)
            end = self._range_end(j)
            if end is not None and (last := extents.of_value(self._times[end].timex.value)):
                self._used.add(end)
                place = extents.between(extent.first, last.last, extent.time)
            phase: Phase = "upcoming" if place.first > self._today else "ongoing" if place.last >= self._today else "past"
            start, stop = min(mark.start, other.start), max(mark.end, other.end)
            return Placed(start=start, end=stop, extent=place, dated=dated, tense=tense, phase=phase)
        return None

    def _same_clause(self, dated: Dated, other: TimeMark) -> bool:
        """Whether a day belongs to the verb that the measured noun belongs to, or to the noun itself."""
        there = naming.dated(self._doc, other.start, other.end)
        if there.noun is not None and dated.noun is not None and there.noun.i == dated.noun.i:
            return True
        return there.noun is None and (there.verb.i if there.verb else None) == (dated.verb.i if dated.verb else None)

    def _countdown(self, i: int, dated: Dated, tense: Tense, unit: str, count: int) -> Placed | None:
        """A length that runs from publication: "the next 12 days", "within 120 days", "a week to leave", "extended for five days"."""
        mark = self._times[i]
        last = calendar.shifted(self._today, unit, count)
        if (last - self._today).days > _LONGEST_COUNTDOWN:
            return None
        words = mark.timex.quote.lower().split()
        after = self._doc[mark.end].lower_ if mark.end < len(self._doc) else ""
        verb = dated.verb
        lemmas = {verb.lemma_.lower(), verb.head.lemma_.lower()} if verb is not None else set()
        if (set(words) & {"next", "coming"} or after == "ahead") and unit in {"D", "W"}:
            extent = extents.between(self._today, last)
        elif dated.lead in {"for", "by"} and lemmas & self._span["prolong"]:
            extent = extents.between(self._today, last)
        elif dated.lead == "within" and (tense != "past" or dated.noun is not None):
            extent = extents.of_value(last.isoformat())
        elif after == "to" and lemmas & {"give", "have"} and unit in {"D", "W", "M"}:
            extent = extents.of_value(last.isoformat())
        else:
            return None
        if not extent:
            return None
        self._used.add(i)
        phase: Phase = "ongoing" if extent.precision == "range" else "upcoming"
        return Placed(start=mark.start, end=mark.end, extent=extent, dated=dated, tense=tense, phase=phase)

    def _so_far(self, i: int, dated: Dated, tense: Tense, unit: str, count: int) -> Placed | None:
        """A length that ends at publication: "have camped there for three days"."""
        verb = dated.verb
        if unit != "D" or verb is None or dated.lead not in {"for", "after"} or count > 60:
            return None
        helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
        if any(child.tag_ == "MD" for child in verb.children) or not helpers & {"has", "have"}:
            return None
        extent = extents.of_value(calendar.shifted(self._today, unit, -count).isoformat())
        if not extent:
            return None
        self._used.add(i)
        mark = self._times[i]
        return Placed(start=mark.start, end=mark.end, extent=extent, dated=dated, tense=tense, phase="ongoing")


def _of_another_day(mark: TimeMark) -> bool:
    """Whether a time counts from one that the story tells of, or names none: "the next day", "the same week", "in the evening"."""
    words = mark.timex.quote.lower().split()
    if set(words) & {"following", "same", "previous", "that"} or words[-1] in {"day", "morning"} and "next" in words:
        return True
    vague = mark.timex.type == "TIME" and "this" not in words and "tonight" not in words
    return vague and words[-1].rstrip("s") in {"morning", "afternoon", "evening", "night", "overnight"} and words[0] in {"the", "overnight"}


def _not_to_be(dated: Dated) -> bool:
    """Whether something was planned once or would have been: "originally planned for May", "would have turned 80"."""
    if dated.verb is None:
        return False
    words = {child.lower_ for child in dated.verb.children if child.i < dated.verb.i or child.dep_ == "advmod"}
    return bool(words & {"originally", "initially", "previously", "formerly"}) or {"would", "have"} <= words


def _at_end(words: Sequence[str]) -> bool:
    """Whether a time names the end of a month or year that still runs."""
    return "end" in words or any(word.endswith("-end") for word in words)


def _was_doing(verb: Token) -> bool:
    """Past progressive: under way on the day."""
    return verb.tag_ == "VBG" and any(child.lower_ in {"was", "were"} for child in verb.children)

