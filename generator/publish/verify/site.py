"""All checks of a built site, in the order in which their faults are told."""

from __future__ import annotations

from pathlib import Path

from generator.publish.verify.faults import Built, Fault
from generator.publish.verify.files import calendar_faults, feed_faults, json_faults, map_faults, redirect_faults
from generator.publish.verify.html import canonical_faults, link_faults, read_page, style_faults
from generator.publish.verify.limits import limit_faults


def verify(folder: Path, url: str) -> tuple[Fault, ...]:
    """What is wrong with the site in a folder that is to stand at `url`, or anywhere where that is empty; by path."""
    site = Built.of(folder, url)
    found: list[Fault] = []
    pages = {}
    for path in sorted(site.files):
        if path.endswith(".html"):
            pages[path], faults = read_page(path, site)
            found += faults
        elif path.endswith(".css"):
            found += style_faults(path, site)
        elif path.endswith(".ics"):
            found += calendar_faults(path, site)
        elif path.endswith(".json"):
            found += json_faults(path, site)
    for page in pages.values():
        found += link_faults(page, pages, site)
        found += canonical_faults(page, site)
    found += feed_faults(site)
    found += map_faults(site)
    found += redirect_faults(site)
    found += limit_faults(site)
    return tuple(sorted(found, key=lambda one: (one[0], one[1].line, one[1].message)))
