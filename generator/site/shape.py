"""The shape of a page under our theme: sections, fact lists and tables get what a stylesheet needs to lay them out.

A Markdown extension, so that the Markdown itself stays plain and other themes see it as it is. It works on the element
tree after all other extensions (priorities: Python-Markdown's own `register` calls); it moves and marks, and adds no
words but the heading of the passages.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

EXTENSION = "generator.site.shape:Shape"
AFTER_FOOTNOTES, AFTER_CONTENTS = 12, 3
PASSAGES = "passages"
LEADING = " \n,.:"
"""What stands between the name of a fact and what is told of it in a line of text, and falls away in a layout."""
DOT = "·"
"""Begins a line that says whence, not what."""
ACTORS = "key-actors"
DATED = ("whats-next", "how-we-got-here", "coming-next", "coming", "behind-us", "dates")
"""Sections whose facts begin with their days."""
STANCES = ("support", "conditional", "undecided", "oppose")
LISTS = ("ul", "ol")
SILENT = {"": "empty", "none found": "none", "Not named": "unnamed"}
"""Cells that tell nothing, by their words."""
LEDGER, MATRIX = "Who asks", "Measure"
"""The first heads of our two kinds of tables."""


class Shape(Extension):
    """Registers the steps below."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """One step before the contents are gathered from headings, one after."""
        md.treeprocessors.register(_Step(md, head_passages), "briefs-passages", AFTER_FOOTNOTES)
        md.treeprocessors.register(_Step(md, shape), "briefs-shape", AFTER_CONTENTS)


class _Step(Treeprocessor):
    def __init__(self, md: Markdown, step: Callable[[ET.Element], None]) -> None:
        super().__init__(md)
        self.step = step

    def run(self, root: ET.Element) -> None:
        self.step(root)


def head_passages(root: ET.Element) -> None:
    """Gives the footnotes a heading, where the page has none for them, and their ways back a name."""
    for place, element in enumerate(list(root)):
        if element.get("class") != "footnote":
            continue
        for rule in element.findall("hr"):
            element.remove(rule)
        for number, note in enumerate(element.iter("li"), start=1):
            backs = [link for link in note.iter("a") if link.get("class") == "footnote-backref"]
            for place_of_citation, back in enumerate(backs, start=1):
                back.attrib.pop("title", None)
                back.set("aria-label", f"Back to citation {place_of_citation} of passage {number}")
                if place_of_citation > 1:
                    back.text = str(place_of_citation)
        if place == 0 or root[place - 1].tag != "h2":
            heading = ET.Element("h2", {"id": PASSAGES})
            heading.text = "Passages"
            root.insert(place, heading)
        return


def shape(root: ET.Element) -> None:
    """Sections around headings, groups within them, facts in lists as a name and what is told, labels in tables."""
    for table in list(root.iter("table")):
        _label(table)
    for item in list(root.iter("li")):
        _part(item)
    for quoted in list(root.iter("blockquote")):
        _one_by_one(quoted)
    sections = _gathered(list(root), "h2", "section")
    for section in sections:
        if section.tag == "section":
            inner = _gathered(list(section), "h3", "div", section.get("data-part", ""))
            _replace(section, inner)
    _replace(root, sections)


def _replace(element: ET.Element, children: Iterable[ET.Element]) -> None:
    for child in list(element):
        element.remove(child)
    element.extend(children)


def _gathered(children: list[ET.Element], heading: str, wrapper: str, part: str = "") -> list[ET.Element]:
    """Elements with each heading of a level and what follows it in a wrapper that names it."""
    found: list[ET.Element] = []
    opened: ET.Element | None = None
    for child in children:
        if child.tag == heading:
            opened = ET.Element(wrapper, {"class": "part" if heading == "h2" else "group"})
            if child.get("id") in DATED:
                opened.set("class", "part when")
            opened.set("data-part", child.get("id", ""))
            if heading == "h2" and child.get("id"):
                opened.set("aria-labelledby", child.get("id", ""))
            opened.tail = "\n"
            found.append(opened)
        elif child.tag == "details" and heading == "h3" and part == ACTORS:
            opened = None  # the rest of the actors belongs to no side
        (found if opened is None else opened).append(child)
    return found


def _label(table: ET.Element) -> None:
    """Says in every cell of a table under which head it stands, so that a narrow screen can show rows as cards."""
    heads = ["".join(head.itertext()).strip() for head in table.iterfind("thead/tr/th")]
    for head in table.iterfind("thead/tr/th"):
        head.set("scope", "col")
    kind = {LEDGER: "ledger", MATRIX: "matrix"}.get(heads[0] if heads else "", "plain")
    table.set("class", kind)
    for row in table.iterfind("tbody/tr"):
        for label, cell in zip(heads, row, strict=False):
            cell.set("data-label", label)
            words = (cell.text or "").strip()
            if not len(cell) and words in SILENT:
                cell.set("class", SILENT[words])
        if kind == "matrix" and len(row):
            row[0].tag = "th"
            row[0].set("scope", "row")


def _part(item: ET.Element) -> None:
    """Parts a fact in a list, whose name comes first in bold, into its name, what is told, and the lines below."""
    line = item[0] if len(item) == 1 and item[0].tag == "p" and not (item.text or "").strip() else item
    if (line.text or "").strip() or not len(line) or not _names(line[0]):
        return
    name, *rest = list(line)
    key = ET.Element("div", {"class": "key"})
    key.append(name)
    lines = [ET.Element("div", {"class": "told"})]
    _write(lines, name.tail or "")
    name.tail = None
    nested: list[ET.Element] = []
    for element in rest:
        if element.tag in LISTS:
            nested.append(element)
            continue
        after, element.tail = element.tail or "", None
        lines[-1].append(element)
        _write(lines, after)
    _trim(lines[0])
    _replace(item, [key, *(part for part in lines if len(part) or part.text), *nested])
    item.text = None
    item.set("class", "fact")


def _write(lines: list[ET.Element], text: str) -> None:
    """Writes text at the end of the last line; the first line break begins the line below, one before a dot another."""
    first, *others = text.split("\n")
    _append(lines[-1], first)
    for other in others:
        words = other.strip(" ")
        if words.startswith(DOT) or len(lines) == 1:
            lines.append(ET.Element("div", {"class": "meta" if words.startswith(DOT) else "below"}))
            _append(lines[-1], words.removeprefix(DOT))
        else:
            _append(lines[-1], f"\n{other}")


def _append(line: ET.Element, text: str) -> None:
    if len(line):
        line[-1].tail = (line[-1].tail or "") + text
    elif not line.text:
        line.text = text.lstrip(LEADING)
    else:
        line.text += text


def _one_by_one(quoted: ET.Element) -> None:
    """Parts quotations that Markdown has joined, each of which ends with the line that names its speaker."""
    if not any(_speaks(line) for line in quoted):
        return
    lines = list(quoted)
    _replace(quoted, [])
    quoted.tag, quoted.text = "div", "\n"
    quoted.set("class", "quotations")
    one = None
    for line in lines:
        if one is None:
            one = ET.SubElement(quoted, "blockquote")
            one.tail = "\n"
        one.append(line)
        if _speaks(line):
            one = None


def _speaks(line: ET.Element) -> bool:
    return line.tag == "p" and len(line) > 0 and line[0].tag == "strong" and not (line.text or "").strip()


def _names(element: ET.Element) -> bool:
    """Whether bold text is the name of a fact: it has an id, is a stance, or leads to a page."""
    linked = len(element) == 1 and element[0].tag == "a" and not (element.text or "").strip()
    return element.tag == "strong" and (linked or element.get("id") is not None or element.get("class") in STANCES)


def _trim(part: ET.Element) -> None:
    """Takes the full stop of a line that is only a role, a kind or a stance: it stands alone now."""
    if not len(part) and part.text and part.text.count(".") == 1:
        part.text = part.text.removesuffix(".")
    elif len(part) and part[-1].get("class") in STANCES and part[-1].tail == ".":
        part[-1].tail = None
