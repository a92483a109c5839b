"""News as Atom (RFC 4287) and as JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from generator.publish.days import full_day
from generator.publish.news import Item
from generator.publish.site import Site

ATOM, JSON_FEED = "feed.xml", "feed.json"
NAMESPACE = "http://www.w3.org/2005/Atom"
VERSION = "https://jsonfeed.org/version/1.1"
UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character of XML 1.0 (its production 2)."""


def atom(items: Sequence[Item], site: Site) -> bytes:
    """The Atom feed of a site."""
    feed = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en"})
    _text(feed, "id", _name(site))
    _text(feed, "title", site.name)
    if site.description:
        _text(feed, "subtitle", site.description)
    _text(feed, "updated", _moment(_newest(items, site)))
    _text(ET.SubElement(feed, "author"), "name", site.name)
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": site.link(ATOM)})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": site.link("")})
    for item in items:
        entry = ET.SubElement(feed, "entry")
        _text(entry, "id", _name(site, item))
        _text(entry, "title", item.title)
        _text(entry, "updated", _moment(item.day))
        ET.SubElement(entry, "link", {"rel": "alternate", "href": site.link(item.address)})
        if item.source:
            ET.SubElement(entry, "link", {"rel": "via", "href": item.source})
        for tag in item.tags:
            ET.SubElement(entry, "category", {"term": _printable(tag)})
        _text(entry, "content", _html(item)).set("type", "html")
    ET.indent(feed)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def json_feed(items: Sequence[Item], site: Site) -> bytes:
    """The JSON Feed of a site."""
    feed: dict[str, Any] = {
        "version": VERSION,
        "title": site.name,
        "home_page_url": site.link(""),
        "feed_url": site.link(JSON_FEED),
        "description": site.description,
        "language": "en",
        "authors": [{"name": site.name}],
        "items": [_json_item(item, site) for item in items],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _json_item(item: Item, site: Site) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": _name(site, item),
        "url": site.link(item.address),
        "title": item.title,
        "content_html": _html(item),
        "date_published": _moment(item.day),
        "date_modified": _moment(item.day),
        "tags": list(item.tags),
    }
    return {**shown, "external_url": item.source} if item.source else shown


def _newest(items: Sequence[Item], site: Site) -> str:
    return max((item.day for item in items), default=full_day(site.as_of))


def _name(site: Site, item: Item | None = None) -> str:
    """A name that stays while the site stands where it stands."""
    own = uuid5(NAMESPACE_URL, site.url or site.name)
    return f"urn:uuid:{uuid5(own, item.id) if item else own}"


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _html(item: Item) -> str:
    points = "".join(f"<li>{escape(_printable(line))}</li>" for line in item.lines)
    return f"<ul>{points}</ul>" if points else f"<p>{escape(_printable(item.title))}</p>"


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = _printable(text)
    return element


def _printable(text: str) -> str:
    return UNPRINTABLE.sub("", text)
