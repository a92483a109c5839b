"""Whether the pages that stand in docs/ keep their promises."""

from __future__ import annotations

from generator import pages, writers
from generator.build.briefs import Progress, Reading, plain
from generator.build.library import library
from generator.config import Settings
from generator.errors import GeneratorError
from generator.model.article import Article
from generator.model.diagnostic import Diagnostic


def check(settings: Settings, progress: Progress[Reading] = plain) -> tuple[tuple[str, Diagnostic], ...]:
    """What is wrong with the pages that stand in docs/, each with its file; empty where all keep their promises."""
    built = library(settings, progress)
    rests_on: dict[str, tuple[Article, ...]] = {
        f"briefs/{entry.slug}.md": (entry.brief.article,) for entry in built.entries
    }
    for story in built.stories:
        rests_on[f"stories/{story.slug}.md"] = tuple(entry.brief.article for entry in story.entries)
    found = [(error.where.rsplit(":", 1)[0], _as_diagnostic(error)) for error in built.errors]
    for name, sources_of_page in sorted(rests_on.items()):
        path = settings.docs / name
        shown = str(path)
        try:
            text = writers.read_text(path)
        except GeneratorError as error:
            found.append((shown, _as_diagnostic(error)))
            continue
        fault = writers.not_text(path) if text is None and path.is_file() else None
        if fault:
            found.append((shown, _as_diagnostic(fault)))
        elif text is None:
            missing = "there is no page yet; run 'briefs generate'"
            found.append((shown, Diagnostic(severity="error", code="no-page", message=missing)))
        elif not text.strip():
            empty = "holds nothing; delete it to have it written anew, or give its article a 'status:' to withdraw it"
            found.append((shown, Diagnostic(severity="error", code="empty-page", message=empty)))
        else:
            found += [(shown, fault) for fault in pages.check_page(text, sources_of_page)]
            found += [(shown, fault) for fault in writers.conflict_faults(text)]
    return tuple(found)


def _as_diagnostic(error: GeneratorError) -> Diagnostic:
    line = error.where.rsplit(":", 1)[-1]
    return Diagnostic(severity="error", code="source", message=error.what, line=int(line) if line.isdigit() else 1)
