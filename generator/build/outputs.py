"""The way out of the hall: what a built site gives away beside its pages."""

from __future__ import annotations

from collections.abc import Iterable

from generator import publish, writers
from generator.build.library import Library
from generator.config import Settings
from generator.model.page import Page


def publication(
    settings: Settings, built: Library, indexes: Iterable[Page], site: publish.Site, *, preview: bool = False
) -> publish.Publication:
    """The outputs of a site whose pages are generated; what stood elsewhere once is known from its ledger.

    Cards need the site's full address, and nobody shares a preview.
    """
    return publish.publication(
        built.entries,
        built.stories,
        site,
        histories=built.revisions,
        moved=writers.read_ledger(settings.state).redirects(),
        indexes=[page.path for page in indexes],
        kept=settings.cache / "cards" if site.url and not preview else None,
    )
