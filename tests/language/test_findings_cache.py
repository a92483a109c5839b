from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.language.findings_cache import FindingsCache

DAY = 86_400


def aged(path: Path, days: int) -> None:
    then = time.time() - days * DAY
    os.utime(path, (then, then))


def test_what_is_kept_comes_back_under_the_same_rules_only(tmp_path: Path) -> None:
    cache = FindingsCache(tmp_path, "a" * 64)
    key = cache.key(b"article")
    cache.keep(key, b"findings")
    again = FindingsCache(tmp_path, "a" * 64)
    assert again.get(again.key(b"article")) == b"findings"
    assert again.get(again.key(b"another")) is None
    other = FindingsCache(tmp_path, "b" * 64)
    assert other.get(other.key(b"article")) is None


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    cache = FindingsCache(tmp_path, "a" * 64)
    cache.keep(cache.key(b"article"), b"findings " * 100)
    (entry,) = tmp_path.glob("*/??/*")
    sound = entry.read_bytes()
    for place in range(len(sound)):
        entry.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        assert cache.get(cache.key(b"article")) in {None, b"findings " * 100}


def test_results_of_three_sets_of_rules_stay(tmp_path: Path) -> None:
    for days, letter in enumerate("abcd"):
        FindingsCache(tmp_path, letter * 64)
        aged(tmp_path / (letter * 20), 9 - days)
    FindingsCache(tmp_path, "b" * 64)  # used again, so no longer the oldest
    FindingsCache(tmp_path, "e" * 64)
    assert sorted(path.name[0] for path in tmp_path.iterdir()) == ["b", "d", "e"]


def test_what_nobody_asks_for_goes(tmp_path: Path) -> None:
    cache = FindingsCache(tmp_path, "a" * 64)
    for article in (b"old", b"new"):
        cache.keep(cache.key(article), article)
    for entry in tmp_path.glob("*/??/*"):
        aged(entry, 70)
    aged(tmp_path / ("a" * 20) / "swept", 40)
    assert cache.get(cache.key(b"new")) == b"new"
    again = FindingsCache(tmp_path, "a" * 64)
    assert again.get(again.key(b"new")) == b"new"
    assert again.get(again.key(b"old")) is None


@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_folder_without_rights_keeps_nothing_and_breaks_nothing(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(mode)
    try:
        cache = FindingsCache(tmp_path / "findings", "a" * 64)
        cache.keep(cache.key(b"article"), b"findings")
        assert cache.get(cache.key(b"article")) in {None, b"findings"}  # root may write everywhere
    finally:
        tmp_path.chmod(0o700)
