"""Outputs of a built site, read back: calendars, feeds, JSON, the site map, redirects."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

from icalendar import Calendar

from generator.publish.feeds import ATOM, JSON_FEED, NAMESPACE, VERSION
from generator.publish.moved import LIST
from generator.publish.verify.faults import Built, Fault, fault

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
AGAIN = "build the site anew"
BRIEF = ("schema", "article", "summary", "actors", "statements", "demands", "sanctions", "dates", "diagnostics")
"""What every brief holds as JSON (schema 1)."""


def calendar_faults(path: str, site: Built) -> Iterator[Fault]:
    """Whether a calendar can be read, and no event stands in it twice."""
    try:
        events: list[Any] = list(Calendar.from_ical((site.folder / path).read_bytes()).walk("VEVENT"))
    except ValueError as error:
        yield fault(path, "calendar", f"is no calendar ({error}); {AGAIN}")
        return
    if not events:
        yield fault(path, "calendar", f"holds no event, which calendars must; {AGAIN}")
    for uid, count in Counter(str(event.get("UID")) for event in events).items():
        if count > 1:
            yield fault(path, "calendar", f"holds the event '{uid}' {count} times; {AGAIN}")
    for event in events:
        link = str(event.get("URL", ""))
        target = site.target(link, path) if link else None
        if target is not None and target not in site.files:
            yield fault(path, "dead-link", f"'{link}' leads nowhere; {AGAIN}")


def json_faults(path: str, site: Built) -> Iterator[Fault]:
    """Whether a JSON file can be read, and a brief holds what a brief holds, beside its page."""
    try:
        read = json.loads((site.folder / path).read_bytes())
    except ValueError as error:
        yield fault(path, "json", f"is no JSON ({error}); {AGAIN}", line=getattr(error, "lineno", 1))
        return
    if not isinstance(read, dict) or read.get("schema") != 1 or "article" not in read:
        return
    lacking = [name for name in BRIEF if name not in read]
    if lacking:
        yield fault(path, "json", f"lacks {', '.join(lacking)} of a brief; {AGAIN}")
    stem = path.removesuffix(".json")
    if not {f"{stem}.html", f"{stem}/index.html"} & site.files:
        yield fault(path, "json", f"is a brief without a page; {AGAIN}")


def feed_faults(site: Built) -> Iterator[Fault]:
    """Whether both feeds can be read and tell the same news, with links that lead somewhere."""
    told: dict[str, list[tuple[str, str]]] = {}
    readers: dict[str, Callable[[bytes], list[tuple[str, str]]]] = {ATOM: _atom, JSON_FEED: _json_feed}
    for path, read in readers.items():
        if path not in site.files:
            continue
        try:
            told[path] = read((site.folder / path).read_bytes())
        except (ET.ParseError, ValueError, KeyError, TypeError) as error:
            yield fault(path, "feed", f"is no feed ({error}); {AGAIN}")
            continue
        for name, count in Counter(name for name, _link in told[path]).items():
            if count > 1:
                yield fault(path, "feed", f"holds the item '{name}' {count} times; {AGAIN}")
        for _name, link in told[path]:
            target = site.target(link, path)
            if target is not None and target not in site.files:
                yield fault(path, "dead-link", f"'{link}' leads nowhere; {AGAIN}")
            if target is None and site.url:
                yield fault(path, "base", f"'{link}' is not under '{site.url}'; see to site_url, and {AGAIN}")
    if len(told) > 1 and told[ATOM] != told[JSON_FEED]:
        yield fault(JSON_FEED, "feed", f"does not hold the items of '{ATOM}'; {AGAIN}")


def _atom(content: bytes) -> list[tuple[str, str]]:
    names = {"a": NAMESPACE}
    root = ET.fromstring(content)  # noqa: S314  (our own file)
    if root.tag != f"{{{NAMESPACE}}}feed":
        raise ValueError(root.tag)
    found = []
    for entry in root.iterfind("a:entry", names):
        link = entry.find("a:link[@rel='alternate']", names)
        found.append((entry.findtext("a:id", "", names), link.get("href", "") if link is not None else ""))
    return found


def _json_feed(content: bytes) -> list[tuple[str, str]]:
    feed = json.loads(content)
    if feed["version"] != VERSION:
        raise ValueError(feed["version"])
    return [(item["id"], item["url"]) for item in feed["items"]]


def map_faults(site: Built) -> Iterator[Fault]:
    """Whether the site map names pages that are there, under the site's address."""
    if SITEMAP not in site.files or not site.url:
        return
    try:
        root = ET.fromstring((site.folder / SITEMAP).read_bytes())  # noqa: S314  (our own file)
    except ET.ParseError as error:
        yield fault(SITEMAP, "sitemap", f"cannot be read ({error}); {AGAIN}")
        return
    for place in root.iterfind(f"{{{SITEMAPS}}}url/{{{SITEMAPS}}}loc"):
        link = place.text or ""
        target = site.target(link, SITEMAP)
        if target is None:
            yield fault(SITEMAP, "base", f"'{link}' is not under '{site.url}'; see to site_url, and {AGAIN}")
        elif target not in site.files:
            yield fault(SITEMAP, "dead-link", f"'{link}' leads nowhere; {AGAIN}")


def redirect_faults(site: Built) -> Iterator[Fault]:
    """Whether what has moved is found at its new place."""
    if LIST not in site.files:
        return
    for number, rule in enumerate((site.folder / LIST).read_text("utf-8").splitlines(), 1):
        parts = rule.split()
        target = site.target(parts[1], LIST) if len(parts) > 1 and not rule.startswith("#") else LIST
        if target is not None and target not in site.files:
            yield fault(LIST, "dead-link", f"'{parts[1]}' leads nowhere; mend the rule", line=number)
