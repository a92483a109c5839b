"""The command `extract`, and what all commands share that have articles read: by whom, and how far it has come."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.config import BUNDLED, Workforce
from generator.desk import MENDABLE, config_option
from generator.errors import GeneratorError

if TYPE_CHECKING:
    from generator.build import Corrected
    from generator.model.brief import Brief


def workforce_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say who reads, given to a command as one `workforce`."""

    @click.option(
        "--workers",
        type=click.IntRange(min=1),
        metavar="N",
        help="Read in N processes; the default is one for each core where there is enough to read.",
    )
    @click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Read on the Dask cluster of this scheduler (tcp://HOST:PORT, or its file); needs the extra 'cluster'.",
    )
    @wraps(command)
    def chosen(*arguments: Any, workers: int | None, scheduler: str | None, **options: Any) -> None:
        if workers is not None and scheduler is not None:
            message = "--workers and --scheduler exclude each other"
            raise click.UsageError(message)
        command(*arguments, workforce=Workforce(workers=workers, scheduler=scheduler), **options)

    return chosen


@click.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--annotations", is_flag=True, help="Add every time expression and attribution of the text.")
@click.option("-r", "--recursive", is_flag=True, help="Read the folders below a folder, too.")
@click.option("--corrected", is_flag=True, help="Apply the site's corrections of facts.")
@workforce_options
@config_option
def extract(
    articles: tuple[Path, ...],
    *,
    annotations: bool,
    recursive: bool,
    corrected: bool,
    workforce: Workforce,
    config_file: Path,
) -> None:
    """Print what ARTICLES say, as JSON.

    One article gives one indented object. Several, or a folder, give one object a line (JSON Lines), sorted by name. An
    article that cannot be read gives a message on stderr and no line; the others go on. What was extracted once is
    kept, so an interrupted run goes on where it was.
    """
    from generator.model.codec import brief_to_json

    single = len(articles) == 1 and not articles[0].is_dir()
    failed = False
    for found in _briefs(articles, recursive=recursive, corrected=corrected, workforce=workforce, path=config_file):
        if isinstance(found, GeneratorError):
            failed = True
            say(found.line())
            continue
        for remark in found.diagnostics:
            if remark.severity != "note":
                say(remark.at(found.article.path))
        shown = brief_to_json(found, annotations=annotations)
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2 if single else None))
    if failed:
        raise click.exceptions.Exit(MENDABLE)


def _briefs(
    articles: tuple[Path, ...], *, recursive: bool, corrected: bool, workforce: Workforce, path: Path
) -> Iterator[Brief | GeneratorError]:
    """The briefs of articles, by the settings of the site where there is one."""
    from generator import build, sources

    chosen = None
    if corrected or path.is_file():
        from generator.plugin import configuration, settings

        chosen = replace(settings(configuration(path)), workforce=workforce)
    paths, errors = sources.find(articles, recursive=recursive)
    yield from errors
    # On a terminal the results themselves show how far it has come.
    shown = build.plain if sys.stdout.isatty() else progress
    if corrected and chosen is not None:
        yield from _corrected(build.corrected(sources.read_all(paths), chosen, total=len(paths), progress=shown))
        return
    yield from build.extract(
        paths,
        pipeline=chosen.pipeline if chosen else BUNDLED,
        cache=chosen.findings if chosen else _own_cache(),
        workforce=workforce,
        progress=shown,
    )


def _corrected(made: Iterable[Corrected | GeneratorError]) -> Iterator[Brief | GeneratorError]:
    """The briefs among what was made, and what stood in the way of others; remarks on corrections are said."""
    for one in made:
        if isinstance(one, GeneratorError):
            yield one
            continue
        for path, remark in one.remarks:
            say(remark.at(path))
        if one.error is not None:
            yield one.error
        if one.brief is not None:
            yield one.brief


def _own_cache() -> Path:
    """Where findings are kept outside any site."""
    from platformdirs import user_cache_path

    return user_cache_path("briefs", appauthor=False) / "findings"


def progress(items: Iterable[Any], total: int) -> Iterator[Any]:
    """Shows how many articles are done, how fast and how long it will take; nothing where stderr is no terminal."""
    from tqdm import tqdm

    return iter(tqdm(items, total=total, unit="article", disable=None, leave=False, dynamic_ncols=True))


def say(what: object) -> None:
    """A line on stderr, above the progress where that is shown."""
    if sys.stderr.isatty():
        from tqdm import tqdm

        tqdm.write(str(what), file=sys.stderr)
    else:
        click.echo(str(what), err=True)
