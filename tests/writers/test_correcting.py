from __future__ import annotations

from pathlib import Path

import pytest

from generator.assemble import assemble, identified
from generator.errors import CorrectionInvalid
from generator.model.brief import Brief
from generator.model.corrections import Corrections
from generator.model.diagnostic import Diagnostic
from generator.model.facts import DatedEvent, Demand
from generator.sources import read_corrections
from generator.writers import continued, correct, fact_lines, finish_brief, told
from tests.facts import findings, source

PLAIN = assemble(source(), findings())
DEMAND = PLAIN.demands[0].id
DATE = PLAIN.dates[0].id
assert PLAIN.sanctions is not None
POSITION = PLAIN.sanctions.positions[0].id
MEASURE = PLAIN.sanctions.measures[0].id


def corrected(folder: Path, text: str, known: dict[str, str] | None = None) -> tuple[Brief, tuple[Diagnostic, ...]]:
    path = folder / "strait.yml"
    path.write_text(text, encoding="utf-8")
    corrections = read_corrections(path)
    named = identified(source().id, findings())
    found, remarks = correct(source(), named, corrections, known or {})
    return finish_brief(assemble(source(), found), corrections), remarks


def demand(brief: Brief) -> Demand:
    return brief.demands[0]


def date(brief: Brief) -> DatedEvent:
    return brief.dates[0]


def test_without_corrections_nothing_changes(tmp_path: Path) -> None:
    assert corrected(tmp_path, "") == (PLAIN, ())


def test_a_renamed_actor_has_its_name_everywhere_and_facts_keep_their_ids(tmp_path: Path) -> None:
    brief, _ = corrected(tmp_path, "actors:\n  norland: {name: Kingdom of Norland}\n")
    (actor,) = (actor for actor in brief.actors if actor.id == "kingdom-of-norland")
    assert actor.aliases == ("Norland",)
    assert demand(brief).by == ("kingdom-of-norland",)
    assert demand(brief).id == DEMAND
    assert any("Kingdom of Norland" in sentence.text for sentence in brief.summary)


def test_merged_actors_are_one_in_every_fact(tmp_path: Path) -> None:
    brief, _ = corrected(tmp_path, "actors:\n  ana-bell: {merge: sudria}\n")
    assert {actor.id for actor in brief.actors} == {"norland", "sudria"}
    (sudria,) = (actor for actor in brief.actors if actor.id == "sudria")
    assert "Ana Bell" in sudria.aliases
    assert sudria.mentions == 4
    assert demand(brief).responses[0].by == ("sudria",)
    assert brief.sanctions is not None
    assert brief.sanctions.positions[0].by == ("sudria",)


def test_merges_in_a_circle_end(tmp_path: Path) -> None:
    brief, _ = corrected(tmp_path, "actors:\n  ana-bell: {merge: sudria}\n  sudria: {merge: ana-bell}\n")
    assert "norland" in {actor.id for actor in brief.actors}


def test_a_dropped_actor_is_named_nowhere(tmp_path: Path) -> None:
    brief, _ = corrected(tmp_path, "actors:\n  sudria: {drop: true}\n")
    assert "sudria" not in {actor.id for actor in brief.actors}
    assert demand(brief).of == ()
    (bell,) = (actor for actor in brief.actors if actor.id == "ana-bell")
    assert bell.roles[0].of is None


def test_a_role_is_set_and_rests_on_its_words(tmp_path: Path) -> None:
    text = "actors:\n  ana-bell: {role: Sudrian Foreign Minister, role_of: sudria}\n"
    brief, _ = corrected(tmp_path, text)
    (bell,) = (actor for actor in brief.actors if actor.id == "ana-bell")
    (role,) = bell.roles
    assert (role.title, role.of, role.evidence[0].quote) == (
        "Sudrian Foreign Minister",
        "sudria",
        "Sudrian Foreign Minister",
    )


def test_fields_of_a_demand_are_set(tmp_path: Path) -> None:
    text = f"""
demands:
  {DEMAND}:
    of: [ana-bell]
    firmness: call
    deadline: null
    responses:
      - {{by: sudria, kind: considering, quotation: “We will not be told what to do}}
"""
    brief, _ = corrected(tmp_path, text)
    assert (demand(brief).of, demand(brief).firmness, demand(brief).deadline) == (("ana-bell",), "call", None)
    (response,) = demand(brief).responses
    assert (response.by, response.kind, response.evidence[0].quote) == (
        ("sudria",),
        "considering",
        "“We will not be told what to do",
    )


