"""Lexicons: every file reads, and nobody can change what all share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import generator.language
from generator.language import lexicon

FILES = sorted((Path(generator.language.__file__).parent / "lexicons").glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_reads_and_names_its_source(path: Path) -> None:
    assert lexicon.table(path.stem)
    assert "#" in path.read_text("utf-8")


def test_a_lexicon_cannot_be_changed() -> None:
    table: Any = lexicon.table("attribution")
    with pytest.raises(TypeError):
        table["speech"] = {}
    with pytest.raises(TypeError):
        table["speech"]["say"] = "to"


def test_dots_lead_into_tables() -> None:
    assert "poll" in lexicon.words("attribution", "sources.headline")
