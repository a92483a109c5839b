"""What is wrong with a mkdocs.yml is said on one line, with the line at fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ConfigInvalid, EpochInvalid
from generator.plugin import configuration, settings

HEAD = "site_name: Lorn\ntheme:\n  name: briefs\nplugins:\n"


def site(folder: Path, text: str) -> Path:
    (folder / "docs").mkdir(exist_ok=True)
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (f"{HEAD}  - briefs: [\n", 6, "is broken YAML (expected the node content, but found '<stream end>')"),
        ("site_name: a: b\n", 1, "is broken YAML (mapping values are not allowed here)"),
        (f"{HEAD}  - briefs:\n      as_of: 2022-02-30\n", 1, "holds a value that cannot be read"),
        (f"{HEAD}  - briefs:\n      seeds: seeds\n      as_of: banana\n", 7, "as_of: 'banana' is no day; write latest"),
        (f"{HEAD}  - briefs:\n      as_of: 2022-02\n", 6, "as_of: '2022-02' is no day"),
        (f"{HEAD}  - briefs:\n      report_url: there\n", 6, "report_url: 'there' is no address"),
        (f"{HEAD}  - briefs:\n      publish_source: some\n", 6, "publish_source: Expected one of"),
        (f"{HEAD}  - briefs: {{seeds: 3}}\n", 5, "seeds: Expected type"),
        (f"{HEAD}  - search\n  - breefs\n", 6, 'plugins: The "breefs" plugin is not installed'),
        (f"{HEAD}  - search\n", 1, "plugins: the plugin 'briefs' is not listed"),
        (f"docs_dir: nowhere\n{HEAD}  - briefs\n", 1, "docs_dir: The path"),
        ("- briefs\n", 1, "The configuration is invalid"),
    ],
)
def test_each_fault_has_its_line(tmp_path: Path, text: str, line: int, why: str) -> None:
    path = site(tmp_path, text)
    with pytest.raises(ConfigInvalid) as refused:
        settings(configuration(path))
    assert refused.value.where == f"{path}:{line}"
    assert refused.value.what.startswith(why)
    assert "mkdocs.yml" not in refused.value.what
    assert "\n" not in refused.value.what


def test_a_new_site_gets_a_folder_for_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(f"{HEAD}  - briefs\n", encoding="utf-8")
    assert settings(configuration(path)).docs == tmp_path / "docs"
    assert (tmp_path / "docs").is_dir()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022-02-20", "2022-02-20"),
        ('"2022-02-20"', "2022-02-20"),
        ("today", "today"),
        ("latest", "latest"),
        ("", "latest"),
    ],
)
def test_the_day_of_a_site_is_what_its_author_wrote(tmp_path: Path, written: str, day: str) -> None:
    path = site(tmp_path, f"{HEAD}  - briefs:\n      as_of: {written}\n")
    assert settings(configuration(path)).as_of == day


def test_an_unknown_setting_is_a_warning_with_its_line(tmp_path: Path) -> None:
    path = site(tmp_path, f"themes: a\n{HEAD}  - briefs:\n      seeds: seeds\n      seds: a\n")
    said = [remark.at("mkdocs.yml") for _path, remark in settings(configuration(path)).remarks]
    assert sorted(said) == [
        "mkdocs.yml:1: warning: MkDocs has no setting 'themes'; did you mean 'theme'?",
        "mkdocs.yml:8: warning: the plugin 'briefs' has no setting 'seds'; did you mean 'seeds'?",
    ]


@pytest.mark.parametrize("written", ["abc", "", "-1", "1.5", "253402300800", "٣"])
def test_a_clock_that_names_no_moment_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    path = site(tmp_path, f"{HEAD}  - briefs\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    with pytest.raises(EpochInvalid, match=r"SOURCE_DATE_EPOCH: .*; write the seconds"):
        settings(configuration(path))
