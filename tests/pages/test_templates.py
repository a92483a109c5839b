from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.errors import TemplateBroken
from generator.pages import Renderer
from generator.pages.templates import built_in
from tests.conftest import ROOT
from tests.pages.entries import entry, page, section

PART = "sections/in-brief.md.jinja"
DOCUMENTATION = ROOT / "docs" / "reference" / "templates.md"
KEYWORDS = {
    *("if", "elif", "else", "endif", "for", "in", "endfor", "include", "filter", "endfilter", "not", "or", "and", "is"),
    *("capitalize", "defined", "first", "indent", "last", "index", "length", "loop", "max", "set"),
}


def filled(folder: Path, template: str, name: str = PART) -> str:
    """The page of the example, with one template of a site's own."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(template, encoding="utf-8")
    return Renderer(folder).brief_page(entry(), "2024-02-13", None).text


def test_a_sites_template_stands_in_for_ours_and_the_others_stay(tmp_path: Path) -> None:
    text = filled(tmp_path, "## In short {#in-brief}\n\n{{ sentences|length }} sentences\n")
    assert "## In short {#in-brief}\n\n5 sentences\n" in text
    assert section(text, "key-actors") == section(page(entry()), "key-actors")


def test_what_a_template_prints_is_escaped_whatever_it_is(tmp_path: Path) -> None:
    printed = "{{ '<b>' }} {{ '*' ~ 'a*' }} {{ ['[x](y)']|join }} {{ '{{ x }}' }} {{ cite }}"
    text = filled(tmp_path, printed)
    assert "&#60;b&#62; \\*a\\* \\[x\\](y) \\{\\{ x \\}\\}" in text
    assert "<b>" not in text


@pytest.mark.parametrize(
    ("template", "line", "why"),
    [
        ("a\n{{ nowhere }}\n", 2, "'nowhere' is undefined"),
        ("a\n{{ article.nothing }}\n", 2, "has no attribute 'nothing'"),
        ("a\n\n{% if %}\n", 3, "Expected an expression"),
        ("{## open", 1, "Missing end of comment"),
        ("a\n{% include 'gone' %}", 2, "there is no template 'gone'"),
        ("a\n{{ cite(3) }}", 2, "'int' object"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("a\n{{ article.__class__.__mro__ }}", 2, "unsafe"),
    ],
)
def test_a_broken_template_is_named_with_its_line(tmp_path: Path, template: str, line: int, why: str) -> None:
    with pytest.raises(TemplateBroken) as broken:
        filled(tmp_path, template)
    assert broken.value.where == f"{tmp_path / PART}:{line}"
    assert why in broken.value.what


def test_every_template_of_ours_is_used() -> None:
    names = {path.relative_to(built_in()).as_posix() for path in built_in().rglob("*.jinja")}
    texts = "\n".join(path.read_text(encoding="utf-8") for path in built_in().rglob("*.jinja"))
    makers = [ROOT / "generator" / "pages" / name for name in ("renderer.py", "overviews.py")]
    texts += "\n".join(path.read_text(encoding="utf-8") for path in makers)
    assert {name for name in names if f'"{name}"' not in texts} == set()


def test_every_name_that_our_templates_use_is_documented() -> None:
    documented = set(re.findall(r"[a-z_0-9]+", DOCUMENTATION.read_text(encoding="utf-8")))
    used: dict[str, str] = {}
    for path in built_in().rglob("*.jinja"):
        code = " ".join(re.findall(r"\{[{%](.*?)[%}]\}", path.read_text(encoding="utf-8"), re.DOTALL))
        names = set(re.findall(r"\b[a-z_][a-z_0-9]*", re.sub(r'"[^"]*"', "", code)))
        used |= dict.fromkeys(names - KEYWORDS - set(re.findall(r"for (\w+) in", code)), path.name)
    assert {name: where for name, where in used.items() if name not in documented} == {}
