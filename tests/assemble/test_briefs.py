from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble import assemble
from generator.assemble.asking import asked
from generator.assemble.identity import actor_id, fact_id
from generator.model.facts import Firmness
from tests.facts import TEXT, cite, findings, source


def test_actor_ids_stand_in_the_place_of_keys() -> None:
    brief = assemble(source(), findings())
    (demand,) = brief.demands
    assert demand.by == ("norland",)
    assert demand.responses[0].by == ("ana-bell",)
    assert brief.statements[0].by == ("ana-bell",)


def test_a_role_is_held_for_an_actor_of_the_brief() -> None:
    brief = assemble(source(), findings())
    bell = next(actor for actor in brief.actors if actor.id == "ana-bell")
    assert bell.roles[0].of == "sudria"


def test_a_key_that_is_no_actors_is_dropped() -> None:
    assert assemble(source(), findings()).dates[0].actors == ("sudria",)


def test_a_deadline_and_a_measure_are_named_by_id() -> None:
    brief = assemble(source(), findings())
    assert brief.sanctions is not None
    assert brief.demands[0].deadline == brief.dates[0].id
    assert brief.sanctions.positions[0].measure == brief.sanctions.measures[0].id


def test_without_measures_and_positions_there_is_no_debate() -> None:
    assert assemble(source(), replace(findings(), measures=(), positions=())).sanctions is None


def test_ids_stay_when_a_paragraph_is_put_in_front() -> None:
    lead = "Something else happened first.\n\n"
    before = assemble(source(), findings())
    moved = replace(source(), text=lead + TEXT)
    shifted = replace(findings(), sentences=())
    after = assemble(moved, shifted)
    assert [fact.id for fact in before.demands] == [fact.id for fact in after.demands]
    assert [fact.id for fact in before.dates] == [fact.id for fact in after.dates]


def test_the_most_named_and_active_actor_comes_first() -> None:
    brief = assemble(source(), findings())
    assert [actor.salience for actor in brief.actors] == sorted((a.salience for a in brief.actors), reverse=True)
    assert brief.actors[-1].salience < brief.actors[0].salience


def test_a_passing_name_in_the_lede_does_not_outweigh_one_that_is_taken_up() -> None:
    first, *others = findings().actors
    passing = replace(first, key="passer", name="Passer", aliases=(), mentions=1, evidence=cite("Norland"))
    known = replace(first, key="known", name="Known", aliases=(), mentions=6, evidence=cite("Bell said sanctions"))
    brief = assemble(source(), replace(findings(), actors=(replace(first, mentions=12), *others, passing, known)))
    weights = {actor.name: actor.salience for actor in brief.actors}
    assert weights["Known"] > weights["Passer"]


def test_ultimatums_come_before_requests() -> None:
    (ultimatum,) = findings().demands
    request = replace(ultimatum, firmness="request", core=("else",), evidence=cite("Norland demanded"))
    brief = assemble(source(), replace(findings(), demands=(request, ultimatum)))
    assert [demand.firmness for demand in brief.demands] == ["ultimatum", "request"]


def test_summary_quotes_verbatim_and_cites() -> None:
    brief = assemble(source(), findings())
    assert len(brief.summary) >= 3
    for sentence in brief.summary:
        assert sentence.evidence
        for quotation in sentence.text.split("“")[1:]:
            inner = quotation.split("”")[0].removesuffix(" …")
            assert inner in TEXT


def test_in_brief_reads_as_sentences() -> None:
    assert [sentence.text for sentence in assemble(source(), findings()).summary] == [
        "The report opens: “Norland demanded on Monday that Sudria open the strait by 1 March.”",
        "Norland gives Sudria an ultimatum: “that Sudria open the strait”; rejected by Ana Bell.",
        "Sanctions against Sudria are threatened by Norland, “unless ships may pass”: “freeze Sudrian assets”.",
        "Ana Bell is against sanctions: “sanctions would be a mistake”.",
        "Next: 1 Mar 2024 (deadline), “open the strait”.",
    ]


def test_what_was_heard_of_others_is_told_so() -> None:
    (demand,) = findings().demands
    told = replace(demand, firmness="call", of=("sudria",), text="to yield", via=("bell",), responses=())
    brief = assemble(source(), replace(findings(), demands=(told,)))
    assert brief.summary[1].text == "According to Ana Bell, Norland calls on Sudria “to yield”."


@pytest.mark.parametrize(
    ("firmness", "of", "what", "sentence"),
    [
        ("demand", "the Union", "“an end to the blockade”", "Norland demands of the Union “an end to the blockade”"),
        ("demand", "the Union", "“that it yield”", "Norland demands “that it yield”"),
        ("demand", "the Union", "“to leave”", "Norland demands of the Union: “to leave”"),
        ("demand", "", "“the release of the crew”", "Norland demands “the release of the crew”"),
        ("call", "the Union", "“to leave”", "Norland calls on the Union “to leave”"),
        ("call", "the Union", "“a truce”", "Norland calls on the Union for “a truce”"),
        ("demand", "", "“the crew must go”", "Norland demands: “the crew must go”"),
        ("call", "", "“a truce”", "Norland calls for “a truce”"),
        ("call", "", "“leave at once”", "Norland calls: “leave at once”"),
        ("request", "the Union", "“to send ships”", "Norland asks the Union “to send ships”"),
        ("request", "the Union", "“more ships”", "Norland asks the Union for “more ships”"),
        ("request", "", "“send ships”", "Norland asks: “send ships”"),
        ("ultimatum", "the Union", "“leave”", "Norland gives the Union an ultimatum: “leave”"),
    ],
)
def test_a_demand_is_told_by_its_firmness_and_its_words(firmness: Firmness, of: str, what: str, sentence: str) -> None:
    assert asked(firmness, "Norland", of, what, several=False) == sentence


def test_several_ask_in_the_plural() -> None:
    assert asked("call", "Norland and Sudria", "", "“a truce”", several=True) == "Norland and Sudria call for “a truce”"


def test_title_falls_back_to_the_headline_and_then_to_the_id() -> None:
    bare = replace(source(), title="")
    assert assemble(bare, findings()).article.title == "strait"
    (headline,) = cite("Norland demanded on Monday")
    assert assemble(bare, replace(findings(), headline=headline)).article.title == "Norland demanded on Monday"


def test_namesakes_get_numbers() -> None:
    taken: set[str] = set()
    assert [actor_id("Ana Bell", taken) for _ in range(3)] == ["ana-bell", "ana-bell-2", "ana-bell-3"]


@given(st.lists(st.lists(st.text(max_size=8), max_size=4), max_size=12))
def test_fact_ids_never_collide(cores: list[list[str]]) -> None:
    taken: set[str] = set()
    names = [fact_id("d", "a", core, taken) for core in cores]
    assert len(set(names)) == len(names)
    assert all(name.startswith("d-") and len(name) == 10 for name in names)
