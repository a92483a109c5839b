"""The door for MkDocs: generates pages before a build, adds the indexes, watches what pages are made from."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from generator.config import Settings, Workforce
from generator.errors import ConfigInvalid, GeneratorError
from generator.model.diagnostic import Diagnostic
from generator.model.page import Page
from generator.publish import Publication, Site
from generator.site import shape, swift
from generator.site.configuration import load
from generator.site.facets import facets
from generator.site.furnish import furnish, report_link
from generator.site.loose import is_left, without_loose_links
from generator.site.observing import OBSERVER, Observer
from generator.site.options import BriefsConfig, chosen_settings
from generator.site.view import Facets, page_view, template_view

if TYPE_CHECKING:
    from generator.build import Regeneration
    from generator.site.preview import Preview

EXTENSIONS = ("admonition", "attr_list", "footnotes", "pymdownx.details", "tables")
"""What our pages are written in beyond plain Markdown."""
THEME = "briefs"
"""Our theme: pages are shaped and searched for it alone."""
log = logging.getLogger("mkdocs.plugins.briefs")


def _silent(items: Iterable[Any], _total: int | None) -> Iterable[Any]:
    return items


class BriefsPlugin(BasePlugin[BriefsConfig]):  # type: ignore[no-untyped-call]  # likewise
    """Explainer briefs as a part of every MkDocs build."""

    planned: Regeneration | None = None
    facets: Facets | None = None
    indexes: tuple[Page, ...] = ()
    publication: Publication | None = None
    workforce: Workforce = Workforce()
    remarks: tuple[Diagnostic, ...] = ()
    progress: Callable[[Iterable[Any], int], Iterable[Any]] = staticmethod(_silent)
    observed: tuple[MkDocsConfig, Observer] | None = None
    preview: Preview | None = None
    serving = False
    fault: GeneratorError | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Tells a preview from a build; a plugin with this event lives on from one build of a preview to the next."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Turns on the Markdown extensions that our pages need, where a site does not name them."""
        wanted = (*EXTENSIONS, *((shape.EXTENSION,) if config.theme.name == THEME else ()), swift.EXTENSION)
        config.markdown_extensions += [name for name in wanted if name not in config.markdown_extensions]
        if self.serving:
            self.observed = config, Observer()
            config.plugins[OBSERVER] = self.observed[1]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Regenerates the pages under docs/; a preview goes on with what was good last."""
        # Imported here: a build that renews a few pages needs none of the rooms behind it.
        from generator import build  # noqa: PLC0415

        before = self.planned.library if self.serving and self.planned else None
        self.fault = None
        try:
            chosen = settings(config)
            planned = build.generate(chosen, self.progress, before)
            self.planned, self.indexes = planned, build.indexes(chosen, planned.library)
            self.publication = build.publication(
                chosen,
                planned.library,
                self.indexes,
                _site(config, planned.library.as_of),
                preview=self.serving,
            )
        except GeneratorError as error:
            if self.planned is None or not self.serving:
                raise PluginError(error.line()) from error
            self.fault = error
            log.error(error.line())  # noqa: TRY400  (its reader has no use for a trace)
            return
        self.facets = facets(planned.library.entries, planned.library.stories)
        for problem in self.planned.library.errors:
            log.error(problem.line())
        for path, remark in self.planned.library.remarks:
            if remark.severity == "warning":
                log.warning(remark.at(path))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds what stands in no file: indexes, calendars, feeds and the like; a file of the site's own goes first."""
        for page in self.indexes:
            if files.get_file_from_path(page.path) is None:
                files.append(File.generated(config, page.path, content=page.text))
        taken = {file.dest_uri for file in files}
        for output in self.publication.outputs if self.publication else ():
            if output.path not in taken:
                files.append(File.generated(config, output.path, content=output.content))
        return files

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Puts the pictures of a page into its content; under our theme, what belongs to its sections."""
        if self.publication is None:
            return html
        if self.planned and is_left(page.meta, self.planned.library.silent):
            html = without_loose_links(html)
        html = self.publication.illustrated(page.file.src_uri, html)
        if config.theme.name != THEME:
            return html
        return furnish(html, path=page.file.src_uri, publication=self.publication, report=self._report(page))

    def _report(self, page: SitePage) -> str:
        where = page.canonical_url or page.file.src_uri
        return report_link(self.config.report_url, page=where, title=str(page.title or ""))

    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Names the outputs that belong to a page in its HTML."""
        return self.publication.page(page.file.src_uri, output) if self.publication else output

    def on_page_context(self, context: Any, *, page: SitePage, config: MkDocsConfig, nav: Navigation) -> Any:
        """Gives the templates of our theme the page's own view of the site."""
        if self.publication:
            context["view"] = page_view(
                page,
                nav,
                self.publication,
                chosen=config.nav is not None,
                facets=self.facets,
                report=self._report(page),
            )
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:  # noqa: ARG002
        """Gives the page for what is missing its view."""
        if self.publication:
            context["view"] = template_view(context["nav"], self.publication, chosen=config.nav is not None)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Makes the search index; a preview does without, so that an edit shows at once."""
        if self.serving or config.theme.name != THEME:
            return
        from generator.site import search  # noqa: PLC0415  (likewise: a preview needs none)

        try:
            search.write_index(Path(config.site_dir))
        except GeneratorError as error:
            log.warning(error.line())

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Dates a page by the last change of what it shows; says in a preview what stands in the way of a newer one.

        The clock dates none, so that equal input gives equal bytes. Of pages that we did not make nothing is known.
        """
        page.update_date = self.publication.changed.get(page.file.src_uri, "") if self.publication else ""
        if not self.serving or self.planned is None:
            return markdown
        article = page.meta.get("article")
        errors = [error for error in self.planned.library.errors if Path(error.where.rsplit(":", 1)[0]).stem == article]
        shown = [self.fault] if self.fault else errors
        notes = [f'!!! danger "Not up to date"\n    `{error.line().replace("`", "")}`\n\n' for error in shown]
        return "".join(notes) + markdown

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watches the sources, the corrections of facts and the page templates; shows an edited page at once."""
        # Imported here, as a build has no use for a watch.
        from generator.site.preview import Preview  # noqa: PLC0415

        chosen = settings(config)
        for folder in (chosen.seeds, chosen.facts, chosen.templates):
            if folder.is_dir():
                server.watch(str(folder))

        def load(site: str) -> MkDocsConfig:
            fresh = configuration(Path(config.config_file_path), site_dir=site)
            fresh.site_url = server.url
            return fresh

        self.preview = Preview(server, builder, load, self)
        self.preview.start()
        return server

    def on_shutdown(self) -> None:
        """Ends a preview."""
        if self.preview:
            self.preview.close()

    def generate(self, config: MkDocsConfig) -> frozenset[str]:
        """Regenerates the pages under docs/, for a preview; gives the paths of those that are others now."""
        from generator import build  # noqa: PLC0415  (likewise)

        before = self.planned.library if self.planned else None
        try:
            planned = build.generate(settings(config), self.progress, before)
        except GeneratorError:
            # The build that follows says it.
            return frozenset()
        return frozenset(str(file.path) for change in planned.changes for file in change.files)

    def settings_of(self, config: MkDocsConfig) -> Settings:
        """The settings of a configuration, for a preview."""
        return settings(config)


def _site(config: MkDocsConfig, as_of: str | None) -> Site:
    return Site(
        name=config.site_name,
        description=config.site_description or "",
        url=config.site_url or "",
        directory_urls=config.use_directory_urls,
        as_of=as_of,
    )


def settings(config: MkDocsConfig) -> Settings:
    """The settings of a loaded mkdocs.yml; raises `ConfigInvalid` for one that cannot be, or without our plugin."""
    ours = plugin(config)
    return chosen_settings(config, ours.config, ours.workforce, ours.remarks)


def plugin(config: MkDocsConfig) -> BriefsPlugin:
    """Our plugin in a loaded mkdocs.yml; raises `ConfigInvalid` where it is not in it."""
    found = config.plugins.get("briefs")
    if not isinstance(found, BriefsPlugin):
        path = Path(config.config_file_path)
        raise ConfigInvalid(path, "plugins", "the plugin 'briefs' is not listed", "add '- briefs' under 'plugins:'")
    return found


def configuration(path: Path, **overrides: Any) -> MkDocsConfig:
    """A loaded mkdocs.yml; raises `ConfigInvalid` where it is missing or broken, or does not list our plugin."""
    config, remarks = load(path, **overrides)
    plugin(config).remarks = remarks
    return config
