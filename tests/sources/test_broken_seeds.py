"""One broken source for each message, and the line that it gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import GeneratorError, shown
from generator.sources import find, read

FOLDER = Path(__file__).parents[1] / "broken_seeds"
LINES = tuple(
    line for line in (FOLDER / "expected.lines").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
)


def said(path: Path) -> Iterator[str]:
    try:
        article = read(path)
    except GeneratorError as error:
        yield str(error)
    else:
        yield from (remark.at(article.path) for remark in article.diagnostics)


def test_each_broken_source_gives_its_line() -> None:
    paths, errors = find([FOLDER])
    lines = [str(error) for error in errors] + [line for path in paths for line in said(path)]
    assert sorted(line.replace(f"{FOLDER}/", "").replace(f"{shown(FOLDER)}/", "") for line in lines) == sorted(LINES)


@pytest.mark.parametrize("line", LINES)
def test_a_line_says_where_what_and_what_to_do(line: str) -> None:
    where, _, message = line.partition(": ")
    assert where.rsplit(":", 1)[1].isdigit()
    assert "; " in message


def test_every_file_has_its_line() -> None:
    named = {line.split(":", 1)[0] for line in LINES}
    files = {path.name for path in FOLDER.iterdir() if path.name != "expected.lines"}
    assert files - named == {"Port Pilots.md"}, "the first of two that clash stays"
