"""What is kept of a build: nothing that is damaged is ever taken for what was kept."""

from __future__ import annotations

import gzip
import os
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kept.stamps import TICK, differing, stamps
from generator.kept.store import Store
from generator.site.record import Record, read_record, write_record
from generator.site.search_order import MARK, ordered
from tests.sites import BRIEFS, example, hashes, run

RECORD = Record(
    configuration="/site/mkdocs.yml",
    ground="g",
    today="",
    roots=("/site/docs",),
    inputs={"/site/docs/a.md": (3, 4, 5, 6)},
    texts={"/site/docs/a.md": "hash"},
    site="/site/site",
    outputs={"/site/site/a/index.html": (1, 2, 3, 4)},
    said=(("page", "a.md", 30, "a link to nothing"),),
    summary="1 brief in site",
    failed=False,
    renewable=True,
    waiting=(),
    build="one",
)
NAMES = st.text("abc:/", min_size=1, max_size=4)


@given(st.integers(min_value=0), st.integers(1, 255))
@settings(deadline=None)
def test_a_record_is_whole_or_none(place: int, change: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.json"
        write_record(path, RECORD)
        assert read_record(path) == RECORD
        content = bytearray(path.read_bytes())
        content[place % len(content)] ^= change
        path.write_bytes(content)
        assert read_record(path) is None


def test_no_record_is_none(tmp_path: Path) -> None:
    assert read_record(tmp_path / "record.json") is None


@given(st.dictionaries(NAMES, st.binary(max_size=30)), st.dictionaries(NAMES, st.binary(max_size=30)), st.sets(NAMES))
@settings(deadline=None, max_examples=25)
def test_a_store_gives_what_it_was_given(first: dict[str, bytes], then: dict[str, bytes], gone: set[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "pages.sqlite")
        assert store.get("one", first) is None
        store.replace("one", [(f"v{name}", value) for name, value in first.items()])
        assert store.get("one", [f"v{name}" for name in first]) == {f"v{name}": value for name, value in first.items()}
        store.update("two", {f"v{name}": value for name, value in then.items()}, [f"v{name}" for name in gone])
        assert store.get("one", []) is None
        left = {name: value for name, value in first.items() if name not in gone} | then
        everything = [f"v{name}" for name in {*first, *then, *gone}]
        assert store.get("two", everything) == {f"v{name}": value for name, value in left.items()}


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_a_damaged_store_gives_nothing_wrong(data: st.DataObject) -> None:
    values = {f"page:{number}": bytes([number]) * 900 for number in range(12)}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.sqlite"
        store = Store(path)
        store.replace("one", values.items())
        content = bytearray(path.read_bytes())
        for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=20)):
            content[place] ^= data.draw(st.integers(1, 255))
        path.write_bytes(content)
        found = store.get("one", values) or {}
        assert found.items() <= values.items()


def test_stamps_wait_until_they_prove_something(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("a", encoding="utf-8")
    first = stamps([str(tmp_path)])
    assert time.time_ns() - path.stat().st_ctime_ns > TICK
    about = path.stat()
    path.write_text("b", encoding="utf-8")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert differing(first, stamps([str(tmp_path)])) == {str(path)}


def test_a_folder_in_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    (tmp_path / "round").symlink_to(tmp_path)
    assert {Path(path).name for path in stamps([str(tmp_path)])} == {"a.md"}


def filtered(values: list[str]) -> bytes:
    """A filter as Pagefind writes it."""
    pairs = b"".join(b"\x82" + bytes([0x60 + len(value)]) + value.encode() + b"\x81\x00" for value in values)
    return gzip.compress(MARK + b"\x82" + b"\x64year" + bytes([0x80 + len(values)]) + pairs)


@given(st.permutations(["2021", "2022", "2023", "a"]))
def test_an_index_has_one_order(values: list[str]) -> None:
    def index(order: list[str]) -> dict[str, bytes]:
        known = MARK + b"\x84" + b"\x651.5.2" + b"\x80\x80" + b"\x81\x82" + b"\x64year" + b"\x6aen_1234567"
        entry = msgspec.json.encode({"version": "1.5.2", "languages": {"en": {"hash": "en_abcdefabcd"}}})
        return ordered(
            {
                "filter/en_1234567.pf_filter": filtered(order),
                "pagefind.en_abcdefabcd.pf_meta": gzip.compress(known),
                "pagefind-entry.json": entry,
            }
        )

    made = index(values)
    assert made == index(sorted(values))
    (name,) = (path for path in made if path.endswith(".pf_filter"))
    (meta,) = (path for path in made if path.endswith(".pf_meta"))
    assert Path(name).stem.encode() in gzip.decompress(made[meta])
    assert meta.split(".")[1] in made["pagefind-entry.json"].decode()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = example(tmp_path_factory.mktemp("twice"))
    assert run(folder, "build").returncode == 0
    return folder


def test_two_builds_at_once_wait_for_each_other(site: Path) -> None:
    page = site / "docs" / "briefs" / "polls-and-allies.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nA remark.\n", encoding="utf-8")
    codes: list[int] = []
    turns = [threading.Thread(target=lambda: codes.append(run(site, "build").returncode)) for _ in range(2)]
    for turn in turns:
        turn.start()
    for turn in turns:
        turn.join()
    assert codes == [0, 0]
    built = hashes(site / "site")
    assert "A remark." in (site / "site" / "briefs" / "polls-and-allies" / "index.html").read_text(encoding="utf-8")
    assert run(site, "build").returncode == 0
    assert hashes(site / "site") == built


def test_a_build_that_is_cut_off_is_made_good(site: Path) -> None:
    built = hashes(site / "site")
    (site / "mkdocs.yml").touch()
    (site / "docs" / "other.css").write_text("p {}", encoding="utf-8")
    script = (
        "import os, threading; threading.Timer({}, lambda: os.kill(os.getpid(), 2)).start(); "
        "import sys; sys.argv = ['briefs', 'build']; from generator.cli import main; main()"
    )
    for seconds in (0.3, 0.9, 1.8):
        command = [str(BRIEFS.with_name("python")), "-c", script.format(seconds)]
        subprocess.run(command, cwd=site, capture_output=True, check=False)
    (site / "docs" / "other.css").unlink()
    assert run(site, "build").returncode == 0
    assert hashes(site / "site") == built
