"""The pages of a small site, word by word: `pytest tests/pages --renew-golden` writes tests/golden/ anew."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.pages.entries import empty, page, site

GOLDEN = ROOT / "tests" / "golden"


def golden() -> dict[str, str]:
    """Each page by its path below tests/golden/."""
    return {**site(), "briefs/empty.md": page(empty())}


def test_pages_are_the_golden_ones(request: pytest.FixtureRequest) -> None:
    pages = golden()
    if request.config.getoption("--renew-golden"):
        for path in GOLDEN.rglob("*.md"):
            path.unlink()
        for name, text in pages.items():
            path = GOLDEN / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    kept = {path.relative_to(GOLDEN).as_posix(): path for path in GOLDEN.rglob("*.md")}
    assert sorted(pages) == sorted(kept)
    for name, text in pages.items():
        assert text == kept[name].read_text(encoding="utf-8"), f"{name} changed; see the head of this file"
