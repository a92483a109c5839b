from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.errors import FileUnreadable, FileUnwritable, StateDamaged, StateNewer
from generator.model.article import Status
from generator.model.page import Page
from generator.writers import Change, Origin, apply, changes, find_places, standings, take_up
from generator.writers.applying import digest
from generator.writers.journal import UNDO, Record, Written, write_journal
from generator.writers.undoing import undo
from tests.writers.pretended import NEW, ONE, PATH, TEXT, Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path)
    made.regenerate()
    return made


def test_a_new_page_is_written_and_then_left_alone(site: Site) -> None:
    assert site.read() == ONE
    assert site.plan() == ()


def test_an_unedited_page_follows_its_source(site: Site) -> None:
    site.texts["one"] = NEW
    assert site.regenerate() == {PATH: "updated"}
    assert site.read() == NEW
    assert site.plan() == ()


def test_nothing_is_left_beside_a_page(site: Site) -> None:
    assert [path.name for path in (site.docs / "briefs").iterdir()] == ["one.md"]


def test_edits_of_both_sides_meet(site: Site) -> None:
    site.edit("Norland asks.", "Norland asks twice.")
    site.texts["one"] = NEW
    assert site.regenerate() == {PATH: "merged"}
    assert "Norland asks twice. Sudria waits for May." in site.read()
    assert site.plan() == ()


def test_a_conflict_waits_until_its_block_is_gone(site: Site) -> None:
    site.edit("Sudria waits.", "Sudria waits and sees.")
    site.texts["one"] = NEW
    assert site.regenerate() == {PATH: "conflict"}
    (waiting,) = site.plan()
    assert waiting.files == ()
    assert waiting.remark is not None
    text = site.read()
    assert "Sudria waits and sees." in text
    start = text.index("!!! warning")
    assert text.count("\n", 0, start) + 1 == waiting.remark.line
    (site.docs / PATH).write_text(text[:start] + text[text.index("## Demands") :])
    assert site.regenerate() == {PATH: "merged"}
    assert site.plan() == ()
    assert "Sudria waits and sees." in site.read()


def test_a_page_that_nobody_edited_goes_with_its_source(site: Site) -> None:
    site.texts.clear()
    assert site.regenerate() == {PATH: "withdrawn"}
    assert not (site.docs / PATH).exists()
    assert site.plan() == ()


def test_an_edited_page_outlives_its_source_with_a_note(site: Site) -> None:
    site.edit("Sudria waits.", "Sudria waits and sees.")
    site.texts.clear()
    assert site.regenerate() == {PATH: "kept"}
    assert "Sudria waits and sees." in site.read()
    assert "source of this page is gone" in site.read()
    assert [change.files for change in site.plan()] == [()]
    site.texts["one"] = NEW.replace("Sudria waits for May.", "Sudria waits.").replace("Ships sail on.", "Ships turn.")
    assert site.regenerate() == {PATH: "merged"}
    assert "source of this page is gone" not in site.read()
    assert "Sudria waits and sees. Ships turn." in site.read()


@pytest.mark.parametrize("status", ["draft", "embargo", "retracted"])
def test_a_source_that_is_withheld_leaves_a_note_and_the_text_comes_back(site: Site, status: Status) -> None:
    site.edit("Sudria waits.", "Sudria waits and sees.")
    site.texts.clear()
    site.withheld["one"] = status
    assert site.regenerate() == {PATH: "withdrawn"}
    assert "Sudria" not in site.read()
    assert "withdrawn" in site.read()
    assert site.plan() == ()
    site.withheld.clear()
    site.texts["one"] = ONE.replace("Ships sail on.", "Ships turn.")
    assert site.regenerate() == {PATH: "restored"}
    assert "Sudria waits and sees. Ships turn." in site.read()
    assert site.plan() == ()


def test_what_a_writer_wrote_on_a_withdrawn_page_stays(site: Site) -> None:
    site.texts.clear()
    site.withheld["one"] = "draft"
    site.regenerate()
    site.withheld["one"] = "retracted"
    assert site.regenerate() == {PATH: "withdrawn"}
    assert "retracted" in site.read()
    site.edit("# Withdrawn", "# Withdrawn, and why")
    assert site.plan() == ()
    site.withheld.clear()
    site.texts["one"] = ONE
    assert site.regenerate() == {PATH: "kept"}
    assert "and why" in site.read()
    (site.docs / PATH).write_text(ONE)
    assert site.regenerate() == {}


