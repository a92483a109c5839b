"""A site as MkDocs sees it before some of its pages are renewed, beside what is kept of its last build."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from generator.site.keeping import Known, Listing, is_made, named


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What changed under docs/, by path in it: files with another text, and files that came or went."""

    docs: str
    edited: frozenset[str]
    others: frozenset[str] = frozenset()

    def within(self, path: str) -> bool:
        """Whether a file lies under docs/."""
        return path.startswith(f"{self.docs}{os.sep}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A site as MkDocs sees it now, beside what is kept of it; `changed` are the paths of pages to be made again.

    `made` are the hashes of files that were made now, where a regeneration made them.
    """

    before: Listing
    files: Files
    pages: Mapping[str, File]
    environment: Any
    navigation: Navigation
    changed: frozenset[str]
    made: Mapping[str, str]

    @property
    def came(self) -> frozenset[str]:
        """The pages that are new."""
        return frozenset(self.pages.keys() - self.before.pages.keys())

    @property
    def went(self) -> frozenset[str]:
        """The pages that are gone."""
        return frozenset(self.before.pages.keys() - self.pages.keys())

    @property
    def remade(self) -> frozenset[str]:
        """The files that were made with another content, or for the first time."""
        return frozenset(path for path, content in self.made.items() if self.before.made.get(path) != content)

    def entangled(self, moved: frozenset[str], config: MkDocsConfig, level: int) -> bool:
        """Whether files that came or went concern more than the pages that link to them.

        `level` is that from which on a line is said.
        """
        if not moved:
            return False
        addresses = [file.dest_uri for file in self.files]
        here = {path for path, file in self.pages.items() if not is_made(file)}
        stands = {*named(config.nav), *self.before.held}
        stands |= {path for path in self.before.made if path in here or path not in self.before.pages}
        readme = any(path.rpartition("/")[2].lower().startswith(("readme.", "index.")) for path in moved)
        tells = config.validation.nav.omitted_files >= level
        return bool(moved & stands) or readme or tells or len(set(addresses)) < len(addresses)


def add_made(files: Files, before: Listing, known: Known | None, plugin: Any, config: MkDocsConfig) -> bool:
    """Adds the files that are made for a site; whether they stand where they stood beside its own."""
    if known:
        plugin.on_files(files, config=config)
        there = {file.src_uri for file in files if is_made(file)}
        return set(before.held) == set(known.wanted) - there and before.common == known.common()
    taken = {file.dest_uri for file in files}
    for path in before.made:
        made = File.generated(config, path, content="")
        if files.get_file_from_path(path) is not None or made.dest_uri in taken:
            return False
        files.append(made)
    return True
