"""One file in, one `Article` out."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import GeneratorError, NotEnglish, SourceTooLarge, SourceUnreadable
from generator.model.article import Article, PublishedBasis, PublishSource
from generator.sources import (
    boilerplate,
    dates,
    decoding,
    front_matter,
    languages,
    markdown,
    mojibake,
    paragraphs,
    web_page,
)
from generator.sources.content import Content
from generator.sources.front_matter import FrontMatter
from generator.sources.wording import one_line

MOST_BYTES = 5_000_000
LONGEST_TEXT = 500_000
"""Code points, some 80,000 words: no article, and more than a parser should hold at once."""
_ENGLISH = frozenset({"en", "eng", "english"})


def read_all(
    paths: Iterable[Path], *, publish_source: PublishSource = "passages"
) -> Iterator[Article | GeneratorError]:
    """The articles in files, one by one as they are asked for, with an error in the place of each that has none."""
    for path in paths:
        try:
            yield read(path, publish_source=publish_source)
        except GeneratorError as error:
            yield error


def read(path: Path, *, publish_source: PublishSource = "passages") -> Article:
    """The article in a file, its id the file's stem.

    Raises `SourceUnreadable`, `SourceTooLarge`, `FrontMatterInvalid` or `NotEnglish`; what can be lived with is among
    the article's diagnostics. `published` comes from front matter, a page's metadata or the file's name, in this
    order; `publish_source` counts where the front matter says nothing.
    """
    raw = _bytes(path)
    text, remarks = decoding.decoded(path, raw)
    text, repairs = mojibake.mended(paragraphs.cleaned(text))
    matter, body = front_matter.split(path, text)
    _require_english(path, matter.language, matter.language_line)
    content = _content(path, body, matter.title)
    text = paragraphs.joined(content.paragraphs)
    if not text:
        raise SourceUnreadable(path, "holds no text", "put the article into it, or remove it")
    if len(text) > LONGEST_TEXT:
        raise SourceTooLarge(path, f"{len(text):,} characters", f"{LONGEST_TEXT:,}")
    if matter.language is None:
        _require_english(path, languages.foreign(text), 1)
    published, basis = _published(path, matter, content)
    return Article(
        id=path.stem,
        path=str(path),
        title=matter.title or one_line(content.title),
        text=text,
        sha256=hashlib.sha256(raw).hexdigest(),
        published=published,
        published_basis=basis,
        boilerplate=boilerplate.ranges(text),
        outlet=matter.outlet or content.outlet,
        source=matter.source,
        url=matter.url or content.url,
        byline=matter.byline or content.byline,
        story=matter.story,
        tags=matter.tags,
        status=matter.status or "published",
        embargo_until=matter.embargo_until,
        publish_source=matter.publish_source or publish_source,
        other=matter.other,
        diagnostics=(*remarks, *repairs, *matter.diagnostics),
    )


def _bytes(path: Path) -> bytes:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise SourceUnreadable(path, "is a folder", "give the file, or rename the folder")
        if not stat.S_ISREG(about.st_mode):
            raise SourceUnreadable(path, "is not a regular file", "give the article as .md, .txt or .html")
        if about.st_size > MOST_BYTES:
            raise SourceTooLarge(path, f"{about.st_size:,} bytes", f"{MOST_BYTES:,}")
        return path.read_bytes()
    except FileNotFoundError as error:
        if path.is_symlink():
            raise SourceUnreadable(path, "is a link to nothing", "mend the link, or remove it") from error
        raise SourceUnreadable(path, "there is no such file", "check the spelling of its path") from error
    except PermissionError as error:
        raise SourceUnreadable(path, "may not be read", "give yourself permission to read it") from error
    except OSError as error:
        raise SourceUnreadable(path, f"cannot be read ({error.strerror})", "check the file and its disk") from error


def _content(path: Path, body: str, title: str | None) -> Content:
    suffix = path.suffix.lower()
    if suffix == ".html":
        return web_page.read(body)
    if suffix == ".md":
        return markdown.read(body, title)
    return Content(paragraphs=paragraphs.of_plain(body))


def _require_english(path: Path, language: str | None, line: int) -> None:
    if language is not None and language.replace("_", "-").split("-")[0].lower() not in _ENGLISH:
        raise NotEnglish(path, line, language)


def _published(path: Path, matter: FrontMatter, content: Content) -> tuple[str | None, PublishedBasis]:
    if matter.published:
        return matter.published, "front-matter"
    if content.published:
        return content.published, "metadata"
    named = dates.in_name(path.stem)
    return (named, "file-name") if named else (None, "none")
