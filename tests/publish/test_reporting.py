from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.reporting import unfit
from tests.sites import run


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "https://example.org/new?page={page}&fact={fact}",
        "mailto:desk@example.org?subject={title}&body={page}%23{fact}",
        "http://localhost:8080/{page}",
    ],
)
def test_an_address_with_known_places_is_fit(pattern: str) -> None:
    assert unfit(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "javascript:alert(1)",
        "desk@example.org",
        "mailto:desk",
        "https://",
        "https://{page}",
        "/report",
        "https://example.org/{url}",
    ],
)
def test_another_is_not(pattern: str) -> None:
    assert unfit(pattern)


def test_a_build_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    settings = "site_name: A desk\nplugins:\n  - briefs:\n      report_url: 'https://example.org/{url}'\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    done = run(tmp_path, "generate")
    assert done.returncode == 1
    assert "report_url: '{url}' stands for nothing; use {page}, {title} and {fact}" in done.stderr
