from __future__ import annotations

from generator.publish.moved import redirects
from generator.publish.site import Site

MOVED = {"briefs/old.md": "briefs/new name.md", "briefs/gone.md": "briefs/index.md"}


def test_an_old_address_leads_to_the_new_one_under_any_base_path() -> None:
    gone, old, rules = redirects(MOVED, Site(name="A desk", url="https://example.org/desk"))
    assert (gone.path, old.path) == ("briefs/gone/index.html", "briefs/old/index.html")
    assert b'content="0; url=../new%20name/"' in old.content
    assert b'<link rel="canonical" href="https://example.org/desk/briefs/new%20name/">' in old.content
    assert b'content="0; url=../"' in gone.content
    assert rules.path == "_redirects"
    assert rules.content.decode().splitlines() == [
        "/desk/briefs/gone/ /desk/briefs/ 301",
        "/desk/briefs/old/ /desk/briefs/new%20name/ 301",
    ]


def test_pages_may_be_files() -> None:
    gone, old, rules = redirects(MOVED, Site(name="A desk", directory_urls=False))
    assert (gone.path, old.path) == ("briefs/gone.html", "briefs/old.html")
    assert b'content="0; url=new%20name.html"' in old.content
    assert b"/briefs/gone.html /briefs/index.html 301\n" in rules.content


def test_nothing_moved_leaves_nothing() -> None:
    assert redirects({}, Site(name="A desk")) == ()
