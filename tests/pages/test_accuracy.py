from __future__ import annotations

import re
import tomllib

from generator.pages.accuracy import FIGURES
from tests.conftest import ROOT
from tests.pages.entries import entry, indexes, renderer

EXPLAINED = (ROOT / "docs" / "explanation" / "accuracy.md").read_text(encoding="utf-8")


def figures() -> list[tuple[str, ...]]:
    """The figures that pages of a site give, as the explanation writes them."""
    rows = tomllib.loads(FIGURES.read_text(encoding="utf-8"))["measured"]
    names = ("precision", "recall", "f1")
    return [(row["what"], *(f"{row[name]:.2f}" if name in row else "" for name in names)) for row in rows]


def test_pages_and_documentation_give_the_same_figures() -> None:
    """Whoever measures anew writes both: generator/pages/accuracy.toml and docs/explanation/accuracy.md."""
    table = EXPLAINED.split("| what | precision |")[1].split("\n\n")[0]
    told = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table.splitlines()[2:]]
    assert told == figures()


def test_a_site_says_how_its_briefs_are_made_and_how_well_that_works() -> None:
    page = indexes(entry())["how-made.md"]
    assert len(re.findall(r"^\| .* \| (?:\d+%|–) \|$", page, re.MULTILINE)) == len(figures())
    assert "This site uses" not in page


def test_figures_of_another_pipeline_are_not_claimed() -> None:
    pages = {one.path: one.text for one in renderer().index_pages([entry()], (), None, "en_core_web_lg")}
    assert "This site uses the pipeline `en" in pages["how-made.md"].replace("\\_", "_")
