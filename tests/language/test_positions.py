"""Positions on sanctions, by the cases of `cases/positions`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.article import Article
from generator.model.findings import Findings
from tests.conftest import article
from tests.language.cases_of import cases_of

Reading = Callable[[Article], Findings]


@pytest.mark.parametrize("case", cases_of("positions"))
def test_positions(case: dict[str, Any], findings: Reading) -> None:
    found = findings(article(case["text"]))
    names = {actor.key: actor.name for actor in found.actors}
    came = [{"by": [names[key] for key in position.by], "stance": position.stance} for position in found.positions]
    assert came == case["positions"]


def test_a_position_names_the_measure_that_it_is_on(findings: Reading) -> None:
    found = findings(article("Norway imposed sanctions on Chad. Peru condemned the embargo against Belize."))
    targets = {measure.key: measure.targets for measure in found.measures}
    stands = {position.by: targets[position.measure or ""] for position in found.positions}
    assert stands == {("norway",): ("chad",), ("peru",): ("belize",)}
