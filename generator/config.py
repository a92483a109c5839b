"""The settings of a site, plain."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.errors import EpochInvalid
from generator.model.article import PublishSource
from generator.model.diagnostic import Diagnostic
from generator.model.quota import UNLIMITED, Quota

BUNDLED = "bundled"
"""The name of the language pipeline that ships in the package."""
LAST_SECOND = 253_402_300_799
"""Seconds since 1970 to the end of the last year of four digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workforce:
    """Who reads articles: processes of this machine, or with `scheduler` the workers of a Dask cluster at that address.

    `workers` is how many processes at most; None is one for each core, where there is enough to do for them.
    """

    workers: int | None = None
    scheduler: str | None = None


ALONE = Workforce(workers=1)
"""This process and no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the `briefs` entry of mkdocs.yml says; every path is absolute.

    `as_of` is an ISO date, "latest" (the latest publication date of the site's articles) or "today" (the clock, or
    `SOURCE_DATE_EPOCH` where set). `pipeline` is "bundled", the name of an installed spaCy pipeline, or a path to one.
    `templates` is the site's own folder of page templates, whose files stand in for ours one by one. `quota` limits
    the words of passages on pages.
    `workforce` is the one thing that a command says and no file. `remarks` are warnings on what it says, each with its
    file.
    """

    root: Path
    docs: Path
    seeds: Path
    templates: Path
    pipeline: str = BUNDLED
    as_of: str = "latest"
    publish_source: PublishSource = "passages"
    quota: Quota = UNLIMITED
    workforce: Workforce = Workforce()
    remarks: tuple[tuple[str, Diagnostic], ...] = ()

    @property
    def facts(self) -> Path:
        """Corrections of facts, one file an article."""
        return self.root / "facts"

    @property
    def state(self) -> Path:
        """Base texts, slug ledger and history: committed with the site."""
        return self.root / ".briefs"

    @property
    def cache(self) -> Path:
        """Extraction results: may be deleted at any time."""
        return self.root / ".cache" / "briefs"

    @property
    def rooms(self) -> tuple[Path, ...]:
        """The site's own folders from which its pages are made, and that they are."""
        return self.docs, self.seeds, self.facts, self.templates, self.state

    @property
    def named_pipeline(self) -> str | None:
        """The pipeline, where it is not the one that comes with the package."""
        return None if self.pipeline == BUNDLED else self.pipeline

    @property
    def findings(self) -> Path:
        """What was extracted from articles."""
        return self.cache / "findings"


def site_day(written: object) -> str | None:
    """The setting `as_of` as `Settings` has it, from what YAML makes of it; None where it names no day."""
    if written in {None, "latest", "today"}:
        return str(written or "latest")
    try:
        return date.fromisoformat(str(written)).isoformat()
    except ValueError:
        return None


def epoch() -> int | None:
    """The seconds since 1970 that `SOURCE_DATE_EPOCH` names, None where it is not set; raises `EpochInvalid`."""
    written = os.environ.get("SOURCE_DATE_EPOCH")
    if written is None:
        return None
    digits = written.isascii() and written.isdigit() and len(written) <= len(str(LAST_SECOND))
    if not digits or int(written) > LAST_SECOND:
        raise EpochInvalid(written)
    return int(written)
