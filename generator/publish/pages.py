"""What built pages say of the outputs beside them: in their heads for machines, under their sources for readers."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from generator.publish.feeds import ATOM, JSON_FEED
from generator.publish.site import Site, from_page

HEAD_END = re.compile(r"</head>", re.IGNORECASE)
METHOD = re.compile(r'<h2\b[^>]*\bid="source-and-method"[^>]*>.*?</h2>', re.DOTALL)
CALENDAR, HOW_MADE = "calendar.ics", "how-made.md"
"""What a page names beside its own outputs: the site's calendar, and the page on how briefs are made."""
KINDS = {".ics": ("text/calendar", "Dates as a calendar"), ".json": ("application/json", "Facts as JSON")}


def with_outputs(
    html: str,
    *,
    page: str,
    own: tuple[str, ...],
    site: Site,
    calendar: bool,
    how_made: bool = False,
    meta: str = "",
    linked: str = "",
) -> str:
    """A built page with links to its `own` outputs and those of the site; `page` is its address.

    `meta` are further lines of its head, `linked` is JSON-LD: a data block, which no browser executes.
    """
    common = [("application/atom+xml", site.name, ATOM), ("application/feed+json", site.name, JSON_FEED)]
    if calendar:
        common.append(("text/calendar", f"{site.name}: dates", CALENDAR))
    common += [(*KINDS[_suffix(path)], path) for path in own]
    head = meta + "".join(
        f'<link rel="alternate" type="{kind}" title={quoteattr(title)} href={quoteattr(from_page(path, page))}>\n'
        for kind, title, path in common
    )
    if linked:
        head += f'<script type="application/ld+json">{linked}</script>\n'
    html = HEAD_END.sub(lambda found: head + found[0], html, count=1)
    if not own:
        return html
    links = " · ".join(
        f'<a href={quoteattr(from_page(path, page))} type="{KINDS[_suffix(path)][0]}">'
        f"{escape(KINDS[_suffix(path)][1])}</a>"
        for path in own
    )
    told = f'<p class="brief-outputs">To take away: {links}</p>'
    if how_made:
        link = quoteattr(from_page(site.address(HOW_MADE), page))
        told += f'\n<p class="brief-made"><a href={link}>How briefs are made, and how well it works</a></p>'
    return METHOD.sub(lambda found: f"{found[0]}\n{told}", html, count=1)


def _suffix(path: str) -> str:
    return path[path.rindex(".") :]
