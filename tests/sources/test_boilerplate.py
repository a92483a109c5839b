"""Cases stand in boilerplate/*.yml: texts in which ⟦ ⟧ enclose what must be found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.sources import boilerplate

FOLDER = Path(__file__).parent / "boilerplate"


def cases() -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.glob("*.yml")):
        for number, marked in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1):
            yield f"{path.stem}-{number}", marked


def marks(text: str, ranges: tuple[tuple[int, int], ...]) -> str:
    """The text with ⟦ ⟧ around the ranges."""
    for start, end in reversed(ranges):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


@pytest.mark.parametrize(("_", "marked"), [pytest.param(name, text, id=name) for name, text in cases()])
def test_boilerplate_is_found_and_news_is_not(_: str, marked: str) -> None:
    text = re.sub("[⟦⟧]", "", marked)
    assert marks(text, boilerplate.ranges(text)) == marked


def test_initials_dashes_and_names_alone_are_no_boilerplate() -> None:
    paragraph = "Dr. A. B. Lee, Mr. C. D. Roe and U.S. Sen. E. F. Poe said - " * 12
    assert boilerplate.ranges("\n\n".join([paragraph] * 40)) == ()
