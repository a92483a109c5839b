from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.assemble import assemble
from generator.assemble.identity import actor_id, fact_id
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
