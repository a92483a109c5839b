"""Cases of extraction: YAML files, each a list of cases, found by their folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

CASES = Path(__file__).parent / "cases"


def cases_of(name: str) -> list[Any]:
    """Every case of `cases/<name>/`, named by its file and place."""
    reader = YAML(typ="safe")
    return [
        pytest.param(case, id=f"{path.stem}-{number}")
        for path in sorted((CASES / name).glob("*.yml"))
        for number, case in enumerate(reader.load(path.read_text("utf-8")))
    ]
