"""The search index of a built site."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator.errors import SearchIndexFailed
from generator.site import search
from tests.sites import hashes


def page(folder: Path, name: str, text: str, *, body: str = "data-pagefind-body") -> None:
    path = folder / name / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'<!doctype html><html lang="en"><head><title>{name}</title>'
        f'<meta name="briefs:actor" data-pagefind-filter="actor[content]" content="Norland"></head>'
        f"<body><nav>menu words</nav><article {body}><h1>{name}</h1>{text}</article></body></html>",
        encoding="utf-8",
    )


def fragments(folder: Path) -> list[dict[str, object]]:
    found = []
    for path in sorted((folder / search.FOLDER / "fragment").glob("*.pf_fragment")):
        content = gzip.decompress(path.read_bytes()).decode("utf-8").removeprefix("pagefind_dcd")
        found.append(json.loads(content))
    return sorted(found, key=lambda one: str(one["url"]))


def test_what_a_theme_marks_is_found_with_the_ids_on_it(tmp_path: Path) -> None:
    page(tmp_path, "strait", '<ul><li><strong id="d-1">Norland</strong> asks<a class="headerlink">¶</a></li></ul>')
    page(tmp_path, "menu", "no part of the search", body="")
    search.write_index(tmp_path)
    (found,) = fragments(tmp_path)
    assert found["url"] == "/strait/"
    assert "¶" not in str(found["content"])
    assert "menu words" not in str(found["content"])
    assert found["filters"] == {"actor": ["Norland"]}
    assert "d-1" in str(found["anchors"])


def test_where_nobody_may_link_pages_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError

    for name in ("linked", "copied"):
        page(tmp_path / name, "strait", "<p>Text.</p>")
        page(tmp_path / name, "menu", "no part of the search", body="")
        search.write_index(tmp_path / name)
        monkeypatch.setattr(Path, "symlink_to", refuse)
    assert hashes(tmp_path / "linked") == hashes(tmp_path / "copied")


def test_equal_pages_give_equal_bytes_and_untouched_files(tmp_path: Path) -> None:
    for name in ("first", "second"):
        for n in range(12):
            page(tmp_path / name, f"page-{n}", f"<p>Text number {n} on the strait.</p>")
        search.write_index(tmp_path / name)
    assert hashes(tmp_path / "first") == hashes(tmp_path / "second")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "first").rglob("*")}
    search.write_index(tmp_path / "first")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "first").rglob("*")} == before


def test_an_index_brought_up_to_date_equals_one_made_anew(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for n in range(5):
        page(old, f"page-{n}", f"<p>Text number {n}.</p>")
    search.write_index(old)
    page(old, "page-2", "<p>Another text.</p>")
    (old / "page-3" / "index.html").unlink()
    search.write_index(old)
    for n in (0, 1, 2, 4):
        page(new, f"page-{n}", "<p>Another text.</p>" if n == 2 else f"<p>Text number {n}.</p>")
    search.write_index(new)
    assert hashes(old / search.FOLDER) == hashes(new / search.FOLDER)


def test_only_what_a_search_reads_is_published(tmp_path: Path) -> None:
    page(tmp_path, "strait", "<p>Text.</p>")
    search.write_index(tmp_path)
    names = {path.name for path in (tmp_path / search.FOLDER).iterdir()}
    assert {"pagefind.js", "pagefind-entry.json"} <= names
    assert not any(word in name for name in names for word in ("ui", "playground", "worker"))


def test_a_failure_says_what_pagefind_says(tmp_path: Path) -> None:
    with pytest.raises(SearchIndexFailed, match=r"has no search index: .+; see to 'pip install"):
        search.write_index(tmp_path / "nowhere")
