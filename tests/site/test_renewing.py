"""The oracle: whatever happened to a site since its last build, the next build gives what one from nothing gives."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import briefs
from generator.site.standing import room_of
from tests.sites import example, hashes, run

PAGE, OTHER = "briefs/polls-and-allies", "briefs/drills-and-diplomacy"


@dataclass
class Desk:
    """A site that is built again and again in one folder."""

    root: Path
    chdir: Callable[[Path], None]

    def build(self, *options: str) -> int:
        """Builds the site; gives the exit code."""
        self.chdir(self.root)
        done = CliRunner().invoke(briefs, ["build", *options])
        assert done.exit_code in {0, 1}, done.output
        return done.exit_code

    def built(self) -> dict[str, str]:
        """The site, built where it stands."""
        self.build()
        return hashes(self.root / "site")

    def clean(self) -> dict[str, str]:
        """The site, built from nothing beside what extraction found."""
        kept = self.root
        self.root = kept.with_name("clean")
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(kept, self.root, ignore=shutil.ignore_patterns("site"))
        shutil.rmtree(room_of(self.root / "mkdocs.yml"), ignore_errors=True)
        try:
            return self.built()
        finally:
            self.root = kept

    def page(self, name: str) -> Path:
        return self.root / "docs" / f"{name}.md"

    def output(self, name: str) -> Path:
        return self.root / "site" / name / "index.html"

    def edit(self, path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def append(self, path: Path, text: str) -> None:
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site, which each test takes as it is."""
    root = tmp_path_factory.mktemp("oracle") / "first"
    root.mkdir()
    example(root)
    with pytest.MonkeyPatch.context() as patch:
        assert Desk(root, patch.chdir).build() == 0
    return root


