"""What stops the work: one class for each cause, each writing its own sentence.

Every message reads `where: what; what to do`. What does not stop the work is a `Diagnostic` (see model/diagnostic.py).
"""

from __future__ import annotations

import os
from pathlib import Path


def shown(path: object) -> str:
    """A path as whoever stands in this folder would write it; one elsewhere stays whole."""
    here = f"{Path.cwd()}{os.sep}"
    return str(path).removeprefix(here)


class GeneratorError(Exception):
    """Something the user can mend; the command ends with exit code 1.

    `where` is a file, mostly with its line; `what` says what is wrong and what to do.
    """

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what

    def line(self) -> str:
        """The error as one line of a terminal: `path:line: error: what; what to do`."""
        return f"{shown(self.where)}: error: {self.what}"


class SourceUnreadable(GeneratorError):
    """A source file that cannot be opened or holds no text."""

    def __init__(self, path: Path, why: str, remedy: str) -> None:
        super().__init__(f"{path}:1", f"{why}; {remedy}")


class SourceNameOdd(GeneratorError):
    """A source whose name cannot be an id: it holds control characters, or bytes that are not UTF-8.

    `path` is the file with such characters spelled out.
    """

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}:1", "its name holds control characters, ends of lines, or is not UTF-8; rename it")


class FrontMatterInvalid(GeneratorError):
    """Front matter that is broken YAML or holds a value of the wrong kind; `line` counts from 1."""

    def __init__(self, path: Path, line: int, why: str, remedy: str) -> None:
        super().__init__(f"{path}:{line}", f"{why}; {remedy}")


class SourcesClash(GeneratorError):
    """Two sources with one stem, or whose pages would share one slug."""

    def __init__(self, first: Path, second: Path, name: str) -> None:
        super().__init__(f"{second}:1", f"gives the page '{name}', as {shown(first)} does; rename one of the two files")


class NoSources(GeneratorError):
    """A folder or list of paths without a single article."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}:1", "no article found; put .md, .txt or .html files there")


class SourcesGone(GeneratorError):
    """A folder of sources without a single article, on a site with pages that were made from some."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}:1",
            "holds no article any more, so no page is touched; put them back, or name their folder in mkdocs.yml",
        )


class PipelineMissing(GeneratorError):
    """A language pipeline that is not installed."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "mkdocs.yml:1",
            f"the pipeline '{name}' is not installed; install it, give a path to it, or leave the setting out",
        )


class PipelineUnfit(GeneratorError):
    """A language pipeline without the annotations that the rules rest on."""

    def __init__(self, name: str, lacks: tuple[str, ...]) -> None:
        super().__init__(
            "mkdocs.yml:1",
            f"the pipeline '{name}' lacks {', '.join(lacks)}; "
            "use an English pipeline with tagger, parser (ClearNLP labels), lemmatizer and OntoNotes entities",
        )


class PipelineDamaged(GeneratorError):
    """Bundled weights whose hash does not match."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), "the bundled language pipeline is damaged; install the package again")


class ConfigInvalid(GeneratorError):
    """A setting of mkdocs.yml with a value that it cannot have, or with no `key` the file as a whole."""

    def __init__(self, path: Path, key: str, why: str, remedy: str, line: int = 1) -> None:
        super().__init__(f"{path}:{line}", f"{key}: {why}; {remedy}" if key else f"{why}; {remedy}")


class TemplateBroken(GeneratorError):
    """A page template that Jinja cannot read or fill; `line` counts from 1."""

    def __init__(self, path: Path, line: int, why: str) -> None:
        super().__init__(f"{path}:{line}", f"{why}; mend the template, or remove it to use the built-in one")


class StateDamaged(GeneratorError):
    """A file under .briefs/ that cannot be read."""

    def __init__(self, path: Path, why: str, line: int = 1) -> None:
        super().__init__(f"{path}:{line}", f"{why}; restore it from version control, or delete it to start afresh")


class StateNewer(GeneratorError):
    """A folder .briefs/ that a later version of the tool wrote."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}:1", "was written by a later version of briefs; update briefs, nothing was changed")


class FileUnwritable(GeneratorError):
    """A file or folder that cannot be written."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}:1", f"cannot be written ({why}); see to its rights, the page is as it was")


class FileUnreadable(GeneratorError):
    """A file of a site that is there and cannot be read; `why` says how it is."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}:1", f"cannot be read ({why}); see to its rights, or move it away")


class PageNotText(GeneratorError):
    """A page that is no UTF-8 text; `line` counts from 1."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(f"{path}:{line}", "is no UTF-8 text; save it as UTF-8, or restore it from version control")


