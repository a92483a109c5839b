"""What our theme adds to the content of a page where it stands: the calendar at what is next, where to report an error.

It works on the sections that `shape` made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import quote

from generator.publish import Publication
from generator.publish.site import from_page

SECTION = re.compile(r'(<section aria-labelledby="([^"]+)"[^>]*>)(.*?)(</section>)', re.DOTALL)
HEADING = re.compile(r"<h2\b.*?</h2>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
AHEAD = ("whats-next", "coming")
"""Sections on what is to come."""
CALENDAR = ".ics"
DATES, WHOLE = "dates/index.md", "calendar.ics"
"""The page of all dates, and their calendar."""
SECTIONED = ("briefs/", "stories/")
"""Pages whose sections hold facts of one kind each."""
NOT_OURS = ("passages", "changes", "source-and-method")
"""Sections in which an error is no error of a fact."""


def furnish(content: str, *, path: str, publication: Publication, report: str) -> str:
    """A page's content with what belongs to its sections; `report` is a link with "{fact}" in it, or empty."""
    calendar = next((own for own in publication.own.get(path, ()) if own.endswith(CALENDAR)), "")
    if path == DATES and any(output.path == WHOLE for output in publication.outputs):
        calendar = WHOLE
    here = publication.site.address(path)

    def furnished(found: re.Match[str]) -> str:
        opening, identity, inner, closing = found.groups()
        if identity in AHEAD and calendar:
            link = (
                f'<a href="{escape(from_page(calendar, here))}" type="text/calendar">Put these dates in a calendar</a>'
            )
            inner = HEADING.sub(lambda head: f'{head[0]}\n<p class="take">{link}</p>', inner, count=1)
        if report and identity not in NOT_OURS and path.startswith(SECTIONED):
            closing = f"{_report(report, identity, inner)}{closing}"
        return f"{opening}{inner}{closing}"

    return SECTION.sub(furnished, content)


def report_link(pattern: str, *, page: str, title: str) -> str:
    """A link to report an error on a page, from a site's pattern; "{fact}" stays in it for the id of a fact.

    The pattern is any address, with "{page}", "{title}" and "{fact}" where those are to stand.
    """
    said = {"{page}": page, "{title}": unescape(TAG.sub("", title))}
    for name, value in said.items():
        pattern = pattern.replace(name, quote(value, safe=""))
    return pattern


def about(link: str, fact: str = "") -> str:
    """A link to report an error in one fact, by its id; without one in the page."""
    return link.replace("{fact}", quote(fact, safe=""))


def _report(link: str, identity: str, inner: str) -> str:
    name = next(_headings(inner), "")
    where = f'<span class="unseen"> in “{name}”</span>' if name else ""
    return f'<p class="report"><a href="{escape(about(link, identity))}">Report an error{where}</a></p>\n'


def _headings(inner: str) -> Iterator[str]:
    for found in HEADING.finditer(inner):
        text = re.sub(r'<a class="headerlink".*?</a>', "", found[0], flags=re.DOTALL)
        yield TAG.sub("", text).strip()
