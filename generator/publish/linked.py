"""JSON-LD of a brief in the words of schema.org: a background article, what it rests on, and events ahead."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from generator.model.article import Article
from generator.model.facts import Actor, ActorKind
from generator.model.history import Revision
from generator.model.page import Entry
from generator.publish.ahead import extent, is_ahead
from generator.publish.days import full_day
from generator.publish.news import last_change
from generator.publish.site import Site, entry_path

CONTEXT = "https://schema.org"
KINDS: dict[ActorKind, str] = {
    "person": "Person",
    "organization": "Organization",
    "country": "Country",
    "group": "Thing",
}
NAMED = 8
"""Actors that an article is said to be about: those who act most come first."""


def linked_data(entry: Entry, history: Sequence[Revision], site: Site, *, image: str | None = None) -> str:
    """The JSON-LD of a brief, safe inside a `script` element of HTML; `image` is the path of its card in the site."""
    graph = [_article(entry, history, site, image), *_events(entry, site)]
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    # In a script element only "<" can end it or open a comment.
    return text.replace("<", "\\u003c")


def _article(entry: Entry, history: Sequence[Revision], site: Site, image: str | None) -> dict[str, Any]:
    article = entry.brief.article
    ours = {"@type": "Organization", "name": site.name}
    return _said(
        {
            "@type": "BackgroundNewsArticle",
            "@id": "#brief",
            "headline": article.title or article.id,
            "abstract": " ".join(sentence.text for sentence in entry.brief.summary),
            "url": site.link(site.address(entry_path(entry))) if site.url else None,
            "image": site.link(image) if image else None,
            "inLanguage": article.language,
            "datePublished": article.published,
            "dateModified": last_change(entry, history, site.as_of) if article.published or site.as_of else None,
            "keywords": list(article.tags),
            "author": ours,
            "publisher": ours,
            "about": [_actor(actor) for actor in entry.brief.actors if not actor.anonymous][:NAMED],
            "isBasedOn": _source(article),
            "citation": {"@id": "#source"},
        }
    )


def _source(article: Article) -> dict[str, Any]:
    return _said(
        {
            "@type": "NewsArticle",
            "@id": "#source",
            "headline": article.title or article.id,
            "url": article.url,
            "datePublished": article.published if article.published_basis != "inferred" else None,
            "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
            "author": [{"@type": "Person", "name": name} for name in article.byline],
        }
    )


def _actor(actor: Actor) -> dict[str, Any]:
    title = actor.roles[0].title if actor.kind == "person" and actor.roles else None
    return _said({"@type": KINDS[actor.kind], "name": actor.name, "jobTitle": title})


def _events(entry: Entry, site: Site) -> Iterator[dict[str, Any]]:
    """The events that are still ahead on the site's day."""
    today = date.fromisoformat(full_day(site.as_of, entry.brief.article.published))
    for fact in entry.brief.dates:
        days = extent(fact)
        if days is None or not is_ahead(fact) or days[1] <= today:
            continue
        yield _said(
            {
                "@type": "Event",
                "@id": f"#{fact.id}",
                "name": fact.what,
                "startDate": days[0].isoformat(),
                "endDate": (days[1] - timedelta(days=1)).isoformat(),
                "eventStatus": f"{CONTEXT}/EventScheduled" if fact.certainty == "scheduled" else None,
                "location": {"@type": "Place", "name": fact.where} if fact.where else None,
                "subjectOf": {"@id": "#brief"},
            }
        )


def _said(properties: dict[str, Any]) -> dict[str, Any]:
    """Properties without those about which nothing is known."""
    return {name: value for name, value in properties.items() if value not in (None, "", [])}