def test_a_source_that_cannot_be_read_now_leaves_its_page_alone(site: Site) -> None:
    site.texts.clear()
    site.unread = frozenset({"one"})
    assert site.regenerate() == {}
    assert site.read() == ONE


@pytest.mark.parametrize("place", ["briefs/other.md", "briefs/2024/one.md", "archive/one.md"])
def test_a_page_that_a_writer_moved_is_followed(site: Site, place: str) -> None:
    site.edit("Norland asks.", "Norland asks twice.")
    (site.docs / place).parent.mkdir(exist_ok=True)
    (site.docs / PATH).rename(site.docs / place)
    site.texts["one"] = NEW
    assert site.regenerate() == {place: "moved"}
    assert "Norland asks twice. Sudria waits for May." in site.read(place)
    assert not (site.docs / PATH).exists()
    assert not (site.state / "pages" / PATH).exists()
    assert site.plan() == ()
    assert f"one\t{PATH}\tformer" in (site.state / "slugs.tsv").read_text()


def test_a_page_that_a_writer_deleted_stays_away(site: Site) -> None:
    site.texts["two"] = TEXT.format(name="two")
    site.regenerate()
    (site.docs / PATH).unlink()
    site.texts["one"] = NEW
    (said,) = [change for change in site.plan() if change.path]
    assert (said.outcome, said.files) == ("deleted", ())
    assert said.remark is not None
    assert f"briefs accept {PATH} --theirs" in said.remark.message
    assert site.regenerate() == {PATH: "deleted"}
    assert site.regenerate() == {}
    assert not (site.docs / PATH).exists()


def test_a_renamed_page_that_lost_its_front_matter_is_known_by_its_text(site: Site) -> None:
    site.texts["two"] = TEXT.format(name="two").replace("Ships sail on.", "Nobody sails.")
    site.regenerate()
    (site.docs / "about.md").write_text("# About\n\nWho we are.\n")
    site.edit("Norland asks.", "Norland asks twice.")
    text = site.read()
    (site.docs / PATH).unlink()
    (site.docs / "briefs/renamed.md").write_text(text[text.index("# Strait") :])
    site.texts["one"] = NEW
    assert site.regenerate() == {"briefs/renamed.md": "moved"}
    assert site.read("briefs/renamed.md").startswith("# Strait\n\nNorland asks twice. Sudria waits for May.")
    assert site.plan() == ()
    assert site.read("about.md") == "# About\n\nWho we are.\n"


def test_a_page_of_other_words_is_no_renamed_one(site: Site) -> None:
    site.texts["two"] = TEXT.format(name="two")
    site.regenerate()
    (site.docs / PATH).unlink()
    own = "# Strait\n\nA guide to the strait, for those who have never been there.\n\n## Demands\n\nNone.\n"
    (site.docs / "briefs/guide.md").write_text(own)
    assert site.regenerate() == {PATH: "deleted"}
    assert site.read("briefs/guide.md") == own


def test_a_source_with_a_new_name_takes_its_page_along(site: Site) -> None:
    site.edit("Leave the islands.", "Leave all islands.")
    site.texts = {"new": ONE.replace("aaaaaaa2", "bbbbbbb2").replace("aaaaaaa3", "bbbbbbb3")}
    origin = Origin(id="new", slug="new", sha256=digest(ONE) or "")
    places = find_places([origin], known={"new"}, docs=site.docs, state=site.state)
    page = Page(path="briefs/new.md", text=site.texts["new"].replace('article: "one"', 'article: "new"'))
    found = changes([page], places, withheld={}, silent=(), docs=site.docs, state=site.state)
    apply(found, root=site.root, cache=site.root / ".cache")
    assert [change.outcome for change in found if change.path] == ["moved"]
    assert not (site.docs / PATH).exists()
    assert "- Leave all islands. {#d-bbbbbbb3}" in site.read("briefs/new.md")
    assert "conflict" not in site.read("briefs/new.md")


def test_a_page_that_a_writer_took_over_is_left_alone(site: Site) -> None:
    site.edit('title: "Strait"', 'title: "Strait"\ngenerated: false')
    before = site.read()
    site.texts["one"] = NEW
    assert site.regenerate() == {PATH: "kept"}
    assert site.read() == before


