"""A site that limits the words of its sources: on no page and in no file are there more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.build.archive import CONFIGURATION, SEEDS, Desk, archive, seed
from tests.sites import hashes, run

WORDS = 26
LINE = "Some passages are left out for the rights of their source."
NOTE = re.compile(r"^\[\^\w+\]: “(.*)”", re.MULTILINE)
MARK = re.compile(r"<mark>(.*?)</mark>")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A site that was built without a limit, and again with one."""
    root = tmp_path_factory.mktemp("quota") / "desk"
    archive(root)
    with pytest.MonkeyPatch.context() as patch:
        desk = Desk(root, patch.chdir)
        desk.run("build")
        assert LINE not in page(desk)
        limit(desk, f"quoted_words: {WORDS}")
        desk.run("build")
        yield desk


def configuration(setting: str) -> str:
    return CONFIGURATION.replace("- briefs", f"- briefs:\n      {setting}")


def limit(desk: Desk, setting: str) -> None:
    desk.write("mkdocs.yml", configuration(setting))


def page(desk: Desk) -> str:
    return desk.path("docs/briefs/strait.md").read_text(encoding="utf-8")


def text_of(name: str) -> str:
    return " ".join(seed(name).split("---\n")[2].split())


def words_of(name: str, passages: set[str]) -> set[int]:
    """The words of an article that some passages show, by their places."""
    text, found = text_of(name), set()
    for passage in (" ".join(passage.split()) for passage in passages):
        start = text.find(passage)
        before = len(text[:start].split()) if start >= 0 else 0
        found |= set(range(before, before + len(passage.split()))) if start >= 0 else set()
    return found


def quotes(value: Any) -> Iterator[str]:
    """The passages in the JSON of a brief."""
    if isinstance(value, dict) and "quote" in value:
        yield value["quote"]
    elif isinstance(value, dict | list):
        for member in value.values() if isinstance(value, dict) else value:
            yield from quotes(member)


def published(root: Path, name: str) -> dict[str, set[str]]:
    """The passages of an article on its page, in its JSON, in its calendar and in the view of its sentences."""
    dates = Calendar.from_ical((root / f"site/briefs/{name}.ics").read_bytes())
    said = [str(event["DESCRIPTION"]).splitlines() for event in dates.walk("VEVENT")]
    return {
        "page": set(NOTE.findall((root / f"docs/briefs/{name}.md").read_text(encoding="utf-8"))),
        "json": set(quotes(json.loads((root / f"site/briefs/{name}.json").read_bytes()))) - {"…"},
        "calendar": {line[1:-1] for lines in said for line in lines if line.startswith("“")},
        "sentences": set(MARK.findall((root / f"site/sources/{name}/index.html").read_text(encoding="utf-8"))),
    }


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_no_more_words_are_shown_than_may_be(built: Desk, name: str) -> None:
    found = published(built.root, name)
    assert found["page"]
    assert found["sentences"]
    assert all(passage in text_of(name) for passages in found.values() for passage in passages)
    assert 0 < len(words_of(name, set().union(*found.values()))) <= WORDS < len(text_of(name).split())


def test_the_page_says_so_and_keeps_its_promises(built: Desk) -> None:
    assert LINE in page(built)
    assert built.run("check").endswith("0 None")
    assert built.run("verify").endswith("0 None")


def test_another_limit_makes_the_site_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive(tmp_path / "here")
    desk = Desk(tmp_path / "here", monkeypatch.chdir)
    before: dict[str, str] = {}
    for setting in (f"quoted_words: {WORDS}", "quoted_share: 0.25"):
        limit(desk, setting)
        assert "briefs/strait.md" in desk.run("generate", "--check")
        desk.run("build")
        other = desk.fresh(tmp_path / "there")
        other.run("build")
        assert hashes(desk.root / "site") == hashes(other.root / "site") != before
        assert desk.state() == other.state()
        before = hashes(desk.root / "site")


@pytest.mark.parametrize(
    ("command", "setting", "line"),
    [
        (
            "generate",
            "quoted_words: many",
            "quoted_words: 'many' is no number of words; give a whole number, such as 300",
        ),
        ("build", "quoted_share: 10%", "quoted_share: '10%' is no share; give a number from 0 to 1, such as 0.1"),
    ],
)
def test_a_limit_that_cannot_be_is_one_line(tmp_path: Path, command: str, setting: str, line: str) -> None:
    archive(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(configuration(setting), encoding="utf-8")
    done = run(tmp_path, command)
    assert done.returncode == 1
    assert re.fullmatch(rf"\S*mkdocs\.yml:\d+: error: {re.escape(line)}\n", done.stderr)
