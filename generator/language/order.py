"""The whole order of work on a document, in one table.

Each component is a function `Doc -> None` in a file of its own, which reads marks of earlier ones and writes its own.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from generator.language import (
    actors,
    attributions,
    dates,
    demands,
    disputes,
    marks,
    measures,
    positions,
    publication,
    responses,
    statements,
    timexes,
)
from generator.model.diagnostic import Diagnostic

Component = Callable[[Doc], None]

ORDER: tuple[tuple[str, Component], ...] = (
    ("publication", publication.infer),  # writes: published, publication, headline
    ("timexes", timexes.mark),  # times                       reads: published
    ("actors", actors.mark),  # actors, mentions
    ("attributions", attributions.mark),  # attributed, attributions   reads: mentions
    ("statements", statements.mark),  # statements                    reads: attributed
    ("dates", dates.mark),  # dates                           reads: times, mentions, attributed
    ("demands", demands.mark),  # demands                       reads: attributed, mentions, dates
    ("responses", responses.mark),  # demands with responses      reads: demands, attributed
    ("measures", measures.mark),  # measures                      reads: mentions, attributed
    ("positions", positions.mark),  # positions                   reads: measures, attributed
    ("disputes", disputes.mark),  # disputes                      reads: measures, attributed
)


def annotate(doc: Doc) -> None:
    """Runs every component on a document, in order; one that fails costs its own findings, never the article."""
    for name, component in ORDER:
        try:
            component(doc)
        except Exception as error:  # noqa: BLE001  (one odd sentence must not cost an article its brief)
            message = f"the {name} could not be read ({type(error).__name__}: {error}); please report this article"
            marks.of(doc).diagnostics.append(Diagnostic(severity="warning", code="component-failed", message=message))
