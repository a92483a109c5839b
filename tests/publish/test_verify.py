from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.assemble import stories
from generator.publish import Site, publication, verify
from generator.publish.verify import limits
from tests.pages.entries import entry, with_article
from tests.sites import run

URL = "https://example.org/desk/"
SITE = Site(name="A desk", url=URL, as_of="2024-02-13")
HOME = '<html lang="en"><head><title>Home</title></head><body><h1 id="top">Home</h1>\n{}</body></html>'
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{}</loc></url></urlset>'


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A site of some files."""
    for path, content in {"index.html": HOME.format(""), **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def told(folder: Path, url: str = URL) -> list[str]:
    return [f"{path}:{remark.line}: {remark.code}" for path, remark in verify(folder, url)]


def sound(folder: Path, site: Site = SITE) -> Path:
    """A site of one brief with all its outputs."""
    one = with_article(entry(), story="Strait")
    made = publication(
        (one,), stories((one,)), site, histories={}, moved={"briefs/old.md": "briefs/strait.md"}, kept=folder / "cards"
    )
    files: dict[str, str | bytes] = {output.path: output.content for output in made.outputs}
    for path in ("index.md", "briefs/strait.md", "stories/strait.md"):
        files[site.file(path)] = made.page(path, HOME.format('<h2 id="source-and-method">Source</h2>'))
    return written(folder / "site", files)


@pytest.mark.parametrize("url", [URL, "", "https://example.org/"])
@pytest.mark.parametrize("directory_urls", [True, False])
def test_what_we_publish_is_sound(tmp_path: Path, url: str, *, directory_urls: bool) -> None:
    site = Site(name="A desk", url=url, as_of="2024-02-13", directory_urls=directory_urls)
    assert told(sound(tmp_path, site), url) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="gone/">x</a>', "dead-link"),
        ('<a href="#gone">x</a>', "dead-anchor"),
        ('<a href="about/#gone">x</a>', "dead-anchor"),
        ('<a href="/elsewhere/">x</a>', "dead-link"),
        ('<a href="../other/">x</a>', "dead-link"),
        (f'<a href="{URL}gone/">x</a>', "dead-link"),
        ('<svg><a href="#gone"><text>x</text></a></svg>', "dead-anchor"),
        ('<p id="top">x</p>', "id-twice"),
        ('<img src="gone.png" alt="">', "dead-link"),
        (f'<meta property="og:image" content="{URL}gone.png">', "dead-link"),
        ('<img src="https://cdn.example.com/a.png" alt="">', "other-host"),
        ('<script src="//cdn.example.com/a.js"></script>', "other-host"),
        ('<link rel="stylesheet" href="https://cdn.example.com/a.css">', "other-host"),
        ('<link rel="preconnect" href="https://cdn.example.com">', "other-host"),
        ("<script>go()</script>", "inline"),
        ('<p style="color:red">x</p>', "inline"),
        ('<link rel="canonical" href="https://example.org/desk/home/">', "canonical"),
    ],
)
def test_a_fault_of_a_page_is_told_with_its_line(tmp_path: Path, body: str, code: str) -> None:
    about = HOME.format('<p id="us">Us</p>')
    found = told(written(tmp_path, {"index.html": HOME.format(body), "about/index.html": about}))
    lines = {f"index.html:{1 if 'canonical' in body or 'og:' in body else 2}: {code}"}
    assert lines <= set(found) <= lines | {"index.html:2: dead-link"}


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://other.example.com/">x</a>',
        '<a href="mailto:us@example.org">x</a>',
        '<a href="about/#us">x</a>',
        '<a href="about">x</a>',
        '<a href="/desk/about/">x</a>',
        '<a href="./">x</a>',
        '<a href="#top">x</a>',
        f'<a href="{URL}about/#us">x</a>',
        '<a href="caf%C3%A9/">x</a>',
        '<script type="application/ld+json">{}</script>',
        f'<link rel="canonical" href="{URL}">',
        '<img src="data:image/png;base64,AAAA" alt="">',
    ],
)
def test_what_is_sound_is_passed_over(tmp_path: Path, body: str) -> None:
    about = HOME.format('<p id="us">Us</p>')
    pages = {"index.html": HOME.format(body), "about/index.html": about, "café/index.html": about}
    assert told(written(tmp_path, pages)) == []


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        ("calendar.ics", "no calendar", "calendar"),
        ("calendar.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendar"),
        ("feed.xml", "<feed", "feed"),
        ("feed.xml", "<rss/>", "feed"),
        ("feed.json", '{"version": "1"}', "feed"),
        ("feed.json", "{", "json"),
        ("briefs/a.json", '{"schema": 1, "article": {}}', "json"),
        ("sitemap.xml", SITEMAP.format(f"{URL}gone/"), "dead-link"),
        ("sitemap.xml", SITEMAP.format("https://example.org/"), "base"),
        ("_redirects", "/desk/old/ /desk/gone/ 301\n", "dead-link"),
        ("a.css", "p { background: url(https://cdn.example.com/a.png) }", "other-host"),
        ("a.css", "@import '//cdn.example.com/a.css';", "other-host"),
        ("empty.html", "", "empty"),
    ],
)
def test_a_fault_of_an_output_is_told(tmp_path: Path, path: str, content: str, code: str) -> None:
    assert f"{path}:1: {code}" in told(written(tmp_path, {path: content}))


def test_an_event_twice_is_told(tmp_path: Path) -> None:
    folder = sound(tmp_path)
    calendar = (folder / "calendar.ics").read_text(encoding="utf-8")
    event = calendar[calendar.index("BEGIN:VEVENT") : calendar.index("END:VCALENDAR")]
    (folder / "calendar.ics").write_text(calendar.replace("END:VCALENDAR", f"{event}END:VCALENDAR"), encoding="utf-8")
    assert told(folder) == ["calendar.ics:1: calendar"]


def test_feeds_that_differ_are_told(tmp_path: Path) -> None:
    folder = sound(tmp_path)
    feed = json.loads((folder / "feed.json").read_bytes())
    (folder / "feed.json").write_text(json.dumps({**feed, "items": []}), encoding="utf-8")
    assert told(folder) == ["feed.json:1: feed"]


def test_what_was_built_for_another_address_is_told(tmp_path: Path) -> None:
    found = {line.rsplit(" ", 1)[1] for line in told(sound(tmp_path), "https://example.org/other/")}
    assert {"base", "canonical"} <= found


def test_what_hosts_do_not_take_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path, {"large.pdf": b"x" * 2000, "_redirects": "/a /desk/ 301\n" * 3})
    for name, most in (("LARGEST_FILE", 1000), ("MOST_FILES", 2), ("LARGEST_SITE", 1000), ("MOST_REDIRECTS", 2)):
        monkeypatch.setattr(limits, name, most)
    assert told(folder) == [".:1: too-large", ".:1: too-many", "_redirects:1: too-many", "large.pdf:1: too-large"]


def test_the_command_says_what_it_found_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A desk\ntheme: {name: mkdocs}\nplugins: [briefs]\n", encoding="utf-8"
    )
    (tmp_path / "docs").mkdir()
    missing = run(tmp_path, "verify")
    assert (missing.returncode, missing.stderr) == (
        1,
        "site:1: error: holds no built site; run 'briefs build' first, or name the folder\n",
    )
    written(tmp_path / "site", {})
    assert run(tmp_path, "verify").returncode == 0
    written(tmp_path / "other", {"index.html": HOME.format('<a href="gone/">x</a> <p style="color:red">x</p>')})
    dead = run(tmp_path, "verify", "other")
    assert dead.returncode == 1
    assert "other/index.html:2: error: 'gone/' leads nowhere; mend the link\n" in dead.stdout
    written(tmp_path / "other", {"index.html": HOME.format('<p style="color:red">x</p>')})
    assert run(tmp_path, "verify", "other").returncode == 0
    assert run(tmp_path, "verify", "other", "--strict").returncode == 1
