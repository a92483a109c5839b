from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.errors import NoSources, SourceNameOdd, SourcesClash, SourceUnreadable
from generator.sources import find, read, slug


def folder_of(place: Path, *names: str) -> Path:
    for name in names:
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.", encoding="utf-8")
    return place


def test_articles_come_sorted_by_stem_whatever_their_suffix(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "b.md", "a.txt", "B.html", "c.html", "d.htm", "notes.pdf", ".hidden.md", "deeper/d.md")
    paths, errors = find([folder])
    assert [path.name for path in paths] == ["B.html", "a.txt", "c.html"]
    assert [type(error) for error in errors] == [SourcesClash]


def test_recursive_goes_deeper(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "z.md", "deeper/a.md", "deeper/.git/b.md", "deeper/still/m.txt")
    paths, errors = find([folder], recursive=True)
    assert [path.stem for path in paths] == ["a", "m", "z"]
    assert not errors


def test_the_order_of_arguments_and_doubles_change_nothing(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "a.md", "b.md")
    assert find([folder / "b.md", folder])[0] == find([folder, folder / "a.md"])[0]


def test_a_clash_costs_only_the_second_file_and_names_both(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "Port strike.md", "port-strike.txt", "other.md")
    paths, errors = find([folder])
    assert [path.name for path in paths] == ["Port strike.md", "other.md"]
    (error,) = errors
    assert "Port strike.md" in str(error)
    assert "port-strike.txt" in str(error)


def test_two_files_of_one_stem_clash(tmp_path: Path) -> None:
    _, errors = find([folder_of(tmp_path, "talks.md", "talks.txt")])
    assert [type(error) for error in errors] == [SourcesClash]


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    _, errors = find([folder_of(tmp_path, "notes.pdf")])
    assert [type(error) for error in errors] == [NoSources]


@pytest.mark.parametrize(
    ("name", "why"), [("missing.pdf", "there is no such file"), ("notes.pdf", "is not an article")]
)
def test_what_is_no_article_is_an_error(tmp_path: Path, name: str, why: str) -> None:
    folder_of(tmp_path, "notes.pdf")
    paths, errors = find([tmp_path / name])
    assert not paths
    assert [type(error) for error in errors] == [SourceUnreadable]
    assert why in str(errors[0])


def test_a_missing_article_is_left_to_its_reader(tmp_path: Path) -> None:
    paths, errors = find([tmp_path / "missing.md"])
    assert [path.name for path in paths] == ["missing.md"]
    assert not errors


@pytest.mark.parametrize(
    ("stem", "name"),
    [("Belarus Drills", "belarus-drills"), ("AP900815-0044", "ap900815-0044"), ("Ünruhe_in.Łódź", "unruhe-in-lodz")],
)
def test_slugs_are_lower_case_ascii_with_hyphens(stem: str, name: str) -> None:
    assert slug(stem) == name


def test_no_stem_gives_an_empty_slug() -> None:
    assert slug("!!!") != slug("???")
    assert slug("!!!").startswith("article-")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"caf\xe9.md", "caf\\xe9.md"),
        (b"two\nlines.md", "two\\x0alines.md"),
        ("two\u2028lines.md".encode(), "two\\u2028lines.md"),
        ("two\u2029lines.md".encode(), "two\\u2029lines.md"),
        ("two\u0085lines.md".encode(), "two\\x85lines.md"),
    ],
)
def test_a_name_that_cannot_be_shown_costs_one_line(tmp_path: Path, name: bytes, shown: str) -> None:
    folder_of(tmp_path, "a.md", "zwei\u00a0Wörter.md", "日本.md")
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    odd.write_text("Text.", encoding="utf-8")
    for paths in ([tmp_path], [odd, tmp_path / "a.md"]):
        found, errors = find(paths)
        assert (tmp_path / "a.md") in found
        assert [type(error) for error in errors] == [SourceNameOdd]
        assert str(errors[0]).startswith(f"{tmp_path}/{shown}:1: ")
        assert str(errors[0]).isprintable()


def test_loops_of_links_end(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "a.md", "deeper/b.md")
    (folder / "deeper" / "up").symlink_to(folder)
    (folder / "self.md").symlink_to(folder / "self.md")
    paths, errors = find([folder], recursive=True)
    assert [path.name for path in paths] == ["a.md", "b.md", "self.md"]
    assert not errors
    with pytest.raises(SourceUnreadable, match=r"self\.md:1: cannot be read \(Too many levels of symbolic links\); "):
        read(folder / "self.md")


def test_a_folder_that_may_not_be_opened_costs_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(folder: str) -> object:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(os, "scandir", refused)
    paths, errors = find([tmp_path])
    assert not paths
    assert [str(error) for error in errors] == [f"{tmp_path}:1: the folder cannot be opened; check its permissions"]


def test_a_hundred_thousand_files_are_sorted_in_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{number:06}-report.md" for number in range(100_000)]
    monkeypatch.setattr(os, "walk", lambda folder, **_: iter([(folder, [], names[::-1])]))
    before = time.process_time()
    paths, errors = find([Path(__file__).parent])
    assert [path.name for path in paths] == names
    assert not errors
    assert time.process_time() - before < 10
