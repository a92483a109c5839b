from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.errors import GeneratorError, NotEnglish, SourceTooLarge, SourceUnreadable
from generator.model.article import Article
from generator.sources import read, reading

BODY = "The pilots' union asked the port authority for a written offer by Friday.\n\nThe authority has not answered.\n"
FULL = """---
title: "Pilots wait:  an offer is due"
published: 2023-05-04T18:30:00+02:00
outlet: Harbour Post
source: Harbour Post, city edition
url: https://example.org/pilots?page=1
byline: By Ann Lee and Bob Roe
story: pilots
tags: [harbour, strike, harbour]
language: en-GB
status: embargo
embargo_until: 2023-05-05 06:00:00Z
publish_source: none
---
"""


def article(place: Path, text: str | bytes, name: str = "pilots.md") -> Article:
    path = place / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read(path)


def test_every_key_of_front_matter_arrives(tmp_path: Path) -> None:
    found = article(tmp_path, FULL + BODY)
    assert found == Article(
        id="pilots",
        path=str(tmp_path / "pilots.md"),
        title="Pilots wait: an offer is due",
        text=BODY.strip(),
        sha256=hashlib.sha256((FULL + BODY).encode()).hexdigest(),
        published="2023-05-04",
        published_basis="front-matter",
        outlet="Harbour Post",
        source="Harbour Post, city edition",
        url="https://example.org/pilots?page=1",
        byline=("Ann Lee and Bob Roe",),
        story="pilots",
        tags=("harbour", "strike"),
        status="embargo",
        embargo_until="2023-05-05T06:00:00+00:00",
        publish_source="none",
    )


def test_a_heading_cannot_turn_its_words_round(tmp_path: Path) -> None:
    assert article(tmp_path, f"# Pilots \u202ewait\u2066\n\n{BODY}").title == "Pilots wait"


def test_a_bare_text_has_neither_title_nor_date(tmp_path: Path) -> None:
    found = article(tmp_path, BODY, "000_4d294eaf58eb1626.txt")
    assert (found.title, found.published, found.published_basis) == ("", None, "none")


def test_a_date_in_the_name_stands_in_for_front_matter(tmp_path: Path) -> None:
    found = article(tmp_path, BODY, "2023-05-04-pilots.txt")
    assert (found.published, found.published_basis) == ("2023-05-04", "file-name")


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_make_no_difference(tmp_path: Path, ends: str) -> None:
    text = FULL + BODY
    other = article(tmp_path, text.replace("\n", ends), "other.md")
    assert other.text == article(tmp_path, text).text
    assert other.published == "2023-05-04"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_followed(tmp_path: Path, encoding: str) -> None:
    found = article(tmp_path, (FULL + "Zürich’s answer is awaited.\n").encode(encoding))
    assert found.text == "Zürich’s answer is awaited."
    assert found.title.startswith("Pilots")
    assert not found.diagnostics


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_a_legacy_encoding_is_read_with_a_warning(tmp_path: Path, encoding: str) -> None:
    text = BODY * 3 + "Zürich’s “answer” is awaited in Genève.\n"
    found = article(tmp_path, text.encode(encoding))
    assert found.text.endswith("Zürich’s “answer” is awaited in Genève.")
    assert [(remark.code, remark.line) for remark in found.diagnostics] == [("encoding", 10)]


def test_odd_bytes_in_utf_8_are_read_with_a_warning(tmp_path: Path) -> None:
    raw = "Zürich and Genève wait.\n\nThe port charges ".encode() + b"\xa35 a day.\n"
    found = article(tmp_path, raw)
    assert found.text == "Zürich and Genève wait.\n\nThe port charges £5 a day."
    assert [(remark.code, remark.line) for remark in found.diagnostics] == [("encoding", 3)]


def test_certain_mojibake_is_mended_and_other_letters_are_not(tmp_path: Path) -> None:
    found = article(tmp_path, "ZÃ¼rich waits.\n\nThe “café” in “São Paulo” is closed.\n")
    assert found.text == "Zürich waits.\n\nThe “café” in “São Paulo” is closed."
    assert [(remark.code, remark.line) for remark in found.diagnostics] == [("mojibake", 1)]


def test_quotation_marks_and_signs_stay_as_they_are(tmp_path: Path) -> None:
    text = "He said \"no\" and ``never'' for $5, or 3*4, to a_b_c [sic] <TSBA.T> & Co.; the s**t list — “all”…"
    assert article(tmp_path, text, "a.txt").text == text
    assert article(tmp_path, text, "a.md").text == text


def test_too_many_bytes_are_refused_unread(tmp_path: Path) -> None:
    with pytest.raises(SourceTooLarge, match=r"pilots.md:1: is too large .*; split it"):
        article(tmp_path, b"word " * (reading.MOST_BYTES // 5 + 1))


def test_too_long_a_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceTooLarge, match="characters"):
        article(tmp_path, "The port waits. " * (reading.LONGEST_TEXT // 16 + 1))


def test_a_folder_with_a_source_s_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(SourceUnreadable, match=r"folder.md:1: is a folder; "):
        read(tmp_path / "folder.md")


def test_a_missing_file_and_a_link_to_nothing_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("nowhere.md")
    with pytest.raises(SourceUnreadable, match=r"link.md:1: is a link to nothing; "):
        read(tmp_path / "link.md")
    with pytest.raises(SourceUnreadable, match=r"none.md:1: there is no such file; "):
        read(tmp_path / "none.md")


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(SourceUnreadable, match=r"pilots.md:1: may not be read; "):
        article(tmp_path, BODY)


def test_front_matter_that_says_english_is_believed(tmp_path: Path) -> None:
    text = (
        "Die Hafenbehörde erklärte am Montag, sie werde der Gewerkschaft der Lotsen binnen einer Woche antworten, " * 3
    )
    with pytest.raises(NotEnglish):
        article(tmp_path, text)
    assert article(tmp_path, f"---\nlanguage: en\n---\n{text}").text


def test_no_file_of_any_suffix_is_half_read(tmp_path: Path) -> None:
    for suffix in (".md", ".txt", ".html"):
        with pytest.raises(GeneratorError, match="holds no text"):
            article(tmp_path, " \n\t\n", f"blank{suffix}")


def test_what_of_a_source_is_shown_follows_the_site_where_the_article_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "pilots.md"
    path.write_text(BODY, encoding="utf-8")
    assert read(path).publish_source == "passages"
    assert read(path, publish_source="full").publish_source == "full"
    path.write_text(FULL + BODY, encoding="utf-8")
    assert read(path, publish_source="full").publish_source == "none"
