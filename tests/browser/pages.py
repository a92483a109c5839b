"""The kinds of page that the example site has, and one page that stands for each kind."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

HOME, BRIEF, ACTOR, DATES, GUIDE = "", "briefs/drills-and-diplomacy/", "actors/russia/", "dates/", "tutorial/"
STORY = "stories/ukraine-crisis-february-2022/"
SOURCE, SEARCH = "sources/drills-and-diplomacy/", "search/"
NOT_THERE = "no/such/page/"
PAGES = {
    "home": HOME,
    "briefs": "briefs/",
    "brief": BRIEF,
    "stories": "stories/",
    "story": STORY,
    "actors": "actors/",
    "actor": ACTOR,
    "dates": DATES,
    "demands": "demands/",
    "sanctions": "sanctions/",
    "tags": "tags/",
    "tag": "tags/nato/",
    "source": SOURCE,
    "search": SEARCH,
    "a-z": "a-z/",
    "how made": "how-made/",
    "guide": GUIDE,
    "how-to": "how-to/publish/",
    "reference": "reference/settings/",
    "explanation": "explanation/accuracy/",
    "decision": "decisions/0001-one-set-of-records/",
    "not found": NOT_THERE,
}
"""By what a page is, its path below the site's address."""


def kind_of(path: str) -> str:
    """What pages of one kind share: their folder, and whether they are its index; `path` is one of `PAGES`' kind."""
    parts = PurePosixPath(path).parts
    return f"{parts[0]}/*" if len(parts) > 1 else path


def kinds_in(site: Path) -> set[str]:
    """The kinds of all pages of a built site, but for the page that a server sends for what is not there."""
    paths = (page.parent.relative_to(site).as_posix() for page in site.rglob("index.html"))
    return {kind_of("" if path == "." else f"{path}/") for path in paths}
