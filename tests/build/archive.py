"""A small archive for tests of regeneration: its changes, and what it comes to with and without what is kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from generator.cli import briefs
from tests.sites import hashes

SEED = """---
title: "{title}"
published: {published}
story: "{story}"
---

Norland demanded on Monday that Sudria withdraw its ships from the strait of Lorn by {deadline}.
"We will not leave," said Ada Brandt, the foreign minister of Sudria.

Brandt called for sanctions against Norland if the blockade goes on. Talks will be held on {talks} in Vessel.
"""
SEEDS = {
    "strait": ("Ships in the strait", "2024-03-04", "Lorn", "March 20, 2024", "March 11, 2024"),
    "talks": ("Talks in Vessel", "2024-03-12", "Lorn", "March 22, 2024", "March 18, 2024"),
    "grain": ("Grain waits", "2024-02-01", "Grain", "February 10, 2024", "February 20, 2024"),
    "alone": ("A report alone", "2024-01-09", "", "January 20, 2024", "May 2, 2024"),
}
CONFIGURATION = "site_name: Lorn\ntheme:\n  name: briefs\nplugins:\n  - briefs\n"
TALKS = "A note of the desk.\n"


def seed(name: str) -> str:
    """The text of a source."""
    title, published, story, deadline, talks = SEEDS[name]
    text = SEED.format(title=title, published=published, story=story, deadline=deadline, talks=talks)
    return text if story else text.replace('story: ""\n', "")


def archive(root: Path) -> None:
    """Writes the archive."""
    for room in ("seeds", "docs", "templates", "facts"):
        (root / room).mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    for name in SEEDS:
        (root / "seeds" / f"{name}.md").write_text(seed(name), encoding="utf-8")


@dataclass
class Desk:
    """An archive that is regenerated again and again in one folder."""

    root: Path
    chdir: Callable[[Path], None]

    def run(self, *arguments: str) -> str:
        """What a command says, on whichever stream, and its exit code."""
        self.chdir(self.root)
        done = CliRunner().invoke(briefs, arguments, standalone_mode=False)
        said = done.output + (repr(done.exception) if done.exception else "")
        return f"{said.replace(str(self.root), '')}{done.exit_code} {done.return_value}"

    def state(self) -> dict[str, str]:
        """All that a regeneration writes and people see."""
        return {
            f"{room}/{name}": content
            for room in ("docs", ".briefs")
            for name, content in hashes(self.root / room).items()
        }

    def fresh(self, place: Path) -> Desk:
        """The same archive elsewhere, with nothing kept but what extraction found."""
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.root, place, symlinks=True)
        for name in ("articles.sqlite", "rest.json"):
            (place / ".cache" / "briefs" / name).unlink(missing_ok=True)
        return Desk(place, self.chdir)

    def path(self, name: str) -> Path:
        return self.root / name

    def write(self, name: str, text: str) -> None:
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            path.rmdir()
        elif path.is_symlink() and not path.exists():
            path.unlink()
        path.write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Puts other words into a file, where it is there and holds them."""
        if self.path(name).is_file():
            text = self.path(name).read_text(encoding="utf-8")
            self.write(name, text.replace(old, new))

    def append(self, name: str, text: str) -> None:
        if self.path(name).is_file():
            self.write(name, self.path(name).read_text(encoding="utf-8") + text)


def body(desk: Desk) -> None:
    desk.append("seeds/strait.md", "\nNorland rejected the call. A summit is planned for June 2024.\n")


def title(desk: Desk) -> None:
    desk.edit("seeds/strait.md", "Ships in", "More ships in")


def newest(desk: Desk) -> None:
    desk.edit("seeds/grain.md", "published: 2024-02-01", "published: 2024-05-03")


def other_story(desk: Desk) -> None:
    desk.edit("seeds/grain.md", 'story: "Grain"', 'story: "Lorn"')


def back(desk: Desk) -> None:
    for name in SEEDS:
        desk.write(f"seeds/{name}.md", seed(name))


def touched(desk: Desk) -> None:
    for path in desk.path("seeds").glob("*"):
        path.touch()


def added(desk: Desk) -> None:
    text = seed("strait").replace("Lorn", "Tarn").replace("2024-03-04", "2024-03-30")
    desk.write("seeds/tarn.md", text)


def deleted(desk: Desk) -> None:
    desk.path("seeds/talks.md").unlink(missing_ok=True)


def renamed(desk: Desk) -> None:
    if desk.path("seeds/alone.md").is_file():
        desk.path("seeds/alone.md").rename(desk.path("seeds/lonely.md"))


def draft(desk: Desk) -> None:
    desk.edit("seeds/talks.md", "\nstory", "\nstatus: draft\nstory")


def embargo(desk: Desk) -> None:
    desk.edit("seeds/grain.md", "\nstory", "\nembargo_until: 2024-03-12T09:00\nstory")


def later(desk: Desk) -> None:
    desk.edit("seeds/talks.md", "published: 2024-03-12", "published: 2024-03-13")


def published(desk: Desk) -> None:
    desk.edit("seeds/talks.md", "status: draft\n", "")


def broken(desk: Desk) -> None:
    desk.edit("seeds/strait.md", "published: 2024", "published: [2024")


def no_seeds(desk: Desk) -> None:
    if desk.path("seeds").is_dir():
        shutil.rmtree(desk.path("seeds"))


def emptied(desk: Desk) -> None:
    no_seeds(desk)
    desk.path("seeds").mkdir()


def corrected(desk: Desk) -> None:
    desk.write("facts/strait.yml", "actors:\n  ada-brandt:\n    name: Adele Brandt\n")


def dropped(desk: Desk) -> None:
    desk.write("facts/strait.yml", "actors:\n  ada-brandt:\n    drop: true\n")