@pytest.mark.parametrize("spoil", [b"\xff\xfe\x00binary", b"<<<<<<< mine\na\n=======\nb\n>>>>>>> theirs\n"])
def test_a_page_that_is_no_text_or_holds_merge_marks_is_left_alone(site: Site, spoil: bytes) -> None:
    (site.docs / PATH).write_bytes(spoil)
    site.texts["one"] = NEW
    assert site.regenerate() == {PATH: "kept"}
    assert (site.docs / PATH).read_bytes() == spoil


def test_without_a_base_the_page_is_the_writers(site: Site) -> None:
    site.edit("Sudria waits.", "Sudria waits and sees.")
    (site.state / "pages" / PATH).unlink()
    site.texts["one"] = NEW
    assert site.regenerate() == {PATH: "conflict"}
    assert "Sudria waits and sees." in site.read()
    assert "no record" in site.read()
    assert (site.state / "pending" / PATH).read_text() == NEW
    assert [change.files for change in site.plan()] == [()]
    text = site.read()
    start = text.index("!!! warning")
    (site.docs / PATH).write_text(text[:start] + text[text.index("Norland asks.") :])
    assert site.regenerate() == {PATH: "merged"}
    assert site.plan() == ()


def test_a_state_of_a_later_version_stops_everything(site: Site) -> None:
    (site.state / "version").write_text("2\n")
    with pytest.raises(StateNewer):
        site.plan()


def test_a_broken_ledger_is_said_with_its_line(site: Site) -> None:
    (site.state / "slugs.tsv").write_text("one\tbriefs/one.md\tcurrent\t\n<<<<<<< mine\n")
    with pytest.raises(StateDamaged, match=r"slugs\.tsv:2"):
        site.plan()


@pytest.mark.parametrize(
    "path",
    [
        "../VICTIM.md",
        "briefs/../../VICTIM.md",
        "{root}/VICTIM.md",
        "..\\VICTIM.md",
        "C:/VICTIM.md",
        "mkdocs.yml",
        "./a.md",
    ],
)
def test_a_ledger_names_nothing_but_pages_below_docs(site: Site, path: str) -> None:
    (site.root / "VICTIM.md").write_text("v\n")
    with (site.state / "slugs.tsv").open("a") as ledger:
        ledger.write(f"zed\t{path.format(root=site.root)}\tcurrent\t\n")
    with pytest.raises(StateDamaged, match=r"slugs\.tsv:2.* is no page below docs/"):
        site.plan()


@pytest.mark.parametrize("name", ["a\u2028b", "a\u2029b", "a\x85b"])
def test_a_name_with_other_marks_of_lines_stays_one_line_of_the_ledger(site: Site, name: str) -> None:
    site.texts[name] = TEXT.format(name=name)
    site.regenerate()
    assert site.plan() == ()


def test_a_ledger_with_the_line_ends_of_another_system_is_read(site: Site) -> None:
    ledger = site.state / "slugs.tsv"
    ledger.write_bytes(ledger.read_bytes().replace(b"\n", b"\r\n"))
    assert site.regenerate() == {}
    assert b"\r" not in ledger.read_bytes()


@pytest.mark.parametrize("name", ["a\tb", "a\nb", "a\udcff"])
def test_a_page_that_was_moved_to_a_name_no_ledger_can_hold_is_not_followed(site: Site, name: str) -> None:
    site.texts["two"] = TEXT.format(name="two")
    site.regenerate()
    (site.docs / PATH).rename(site.docs / f"briefs/{name}.md")
    assert site.regenerate() == {PATH: "deleted"}
    assert site.plan() == ()


def test_a_heading_underlined_by_seven_marks_is_no_merge_of_git(site: Site) -> None:
    (site.docs / PATH).write_text(ONE + "\nSource\n=======\n\nOurs.\n")
    site.texts["one"] = NEW
    assert site.regenerate() == {PATH: "merged"}


def test_a_folder_in_the_place_of_a_page_is_an_error_of_that_page(site: Site) -> None:
    site.texts["two"] = TEXT.format(name="two")
    site.regenerate()
    (site.docs / PATH).unlink()
    (site.docs / PATH).mkdir()
    site.texts = {"one": NEW, "two": site.texts["two"].replace("Sudria waits.", "Sudria goes.")}
    failed, done = (change for change in site.plan() if change.path)
    assert isinstance(failed.error, FileUnreadable)
    assert (failed.files, done.outcome) == ((), "updated")
    site.texts = {"two": site.texts["two"]}
    failed, done = (change for change in site.plan() if change.path)
    assert isinstance(failed.error, FileUnreadable)
    assert standings(site.docs, site.state) == ()


