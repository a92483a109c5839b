from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import FrontMatterInvalid
from generator.sources import front_matter

PATH = Path("seeds/pilots.md")


def test_a_text_without_front_matter_is_all_body() -> None:
    for text in ("", "The port waits.\n", "---\n\nA line above.\n", "----\nfour\n----\n"):
        matter, body = front_matter.split(PATH, text)
        assert matter == front_matter.FrontMatter()
        assert body == text


def test_empty_front_matter_and_empty_values_say_nothing() -> None:
    for text in ("---\n---\nThe port waits.\n", "---\ntitle:\npublished: null\ntags: ~\n---\nThe port waits.\n"):
        assert front_matter.split(PATH, text) == (front_matter.FrontMatter(), "The port waits.\n")


def test_values_are_what_their_author_typed() -> None:
    matter, _ = front_matter.split(PATH, "---\ntitle: 1984\nstory: yes\noutlet: 0x1F\ntags: 1, two ,1\n---\n")
    assert (matter.title, matter.story, matter.outlet, matter.tags) == ("1984", "yes", "0x1F", ("1", "two"))


@pytest.mark.parametrize(
    ("written", "date"),
    [("2022", "2022"), ("2022-02", "2022-02"), ("'2022-02-09'", "2022-02-09"), ("2022-02-09 23:30", "2022-02-09")],
)
def test_dates_are_cut_at_their_grain(written: str, date: str) -> None:
    assert front_matter.split(PATH, f"---\npublished: {written}\n---\n")[0].published == date


@pytest.mark.parametrize(
    "written", ["2022-02-30", "2022-13", "0000", "9 Feb 2022", "20220209", "[2022-02-09]", "2022-2-9"]
)
def test_other_dates_are_refused_with_their_line(written: str) -> None:
    with pytest.raises(FrontMatterInvalid, match=r"pilots.md:3: 'date' .*; "):
        front_matter.split(PATH, f"---\ntitle: x\ndate: {written}\n---\n")


def test_an_unknown_key_is_a_warning_with_its_line() -> None:
    matter, _ = front_matter.split(PATH, "---\ntitle: x\nTags: y\nweather: fine\n---\n")
    assert [(remark.severity, remark.line) for remark in matter.diagnostics] == [("warning", 3), ("warning", 4)]
    assert "did you mean 'tags'?" in matter.diagnostics[0].message


def test_authors_may_stand_in_a_list() -> None:
    matter, _ = front_matter.split(PATH, "---\nauthor:\n  - By Ann Lee\n  - Bob Roe\n---\n")
    assert matter.byline == ("Ann Lee", "Bob Roe")


def test_deep_nesting_is_refused_and_nothing_else() -> None:
    with pytest.raises(FrontMatterInvalid):
        front_matter.split(PATH, f"---\ntitle: {'[' * 5000}\n---\n")


def test_an_unknown_key_is_kept_as_its_author_wrote_it() -> None:
    lines = 'weather: "fine"\ndesk: {shift: late,\n  phone: [1, 2]}\nnotes:\n  - one\n  - two\ntitle: x\nempty:\n'
    matter, _ = front_matter.split(PATH, f"---\n{lines}---\n")
    assert {one.key: one.value for one in matter.other} == {
        "weather": "fine",
        "desk": "{shift: late,\n  phone: [1, 2]}",
        "notes": "- one\n  - two",
        "empty": "",
    }


@pytest.mark.parametrize("line", ['title: "a \\ud83d"', 'tags: [a, "\\udc00"]', '"\\ud83d": x', 'weather: "\\ud83d"'])
def test_half_a_character_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(FrontMatterInvalid, match=r"pilots.md:3: .* half a character .*; ") as refused:
        front_matter.split(PATH, f"---\nstory: x\n{line}\n---\n")
    assert str(refused.value).isprintable()


def test_both_halves_of_a_character_are_that_character() -> None:
    assert front_matter.split(PATH, '---\ntitle: "a \\ud83d\\ude00"\n---\n')[0].title == "a \U0001f600"


def test_escapes_bring_in_nothing_that_a_text_may_not_hold() -> None:
    escaped = "a\\0\\e[1m\\u202eb\\u2066c\\u2029d e\\u0301"
    matter, _ = front_matter.split(PATH, f'---\ntitle: "{escaped}"\ntags: ["{escaped}", "\\u200e"]\n---\n')
    assert matter.title == "a[1mbc d é"
    assert matter.tags == ("a[1mbc d é",)
