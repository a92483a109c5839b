"""Events placed by a length of time: "a 10-day drill beginning Thursday", "the next 12 days", "for three days"."""

from __future__ import annotations

from datetime import date, timedelta

from generator.language import lexicon
from generator.language.times import calendar, extents
from generator.language.times.extents import Extent
from generator.language.times.naming import Dated
from generator.language.times.ranges import range_end
from generator.language.times.scene import Placed, Scene
from generator.model.facts import Phase

_REACH, _CLOSE = 12, 9
"""Tokens between a length and the day that it is counted from, with and without a word of beginning before the day."""

_LONGEST_COUNTDOWN, _LONGEST_SO_FAR = 400, 60
"""Days; a longer "within" is a horizon, not a deadline, and a longer "for" is no event under way."""

_WEEK = 7
_BEFORE = 2
"""Tokens before a length that may point at it: "these crucial 72 hours ahead"."""
_DEFINITE = frozenset({"the", "these", "this"})


def placed(scene: Scene) -> tuple[list[Placed], frozenset[int]]:
    """The events, and the indices of the times that they use up."""
    found: list[Placed] = []
    used: set[int] = set()
    today = scene.today
    for i, mark in enumerate(scene.times):
        measured = extents.length(mark.timex.value) if mark.timex.type == "DURATION" else None
        if not measured or today is None:
            continue
        dated = scene.dated(i)
        event, taken = _run(scene, i, dated, measured, today, used)
        if not event:
            extent = _countdown(scene, i, dated, measured, today) or _so_far(scene, i, dated, measured, today)
            taken = {i}
            phase: Phase = "upcoming" if extent and extent.precision == "day" and extent.first > today else "ongoing"
            event = Placed(start=mark.start, end=mark.end, extent=extent, dated=dated, phase=phase) if extent else None
        if event:
            found.append(event)
            used |= taken
    return found, frozenset(used)


def _run(
    scene: Scene, i: int, dated: Dated, measured: tuple[str, int], today: date, used: set[int]
) -> tuple[Placed | None, set[int]]:
    """A length with the day that it begins on; an end that the text gives wins over the count."""
    unit, count = measured
    if unit not in {"D", "W"}:
        return None, set()
    mark = scene.times[i]
    for j, other in enumerate(scene.times):
        gap = max(other.start - mark.end, mark.start - other.end)
        opening = scene.extent(j)
        if j == i or j in used or not opening or opening.precision != "day" or not 0 <= gap <= _REACH:
            continue
        begins = scene.lead(j) in lexicon.table("dates")["span"]["from"]
        if not begins and (gap > _CLOSE or not _together(dated, scene.dated(j))):
            continue
        if dated.noun is None and not (begins and 0 <= other.start - mark.end <= 1):
            continue
        days = count * (_WEEK if unit == "W" else 1)
        extent, taken = extents.between(opening.first, opening.first + timedelta(days=days - 1), opening.time), {i, j}
        end = range_end(scene, j)
        if end is not None and (last := scene.extent(end)):
            extent, taken = extents.between(opening.first, last.last, opening.time), {i, j, end}
        phase: Phase = "upcoming" if extent.first > today else "ongoing" if extent.last >= today else "past"
        start, stop = min(mark.start, other.start), max(mark.end, other.end)
        stop = stop + 1 if dated.noun is not None and dated.noun.i == stop else stop
        return Placed(start=start, end=stop, extent=extent, dated=dated, phase=phase), taken
    return None, set()


def _together(length: Dated, day: Dated) -> bool:
    """Whether a day belongs to the noun that a length measures, or to the verb that this noun belongs to."""
    if day.noun is not None:
        return length.noun is not None and day.noun.i == length.noun.i
    return (day.verb.i if day.verb is not None else None) == (length.verb.i if length.verb is not None else None)


def _countdown(scene: Scene, i: int, dated: Dated, measured: tuple[str, int], today: date) -> Extent | None:
    """A length that runs from publication: "within 120 days", "a week to leave", "extended for five days".

    Beside a time of the past it runs from there, or from who knows when: "agreed in May to vote within a month".
    """
    (unit, count), mark = measured, scene.times[i]
    last = calendar.shifted(today, unit, count)
    if (last - today).days > _LONGEST_COUNTDOWN:
        return None
    words = set(mark.timex.quote.lower().split())
    near = {token.lower_ for token in scene.doc[max(mark.start - _BEFORE, 0) : mark.start]}
    after = scene.doc[mark.end].lower_ if mark.end < len(scene.doc) else ""
    verb, span = dated.verb, lexicon.table("dates")["span"]
    lemmas = {verb.lemma_.lower(), verb.head.lemma_.lower()} if verb is not None else set()
    pointed = bool(words & {"next", "coming"}) or (after == "ahead" and bool((words | near) & _DEFINITE))
    ahead = unit in {"D", "W"} and pointed
    if ahead or (dated.lead in {"for", "by"} and lemmas & span["prolong"]):
        return extents.between(today, last)
    if _told_of_past(scene, dated, today):
        return None
    within = dated.lead == "within" and (dated.noun is not None or scene.tense(i) != "past")
    given = after == "to" and unit in {"D", "W", "M"} and bool(lemmas & span["allow"])
    return extents.of_value(last.isoformat()) if within or given else None


def _told_of_past(scene: Scene, dated: Dated, today: date) -> bool:
    """Whether the verb of a length, or the one that it complements, has a day of the past."""
    verbs, verb = set(), dated.verb
    while verb is not None:
        verbs.add(verb.i)
        verb = verb.head if verb.dep_ == "xcomp" else None
    for j in range(len(scene.times)):
        told, other = scene.extent(j), scene.dated(j)
        if told and told.last < today and other.verb is not None and other.verb.i in verbs:
            return other.verb.lemma_.lower() not in lexicon.table("dates")["reporting"]
    return False


def _so_far(scene: Scene, i: int, dated: Dated, measured: tuple[str, int], today: date) -> Extent | None:
    """A length that ends at publication, of something that still goes on: in the present perfect, with "for"."""
    (unit, count), verb = measured, dated.verb
    if unit != "D" or verb is None or count > _LONGEST_SO_FAR or dated.lead not in {"for", "after"}:
        return None
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    supposed = any(child.tag_ == "MD" for child in verb.children)
    if supposed or not helpers & {"has", "have"} or scene.doc[scene.times[i].start].sent.start != verb.sent.start:
        return None
    return extents.of_value(calendar.shifted(today, unit, -count).isoformat())