def test_undo_brings_back_what_the_last_run_changed(site: Site) -> None:
    site.texts["two"] = TEXT.format(name="two")
    site.texts["one"] = NEW
    site.regenerate()
    outcome = undo(root=site.root, docs=site.docs, cache=site.root / ".cache")
    assert [name for name, undone in outcome if undone] == [PATH, "briefs/two.md"]
    assert site.read() == ONE
    assert not (site.docs / "briefs/two.md").exists()


def test_undo_leaves_a_page_that_was_edited_since(site: Site) -> None:
    site.texts["one"] = NEW
    site.regenerate()
    site.edit("Ships sail on.", "Ships sink.")
    assert undo(root=site.root, docs=site.docs, cache=site.root / ".cache") == ((PATH, False),)
    assert "Ships sink." in site.read()


def outcomes(found: Iterable[Change]) -> list[str]:
    return [change.outcome for change in found]


def test_a_run_that_was_cut_off_is_taken_up(site: Site) -> None:
    site.edit("Sudria waits.", "Sudria waits and sees.")
    site.texts["one"] = NEW
    found = site.plan()
    apply(found, root=site.root, cache=site.root / ".cache")
    (site.state / "pages" / PATH).write_text(ONE)
    (site.state / "pending" / PATH).unlink()
    take_up(root=site.root, docs=site.docs, cache=site.root / ".cache")
    assert (site.state / "pending" / PATH).read_text() == NEW
    assert outcomes(site.plan()) == ["conflict"]
    assert [change.files for change in site.plan()] == [()]


def linked(site: Site, target: Path) -> Path:
    """Puts a link in the place of a page, to where the page lies now."""
    target.parent.mkdir(parents=True, exist_ok=True)
    (site.docs / PATH).rename(target)
    (site.docs / PATH).symlink_to(target)
    return target


def test_a_page_that_is_a_link_stays_one(site: Site) -> None:
    target = linked(site, site.root / "own" / "page.md")
    site.texts["one"] = NEW
    assert site.regenerate() == {PATH: "updated"}
    assert (site.docs / PATH).is_symlink()
    assert target.read_text() == NEW
    assert undo(root=site.root, docs=site.docs, cache=site.root / ".cache") == ((PATH, True),)
    assert (site.docs / PATH).is_symlink()
    assert target.read_text() == ONE


def test_nothing_is_written_through_a_link_out_of_the_site(
    site: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    target = linked(site, tmp_path_factory.mktemp("elsewhere") / "page.md")
    site.texts["one"] = NEW
    (error,) = apply(site.plan(), root=site.root, cache=site.root / ".cache")
    assert isinstance(error, FileUnwritable)
    assert "a link out of the site" in str(error)
    assert target.read_text() == ONE


def test_the_rights_of_a_page_stay(site: Site) -> None:
    (site.docs / PATH).chmod(0o600)
    site.texts["one"] = NEW
    site.regenerate()
    assert (site.docs / PATH).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("file", ["../VICTIM.md", "{root}/../VICTIM.md"])
def test_a_journal_that_names_files_outside_the_site_is_not_followed(tmp_path: Path, file: str) -> None:
    site = Site(tmp_path / "site")
    site.regenerate()
    victim = tmp_path / "VICTIM.md"
    victim.write_text("v\n")
    room = site.root / ".cache" / UNDO
    name = file.format(root=site.root)
    write_journal(room, [Record(page=PATH, files=(Written(name=name, kept=None, digest=digest("v\n"), text="v\n"),))])
    assert undo(root=site.root, docs=site.docs, cache=site.root / ".cache") == ()
    assert victim.read_text() == "v\n"


@pytest.mark.parametrize(
    "text", ["[]\n", "{}\n", '{"page": "a", "files": [1]}\n', '{"page": "a", "files": [{"name": 1}]}\n']
)
def test_a_journal_that_cannot_be_read_undoes_nothing(site: Site, text: str) -> None:
    (site.root / ".cache" / UNDO / "changes.jsonl").write_text(text)
    assert undo(root=site.root, docs=site.docs, cache=site.root / ".cache") == ()
