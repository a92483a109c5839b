"""Quality never falls below the floors in git; `make eval` prints the figures."""

from __future__ import annotations

import json

import pytest

from tests.conftest import ROOT
from tests.eval.scoring import GOLD, Tally, example_briefs, score

FLOORS = json.loads((ROOT / "tests" / "eval" / "floors.json").read_text(encoding="utf-8"))["own"]


@pytest.fixture(scope="session")
def tallies() -> dict[str, Tally]:
    """The figures over the example articles."""
    return score(example_briefs())


@pytest.mark.parametrize("section", sorted(FLOORS))
def test_a_section_keeps_its_floor(tallies: dict[str, Tally], section: str) -> None:
    figure = round(tallies[section].f1, 3)
    assert figure >= FLOORS[section], f"{section} fell to {figure}"


def test_every_example_article_has_a_gold_file() -> None:
    assert {path.stem for path in GOLD.glob("*.yml")} == {path.stem for path in (ROOT / "seeds").iterdir()}
