"""Large archives for benchmarks: `python -m benchmarks.archive FOLDER 1000` makes a site of so many briefs.

The articles of seeds/ are read once. Each article of the archive is one of them with other persons in it, on another
day: names give way to invented ones of the same length, so that offsets hold and what was found in the first holds for
the other, too. So an archive of any size costs no extraction; its findings lie in the cache, where a build looks.
Names recur as they do in news: few persons are in many articles, most in few (Zipf's law).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from generator import sources
from generator.config import BUNDLED
from generator.language.exchange import question
from generator.language.findings_cache import FindingsCache
from generator.language.fingerprint import fingerprint
from generator.language.reading import findings_of
from generator.model.codec import encode

ROOT = Path(__file__).parent.parent
ONSETS, VOWELS = "bdfgklmnprstvz", "aeiou"
DAY = re.compile(r'"(20\d\d-\d\d-\d\d)"')
CONFIGURATION = """site_name: Archive
site_url: https://archive.example/
theme:
  name: {theme}
plugins:
{plugins}
nav:
  - Home: index.md
  - Briefs: briefs/index.md
  - Stories: stories/index.md
  - Actors: actors/index.md
  - Dates: dates/index.md
  - Demands: demands/index.md
  - Sanctions: sanctions/index.md
validation:
  nav:
    omitted_files: ignore
"""


def invented(word: str, variant: int) -> str:
    """A word that can be said, of the length and case of another."""
    chance = Random(f"{word.lower()} {variant}")  # noqa: S311  (seeded, no secret)
    letters = "".join(chance.choice(VOWELS if at % 2 else ONSETS) for at in range(len(word)))
    return letters.capitalize() if word[0].isupper() else letters


class Pattern:
    """One article of seeds/ with its findings, and the names in it that give way."""

    def __init__(self, path: Path) -> None:
        article = sources.read(path)
        found = [one for one in findings_of((article,), pipeline=BUNDLED) if isinstance(one, tuple)]
        findings = found[0][1]
        self.source = path.read_text(encoding="utf-8")
        self.found = json.dumps(encode(findings), ensure_ascii=False)
        self.title = article.title
        persons = (actor.name.split()[-1] for actor in findings.actors if actor.kind == "person")
        self.names = tuple(sorted({word for word in persons if word.isalpha() and word[0].isupper()}))
        forms = [re.escape(form) for word in self.names for form in (word, word.lower())]
        self.pattern = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(forms)})(?![A-Za-z])")

    def varied(self, number: int) -> tuple[str, str]:
        """The text and the findings of an article of the archive."""
        chance = Random(number)  # noqa: S311  (seeded, no secret)
        variants = {word: int(min(chance.paretovariate(0.7), 1e6)) for word in self.names}

        def other(found: re.Match[str]) -> str:
            word = found[0]
            variant = variants.get(word.capitalize(), 1)
            return word if variant == 1 else invented(word, variant)

        days = timedelta(days=7 * (number // 3 % 400))

        def later(found: re.Match[str]) -> str:
            return f'"{date.fromisoformat(found[1]) + days}"'

        head, rest = self.pattern.sub(other, self.source).split("\n---\n", 1)
        title = self.pattern.sub(other, self.title)
        head = re.sub(r"^title:.*$", f'title: "{title} ({number})"', head, flags=re.MULTILINE)
        head = re.sub(r"^story:.*$", f'story: "Crisis {number // 12}"', head, flags=re.MULTILINE)
        head = re.sub(
            r"^published: (\S+)$", lambda f: f"published: {date.fromisoformat(f[1]) + days}", head, flags=re.MULTILINE
        )
        head = re.sub(r"^publish_source:.*\n", "", head, flags=re.MULTILINE)
        return f"{head}\n---\n{rest}", DAY.sub(later, self.pattern.sub(other, self.found))


def articles(count: int) -> Iterator[tuple[str, str, str]]:
    """The name, the text and the findings of each article of an archive."""
    patterns = [Pattern(path) for path in sorted((ROOT / "seeds").glob("*.md"))]
    for number in range(count):
        yield f"report-{number:05}", *patterns[number % len(patterns)].varied(number)


def make(folder: Path, count: int, theme: str = "briefs", plugins: str = "  - briefs\n") -> None:
    """A site with an archive whose extraction is done."""
    for room in (folder / "seeds", folder / "docs"):
        room.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIGURATION.format(theme=theme, plugins=plugins), encoding="utf-8")
    kept = FindingsCache(folder / ".cache" / "briefs" / "findings", fingerprint(BUNDLED))
    for name, text, found in articles(count):
        path = folder / "seeds" / f"{name}.md"
        path.write_text(text, encoding="utf-8")
        kept.keep(kept.key(question(sources.read(path))), found.encode())


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
