from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.errors import PipelineMissing
from generator.language import fingerprint as module
from tests.conftest import ROOT


def fingerprint(pipeline: str) -> str:
    """As a new process would have it."""
    return module.fingerprint.__wrapped__(pipeline)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what findings rest on, looked at in place of the real one."""
    for room in ("language", "model"):
        shutil.copytree(ROOT / "generator" / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module, "__file__", str(tmp_path / "language" / "fingerprint.py"))
    return tmp_path


def test_a_copy_elsewhere_is_the_same(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = fingerprint("bundled")
    monkeypatch.setattr(module, "__file__", str(ROOT / "generator" / "language" / "fingerprint.py"))
    assert (package / "language").is_dir()
    assert copied == fingerprint("bundled")


@pytest.mark.parametrize(
    "name",
    ["language/demands.py", "language/lexicons/demands.toml", "language/gazetteer/states.tsv", "model/facts.py"],
)
def test_any_changed_rule_word_or_record_changes_it(package: Path, name: str) -> None:
    before = fingerprint("bundled")
    with (package / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert fingerprint("bundled") != before


def test_other_weights_change_it(package: Path) -> None:
    before = fingerprint("bundled")
    card = package / "language" / "bundled" / "pipeline.json"
    card.write_text(card.read_text(encoding="utf-8").replace('"sha256": "', '"sha256": "0'), encoding="utf-8")
    assert fingerprint("bundled") != before


def test_compiled_files_do_not_count(package: Path) -> None:
    before = fingerprint("bundled")
    (package / "language" / "__pycache__").mkdir()
    (package / "language" / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert fingerprint("bundled") == before


def test_a_folder_is_known_by_its_files_wherever_it_lies(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "meta.json").write_text("{}", encoding="utf-8")
        with (tmp_path / name / "vectors").open("wb") as file:
            file.truncate(40_000_000)
    first = fingerprint(str(tmp_path / "one"))
    assert fingerprint(str(tmp_path / "two")) == first
    with (tmp_path / "two" / "vectors").open("r+b") as file:
        file.write(b"x")
    assert fingerprint(str(tmp_path / "two")) != first


def test_a_pipeline_that_is_nowhere_is_named() -> None:
    with pytest.raises(PipelineMissing, match="en_nowhere_sm"):
        fingerprint("en_nowhere_sm")
