from __future__ import annotations

from dataclasses import replace

from generator.assemble import assemble
from generator.model.facts import Dispute, Response, Statement
from generator.model.findings import Findings
from generator.model.page import Entry
from tests.conftest import article
from tests.facts import cite, findings, source
from tests.pages.entries import page, section

SPEECH = (
    "“We want the strait to stay open,” Ann Ode said. “Nobody gains from a closed strait at all,” she said. "
    "“Our ships will come on Monday at noon,” she said. “No,” she said. Ben Ode said: “The port is open to every ship.”"
)


def told(found: Findings) -> str:
    return page(Entry(slug="strait", brief=assemble(source(), found)))


def spoken() -> str:
    """The page of an article with many quotations."""
    text = SPEECH
    told_by = article(text, name="speech")
    actor = findings().actors[0]
    ann, ben = (
        replace(actor, key=name, name=name, kind="person", evidence=(told_by.cite(at, at + len(name)),))
        for name in ("Ann Ode", "Ben Ode")
        for at in [text.index(name)]
    )
    parts = [
        ("Ann Ode", "We want the strait to stay open"),
        ("Ann Ode", "Nobody gains from a closed strait at all"),
        ("Ann Ode", "Our ships will come on Monday at noon"),
        ("Ann Ode", "No"),
        ("Ben Ode", "The port is open to every ship."),
    ]
    statements = tuple(
        Statement(
            core=tuple(words.split()),
            by=(who,),
            cue="said",
            text=words,
            direct=True,
            attribution="direct",
            evidence=(told_by.cite(text.index(words) - 1, text.index(words) + len(words) + 1),),
        )
        for who, words in parts
    )
    return page(Entry(slug="speech", brief=assemble(told_by, Findings(actors=(ann, ben), statements=statements))))


def test_at_most_two_quotations_a_speaker_and_none_that_says_too_little() -> None:
    text = section(spoken(), "in-their-words")
    assert text.count("**Ann Ode**{#s-") == 2
    assert text.count("**Ben Ode**{#s-") == 1
    assert "“No”" not in text
    assert "> “We want the strait to stay open”[^" in text


def test_what_is_second_hand_is_no_quotation() -> None:
    found = findings()
    via = replace(found.statements[0], via=("norland",), attribution="second-hand")
    assert section(told(replace(found, statements=(via,))), "in-their-words") == "None found in the source."


def test_disputes_and_pending_decisions_are_open() -> None:
    found = findings()
    answer = Response(
        by=("sudria",), kind="considering", text="Sudria open", evidence=cite("Sudria open the strait by 1 March")
    )
    pending = (replace(found.demands[0], responses=(answer,)),)
    dispute = (Dispute(text="sanctions would be a mistake", evidence=cite("sanctions would be a mistake")),)
    text = section(told(replace(found, demands=pending, disputes=dispute)), "what-we-dont-know")
    assert "- *In dispute.* “sanctions would be a mistake”.[^" in text
    assert "- *Not decided.* “Sudria open”.[^" in text


def test_second_hand_claims_are_open_with_their_chain() -> None:
    claim = Statement(
        by=("bell",),
        cue="said",
        text="sanctions would be a mistake",
        direct=False,
        attribution="second-hand",
        via=("norland",),
        evidence=cite("Bell said sanctions would be a mistake"),
    )
    text = section(told(replace(findings(), statements=(claim,))), "what-we-dont-know")
    assert "*Second-hand.* Ana Bell said, according to Norland (second-hand): sanctions would be a mistake." in text
