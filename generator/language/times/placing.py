"""Which events the times of a sentence place on the calendar, and whether these are over, under way or to come."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.marks import TimeMark
from generator.language.times import lengths, ranges
from generator.language.times.extents import Extent
from generator.language.times.naming import Dated
from generator.language.times.scene import Placed, Scene
from generator.language.times.tense import Tense
from generator.model.facts import Phase

_CAPTION_DAYS = 2
"""News dates a photograph or a web page of these last days with the year, an event of them never."""

_WINDOW, _STATE = 10, 5
"""Tokens before "since" that may rank something, and that may say that it is in force."""

_DAY = len("2000-01-01")
_PARTS = frozenset({"morning", "afternoon", "evening", "night", "overnight"})
_DASHES = frozenset({"-", "–", "—", "--", "("})
_NO_CLAUSE = frozenset({"PROPN", "PUNCT", "SPACE", "NUM"})
_RANKS = frozenset({"first", "last", "any"})
_BEFORE_NOUNS = frozenset({"nummod", "compound", "nmod", "amod", "npadvmod"})
_SOON = frozenset({"soon", "coming"})
_IS, _WAS = frozenset({"is", "are", "am", "'s", "'re", "’s", "’re"}), frozenset({"was", "were"})
_HAVE = frozenset({"has", "have", "'ve", "’ve"})


def placed(scene: Scene) -> list[Placed]:
    """The events of a sentence, in text order."""
    found, used = lengths.placed(scene)
    taken = set(used)
    for i in range(len(scene.times)):
        if i in taken:
            continue
        event, end = _of_time(scene, i)
        if event:
            found.append(event)
            taken |= {end} if end is not None else set()
    return sorted(found, key=lambda event: (event.start, event.end))


def _of_time(scene: Scene, i: int) -> tuple[Placed | None, int | None]:
    """The event of one time or of the range that it begins, and the index of the range's end."""
    mark, extent = scene.times[i], scene.extent(i)
    if not extent:
        return _some_day(scene, i), None
    if ranges.belongs_to_day(scene, i) or ranges.refined(scene, i) or _stands_apart(scene, i, extent):
        return None, None
    extent, end = ranges.joined(scene, i, ranges.with_clock(scene, i, extent))
    dated = scene.dated(i)
    if _only_tells_which(scene, i, extent):
        return None, None
    phase = _phase(scene, i, extent, dated)
    if phase is None or (phase != "past" and (_of_another_day(mark) or _not_to_be(dated) or _measured(scene, i))):
        return None, None
    event = Placed(
        start=mark.start,
        end=mark.end if end is None else scene.times[end].end,
        extent=extent,
        dated=dated,
        phase=phase,
        through=extent.precision == "day" and dated.lead in {"through", "until", "till"},
    )
    return event, end


def _some_day(scene: Scene, i: int) -> Placed | None:
    """What somebody will do at a time that no calendar has: "in the coming days", "soon", some Thursday."""
    mark = scene.times[i]
    open_value = _SOON & set(mark.timex.quote.lower().split()) and mark.timex.value.startswith(("FUTURE", "PX"))
    unplaced = scene.today is None and mark.timex.type in {"DATE", "TIME"} and mark.timex.value.startswith("XXXX")
    if not open_value and not unplaced:
        return None
    dated = scene.dated(i)
    if dated.verb is None or scene.tense(i) != "future" or _not_to_be(dated) or dated.verb.is_upper:
        return None
    if dated.verb.pos_ == "AUX" or dated.verb.lemma_.lower() in lexicon.table("dates")["stative"]:
        return None
    phase: Phase = "unknown" if scene.today is None else "upcoming"
    return Placed(start=mark.start, end=mark.end, extent=None, dated=dated, phase=phase)


def _stands_apart(scene: Scene, i: int, extent: Extent) -> bool:
    """Whether a time belongs to a dateline, a caption or a name, not to an event: "PARIS, May 3 -", "Expo 2020"."""
    doc, mark = scene.doc, scene.times[i]
    head = doc[doc[mark.start].sent.start : mark.start]
    after = doc[mark.end].text if mark.end < len(doc) else ""
    if after in _DASHES and all(token.pos_ in _NO_CLAUSE or token.is_upper for token in head):
        return True
    if mark.timex.quote.isdigit() and len(head) and head[-1].pos_ == "PROPN":
        return True
    stated = mark.timex.quote[-4:].isdigit() and mark.timex.type == "DATE" and len(mark.timex.value) == _DAY
    return bool(stated and scene.today and 0 <= (scene.today - extent.first).days <= _CAPTION_DAYS)


def _only_tells_which(scene: Scene, i: int, extent: Extent) -> bool:
    """Whether a year tells which one is meant, and nothing happens then: "the 2015 deal", "its outlook for 2015"."""
    mark = scene.times[i]
    before = scene.doc[max(mark.start - 2, 0) : mark.start]
    drawn_up = lexicon.table("dates")["years_of"]
    if extent.precision in {"year", "quarter"} and len(before) > 1 and before[-1].lower_ == "for":
        return before[0].lemma_.lower() in drawn_up or before[0].lower_ in drawn_up
    if extent.precision != "year" or not scene.doc[mark.end - 1].is_digit:
        return False
    year = scene.doc[mark.end - 1]
    return year.dep_ in _BEFORE_NOUNS and year.head.i >= mark.end and year.head.pos_ in {"NOUN", "PROPN"}


