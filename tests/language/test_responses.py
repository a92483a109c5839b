"""Responses, by the cases of `cases/responses`: text, and which demand was answered how and by whom, no more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.model.article import Article
from generator.model.findings import Findings
from tests.conftest import article
from tests.language.test_demands import cases

FOLDER = Path(__file__).parent / "cases" / "responses"


@pytest.mark.parametrize("case", cases(FOLDER))
def test_responses(case: dict[str, Any], findings: Callable[[Article], Findings]) -> None:
    found = findings(article(case["text"]))
    names = {actor.key: actor.name for actor in found.actors}
    given = [
        {"to": demand.text, "by": [names[key] for key in response.by], "kind": response.kind}
        for demand in found.demands
        for response in demand.responses
    ]
    assert given == case["responses"]
    assert found.demands, "a case needs a demand"
