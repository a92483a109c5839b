from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from generator import __version__, cli
from tests.conftest import ROOT
from tests.sites import BRIEFS, build, example, hashes, run

SCHEMA = json.loads((ROOT / "tests" / "brief.schema.json").read_text(encoding="utf-8"))
SEEDS = sorted((ROOT / "seeds").glob("*.md"))
BROKEN = ROOT / "tests" / "broken_seeds"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site, built."""
    folder = example(tmp_path_factory.mktemp("built"))
    build(folder)
    return folder


def test_extract_of_one_article_is_one_object(tmp_path: Path) -> None:
    done = run(tmp_path, "extract", str(SEEDS[0]), "--annotations")
    assert done.returncode == 0, done.stderr
    brief = json.loads(done.stdout)
    jsonschema.validate(brief, SCHEMA)
    assert brief["article"]["id"] == SEEDS[0].stem
    assert brief["annotations"]["timexes"]


def test_extract_of_a_folder_is_json_lines_in_order(tmp_path: Path) -> None:
    done = run(tmp_path, "extract", str(ROOT / "seeds"))
    briefs = [json.loads(line) for line in done.stdout.splitlines()]
    assert [brief["article"]["id"] for brief in briefs] == [path.stem for path in SEEDS]
    for brief in briefs:
        jsonschema.validate(brief, SCHEMA)


def evidence_of(node: object) -> list[dict[str, object]]:
    if isinstance(node, dict):
        own = node.get("evidence", [])
        return [*own, *(piece for value in node.values() for piece in evidence_of(value))]
    if isinstance(node, list):
        return [piece for value in node for piece in evidence_of(value)]
    return []


def test_every_evidence_stands_in_the_article_and_no_component_fails(tmp_path: Path) -> None:
    for line in run(tmp_path, "extract", str(ROOT / "seeds")).stdout.splitlines():
        brief = json.loads(line)
        text = brief["article"]["text"]
        for piece in evidence_of(brief):
            assert text[piece["start"] : piece["end"]] == piece["quote"]
        assert [remark for remark in brief["diagnostics"] if remark["code"] == "component-failed"] == []


def test_hash_seeds_change_nothing(tmp_path: Path) -> None:
    first, second = (
        run(tmp_path, "extract", str(ROOT / "seeds"), environment={"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    )
    assert first == second


def test_a_second_build_changes_no_byte(site: Path) -> None:
    before = hashes(site)
    build(site)
    assert hashes(site) == before


def test_a_build_elsewhere_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    other = example(tmp_path)
    build(other)
    assert hashes(other / "site") == hashes(site / "site")


def test_mkdocs_alone_does_the_same(site: Path, tmp_path: Path) -> None:
    other = example(tmp_path)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=other, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    assert hashes(other / "site") == hashes(site / "site")


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_site_that_only_names_the_plugin_reads_well(tmp_path: Path, theme: str) -> None:
    (tmp_path / "docs").mkdir()
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    settings = f"site_name: Plain\ntheme: {theme}\nplugins: [search, briefs]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build(tmp_path)
    for page in sorted((tmp_path / "site").rglob("index.html")):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"\{[#.][a-z-]+\}|\[\^|^\s*(?:<p>)?\?\?\? |\*\*", text, re.MULTILINE), page


def test_generate_check_names_what_would_change(tmp_path: Path) -> None:
    folder = example(tmp_path)
    assert run(folder, "generate").returncode == 0
    assert run(folder, "generate", "--check").returncode == 0
    seed = folder / "seeds" / SEEDS[0].name
    seed.write_text(
        seed.read_text(encoding="utf-8") + "\nFrance demanded on Wednesday that Russia withdraw.\n", encoding="utf-8"
    )
    before = hashes(folder)
    done = run(folder, "generate", "--check")
    assert done.returncode == 1
    assert f"briefs/{SEEDS[0].stem}.md" in done.stdout
    assert {name: code for name, code in hashes(folder).items() if not name.startswith(".cache")} == {
        name: code for name, code in before.items() if not name.startswith(".cache")
    }


def test_check_holds_pages_to_their_source(tmp_path: Path) -> None:
    folder = example(tmp_path)
    run(folder, "generate")
    assert run(folder, "check").returncode == 0
    page = folder / "docs" / "briefs" / f"{SEEDS[0].stem}.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\nThe minister said “we invented this sentence”.\n", encoding="utf-8"
    )
    done = run(folder, "check")
    assert done.returncode == 1
    assert "we invented this sentence" in done.stdout
    page.write_text("", encoding="utf-8")
    done = run(folder, "check")
    assert done.returncode == 1
    assert "holds nothing; delete it to have it written anew" in done.stdout


def test_a_page_that_is_no_text_is_one_line_with_its_place(site: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(site, tmp_path / "site")
    page = folder / "docs" / "briefs" / "drills-and-diplomacy.md"
    whole = page.read_bytes()
    page.write_bytes(b"---\n" + b"caf\xe9\n")
    said = "docs/briefs/drills-and-diplomacy.md:2: error: is no UTF-8 text; save it as UTF-8"
    done = run(folder, "check")
    assert done.returncode == 1
    assert said in done.stdout
    page.write_bytes(whole)
    (folder / "docs" / "note.md").write_text("# A note\n", encoding="utf-8")
    build(folder)
    for _ in ("a page alone", "the site in full"):
        (folder / "docs" / "note.md").write_bytes(b"# A note\n\ncaf\xe9\n")
        done = run(folder, "build")
        assert done.returncode == 1
        assert done.stderr.startswith("docs/note.md:3: error: is no UTF-8 text; save it as UTF-8")
        assert done.stderr.count("\n") == 1
        shutil.rmtree(folder / ".cache")


def test_a_writers_words_outlive_a_new_source(tmp_path: Path) -> None:
    folder = example(tmp_path)
    run(folder, "generate")
    page = folder / "docs" / "briefs" / f"{SEEDS[0].stem}.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nA sentence of my own.\n", encoding="utf-8")
    seed = folder / "seeds" / SEEDS[0].name
    seed.write_text(seed.read_text(encoding="utf-8").replace("140,000", "150,000"), encoding="utf-8")
    run(folder, "generate")
    assert "A sentence of my own." in page.read_text(encoding="utf-8")


def test_bad_input_costs_only_itself(tmp_path: Path) -> None:
    folder = example(tmp_path)
    shutil.copy(BROKEN / "empty.md", folder / "seeds")
    shutil.copy(BROKEN / "impossible-date.md", folder / "seeds")
    done = run(folder, "build")
    assert done.returncode == 1
    assert "empty.md:1:" in done.stderr
    assert "impossible-date.md:" in done.stderr
    assert (folder / "site" / "briefs" / SEEDS[0].stem / "index.html").is_file()
    assert not (folder / "docs" / "briefs" / "empty.md").exists()


def test_extract_of_a_missing_file_says_so_in_one_line(tmp_path: Path) -> None:
    done = run(tmp_path, "extract", "nowhere.md")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1


def test_a_missing_pipeline_gives_one_line(tmp_path: Path) -> None:
    folder = example(tmp_path)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace("  - briefs\n", "  - briefs:\n      pipeline: en_nowhere_sm\n"))
    done = run(folder, "build")
    assert done.returncode == 1
    assert "en_nowhere_sm" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_configuration_the_message_says_what_to_do(tmp_path: Path) -> None:
    done = run(tmp_path, "build")
    assert done.returncode == 1
    assert "mkdocs.yml" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_in_use_gives_one_line(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run(site, "serve", "--dev-addr", f"127.0.0.1:{taken.getsockname()[1]}")
    assert done.returncode == 1
    assert "--dev-addr" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["--nonsense"], ["extract"], ["nonsense"]])
def test_wrong_usage_is_2(tmp_path: Path, arguments: list[str]) -> None:
    assert run(tmp_path, *arguments).returncode == 2


def test_version() -> None:
    assert __version__ in subprocess.run([BRIEFS, "--version"], capture_output=True, text=True, check=True).stdout


def test_help_names_every_command() -> None:
    shown = CliRunner().invoke(cli.briefs, ["--help"]).output
    assert all(name in shown for name in cli.briefs.commands)


def test_an_interruption_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.briefs, "main", interrupted)
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    assert leaving.value.code == 130


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OSError(28, "No space left on device"), 1, "standard output: error: cannot be read or written (No space left"),
        (
            PermissionError(13, "Permission denied", f"{Path.cwd()}/site/x"),
            1,
            "site/x: error: cannot be read or written",
        ),
        (FileNotFoundError(2, "No such file", "site/x"), 3, "fault of briefs"),
    ],
)
def test_what_disk_or_rights_refuse_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: OSError, code: int, said: str
) -> None:
    def refused(**_: object) -> None:
        raise error

    monkeypatch.setattr(cli.briefs, "main", refused)
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    assert leaving.value.code == code
    told = capsys.readouterr().err
    assert said in told
    assert ("Traceback" in told) == (code == 3)


def test_a_full_disk_behind_standard_output_is_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [str(BRIEFS), "facts", "--schema"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("standard output: error: ")
    assert done.stderr.count("\n") == 1


def test_every_message_names_its_file_as_seen_from_here(tmp_path: Path) -> None:
    folder = example(tmp_path)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace("  - briefs\n", "  - briefs: {sees: x}\n"), encoding="utf-8")
    shutil.copy(BROKEN / "empty.md", folder / "seeds")
    (folder / "facts").mkdir(exist_ok=True)
    (folder / "facts" / "nobody.yml").write_text("actors: {}\n", encoding="utf-8")
    (folder / "facts" / f"{SEEDS[0].stem}.yml").write_text("actors: [\n", encoding="utf-8")
    seed = folder / "seeds" / SEEDS[1].name
    seed.write_text(seed.read_text(encoding="utf-8").replace("---\n", "---\nweather: fine\n", 1), encoding="utf-8")
    for command in (("generate",), ("generate", "--check"), ("build",)):
        done = run(folder, *command)
        assert done.returncode == 1
        assert str(folder) not in done.stderr
        for name in (f"seeds/{SEEDS[1].name}:2", "facts/nobody.yml:1", "facts/", "seeds/empty.md:1", "mkdocs.yml:"):
            assert name in done.stderr


def test_a_setting_that_nobody_knows_is_a_warning(tmp_path: Path) -> None:
    folder = example(tmp_path)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace("  - briefs\n", "  - briefs: {sees: x}\n"), encoding="utf-8")
    said = "mkdocs.yml:9: warning: the plugin 'briefs' has no setting 'sees'; did you mean 'seeds'?"
    for _again in range(2):
        done = run(folder, "generate")
        assert done.returncode == 0
        assert said in done.stderr.splitlines()
        assert run(folder, "generate", "--strict").returncode == 1
    assert run(folder, "build", "--strict").returncode == 1


def test_a_fault_of_ours_is_3(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(cli.briefs, "main", broken)
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    assert leaving.value.code == 3
    assert "fault of briefs" in capsys.readouterr().err
