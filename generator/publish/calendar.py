"""iCalendar (RFC 5545, RFC 7986) of the dates that lay ahead of their reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from generator.model.facts import Certainty, DatedEvent
from generator.model.page import Entry
from generator.publish.ahead import extent, is_ahead, is_firm
from generator.publish.days import full_day
from generator.publish.site import Site, entry_path

PRODUCT = "-//Explainer briefs//Dates//EN"
BEFORE: dict[Certainty, str] = {"deadline": "Deadline: ", "expiry": "Ends: "}
WORDS: dict[Certainty, str] = {
    "scheduled": "Scheduled",
    "expected": "Expected",
    "planned": "Planned",
    "hoped": "Hoped for",
    "deadline": "A deadline",
    "expiry": "An end",
}


FEW = 4
"""Words that say too little in a calendar beside those of other reports."""
END = b"END:VCALENDAR"
Coming = tuple[date, str, bytes]
"""An event as its lines, behind its first day and its UID, for the order; several calendars hold it."""


def calendar(name: str, events: Iterable[Coming]) -> bytes | None:
    """A calendar of events; None without any, for a calendar must not be empty."""
    lines = b"".join(event for _day, _uid, event in sorted(events))
    if not lines:
        return None
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", name)
    made.add("x-wr-calname", name)
    head, end, rest = bytes(made.to_ical()).rpartition(END)
    return head + lines + end + rest


def coming_events(entry: Entry, site: Site) -> Iterator[Coming]:
    """The dates of a brief that lay ahead of its report.

    Events are whole days, as sources name no time zone; a clock time stands in the description. `DTSTAMP` is the day
    of the report. The UID comes from the ids of fact and article, so that a calendar read again brings no doubles.
    """
    article = entry.brief.article
    stamp = datetime.combine(date.fromisoformat(full_day(article.published, site.as_of)), datetime.min.time(), UTC)
    for fact in entry.brief.dates:
        days = extent(fact)
        if days is None or not is_ahead(fact):
            continue
        uid = f"{fact.id}@{article.id}"
        event = Event()
        event.add("uid", uid)
        event.add("dtstamp", stamp)
        event.add("dtstart", days[0])
        event.add("dtend", days[1])
        event.add("summary", _summary(entry, fact))
        event.add("description", _description(entry, fact))
        event.add("status", "CONFIRMED" if is_firm(fact) else "TENTATIVE")
        event.add("transp", "TRANSPARENT")
        if fact.where:
            event.add("location", fact.where)
        if site.url:
            event.add("url", site.link(site.address(entry_path(entry))))
        yield days[0], uid, bytes(event.to_ical())


def _summary(entry: Entry, fact: DatedEvent) -> str:
    """The words for an event; where they are few, with the report that says what they are about."""
    summary = BEFORE.get(fact.certainty, "") + fact.what
    if entry.brief.article.title and len(fact.what.split()) < FEW:
        summary += f" ({entry.brief.article.title})"
    return summary[:1].upper() + summary[1:]


def _description(entry: Entry, fact: DatedEvent) -> str:
    """How certain a date is, its words in the source, the passage where it may be shown, and the source."""
    article = entry.brief.article
    said = f"{WORDS.get(fact.certainty, 'Dated')} for “{fact.expression}”"
    if fact.end is None and fact.precision == "range":
        said += ", without an end"
    lines = [f"{said}, {fact.time}." if fact.time else f"{said}."]
    if entry.shows(fact.evidence[0]):
        lines.append(f"“{fact.evidence[0].quote}”")
    lines.append(", ".join(part for part in (article.title or article.id, article.outlet, article.published) if part))
    if article.url:
        lines.append(article.url)
    return "\n".join(lines)
