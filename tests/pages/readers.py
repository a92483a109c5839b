"""What a reader sees of Markdown: the two dialects that pages are held to, their text and their elements."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

import markdown
from markdown_it import MarkdownIt

EXTENSIONS = (
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
    *("pymdownx.caret", "pymdownx.details", "pymdownx.emoji", "pymdownx.magiclink", "pymdownx.mark"),
    *("pymdownx.snippets", "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde"),
)
"""Those of mkdocs.yml, and those that a site may add."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of a page with white space folded, and its elements in order, each with its attributes."""

    text: str
    elements: tuple[tuple[str, tuple[tuple[str, str | None], ...]], ...]

    @property
    def tags(self) -> list[str]:
        """The names of the elements."""
        return [tag for tag, _attributes in self.elements]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read_html(text: str) -> Shown:
    """HTML as shown."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Shown(text=" ".join("".join(reader.words).split()), elements=tuple(reader.elements))


class Dialects:
    """Python-Markdown, as MkDocs reads pages, and CommonMark with tables, as most others do."""

    def __init__(self) -> None:
        self.python = markdown.Markdown(extensions=list(EXTENSIONS))
        self.common = MarkdownIt("commonmark").enable(["table", "strikethrough"])

    def python_markdown(self, text: str) -> Shown:
        """As MkDocs reads it."""
        return read_html(self.python.reset().convert(text))

    def commonmark(self, text: str) -> Shown:
        """As most others read it."""
        return read_html(self.common.render(text))
