"""The commands for writers: what waits, what a regeneration would change, choosing, undoing, the ids of facts."""

from __future__ import annotations

import difflib
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.build import Regeneration
    from generator.config import Settings
    from generator.writers import Change

MENDABLE = 1
COLOURS = {"+": "green", "-": "red", "@": "cyan"}

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)


@click.command()
@click.option("--strict", is_flag=True, help="Exit with 1 if anything waits for you.")
@config_option
def status(*, strict: bool, config_file: Path) -> None:
    """Show what waits: conflicts, edits, corrections without a fact, changed or withheld sources, dates that passed."""
    from generator import build, writers

    settings = _settings(config_file)
    planned = build.regeneration(settings)
    standings = writers.standings(settings.docs, settings.state)
    conflicts = {change.path for change in planned.changes if change.outcome == "conflict"}
    conflicts |= {standing.path for standing in standings if standing.open}
    astray = [remark.at(path) for path, remark in planned.library.remarks if remark.code == "homeless"]
    waiting = [change for change in planned.changes if change.files and change.path and change.path not in conflicts]
    kept = [
        f"{change.path}: {change.remark.message}" for change in planned.changes if change.remark and not change.files
    ]
    kept = [line for line in kept if line.split(":", 1)[0] not in conflicts]
    held = [remark.at(path) for path, remark in planned.library.remarks if remark.code == "held-back"]
    parts = (
        ("Conflicts: choose on the page, or with 'briefs accept'", sorted(conflicts), "red"),
        ("Errors", [error.line() for error in planned.library.errors], "red"),
        ("Corrections whose fact is gone", astray, "yellow"),
        ("To be regenerated", [f"{change.outcome:9} {change.path}" for change in waiting], "yellow"),
        ("Left as they are", kept, "yellow"),
        ("Withheld", held, "cyan"),
        ("Edited by you", [standing.path for standing in standings if standing.edited], "green"),
        ("Deleted by you", [standing.path for standing in standings if standing.deleted], "green"),
        (f"Dates that have passed by {planned.library.as_of}", list(_passed(planned)), "cyan"),
    )
    for title, lines, colour in parts:
        if lines:
            click.secho(f"{title} ({len(lines)})", fg=colour, bold=True)
            click.echo("".join(f"  {line}\n" for line in lines), nl=False)
    if not any(lines for _title, lines, _colour in parts):
        click.echo("nothing waits")
    if strict and (conflicts or astray or waiting or planned.library.errors):
        raise click.exceptions.Exit(MENDABLE)


def _passed(planned: Regeneration) -> Iterator[str]:
    """Events that were ahead when their report appeared, and are not on the day of the site."""
    as_of = planned.library.as_of or ""
    for entry in planned.library.entries:
        for event in entry.brief.dates:
            day = event.end or event.start
            if event.phase == "upcoming" and day and day < as_of[: len(day)]:
                yield f"{day}  {entry.slug}: {event.what}"


@click.command()
@click.argument("page", required=False)
@click.option("--stat", is_flag=True, help="Only how many lines each page gains and loses.")
@config_option
def diff(page: str | None, *, stat: bool, config_file: Path) -> None:
    """Show what a regeneration would change, before anything is written."""
    from generator import build, writers

    settings = _settings(config_file)
    planned = build.regeneration(settings)
    named = writers.page_named(page, settings.docs, settings.state).path if page else None
    outcomes: Counter[str] = Counter()
    for change in planned.changes:
        if not change.files or not change.path or named not in {None, change.path}:
            continue
        lines = list(_difference(change, settings))
        outcomes[change.outcome] += 1
        if stat:
            gained, lost = (sum(line.startswith(sign) for line in lines[2:]) for sign in "+-")
            click.echo(f"{change.outcome:9} {change.path}  {click.style(f'+{gained}', fg='green')} ", nl=False)
            click.secho(f"-{lost}", fg="red")
        else:
            for line in lines:
                click.secho(line, fg=COLOURS.get(line[:1]))
    if stat:
        click.echo(
            ", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items())) or "nothing changes"
        )


def _difference(change: Change, settings: Settings) -> Iterator[str]:
    """The change of a page as a unified difference."""
    from generator import writers

    for file in change.files:
        if file.path.is_relative_to(settings.docs):
            name = os.path.relpath(file.path)
            before = (writers.read_text(file.path) or "").splitlines()
            yield from difflib.unified_diff(before, (file.text or "").splitlines(), name, name, lineterm="")


@click.command()
@click.argument("page")
@click.argument("conflicts", nargs=-1)
@click.option("--theirs", is_flag=True, help="Take the generated text; without a conflict, the whole generated page.")
@click.option("--mine", is_flag=True, help="Keep your text (the default).")
@config_option
def accept(page: str, conflicts: tuple[str, ...], *, theirs: bool, mine: bool, config_file: Path) -> None:
    """Settle the conflicts of PAGE, all of them or those whose ids are given.

    PAGE is a path or the name of a page; `briefs undo` takes it back.
    """
    from generator import writers

    if theirs and mine:
        message = "--theirs and --mine exclude each other"
        raise click.UsageError(message)
    settings = _settings(config_file)
    room = writers.page_named(page, settings.docs, settings.state)
    with writers.alone(settings.cache):
        change = writers.accepted(room, theirs=theirs, ids=frozenset(conflicts) or None)
        errors = writers.apply([change] if change else [], root=settings.root, cache=settings.cache)
        writers.finish(cache=settings.cache)
    for error in errors:
        click.echo(error.line(), err=True)
    if errors:
        raise click.exceptions.Exit(MENDABLE)
    chosen = "the generated text" if theirs else "your text"
    click.echo(f"{room.path}: {chosen} stays" if change else f"{room.path}: there is nothing to settle")


@click.command()
@click.argument("pages", nargs=-1)
@config_option
def undo(pages: tuple[str, ...], *, config_file: Path) -> None:
    """Take back the last regeneration (or acceptance), for all pages or for PAGES.

    A page that was edited since stays as it is, and is named.
    """
    from generator import writers

    settings = _settings(config_file)
    names = {writers.page_named(page, settings.docs, settings.state).path for page in pages}
    with writers.alone(settings.cache):
        done = writers.undo(root=settings.root, docs=settings.docs, cache=settings.cache, pages=names)
    for path, undone in done:
        click.echo(f"{'undone' if undone else 'kept, edited since':9} {path}")
    if not done:
        click.echo("there is nothing to undo")
    if not all(undone for _path, undone in done):
        raise click.exceptions.Exit(MENDABLE)


@click.command()
@click.argument("article", required=False)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a file of corrections instead.")
@config_option
def facts(article: str | None, *, schema: bool, config_file: Path) -> None:
    """List the ids by which facts/ARTICLE.yml corrects the facts of ARTICLE, a name or a file in seeds/."""
    from generator import build, sources

    if schema:
        click.echo(json.dumps(sources.schema(), indent=2))
        return
    if article is None:
        message = "name an article, or say --schema"
        raise click.UsageError(message)
    for kind, rows in build.facts(_settings(config_file), Path(article).stem if "/" in article else article):
        click.secho(kind, bold=True)
        for name, words in rows:
            click.echo(f"  {click.style(name, fg='cyan')}  {words}")


def _settings(path: Path) -> Settings:
    from generator.plugin import configuration, settings

    return settings(configuration(path))