def homeless(desk: Desk) -> None:
    desk.write("facts/grain.yml", "actors:\n  ada-brand:\n    drop: true\n")
    desk.write("facts/nobody.yml", "actors: {}\n")


def wrong(desk: Desk) -> None:
    desk.write("facts/talks.yml", "actors: [\n")


def folder_of_facts(desk: Desk) -> None:
    path = desk.path("facts/strait.yml")
    if not path.is_dir():
        path.unlink(missing_ok=True)
        path.mkdir()


def loop_of_facts(desk: Desk) -> None:
    if not os.path.lexists(desk.path("facts/grain.yml")):
        desk.path("facts/grain.yml").symlink_to("grain.yml")


def uncorrected(desk: Desk) -> None:
    for path in desk.path("facts").iterdir():
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()


def template(desk: Desk) -> None:
    desk.write("templates/sections/changes.md.jinja", "\nOwn words.\n")


def template_of_stories(desk: Desk) -> None:
    desk.write("templates/story.md.jinja", "# {{ story.name }}\n\n{{ count }}\n")


def no_template(desk: Desk) -> None:
    shutil.rmtree(desk.path("templates"), ignore_errors=True)


def day(desk: Desk) -> None:
    desk.write("mkdocs.yml", CONFIGURATION.replace("- briefs", '- briefs:\n      as_of: "2024-12-01"'))


def rights(desk: Desk) -> None:
    desk.write("mkdocs.yml", CONFIGURATION.replace("- briefs", "- briefs:\n      publish_source: none"))


def quota(desk: Desk) -> None:
    desk.write("mkdocs.yml", CONFIGURATION.replace("- briefs", "- briefs:\n      quoted_words: 20"))


def plain(desk: Desk) -> None:
    desk.write("mkdocs.yml", CONFIGURATION)


def written(desk: Desk) -> None:
    desk.append("docs/briefs/strait.md", f"\n{TALKS}")


def rewritten(desk: Desk) -> None:
    desk.edit("docs/briefs/strait.md", "# Ships in the strait", "# Ships, again")


def page_deleted(desk: Desk) -> None:
    if desk.path("docs/briefs/grain.md").is_file():
        desk.path("docs/briefs/grain.md").unlink()


def page_moved(desk: Desk) -> None:
    if desk.path("docs/briefs/alone.md").is_file():
        desk.path("docs/own").mkdir(exist_ok=True)
        desk.path("docs/briefs/alone.md").rename(desk.path("docs/own/alone.md"))


def page_renamed(desk: Desk) -> None:
    path = desk.path("docs/briefs/alone.md")
    if path.is_file():
        text = path.read_text(encoding="utf-8")
        desk.write("docs/briefs/lonely.md", text[max(text.find("\n# "), 0) :])
        path.unlink()


def page_lost_to_a_folder(desk: Desk) -> None:
    if desk.path("docs/briefs/grain.md").is_file():
        page_deleted(desk)
        desk.path("docs/briefs/grain.md").mkdir()


def page_linked(desk: Desk) -> None:
    path = desk.path("docs/briefs/alone.md")
    if path.is_file() and not path.is_symlink():
        desk.path("linked").mkdir(exist_ok=True)
        path.rename(desk.path("linked/alone.md"))
        path.symlink_to("../../linked/alone.md")


def own(desk: Desk) -> None:
    desk.edit("docs/briefs/talks.md", 'article: "talks"', 'article: "talks"\ngenerated: false')


def unmerged(desk: Desk) -> None:
    desk.append("docs/briefs/talks.md", "\n<<<<<<< ours\n")


def base_lost(desk: Desk) -> None:
    desk.path(".briefs/pages/briefs/strait.md").unlink(missing_ok=True)


def history_damaged(desk: Desk) -> None:
    desk.append(".briefs/history/grain.jsonl", "no line\n")


def history_mended(desk: Desk) -> None:
    desk.edit(".briefs/history/grain.jsonl", "no line\n", "")


def ledger_lost(desk: Desk) -> None:
    desk.path(".briefs/slugs.tsv").unlink(missing_ok=True)


def undone(desk: Desk) -> None:
    desk.run("undo")


def accepted(desk: Desk) -> None:
    desk.run("accept", "strait", "--theirs")


def status(desk: Desk) -> None:
    desk.run("status")


def tampered(desk: Desk) -> None:
    path = desk.path(".cache/briefs/articles.sqlite")
    content = bytearray(path.read_bytes()) if path.is_file() else bytearray()
    for place in range(150, len(content), 211):
        content[place] ^= 0x55
    desk.path(".cache/briefs").mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def words_tampered(desk: Desk) -> None:
    for name in ("articles.sqlite", "rest.json"):
        path = desk.path(f".cache/briefs/{name}")
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"Brandt", b"Brendt").replace(b"briefs/", b"griefs/"))


def no_cache(desk: Desk) -> None:
    shutil.rmtree(desk.path(".cache/briefs"), ignore_errors=True)


CHANGES: tuple[Callable[[Desk], None], ...] = (
    *(
        body,
        title,
        newest,
        other_story,
        back,
        touched,
        added,
        deleted,
        renamed,
        draft,
        embargo,
        later,
        published,
        broken,
        no_seeds,
        emptied,
    ),
    *(corrected, dropped, homeless, wrong, folder_of_facts, loop_of_facts, uncorrected),
    *(template, template_of_stories, no_template, day, rights, quota, plain),
    *(
        written,
        rewritten,
        page_deleted,
        page_moved,
        page_renamed,
        page_lost_to_a_folder,
        page_linked,
        own,
        unmerged,
        base_lost,
        history_damaged,
        history_mended,
    ),
    *(ledger_lost, undone, accepted, status, tampered, words_tampered, no_cache),
)