@pytest.fixture
def desk(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The site in a place of its own, built there, and two seconds of a test's life saved by what it knows already."""
    shutil.copytree(first, tmp_path / "site-of-a-test", ignore=shutil.ignore_patterns("site"))
    made = Desk(tmp_path / "site-of-a-test", monkeypatch.chdir)
    made.build()
    return made


def body(desk: Desk) -> None:
    desk.append(desk.page(PAGE), "\nA closing remark of the desk.\n")


def linked(desk: Desk) -> None:
    desk.append(desk.page(PAGE), "\nSee [the guide](../how-to/edit-a-page.md#no-such-place) and [nothing](none.md).\n")


def title(desk: Desk) -> None:
    desk.edit(desk.page(PAGE), 'title: "', 'title: "Once more: ')


def title_in_navigation(desk: Desk) -> None:
    desk.append(desk.page("tutorial"), "\nA line.\n")
    desk.edit(desk.root / "mkdocs.yml", "Your first brief", "A first brief")


def front_matter(desk: Desk) -> None:
    desk.edit(desk.page(PAGE), "description: ", "hidden: 1\ndescription: ")


def heading(desk: Desk) -> None:
    desk.append(desk.page("how-to/edit-a-page"), "\n## No such place\n\nThere is now.\n")


def added(desk: Desk) -> None:
    desk.page("briefs/own-words").write_text("# Own words\n\nOf [another](polls-and-allies.md).\n", encoding="utf-8")


def deleted(desk: Desk) -> None:
    desk.page("explanation/accuracy").unlink()


def brief_deleted(desk: Desk) -> None:
    desk.page(PAGE).unlink()


def emptied(desk: Desk) -> None:
    """The last page of a folder goes, and the folder stays."""
    own = desk.page("notes/own")
    own.parent.mkdir()
    own.write_text("# Own\n", encoding="utf-8")
    desk.build()
    own.unlink()


def renamed(desk: Desk) -> None:
    desk.page(PAGE).rename(desk.page("briefs/polls"))


def picture(desk: Desk) -> None:
    folder = desk.root / "docs" / "pictures"
    folder.mkdir()
    (folder / "more.css").write_text("p { color: red }\n", encoding="utf-8")


def configuration(desk: Desk) -> None:
    desk.edit(desk.root / "mkdocs.yml", "site_name: ", "site_name: New ")


def template(desk: Desk) -> None:
    (desk.root / "templates").mkdir(exist_ok=True)
    desk.append(desk.root / "templates" / "home.md.jinja", "\nOnce more.\n")


def theme(desk: Desk) -> None:
    (desk.root / "own").mkdir()
    (desk.root / "own" / "partials").mkdir()
    (desk.root / "own" / "partials" / "foot.html").write_text("<footer>Ours</footer>\n", encoding="utf-8")
    desk.edit(desk.root / "mkdocs.yml", "  name: briefs\n", "  name: briefs\n  custom_dir: own\n")


def seed(desk: Desk) -> None:
    desk.edit(desk.root / "seeds" / "polls-and-allies.md", "outlet: ", "outlet: Another ")


def seed_added(desk: Desk) -> None:
    text = '---\ntitle: "A quarrel"\npublished: 2024-02-13\n---\n\nNorland will vote on March 3, 2024, they said.\n'
    (desk.root / "seeds" / "quarrel.md").write_text(text, encoding="utf-8")


def seed_deleted(desk: Desk) -> None:
    (desk.root / "seeds" / "polls-and-allies.md").unlink()


def corrected(desk: Desk) -> None:
    (desk.root / "facts").mkdir(exist_ok=True)
    (desk.root / "facts" / "polls-and-allies.yml").write_text("actors:\n  russia:\n    name: Russland\n")


def wrongly_corrected(desk: Desk) -> None:
    (desk.root / "facts").mkdir(exist_ok=True)
    (desk.root / "facts" / "polls-and-allies.yml").write_text("actors:\n  - id: russia\n    name: Russland\n")


def seed_newest(desk: Desk) -> None:
    desk.edit(desk.root / "seeds" / "polls-and-allies.md", "published: 2022", "published: 2023")


def seed_renamed(desk: Desk) -> None:
    folder = desk.root / "seeds"
    (folder / "polls-and-allies.md").rename(folder / "polls.md")


def seed_broken(desk: Desk) -> None:
    desk.edit(desk.root / "seeds" / "polls-and-allies.md", "published: 2022", "published: [2022")


def seed_told_otherwise(desk: Desk) -> None:
    desk.edit(desk.root / "seeds" / "polls-and-allies.md", "tags: [polls, ", "tags: [new, ")


def seed_and_page(desk: Desk) -> None:
    body(desk)
    linked(desk)
    seed_newest(desk)


def regenerated(desk: Desk) -> None:
    seed_added(desk)
    desk.chdir(desk.root)
    assert CliRunner().invoke(briefs, ["generate"]).exit_code == 0


def tampered(desk: Desk) -> None:
    desk.append(desk.output(OTHER), "<!-- tampered -->")


def missing(desk: Desk) -> None:
    desk.output(OTHER).unlink()


def stranger(desk: Desk) -> None:
    (desk.root / "site" / "stranger.html").write_text("Who is this?", encoding="utf-8")


def damaged_record(desk: Desk) -> None:
    body(desk)
    path = room_of(desk.root / "mkdocs.yml") / "record.json"
    path.write_bytes(path.read_bytes().replace(b"polls-and-allies", b"polls-and-friend", 1))


def damaged_pages(desk: Desk) -> None:
    body(desk)
    path = room_of(desk.root / "mkdocs.yml") / "pages.sqlite"
    content = bytearray(path.read_bytes())
    for place in range(200, len(content), 97):
        content[place] ^= 0x55
    path.write_bytes(content)


def no_pages(desk: Desk) -> None:
    body(desk)
    (room_of(desk.root / "mkdocs.yml") / "pages.sqlite").unlink()


def no_cache(desk: Desk) -> None:
    body(desk)
    shutil.rmtree(desk.root / ".cache")


CASES = (
    *(body, linked, title, title_in_navigation, front_matter, heading, added, deleted, brief_deleted, emptied),
    *(renamed, picture),
    *(configuration, template, theme, seed, seed_added, seed_deleted, corrected, seed_newest),
    *(seed_renamed, seed_told_otherwise, seed_and_page, regenerated),
    *(tampered, missing, stranger, damaged_record, damaged_pages, no_pages, no_cache),
)


@pytest.mark.parametrize("change", CASES, ids=lambda change: change.__name__)
def test_a_build_gives_what_one_from_nothing_gives(desk: Desk, change: Callable[[Desk], None]) -> None:
    change(desk)
    built = desk.built()
    assert built == desk.clean()


@pytest.mark.parametrize("change", [wrongly_corrected, seed_broken], ids=lambda change: change.__name__)
def test_so_does_one_that_goes_on_with_what_was_read_last(desk: Desk, change: Callable[[Desk], None]) -> None:
    change(desk)
    built = desk.built()
    shutil.rmtree(desk.root / "site")
    shutil.rmtree(room_of(desk.root / "mkdocs.yml"))
    (desk.root / ".cache/briefs/indexes.sqlite").unlink()
    assert desk.built() == built


def test_one_change_after_another(desk: Desk) -> None:
    for change in (added, heading, seed_newest, linked, title, corrected, picture, seed_added, deleted, seed_renamed):
        change(desk)
        desk.build()
    assert hashes(desk.root / "site") == desk.clean()


@pytest.mark.parametrize(
    "change",
    [body, title, front_matter, heading, added, seed],
    ids=lambda change: change.__name__,
)
def test_other_pages_are_left_alone(desk: Desk, change: Callable[[Desk], None]) -> None:
    before = desk.output(OTHER).stat().st_mtime_ns
    change(desk)
    desk.build()
    assert desk.output(OTHER).stat().st_mtime_ns == before


def test_a_page_that_goes_leaves_others_alone(desk: Desk) -> None:
    added(desk)
    desk.build()
    before = desk.output(OTHER).stat().st_mtime_ns
    desk.page("briefs/own-words").unlink()
    desk.build()
    assert desk.output(OTHER).stat().st_mtime_ns == before
    assert not desk.output("briefs/own-words").parent.exists()


def test_what_was_said_is_said_again(desk: Desk) -> None:
    linked(desk)
    once = run(desk.root, "build")
    assert once.returncode == 0
    assert "none.md" in once.stderr
    assert "no-such-place" in once.stderr
    assert run(desk.root, "build").stderr == once.stderr
    body(desk)
    assert run(desk.root, "build").stderr == once.stderr
    heading(desk)
    mended = run(desk.root, "build")
    assert "no-such-place" not in mended.stderr
    assert "none.md" in mended.stderr
    assert run(desk.root, "build", "--strict").returncode == 1


def test_another_version_builds_all_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = desk.output(OTHER).stat().st_mtime_ns
    monkeypatch.setattr("generator.kept.ground.__version__", "0.0.0")
    desk.build()
    assert desk.output(OTHER).stat().st_mtime_ns != before
