"""Which sites may have single pages renewed."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from generator.site.observing import OBSERVER

PURE = frozenset(
    {
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
        *("legacy_attrs", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
        *("pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details"),
        *("pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark"),
        *("pymdownx.saneheaders", "pymdownx.smartsymbols", "pymdownx.superfences", "pymdownx.tabbed"),
        *("pymdownx.tasklist", "pymdownx.tilde"),
        *("generator.site.shape:Shape", "generator.site.swift:Swift"),
    }
)
"""Markdown extensions that read nothing but the page, by the manuals of Python-Markdown and PyMdown Extensions."""


def renewable(config: MkDocsConfig) -> bool:
    """Whether the pages of a site are made of nothing but their text, their view of the site and the configuration.

    So it is with a theme that says `reads: view`, with the plugin `briefs` alone, without hooks, with a navigation that
    is written down, and with Markdown extensions that read no files.
    """
    return (
        config.theme.get("reads") == "view"
        and {name for name in config.plugins if name != OBSERVER} == {"briefs"}
        and not config.hooks
        and not config.extra_templates
        and config.nav is not None
        and all(name.removeprefix("markdown.extensions.") in PURE for name in config.markdown_extensions)
    )
