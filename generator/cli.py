"""The door for people: the command `briefs`.

Heavy rooms are imported by the command that needs them, so that `--help` and errors of usage answer at once.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
import traceback
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from generator import __version__
from generator.desk import accept, config_option, diff, facts, status, undo
from generator.errors import AddressUnavailable, GeneratorError, Refused, SiteMissing
from generator.extracting import extract, progress, say, workforce_options

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from generator.build import Library
    from generator.config import Settings, Workforce
    from generator.plugin import BriefsPlugin

DONE, MENDABLE, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
REFUSALS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""By which a disk or its rights refuse a file; whatever else goes wrong with one is our fault."""

strict_option = click.option("--strict", is_flag=True, help="Exit with 1 if there is any warning.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefs")
def briefs() -> None:
    """Turn news articles into explainer briefs that a reader can check.

    Articles in seeds/ become Markdown pages in docs/briefs/, and MkDocs makes a searchable site of them. Every
    statement on a page links to the passage of the article that it rests on. Pages may be edited: what a writer
    wrote stays.

    \b
    A first site:
      briefs build            seeds/ -> docs/briefs/*.md -> site/
      briefs serve            the same, live, at http://127.0.0.1:8000/
      briefs extract FILE     the brief of one article as JSON
      briefs verify           whether what was built may be published

    \b
    After an edit:
      briefs status           what waits for a writer
      briefs diff             what a regeneration would change
      briefs accept PAGE      settle the conflicts of a page
      briefs undo             take the last regeneration back
      briefs facts ARTICLE    the ids by which facts are corrected

    Exit codes: 0 done, 1 something to mend (said on stderr as `path:line: what; what to do`), 2 wrong usage,
    3 a fault of the tool, 130 interrupted.
    """  # noqa: D301  (click reads the escape, so the docstring cannot be raw)


@briefs.command()
@click.option("--check", is_flag=True, help="Write nothing; name what would change, and exit with 1 if anything would.")
@strict_option
@workforce_options
@config_option
def generate(*, check: bool, strict: bool, workforce: Workforce, config_file: Path) -> None:
    """Write the pages of all briefs under docs/, without building the site.

    What writers edited stays. Each page that changes is named, and what waits for a writer is said.
    """
    from generator.kept.rest import at_rest, wake

    resting = at_rest(config_file)
    if resting is not None:
        for line in resting.told:
            click.echo(line)
        for _severity, line in resting.said:
            say(line)
        _finish(failed=strict and any(severity == "warning" for severity, _line in resting.said))
        return
    from generator import build

    watch = build.watched(config_file, lambda: _settings(_configuration(config_file)))
    settings = replace(watch.settings, workforce=workforce)
    if not check:
        wake(config_file)
    made = (build.regeneration if check else build.generate)(settings, progress)
    for line in build.told(made):
        click.echo(line)
    _report(made.library)
    build.rest(watch, made)
    warned = _warned(made.library)
    stale = check and any(change.files for change in made.changes)
    _finish(failed=bool(made.library.errors) or stale or (strict and warned))


@briefs.command("build")
@strict_option
@workforce_options
@config_option
def build_command(*, strict: bool, workforce: Workforce, config_file: Path) -> None:
    """Write the pages, then build the site: seeds/ -> docs/briefs/*.md -> site/.

    Only what has changed is made anew; the site is, byte for byte, what a build from nothing gives.
    """
    from generator.site.standing import again, standing

    before = standing(config_file)
    if before is not None and before.current(strict=strict):
        built = again(before.record)
    else:
        from generator.site.building import Doors, build_site

        # Whoever listens to MkDocs ends Python's own way of showing what nobody handles.
        logging.basicConfig(format="%(message)s", level=logging.WARNING)

        def load() -> MkDocsConfig:
            config = _configuration(config_file, strict=strict)
            plugin = _plugin(config)
            plugin.workforce, plugin.progress = workforce, progress
            return config

        built = build_site(config_file, Doors(load=load, plugin=_plugin, settings=_settings), strict=strict)
    say(built.summary)
    _finish(failed=built.failed)


