"""Component: the publication date of an article that has none, and a headline for one without a title."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.language import lexicon, marks, timexes
from generator.language.marks import TimeMark
from generator.language.times import headlines
from generator.language.times.clues import clues, possible_days, undated_text
from generator.language.times.direct import own_date
from generator.model.article import ProofStep
from generator.model.diagnostic import Diagnostic
from generator.model.evidence import Evidence
from generator.model.findings import Publication

_FEWEST = 2
"""Clues that a date must rest on where the text does not state it."""


def infer(doc: Doc) -> None:
    """Infers what the source leaves out: writes `published`, `publication` and `headline`."""
    found = marks.of(doc)
    if not found.article.title:
        found.headline = headlines.headline(doc)
        found.diagnostics.append(
            Diagnostic(
                severity="note",
                code="no-title",
                message="no title, the opening words stand in for it; add a line `title: ...` to the front matter",
            )
        )
    if found.published:
        return
    times = timexes.read(doc, None)
    found.publication = _stated(doc, times) or _concluded(doc, times)
    if found.publication:
        found.published = found.publication.date
        return
    found.diagnostics.append(
        Diagnostic(
            severity="warning",
            code="no-date",
            message="no publication date, so weekdays and the like stay open; "
            "add a line `published: YYYY-MM-DD` to the front matter",
        )
    )


def _stated(doc: Doc, times: list[TimeMark]) -> Publication | None:
    mark = own_date(doc.text, times)
    if mark is None:
        return None
    evidence = marks.of(doc).article.cite(mark.timex.start, mark.timex.end)
    return Publication(
        date=mark.timex.value[:10],
        proof=(ProofStep(text="The text gives its own date.", evidence=(evidence,)),),
    )


def _concluded(doc: Doc, times: list[TimeMark]) -> Publication | None:
    """The one day on which all clues hold; None where there is no such day, or more than one."""
    text = undated_text(doc, times)
    telling = clues(text)
    if len(telling) < _FEWEST:
        return None
    days = [day for day in possible_days(text) if all(clue.holds(day) for clue in telling)]
    if len(days) != 1:
        return None
    day = days[0]
    reach = lexicon.table("publication")["reach"]
    steps: dict[str, tuple[Evidence, ...]] = {}
    for clue in telling:
        words = clue.says(day)
        steps[words] = tuple(dict.fromkeys((*steps.get(words, ()), *clue.evidence)))
    only = f"No other day from {reach['first'][:4]} to {reach['last'][:4]} fits all of this."
    steps[only] = telling[0].evidence
    return Publication(
        date=day.isoformat(), proof=tuple(ProofStep(text=text, evidence=evidence) for text, evidence in steps.items())
    )
