"""Briefs and stories as pages of Markdown, and the indexes over all of them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from generator.config import BUNDLED
from generator.model.history import Revision
from generator.model.page import Entry, Page, Story
from generator.model.wording import date_in_words
from generator.pages import indexes
from generator.pages.asks import asks
from generator.pages.changes import changes, updated
from generator.pages.debate import debate
from generator.pages.escape import Markdown, link
from generator.pages.likeness import Likeness
from generator.pages.method import marked, source
from generator.pages.notes import Notes
from generator.pages.overviews import Overview, overviews
from generator.pages.people import cast, foremost
from generator.pages.report import Cited, Report
from generator.pages.templates import Templates
from generator.pages.timeline import dated
from generator.pages.voices import openings, quotations


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of "In brief"."""

    text: str
    cites: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One brief on the page of its story: its sentences under its title."""

    id: str
    report: Report
    date: str
    sentences: tuple[Sentence, ...]


class Filled(Protocol):
    """Texts of pages by the hash of what they show."""

    def get(self, name: str) -> str | None:
        """A text that was kept."""

    def keep(self, name: str, text: str) -> None:
        """Keeps a text, or one that was asked for."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Writes pages with a site's own templates, where it has some, and ours."""

    own: Path | None = None
    templates: Templates = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "templates", Templates(self.own))

    def brief_page(
        self, entry: Entry, as_of: str | None, story: Story | None, revisions: Sequence[Revision] = ()
    ) -> Page:
        """The page of one brief, `briefs/<slug>.md`, with the history of its facts; raises `TemplateBroken`."""
        report = Report.of(entry)
        article = report.article
        path = report.path
        told = _sections([report], as_of)
        return self._page(
            path,
            "brief.md.jinja",
            Notes(),
            **told,
            article=article,
            title=article.title or article.id,
            story=story,
            story_path=f"stories/{story.slug}.md" if story else "",
            sentences=_sentences(report),
            changes=changes(revisions),
            updated=updated(revisions),
            full=marked(entry.brief) if article.publish_source == "full" else (),
        )

    def story_page(self, story: Story, as_of: str | None) -> Page:
        """The page of a story, `stories/<slug>.md`; raises `TemplateBroken`."""
        reports = [Report.of(entry) for entry in story.entries]
        path = f"stories/{story.slug}.md"
        tellings = tuple(
            Telling(id=f"brief-{report.entry.slug}", report=report, date=report.date, sentences=_sentences(report))
            for report in reports
        )
        return self._page(
            path, "story.md.jinja", _notes(path, reports), **_sections(reports, as_of), story=story, tellings=tellings
        )

    def index_pages(
        self,
        entries: Iterable[Entry],
        stories: Iterable[Story],
        as_of: str | None,
        pipeline: str = BUNDLED,
        *,
        keys: Mapping[str, str] | None = None,
        filled: Filled | None = None,
    ) -> tuple[Page, ...]:
        """The pages over all briefs, made anew at each build; raises `TemplateBroken`.

        `filled` are texts of pages made from the same templates, by the hash of what they show; for that, `keys` give
        each brief, by the id of its article, a key that no other brief has.
        """
        reports = sorted((Report.of(entry) for entry in entries), key=indexes.newest_first)
        likeness = Likeness(keys or {})
        pages = []
        for one in overviews(reports, stories, as_of, pipeline):
            name = self._likeness(likeness, one) if filled else ""
            text = filled.get(name) if filled and name else None
            page = self._overview(one) if text is None else Page(path=one.path, text=text)
            if filled and name:
                filled.keep(name, page.text)
            pages.append(page)
        return tuple(sorted(pages, key=lambda page: page.path))

    def _overview(self, one: Overview) -> Page:
        return self._page(one.path, one.template, _notes(one.path, one.reports), **one.filling())

    def _likeness(self, likeness: Likeness, one: Overview) -> str:
        """The hash of all that an overview shows; empty where that cannot be told."""
        asked = self.templates.asked(one.template)
        shown = {name: value for name, value in one.shows.items() if asked is None or name in asked}
        try:
            return likeness.of((one.path, one.template, shown, one.reports, one.source)).hex()
        except (TypeError, KeyError):
            return ""

    def _page(self, path: str, template: str, notes: Notes, **variables: object) -> Page:
        def link_to(text: str, target: str, anchor: str = "") -> Markdown:
            return link(text, posixpath.relpath(target, posixpath.dirname(path)), anchor)

        text = self.templates.fill(
            template,
            **variables,
            path=path,
            cite=notes.cite,
            notes=notes.definitions,
            left_out=notes.left_out,
            link_to=link_to,
        )
        return Page(path=path, text=text)


def _sections(reports: Sequence[Report], as_of: str | None) -> dict[str, object]:
    """What the sections of a page show, of one report or of several, the newest first."""
    events = dated(reports, as_of)
    published = [report.article.published for report in reports if report.article.published]
    return {
        "as_of": date_in_words(max(published)) if published else "",
        "count": len(reports),
        "foremost": foremost(reports),
        "cast": cast(reports),
        "demands": asks(reports),
        "debate": debate(reports),
        "ahead": tuple(event for event in events if event.place == "ahead"),
        "behind": tuple(event for event in events if event.place == "behind"),
        "quotations": quotations(reports),
        "openings": openings(reports, events),
        "sources": tuple(source(report) for report in reports),
    }


def _sentences(report: Report) -> tuple[Sentence, ...]:
    summary = report.entry.brief.summary
    return tuple(Sentence(text=sentence.text, cites=report.cites(sentence.evidence)) for sentence in summary)


def _notes(path: str, reports: Iterable[Report]) -> Notes:
    """The footnotes of a page on several briefs, which say from which brief a passage is."""
    folder = posixpath.dirname(path)
    return Notes({report.article.id: posixpath.relpath(report.path, folder) for report in reports})
