"""What remains open, by the cases of `cases/disputes`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.article import Article
from generator.model.findings import Findings
from tests.conftest import article
from tests.language.cases_of import cases_of


@pytest.mark.parametrize("case", cases_of("disputes"))
def test_disputes(case: dict[str, Any], findings: Callable[[Article], Findings]) -> None:
    found = findings(article(case["text"]))
    assert [dispute.text for dispute in found.disputes] == case["disputes"]
