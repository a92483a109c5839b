"""Facts made by hand: a small article and findings in it, for tests that need no pipeline."""

from __future__ import annotations

from generator.model.article import Article
from generator.model.evidence import Evidence
from generator.model.facts import Actor, DatedEvent, Demand, Measure, Position, Response, Role, Statement
from generator.model.findings import Findings
from tests.conftest import article

TEXT = (
    "Norland demanded on Monday that Sudria open the strait by 1 March.\n\n"
    "Sudrian Foreign Minister Ana Bell rejected the demand. "
    "“We will not be told what to do,” she said.\n\n"
    "Norland threatened to freeze Sudrian assets unless ships may pass. Bell said sanctions would be a mistake."
)


def source() -> Article:
    """The article."""
    return article(TEXT, published="2024-02-13", title="Norland and Sudria quarrel over a strait", name="strait")


def cite(quote: str) -> tuple[Evidence, ...]:
    """The passage that a quote stands in."""
    start = TEXT.index(quote)
    return (source().cite(start, start + len(quote)),)


def findings() -> Findings:
    """What an editor would find in it."""
    norland = Actor(key="norland", name="Norland", kind="country", mentions=2, evidence=cite("Norland demanded"))
    sudria = Actor(key="sudria", name="Sudria", kind="country", aliases=("Sudrian",), evidence=cite("Sudria open"))
    minister = Role(title="Foreign Minister", of="sudria", evidence=cite("Sudrian Foreign Minister Ana Bell"))
    bell = Actor(
        key="bell",
        name="Ana Bell",
        kind="person",
        aliases=("Bell",),
        roles=(minister,),
        mentions=3,
        evidence=cite("Ana Bell"),
    )
    return Findings(
        actors=(norland, sudria, bell),
        statements=(
            Statement(
                core=("tell",),
                by=("bell",),
                cue="said",
                text="We will not be told what to do,",
                direct=True,
                attribution="direct",
                evidence=cite("“We will not be told what to do,” she said."),
            ),
        ),
        demands=(
            Demand(
                core=("open", "strait"),
                by=("norland",),
                of=("sudria",),
                text="that Sudria open the strait",
                firmness="ultimatum",
                deadline="t1",
                responses=(
                    Response(
                        by=("bell",), kind="rejected", text="rejected the demand", evidence=cite("rejected the demand")
                    ),
                ),
                evidence=cite("demanded on Monday that Sudria open the strait by 1 March"),
            ),
        ),
        measures=(
            Measure(
                key="m1",
                core=("freeze", "asset"),
                text="freeze Sudrian assets",
                kinds=("asset-freeze",),
                senders=("norland",),
                targets=("sudria",),
                status="threatened",
                condition="unless ships may pass",
                evidence=cite("threatened to freeze Sudrian assets unless ships may pass"),
            ),
        ),
        positions=(
            Position(
                core=("mistake",),
                by=("bell",),
                stance="oppose",
                measure="m1",
                text="sanctions would be a mistake",
                attribution="indirect",
                evidence=cite("Bell said sanctions would be a mistake"),
            ),
        ),
        dates=(
            DatedEvent(
                key="t1",
                core=("open", "strait"),
                start="2024-03-01",
                phase="upcoming",
                precision="day",
                certainty="deadline",
                expression="by 1 March",
                what="open the strait",
                actors=("sudria", "nobody"),
                evidence=cite("open the strait by 1 March"),
            ),
        ),
        sentences=((0, 66), (68, 122), (123, 166), (168, 233), (234, len(TEXT))),
    )