@briefs.command()
@click.option("-a", "--dev-addr", metavar="HOST:PORT", help="Where to serve; the default is 127.0.0.1:8000.")
@config_option
def serve(*, dev_addr: str | None, config_file: Path) -> None:
    """Show the site live, and follow every change of seeds/, templates/, docs/ and mkdocs.yml."""
    from mkdocs.commands import serve as mkdocs_serve

    from generator.site.page_texts import read_as_text

    docs = _settings(_configuration(config_file)).docs
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    chosen: dict[str, Any] = {"dev_addr": dev_addr} if dev_addr else {}
    try:
        with read_as_text(docs):
            mkdocs_serve.serve(config_file=str(config_file), **chosen)
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES}:
            raise
        raise AddressUnavailable(dev_addr or "127.0.0.1:8000", error.strerror or "") from error


@briefs.command()
@strict_option
@config_option
def check(*, strict: bool, config_file: Path) -> None:
    """Hold the pages under docs/ to what briefs promise.

    Every quotation must stand in the article, letter by letter; every citation must lead to a passage; every item must
    have one. Prints `path:line: what; what to do` for each fault.
    """
    from generator import build

    found = build.check(_settings(_configuration(config_file)))
    for path, remark in found:
        click.echo(remark.at(path))
    faults = [remark for _path, remark in found if remark.severity == "error" or strict]
    if not found:
        click.echo("every page keeps its promises", err=True)
    _finish(failed=bool(faults))


@briefs.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@strict_option
@config_option
def verify(*, folder: Path | None, strict: bool, config_file: Path) -> None:
    """Hold a built site to what its readers and hosts rely on, before it is published.

    FOLDER is the site's own where none is given. Every link and anchor must lead somewhere, ids must be unique,
    calendars, feeds and JSON must read back, addresses must be under site_url, nothing may be asked of another host,
    and no file may be larger than hosts take. Nothing is built.
    """
    from generator import publish

    config = _configuration(config_file)
    chosen = folder or Path(config.site_dir)
    if not (chosen / "index.html").is_file():
        raise SiteMissing(chosen)
    found = publish.verify(chosen, config.site_url or "")
    for path, remark in found:
        click.echo(remark.at(chosen.absolute() / path))
    if not found:
        click.echo("the site is ready to be published", err=True)
    _finish(failed=any(remark.severity == "error" or strict for _path, remark in found))


for command in (extract, status, diff, accept, undo, facts):
    briefs.add_command(command)


def main() -> None:
    """Runs the command, and turns whatever happens into an exit code."""
    try:
        # Outside its standalone mode click gives back the code of an early exit.
        sys.exit(briefs.main(standalone_mode=False) or DONE)
    except click.UsageError as error:
        error.show()
        sys.exit(USAGE)
    except click.ClickException as error:
        error.show()
        sys.exit(MENDABLE)
    except GeneratorError as error:
        say(error.line())
        sys.exit(MENDABLE)
    except (KeyboardInterrupt, click.Abort):
        say("interrupted; what was finished is kept, and the same command goes on from there")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _let_go()
        sys.exit(DONE)
    except OSError as error:
        if error.errno not in REFUSALS:
            _own_fault()
        _let_go()
        say(Refused(error.filename or "standard output", error.strerror or "").line())
        sys.exit(MENDABLE)
    except Exception:  # noqa: BLE001  (the one boundary: whatever is left is our fault, and is said so)
        _own_fault()


def _own_fault() -> NoReturn:
    traceback.print_exc()
    say("this is a fault of briefs, not yours; please report it with the lines above")
    sys.exit(BUG)


def _let_go() -> None:
    """Forgets what could not be written to standard output, which Python would else try again as it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _configuration(path: Path, **overrides: Any) -> MkDocsConfig:
    from generator.plugin import configuration

    return configuration(path, **overrides)


def _settings(config: MkDocsConfig) -> Settings:
    from generator.plugin import settings

    return settings(config)


def _plugin(config: MkDocsConfig) -> BriefsPlugin:
    from generator.plugin import plugin

    return plugin(config)


def _report(library: Library) -> None:
    for error in library.errors:
        say(error.line())
    for path, remark in library.remarks:
        say(remark.at(path))


def _warned(library: Library) -> bool:
    return any(remark.severity == "warning" for _path, remark in library.remarks)


def _finish(*, failed: bool) -> None:
    if failed:
        raise click.exceptions.Exit(MENDABLE)