class Refused(GeneratorError):
    """A file, folder or stream that disk or rights refuse; `why` is the reason that the system gives."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(path, f"cannot be read or written ({why}); see to its rights and the room on its disk")


class Busy(GeneratorError):
    """Another regeneration of the same site that does not end."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}:1", "another regeneration is at work on this site; wait for it to end")


class EpochInvalid(GeneratorError):
    """A `SOURCE_DATE_EPOCH` that names no moment (Reproducible Builds, "SOURCE_DATE_EPOCH specification")."""

    def __init__(self, written: str) -> None:
        super().__init__(
            "SOURCE_DATE_EPOCH", f"is '{written}'; write the seconds since 1970 as a whole number, or unset it"
        )


class CorrectionInvalid(GeneratorError):
    """A correction of facts that cannot be read or applied; `line` counts from 1."""

    def __init__(self, path: Path, line: int, why: str, remedy: str) -> None:
        super().__init__(f"{path}:{line}", f"{why}; {remedy}")


class ArticleUnknown(GeneratorError):
    """The name of an article that is not among the sources."""

    def __init__(self, name: str, folder: Path) -> None:
        super().__init__(str(folder), f"holds no article '{name}'; name one by its file, without the suffix")


class PageUnknown(GeneratorError):
    """The name of a page that no regeneration knows."""

    def __init__(self, name: str, known: str) -> None:
        super().__init__(name, f"is no generated page; {known}")


class PromiseBroken(Exception):
    """A fact without evidence, or with evidence that does not stand in the source: our fault, exit code 3."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")


class SourceTooLarge(GeneratorError):
    """A source longer than any article; `size` and `most` with their unit."""

    def __init__(self, path: Path, size: str, most: str) -> None:
        super().__init__(f"{path}:1", f"is too large ({size}, at most {most}); split it into articles")


class NotEnglish(GeneratorError):
    """A source in another language; `line` counts from 1 and is that of the key, where front matter says so."""

    def __init__(self, path: Path, line: int, language: str) -> None:
        super().__init__(
            f"{path}:{line}",
            f"is not in English (language: {language}); "
            "leave it out, or add 'language: en' to its front matter if it is",
        )


class AddressUnavailable(GeneratorError):
    """An address at which the preview cannot be served."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(address, f"cannot be served at: {why}; name another one with --dev-addr")


class SearchIndexFailed(GeneratorError):
    """A built site whose search index could not be made; the site is whole without it."""

    def __init__(self, site: Path, why: str) -> None:
        super().__init__(f"{site}:1", f"has no search index: {why}; see to 'pip install pagefind[bin]' and build again")


class ReadingFailed(GeneratorError):
    """An article at which the pipeline stumbles; `why` names the fault."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}:1", f"the pipeline failed on it ({why}); please report this article")


class ReaderLost(GeneratorError):
    """An article whose reading twice ended the process or machine that read it; `why` says how."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path}:1", f"twice ended the worker that read it ({why}); split it, or give workers more memory"
        )


class RulesChanged(GeneratorError):
    """Rules or a pipeline whose files changed between the start of the command and that of its workers."""

    def __init__(self, pipeline: str) -> None:
        super().__init__(f"pipeline '{pipeline}'", "its files or briefs' own changed meanwhile; say the command again")


class WorkersFailed(GeneratorError):
    """Worker processes that end before they have read anything; `why` says how."""

    def __init__(self, why: str) -> None:
        super().__init__("worker processes", f"cannot be started ({why}); say --workers 1 to do without them")


class ClusterExtraMissing(GeneratorError):
    """A Dask cluster is asked for, and the library for it is not installed."""

    def __init__(self, address: str) -> None:
        super().__init__(address, "needs the extra 'cluster'; say pip install 'explainer-briefs[cluster]'")


class ClusterUnreachable(GeneratorError):
    """A Dask scheduler that does not answer, or has nobody to work; `why` says which."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(address, f"{why}; see to the cluster, what is finished is kept")


class ClusterDiffers(GeneratorError):
    """A worker of a cluster with another briefs or pipeline, whose findings would not be ours."""

    def __init__(self, worker: str, why: str) -> None:
        super().__init__(worker, f"{why}; install the same briefs and pipeline there as here")


class SiteMissing(GeneratorError):
    """A folder that holds no built site."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}:1", "holds no built site; run 'briefs build' first, or name the folder")
