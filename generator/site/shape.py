"""The shape of a page under our theme: sections, fact lists and tables get what a stylesheet needs to lay them out.

A Markdown extension, so that the Markdown itself stays plain and other themes see it as it is. It works on the element
tree after all other extensions (priorities: Python-Markdown's own `register` calls); it moves and marks, and adds no
words but the heading of the passages.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

EXTENSION = "generator.site.shape:Shape"
AFTER_FOOTNOTES, AFTER_CONTENTS = 12, 3
PASSAGES = "passages"
LEADING = " \n,.:·"
"""What stands between the name of a fact and what is told of it in a line of text, and falls away in a layout."""
LEDGER, MATRIX = "Who asks", "Measure"
"""The first heads of our two kinds of tables."""


class Shape(Extension):
    """Registers the steps below."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """One step before the contents are gathered from headings, one after."""
        md.treeprocessors.register(_Step(md, head_passages), "briefs-passages", AFTER_FOOTNOTES)
        md.treeprocessors.register(_Step(md, shape), "briefs-shape", AFTER_CONTENTS)


class _Step(Treeprocessor):
    def __init__(self, md: Markdown, step: Callable[[etree.Element], None]) -> None:
        super().__init__(md)
        self.step = step

    def run(self, root: etree.Element) -> None:
        self.step(root)


def head_passages(root: etree.Element) -> None:
    """Gives the footnotes a heading, where the page has none for them, and their ways back a name."""
    for place, element in enumerate(list(root)):
        if element.get("class") != "footnote":
            continue
        for rule in element.findall("hr"):
            element.remove(rule)
        for back in element.iter("a"):
            if back.get("class") == "footnote-backref":
                back.set("aria-label", back.attrib.pop("title", "Back to the text"))
        if place == 0 or root[place - 1].tag != "h2":
            heading = etree.Element("h2", {"id": PASSAGES})
            heading.text = "Passages"
            root.insert(place, heading)
        return


def shape(root: etree.Element) -> None:
    """Sections around headings, groups within them, facts in lists as a name and what is told, labels in tables."""
    for table in list(root.iter("table")):
        _label(table)
    for item in list(root.iter("li")):
        _part(item)
    sections = _gathered(list(root), "h2", "section")
    for section in sections:
        if section.tag == "section":
            inner = _gathered(list(section), "h3", "div")
            _replace(section, inner)
    _replace(root, sections)


def _replace(element: etree.Element, children: Iterable[etree.Element]) -> None:
    for child in list(element):
        element.remove(child)
    element.extend(children)


def _gathered(children: list[etree.Element], heading: str, wrapper: str) -> list[etree.Element]:
    """Elements with each heading of a level and what follows it in a wrapper that names it."""
    found: list[etree.Element] = []
    opened: etree.Element | None = None
    for child in children:
        if child.tag == heading:
            opened = etree.Element(wrapper, {"class": "part" if heading == "h2" else "group"})
            opened.set("data-part", child.get("id", ""))
            if heading == "h2" and child.get("id"):
                opened.set("aria-labelledby", child.get("id", ""))
            opened.tail = "\n"
            found.append(opened)
        (found if opened is None else opened).append(child)
    return found


def _label(table: etree.Element) -> None:
    """Says in every cell of a table under which head it stands, so that a narrow screen can show rows as cards."""
    heads = ["".join(head.itertext()).strip() for head in table.iterfind("thead/tr/th")]
    for head in table.iterfind("thead/tr/th"):
        head.set("scope", "col")
    kind = {LEDGER: "ledger", MATRIX: "matrix"}.get(heads[0] if heads else "", "plain")
    table.set("class", kind)
    for row in table.iterfind("tbody/tr"):
        for head, cell in zip(heads, row, strict=False):
            cell.set("data-label", head)
            if not len(cell) and not (cell.text or "").strip():
                cell.set("class", "empty")
        if kind == "matrix" and len(row):
            row[0].tag = "th"
            row[0].set("scope", "row")


def _part(item: etree.Element) -> None:
    """Parts a fact in a list, whose name comes first in bold, into its name, what is told, and the line below."""
    line = item[0] if len(item) == 1 and item[0].tag == "p" and not (item.text or "").strip() else item
    if (line.text or "").strip() or not len(line) or not _names(line[0]):
        return
    name, *rest = list(line)
    key, told, below = (etree.Element("div", {"class": part}) for part in ("key", "told", "below"))
    first, newline, second = (name.tail or "").partition("\n")
    key.append(name)
    name.tail = None
    told.text = first.lstrip(LEADING)
    open_ = told
    if newline:
        open_, below.text = below, second.lstrip(LEADING)
    for element in rest:
        open_.append(element)
        before, newline, after = (element.tail or "").partition("\n")
        if newline and open_ is told:
            element.tail, below.text = before, after.lstrip(LEADING)
            open_ = below
    _trim(told)
    nested = [element for element in rest if element.tag in {"ul", "ol"}]
    for element in nested:
        open_.remove(element)
    parts = [key, *(part for part in (told, below) if len(part) or (part.text or "").strip())]
    _replace(item, [*parts, *nested])
    item.text = None
    item.set("class", "fact")


def _names(element: etree.Element) -> bool:
    """Whether bold text is the name of a fact: it has an id, or leads to a page."""
    linked = len(element) == 1 and element[0].tag == "a" and not (element.text or "").strip()
    return element.tag == "strong" and (element.get("id") is not None or linked)


def _trim(part: etree.Element) -> None:
    """Takes the full stop of a line that is only a role or a kind: it stands alone now."""
    if not len(part) and part.text and part.text.count(".") == 1:
        part.text = part.text.removesuffix(".")

