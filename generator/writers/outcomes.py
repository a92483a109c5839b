"""What a regeneration does to one page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.errors import GeneratorError
from generator.model.diagnostic import Diagnostic

Outcome = Literal["new", "updated", "merged", "conflict", "moved", "withdrawn", "restored", "deleted", "kept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileText:
    """A file and the text that it is to hold; None removes it."""

    path: Path
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One page: `files` are written in their order, the page before its base, so that a cut-off run can be taken up.

    "merged" is a page with a writer's edits in it, "conflict" one with two versions of something, "kept" one that stays
    as the writer has it, "deleted" one that a writer took away. A page in which nothing is to be written has no files,
    and a `remark` on what waits there, or the `error` that stands in the way.
    """

    path: str
    outcome: Outcome
    files: tuple[FileText, ...] = ()
    remark: Diagnostic | None = None
    error: GeneratorError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRoom:
    """The files that belong to a page under docs/: its base, the generated page that waits, a withdrawn one."""

    docs: Path
    state: Path
    path: str

    @property
    def page(self) -> Path:
        """The page itself."""
        return self.docs / self.path

    @property
    def base(self) -> Path:
        """The page as it was generated last."""
        return self.state / "pages" / self.path

    @property
    def pending(self) -> Path:
        """The page as it is generated now, while a conflict is open."""
        return self.state / "pending" / self.path

    @property
    def withdrawn(self) -> Path:
        """The writer's page, while its source is withdrawn."""
        return self.state / "withdrawn" / self.path
