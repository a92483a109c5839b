from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.assemble import assemble
from generator.model.facts import Actor
from generator.model.page import Entry
from generator.pages.people import MOST, cast, told_line
from generator.pages.report import Report
from tests.facts import cite, findings, source
from tests.pages.entries import page, section

SAID = findings().statements[0]


def report(**changes: Any) -> Report:
    return Report.of(Entry(slug="strait", brief=assemble(source(), replace(findings(), **changes))))


def line(**changes: Any) -> str:
    one = report(statements=(replace(SAID, **changes),))
    return told_line(one, one.entry.brief.statements[0])


def test_direct_speech_stands_in_quotation_marks() -> None:
    assert line() == "Said: “We will not be told what to do”"


@pytest.mark.parametrize("cue", ["said", "told"])
def test_reported_speech_stands_without_them(cue: str) -> None:
    reported = {"text": "that sanctions would be a mistake", "evidence": cite("Bell said sanctions would be a mistake")}
    assert line(direct=False, cue=cue, **reported) == "Said: sanctions would be a mistake"


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("denied", "the demand"),
        ("rejected", "that Sudria open the strait"),
        ("told", "reporters that ships may pass"),
        ("said", "Bell said sanctions would be a mistake"),
        ("said", "would be a mistake"),
    ],
)
def test_where_a_clause_could_turn_its_meaning_the_sources_sentence_stands(cue: str, text: str) -> None:
    told = line(direct=False, cue=cue, text=text, evidence=cite("Bell said sanctions would be a mistake"))
    assert told == "The report: “Bell said sanctions would be a mistake”"


def test_a_chain_stays_a_chain() -> None:
    told = line(
        direct=False,
        via=("norland", "sudria"),
        attribution="second-hand",
        text="sanctions would be a mistake",
        evidence=cite("sanctions would be a mistake"),
    )
    assert told == ("Said, according to Norland, according to Sudria (second-hand): sanctions would be a mistake")


def test_the_foremost_are_shown_and_the_rest_is_folded() -> None:
    crowd = tuple(
        Actor(key=f"k{number}", name=f"Envoy {number:02}", kind="person", mentions=9, evidence=cite("Norland demanded"))
        for number in range(20)
    )
    shown = cast([report(actors=crowd, statements=(), demands=(), measures=(), positions=())])
    assert sum(len(side.members) for side in shown.sides) == MOST
    assert len(shown.rest) == 8
    text = section(
        page(Entry(slug="strait", brief=assemble(source(), replace(findings(), actors=crowd)))), "key-actors"
    )
    assert '??? note "8 more"\n\n    - **[Envoy 12]' in text
    assert text.count("{#envoy-") == 20


def test_of_one_who_does_nothing_it_is_said_how_often_it_is_named() -> None:
    shown = cast([report()])
    sudria = next(side.head for side in shown.sides if side.head and side.head.id == "sudria")
    assert sudria.line == "Mentioned once."


def test_people_stand_with_the_country_of_their_office() -> None:
    sides = cast([report()]).sides
    assert [(side.name, [member.name for member in side.members]) for side in sides] == [
        ("Sudria", ["Ana Bell"]),
        ("Norland", []),
    ]


def test_a_country_that_does_not_act_still_names_its_side() -> None:
    bell = replace(findings().actors[2], country="ISL", roles=())
    (side,) = cast([report(actors=(bell,))]).sides
    assert (side.id, side.name, side.head) == ("side-isl", "Iceland", None)


def test_countries_that_only_are_named_stand_together_behind_those_that_act() -> None:
    sides = cast([report(statements=(), positions=(), actors=findings().actors[:2], demands=findings().demands)]).sides
    assert [(side.name, [member.name for member in side.members]) for side in sides] == [
        ("Norland", []),
        ("Other countries", ["Sudria"]),
    ]