def test_a_new_date_brings_its_phase_and_precision(tmp_path: Path) -> None:
    brief, _ = corrected(tmp_path, f"dates:\n  {DATE}: {{start: 2024-01}}\n")
    assert (date(brief).start, date(brief).precision, date(brief).phase) == ("2024-01", "month", "past")


def test_stance_and_measure_are_set_and_facts_are_dropped(tmp_path: Path) -> None:
    text = f"positions:\n  {POSITION}: {{stance: undecided, measure: null}}\nmeasures:\n  {MEASURE}: {{drop: true}}\n"
    brief, _ = corrected(tmp_path, text)
    assert brief.sanctions is not None
    assert brief.sanctions.measures == ()
    assert (brief.sanctions.positions[0].stance, brief.sanctions.positions[0].measure) == ("undecided", None)


@pytest.mark.parametrize("quotation", ["“We will not be told", '"We will not be told', "We will\n        not be told"])
def test_a_fact_of_ones_own_rests_on_its_quotation(tmp_path: Path, quotation: str) -> None:
    text = f"""
add:
  actors:
    - {{name: Strait Authority, kind: organization, quotation: the strait}}
  demands:
    - by: ana-bell
      of: strait-authority
      quotation: |
        {quotation}
"""
    brief, _ = corrected(tmp_path, text)
    (own,) = (fact for fact in brief.demands if fact.id != DEMAND)
    assert own.by == ("ana-bell",)
    assert own.of == ("strait-authority",)
    assert own.text.removeprefix("“") == "We will not be told"
    again, _ = corrected(tmp_path, text)
    assert again == brief


def test_order_and_summary_are_the_writers(tmp_path: Path) -> None:
    text = "order:\n  actors: [ana-bell]\nsummary:\n  - {text: A deadline., quotation: by 1 March}\n"
    brief, _ = corrected(tmp_path, text)
    assert brief.actors[0].id == "ana-bell"
    assert [(sentence.text, sentence.evidence[0].quote) for sentence in brief.summary] == [
        ("A deadline.", "by 1 March")
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("actors:\n  sudria: {merge: nobody}\n", 2, "there is no 'nobody'"),
        (f"demands:\n  {DEMAND}:\n    of: [Sudria]\n", 3, "did you mean 'sudria'?"),
        (f"demands:\n  {DEMAND}:\n    text: open the canal\n", 3, "does not stand in the article: open the canal"),
        ("add:\n  dates:\n    - {start: 2024-03-01, quotation: by 2 March}\n", 3, "copy the passage letter by letter"),
        ("summary:\n  - {text: A., quotation: nowhere}\n", 2, "does not stand in the article"),
    ],
)
def test_what_cannot_be_is_said_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(CorrectionInvalid) as caught:
        corrected(tmp_path, text)
    assert caught.value.where.endswith(f"strait.yml:{line}")
    assert message in caught.value.what


def test_a_correction_whose_fact_is_gone_is_said_beside_the_likest(tmp_path: Path) -> None:
    text = "demands:\n  d-aaaaaaaa: {firmness: call}\n"
    brief, (remark,) = corrected(tmp_path, text, {"d-aaaaaaaa": "that Sudria open the strait now"})
    assert brief == PLAIN
    assert remark.severity == "warning"
    assert remark.line == 2
    assert f"'{DEMAND}' (that Sudria open the strait)" in remark.message


def test_history_tells_what_came_changed_and_went(tmp_path: Path) -> None:
    none = Corrections(path="")
    first = continued((), PLAIN, none, "2024-02-13")
    assert {revision.event for revision in first} == {"first"}
    assert continued(first, PLAIN, none, "2024-02-14") == first
    path = tmp_path / "strait.yml"
    brief, _ = corrected(tmp_path, f"demands:\n  {DEMAND}: {{firmness: call}}\ndates:\n  {DATE}: {{drop: true}}\n")
    new = continued(first, brief, read_corrections(path), "2024-02-14")[len(first) :]
    assert [(revision.event, revision.id, revision.own) for revision in new] == [
        ("changed", DEMAND, True),
        ("withdrawn", DATE, True),
    ]
    assert told(new)[DATE].startswith("open the strait")
    back = continued((*first, *new), PLAIN, none, "2024-02-15")[len(first) + len(new) :]
    assert [(revision.event, revision.id) for revision in back] == [("changed", DEMAND), ("added", DATE)]


def test_the_ids_of_every_fact_are_listed() -> None:
    listed = {name for _kind, rows in fact_lines(PLAIN) for name, _words in rows}
    assert {DEMAND, DATE, POSITION, MEASURE, "norland", PLAIN.statements[0].id} <= listed
