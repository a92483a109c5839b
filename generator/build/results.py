"""What reading each source of a site comes to; only those that changed are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator import sources, writers
from generator.build.briefs import Corrected, Progress, Reading, Source, corrected, history_path
from generator.build.embargoes import may_appear
from generator.build.holdings import Holding, holding, withheld
from generator.build.shelf import Shelf
from generator.config import Settings
from generator.errors import GeneratorError
from generator.model.article import Article
from generator.model.brief import Brief

Result = Article | Corrected | GeneratorError
"""What reading a source comes to: an article that is withheld, a brief, or what stood in the way."""
Found = Holding | Corrected | GeneratorError
"""The same with what is known on the shelf; of what was corrected, only that which cannot be."""


def results(paths: tuple[Path, ...], shelf: Shelf, progress: Progress[Reading]) -> dict[Path, Found]:
    """What each source comes to, in their order; only those that changed are read."""
    known = {path: shelf.held(path) for path in paths}
    read = _read([path for path, held in known.items() if held is None], shelf.settings, progress)
    found: dict[Path, Found] = {}
    for path in paths:
        held = known[path]
        found[path] = _put(read[path], shelf) if held is None else _sound(held, shelf)
    return found


def _read(paths: list[Path], settings: Settings, progress: Progress[Reading]) -> dict[Path, Result]:
    if not paths:
        return {}
    found: dict[Path, Result] = {}
    order: list[Path] = []

    def shown() -> Iterator[Source]:
        read = sources.read_all(paths, publish_source=settings.publish_source)
        for path, source in zip(paths, read, strict=True):
            if isinstance(source, Article) and not may_appear(source):
                found[path] = source
            else:
                order.append(path)
                yield source

    made = tuple(corrected(shown(), settings, total=len(paths), progress=progress))
    return found | dict(zip(order, made, strict=True))


def _put(result: Result, shelf: Shelf) -> Found:
    """Puts what was read on the shelf, where it came to anything."""
    if isinstance(result, GeneratorError):
        return result
    article = result if isinstance(result, Article) else result.article
    key = shelf.key(article.path, article.sha256, article.id)
    if isinstance(result, Article):
        made = withheld(article, key)
        shelf.put(made)
        return made
    if result.brief is None:
        return result
    made = holding(result, result.brief, key)
    shelf.put(made, result.brief)
    shelf.read_well(article.id)
    return made


def _sound(held: Holding, shelf: Shelf) -> Holding | Corrected:
    """What is known of an article, unless the history of its facts is damaged."""
    if may_appear(held) and not shelf.sound(held.id):
        try:
            writers.read_history(history_path(shelf.settings, held.id))
        except GeneratorError as error:
            return Corrected(article=shelf.brief(held).article, brief=None, error=error)
        shelf.read_well(held.id)
    shelf.put(held)
    return held


def read_again(path: str, settings: Settings) -> Brief:
    """The brief of an article whose kept one was damaged; raises what stands in its way now."""
    (one,) = corrected([sources.read(Path(path), publish_source=settings.publish_source)], settings, total=1)
    if isinstance(one, GeneratorError):
        raise one
    if one.brief is None:
        raise one.error or GeneratorError(path, "changed while it was read; say the command again")
    return one.brief
