"""A page that stays although its article cannot be read leads nowhere that is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.site.loose import is_left, without_loose_links
from tests.build.archive import Desk, archive, back, broken
from tests.sites import hashes


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<p><a href="../actors/ada.md">Ada <em>Brandt</em></a></p>', "<p>Ada <em>Brandt</em></p>"),
        ('<a class="x" href="../sources/a.md#s1" title="y">one</a> <a href="b.md">two</a>', "one two"),
        ('<a href="../../actors/ada/">Ada</a>', None),
        ('<a href="https://example.org/a.md">Ada</a>', None),
        ('<abbr>A</abbr> <a id="x">Ada</a> <a href="../a/#b.md">B</a>', None),
    ],
)
def test_only_links_that_lead_nowhere_go(html: str, left: str | None) -> None:
    assert without_loose_links(html) == (left or html)


def test_pages_of_articles_and_stories_are_known_by_their_front_matter() -> None:
    left = {"strait", "story:lorn"}
    assert is_left({"article": "strait"}, left)
    assert is_left({"story": "lorn"}, left)
    assert not is_left({"article": "talks", "story": "strait"}, left)
    assert not is_left({}, left)


def test_a_site_with_an_unreadable_article_holds_no_dead_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tmp_path / "site", monkeypatch.chdir)
    archive(desk.root)
    desk.edit("seeds/strait.md", "Ada Brandt", "Olga Kern")
    kept = desk.path("seeds/strait.md").read_text(encoding="utf-8")
    desk.run("build")
    whole = hashes(desk.path("site"))
    broken(desk)
    shutil.rmtree(desk.path(".cache"))
    desk.run("build")
    assert not desk.path("site/actors/olga-kern/index.html").exists()
    assert "Olga Kern" in desk.path("site/briefs/strait/index.html").read_text(encoding="utf-8")
    assert "leads nowhere" not in desk.run("verify")
    back(desk)
    desk.write("seeds/strait.md", kept)
    desk.run("build")
    assert hashes(desk.path("site")) == whole
