"""What holds for whatever stands in a file."""

from __future__ import annotations

import string
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.model.article import Article
from generator.sources import boilerplate, markdown, paragraphs, read

PIECES = st.sampled_from(
    (
        *"aZ é Ã©â€™“”—–-*_#>[]()!&;:,.'`\\|~$0129 \t",
        *("\n", "\r\n", "\n\n", "---\n", "title: ", "the ", "and ", "By ", "\u2028", "MOSCOW — ", "(Reuters)"),
        *("May 4, 2023", "<p>", "</b>", "<!--", "&amp;", "contributed to this report.", "\x00", "\u0301"),
    )
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))
SUFFIXES = st.sampled_from([".md", ".txt", ".html"])


def article(raw: bytes, suffix: str) -> Article | None:
    """The article that the bytes make, or None where they are refused in one line that says where and what to do."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"pilots{suffix}"
        path.write_bytes(raw)
        try:
            return read(path)
        except GeneratorError as error:
            line = str(error)
    assert line.startswith(f"{path}:")
    assert "; " in line
    assert "\n" not in line
    return None


def assert_sound(found: Article) -> None:
    assert found.text == unicodedata.normalize("NFC", found.text)
    assert found.text
    for paragraph in found.text.split("\n\n"):
        assert paragraph == paragraph.strip()
        assert paragraph
        assert "\n" not in paragraph
    last = 0
    for start, end in found.boilerplate:
        assert last <= start < end <= len(found.text)
        last = end


@settings(deadline=None)
@given(st.binary(max_size=400), SUFFIXES)
def test_any_bytes_make_a_sound_article_or_an_error(raw: bytes, suffix: str) -> None:
    found = article(raw, suffix)
    if found is not None:
        assert_sound(found)


@settings(deadline=None)
@given(TEXTS, SUFFIXES)
def test_any_text_makes_a_sound_article_or_an_error(text: str, suffix: str) -> None:
    found = article(text.encode("utf-8", "surrogatepass"), suffix)
    if found is not None:
        assert_sound(found)


@settings(deadline=None)
@given(TEXTS)
def test_reading_what_was_read_changes_nothing(text: str) -> None:
    first = article(text.encode("utf-8", "surrogatepass"), ".txt")
    if first is None or first.text.startswith("---"):
        return
    second = article(first.text.encode(), ".txt")
    assert second is not None
    assert second.text == first.text
    assert second.boilerplate == first.boilerplate


@given(TEXTS)
def test_parting_into_paragraphs_is_idempotent(text: str) -> None:
    once = paragraphs.joined(paragraphs.of_plain(paragraphs.cleaned(text)))
    assert paragraphs.joined(paragraphs.of_plain(paragraphs.cleaned(once))) == once


@given(TEXTS)
def test_escaped_markdown_reads_letter_by_letter(text: str) -> None:
    line = " ".join(paragraphs.cleaned(text).replace("\x00", "").split())
    escaped = "".join(f"\\{letter}" if letter in string.punctuation else letter for letter in line)
    content = markdown.read(escaped, "Another title")
    assert paragraphs.joined(content.paragraphs) == paragraphs.joined([line])


@given(st.lists(st.text(alphabet=string.ascii_letters + string.digits + " ,.'’“”$é—", min_size=1), min_size=1))
def test_text_without_markup_reads_the_same_as_markdown(lines: list[str]) -> None:
    text = "\n\n".join("A" + line for line in lines)
    assert paragraphs.joined(markdown.read(text, None).paragraphs) == paragraphs.joined(paragraphs.of_plain(text))


@given(TEXTS)
def test_boilerplate_ranges_lie_within_the_text(text: str) -> None:
    last = 0
    for start, end in boilerplate.ranges(paragraphs.joined(paragraphs.of_plain(paragraphs.cleaned(text)))):
        assert last <= start < end
        last = end
    assert last <= len(text) * 3
