"""What a page says of itself where it is shared: OpenGraph (ogp.me) and the card, and the address that is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from xml.sax.saxutils import quoteattr

from generator.model.page import Entry, Story
from generator.model.wording import date_in_words
from generator.publish.ahead import is_ahead
from generator.publish.cards import Card
from generator.publish.days import full_day
from generator.publish.site import Site, beside, entry_path, story_path

SITE_CARD = "card.png"
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL | re.IGNORECASE)
DESCRIPTION = re.compile(r'<meta\s+name="description"\s+content="([^"]*)"', re.IGNORECASE)
CANONICAL = re.compile(r'<link\s[^>]*rel="canonical"', re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What a page of ours says of itself; `card` is the path of its picture in the site, days are ISO dates."""

    title: str
    card: str
    says: Card
    published: str | None
    changed: str | None


def shared_entry(entry: Entry, site: Site, changed: str | None) -> tuple[str, Shared]:
    """The page of a brief, and what it says of itself."""
    article, path = entry.brief.article, entry_path(entry)
    title = article.title or article.id
    return path, Shared(
        title=title,
        card=beside(path, ".png"),
        says=Card(site=site.name, title=title, detail=tuple(_detail(entry, site))),
        published=article.published,
        changed=changed,
    )


def shared_story(story: Story, site: Site, changed: str | None) -> tuple[str, Shared]:
    """The page of a story, and what it says of itself."""
    path, count = story_path(story), len(story.entries)
    days = [entry.brief.article.published for entry in story.entries if entry.brief.article.published]
    detail = [f"As of {date_in_words(max(days))}"] if days else []
    detail.append(f"{count} report{'' if count == 1 else 's'}")
    return path, Shared(
        title=story.name,
        card=beside(path, ".png"),
        says=Card(site=site.name, title=story.name, detail=tuple(detail)),
        published=min(days, default=None),
        changed=changed,
    )


def site_card(site: Site) -> Card:
    """The card of all other pages."""
    return Card(site="", title=site.name, detail=(site.description,) if site.description else ())


def _detail(entry: Entry, site: Site) -> Iterator[str]:
    """The day, what is next, and how much of the debate there is."""
    brief = entry.brief
    if brief.article.published:
        yield f"As of {date_in_words(brief.article.published)}"
    today = full_day(site.as_of, brief.article.published)
    ahead = [event.start for event in brief.dates if is_ahead(event) and event.start and event.start >= today]
    if ahead:
        yield f"next: {date_in_words(min(ahead))}"
    for count, noun in (
        (len(brief.demands), "demand"),
        (len(brief.sanctions.positions) if brief.sanctions else 0, "position"),
    ):
        if count:
            yield f"{count} {noun}{'' if count == 1 else 's'}{' on sanctions' if noun == 'position' else ''}"


def meta(html: str, address: str, site: Site, shared: Shared | None, *, cards: bool) -> str:
    """The lines of a page's head; what needs a full address is left out where the site does not say its own."""
    lines = []
    if site.url and not CANONICAL.search(html):
        lines.append(f'<link rel="canonical" href={quoteattr(site.link(address))}>\n')
    return "".join(
        (
            *lines,
            *(
                f"<meta {key} content={quoteattr(value)}>\n"
                for key, value in _said(html, address, site, shared, cards=cards)
            ),
        )
    )


def _said(html: str, address: str, site: Site, shared: Shared | None, *, cards: bool) -> Iterator[tuple[str, str]]:
    found, described = TITLE.search(html), DESCRIPTION.search(html)
    title = shared.title if shared else unescape(found[1]).strip() if found else site.name
    yield 'property="og:type"', "article" if shared else "website"
    yield 'property="og:site_name"', site.name
    yield 'property="og:title"', title
    if described:
        yield 'property="og:description"', unescape(described[1])
    if shared and shared.published:
        yield 'property="article:published_time"', full_day(shared.published)
    if shared and shared.changed:
        yield 'property="article:modified_time"', shared.changed
    if not site.url:
        return
    yield 'property="og:url"', site.link(address)
    if not cards:
        return
    yield 'property="og:image"', site.link(shared.card if shared else SITE_CARD)
    yield 'property="og:image:type"', "image/png"
    yield 'property="og:image:width"', "1200"
    yield 'property="og:image:height"', "630"
    yield 'property="og:image:alt"', f"{site.name}: {title}" if shared else site.name
    yield 'name="twitter:card"', "summary_large_image"
