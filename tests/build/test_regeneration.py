"""The oracle: whatever happened to an archive, a regeneration does and says what one from nothing does and says."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.language.line import Line
from tests.build.archive import CHANGES, Desk, archive, body, corrected, newest, title, touched, written

Change = Callable[[Desk], None]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that was regenerated once."""
    root = tmp_path_factory.mktemp("oracle") / "first"
    archive(root)
    with pytest.MonkeyPatch.context() as patch:
        assert "new       briefs/strait.md" in Desk(root, patch.chdir).run("generate")
    return root


@pytest.fixture
def desk(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The archive in a place of its own, with all that is known of it."""
    return known(first, tmp_path / "here", monkeypatch.chdir)


def known(first: Path, place: Path, chdir: Callable[[Path], None]) -> Desk:
    shutil.copytree(first, place)
    made = Desk(place, chdir)
    made.run("generate")
    return made


def agree(desk: Desk, place: Path) -> None:
    """Regenerates three times, and three times beside it from nothing."""
    for options in (("--check",), (), (), ("--strict",)):
        other = desk.fresh(place)
        there = other.run("generate", *options)
        assert desk.run("generate", *options) == there
        assert desk.state() == other.state()


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_regeneration_is_as_one_from_nothing(desk: Desk, tmp_path: Path, change: Change) -> None:
    change(desk)
    agree(desk, tmp_path / "there")


@given(st.lists(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=3), min_size=2, max_size=4))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_so_are_those_that_follow(first: Path, monkeypatch: pytest.MonkeyPatch, rounds: list[list[Change]]) -> None:
    with TemporaryDirectory() as folder:
        desk = known(first, Path(folder) / "here", monkeypatch.chdir)
        for changes in rounds:
            for change in changes:
                change(desk)
            other = desk.fresh(Path(folder) / "there")
            there = other.run("generate")
            assert desk.run("generate") == there
            assert desk.state() == other.state()
        monkeypatch.undo()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of articles whose findings somebody wants."""
    found: list[str] = []
    told = Line.join

    def join(line: Line, source: object) -> None:
        found.append(getattr(source, "id", ""))
        told(line, source)  # type: ignore[arg-type]  # whatever comes

    monkeypatch.setattr(Line, "join", join)
    return found


@pytest.mark.parametrize("change", [body, title, newest, corrected], ids=lambda change: change.__name__)
def test_only_what_changed_is_read(desk: Desk, asked: list[str], change: Change) -> None:
    change(desk)
    desk.run("generate")
    assert asked == ["grain" if change is newest else "strait"]


@pytest.mark.parametrize("change", [touched, written], ids=lambda change: change.__name__)
def test_what_is_the_same_is_not_read(desk: Desk, asked: list[str], change: Change) -> None:
    change(desk)
    desk.run("generate")
    assert asked == []


def test_nothing_is_loaded_where_nothing_changed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run("generate")
    monkeypatch.setattr("generator.plugin.configuration", None)
    assert desk.run("generate") == "0 None"


def test_another_version_makes_all_anew(desk: Desk, asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.kept.ground.__version__", "0.0.0")
    desk.run("generate")
    assert sorted(asked) == ["alone", "grain", "strait", "talks"]