def _measured(scene: Scene, i: int) -> bool:
    """Whether a time right behind an amount is but the amount's own, in a clause that tells no future.

    "Has offered 3 percent next year" is an offer made, no event of next year.
    """
    start = scene.times[i].start
    unit = scene.doc[start - 1] if start else None
    amounts = lexicon.table("dates")["amount_nouns"]
    return unit is not None and (unit.lower_ in amounts or unit.text == "%") and scene.tense(i) != "future"


def _phase(scene: Scene, i: int, extent: Extent, dated: Dated) -> Phase | None:
    """Past, upcoming or ongoing at publication; None where the text does not say that anything happens then."""
    today = scene.today
    if today is None:
        return "unknown"
    if extent.first > today:
        return "upcoming"
    if _since(scene, i, dated):
        return "ongoing"
    if scene.lead(i) == "since":
        return None
    if extent.last < today:
        return "past"
    if extent.precision == "range":
        return "ongoing"
    if extent.precision == "day":
        return _today_phase(dated, scene.tense(i))
    return _current_phase(scene.times[i], dated, scene.tense(i))


def _today_phase(dated: Dated, tense: Tense) -> Phase | None:
    """Of an event on the day of publication itself."""
    verb = dated.verb
    progressive = verb is not None and _doing(verb, _IS)
    if tense == "present" or progressive:
        fixed = verb is not None and verb.lemma_.lower() in lexicon.table("dates")["present"]["scheduled"]
        return ("ongoing" if progressive else "upcoming") if fixed else None
    if tense == "future":
        return "upcoming"
    return "ongoing" if verb is not None and _doing(verb, _WAS) else "past"


def _current_phase(mark: TimeMark, dated: Dated, tense: Tense) -> Phase | None:
    """Of an event in the week, month or year that still runs."""
    words = mark.timex.quote.lower().split()
    if words == ["this", "year"]:
        return None
    if words[0] in {"earlier", "early"}:
        return "past"
    due = dated.lead == "by" and _at_end(words)
    if due or tense == "future" or "later" in words or (_at_end(words) and (tense != "past" or dated.noun is not None)):
        return "upcoming"
    return "past" if tense == "past" else None


def _since(scene: Scene, i: int, dated: Dated) -> bool:
    """Whether the time begins what still goes on: "has stood empty since May", "in force as of April"."""
    doc, start = scene.doc, scene.times[i].start
    before = [token.lower_ for token in doc[max(0, start - 2) : start]]
    if before[-1:] != ["since"] and before != ["as", "of"]:
        return False
    window = doc[max(start - _WINDOW, doc[start].sent.start) : start]
    if {"place", "force", "effect"} & {token.lower_ for token in window[-_STATE:]}:
        return True
    ranked = any(token.tag_ in {"JJS", "RBS"} or token.lower_ in _RANKS for token in window)
    if ranked or before == ["as", "of"]:
        return False
    if dated.verb is None:
        return True
    if dated.verb.lemma_.lower() in lexicon.table("dates")["reporting"]:
        return False
    helpers = {child.lower_ for child in dated.verb.children if child.dep_ in {"aux", "auxpass"}}
    return bool(helpers & _HAVE) or dated.verb.tag_ in {"VBZ", "VBP"}


def _of_another_day(mark: TimeMark) -> bool:
    """Whether a time counts from one that the story tells of, or names none: "the next day", "the evening"."""
    words = mark.timex.quote.lower().split()
    told = {"following", "same", "previous", "that"} & set(words) or (
        "next" in words and words[-1] in {"day", "morning"}
    )
    if told or words[-1] == "later":
        return True
    return mark.timex.type == "TIME" and words[0] in {"the", "overnight"} and words[-1].rstrip("s") in _PARTS


def _not_to_be(dated: Dated) -> bool:
    """Whether something was planned once, would have been, or only can be: "originally planned for May", "can end"."""
    if dated.verb is None:
        return False
    words = {child.lower_ for child in dated.verb.children if child.i < dated.verb.i or child.dep_ == "advmod"}
    if "can" in words and not tree.passive(dated.verb):
        return True
    return bool(words & {"originally", "initially", "previously", "formerly"}) or {"would", "have"} <= words


def _at_end(words: Sequence[str]) -> bool:
    """Whether a time names the end of a month or year that still runs."""
    return "end" in words or any(word.endswith("-end") for word in words)


def _doing(verb: Token, helpers: frozenset[str]) -> bool:
    """Progressive with one of the helpers: under way at the time."""
    return verb.tag_ == "VBG" and any(child.lower_ in helpers for child in verb.children)


def opened_by(event: Placed, earlier: Placed) -> bool:
    """Whether an event that only has an end may have begun with an earlier one."""
    return (
        event.through
        and event.extent is not None
        and earlier.extent is not None
        and earlier.extent.precision in {"day", "range"}
        and earlier.phase != "past"
        and earlier.extent.first < event.extent.first
    )
