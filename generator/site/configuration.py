"""A mkdocs.yml, loaded; what is wrong with it is said with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig, get_schema
from mkdocs.exceptions import MkDocsException

from generator.errors import ConfigInvalid
from generator.model.diagnostic import Diagnostic

_OF_A_PLUGIN = re.compile(r"Plugin '(?P<plugin>[^']+)' option '(?P<key>[^']+)': (?P<why>.*)", re.DOTALL)
_UNKNOWN = re.compile(r"Unrecognised configuration name: (\S+)")
_QUOTED = re.compile(r"[\"']([^\"'\s]+)[\"']")
_PARSING = re.compile(r".*parsing the configuration file: ")


def load(path: Path, **overrides: Any) -> tuple[MkDocsConfig, tuple[Diagnostic, ...]]:
    """The configuration in a file, as MkDocs itself loads it, and warnings on it; raises `ConfigInvalid`.

    A site that names no folder for its pages gets an empty `docs/` where it has none.
    """
    if not path.is_file():
        raise ConfigInvalid(path, "", "there is no such file", "run in the site's folder, or name it with -f")
    config = MkDocsConfig(config_file_path=str(path.absolute()))
    try:
        with path.open("rb") as file:
            config.load_file(file)
        config.load_dict({name: value for name, value in overrides.items() if value is not None})
        if not any("docs_dir" in written for written in config.user_configs):
            # A new site has nothing but its sources.
            docs = path.with_name("docs")
            if not docs.exists():
                docs.mkdir()
        errors, warnings = config.validate()
    except MkDocsException as error:
        raise ConfigInvalid(path, "", *_broken(error), line=_stopped(error)) from error
    except OSError as error:
        raise ConfigInvalid(path, "", f"cannot be read ({error.strerror})", "see to its rights") from error
    except (ValueError, RecursionError) as error:
        # As YAML's reader does with a date such as 2022-02-30.
        why = f"holds a value that cannot be read ({_one_line(str(error))})"
        raise ConfigInvalid(path, "", why, "mend it, or put it in quotation marks") from error
    if errors:
        key, fault = errors[0]
        _plugin, name, why = _told(key, str(fault))
        raise ConfigInvalid(path, name, why.rstrip("."), "mend it", line=line_of(path, *_named(key, str(fault))))
    return config, tuple(_warning(path, config, key, str(warning)) for key, warning in warnings)


def line_of(path: Path, *names: str) -> int:
    """The line of a mkdocs.yml on which the last of some names stands, each sought from where the one before it is."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 1
    found = 0
    for name in names:
        standing = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        places = (place for place in range(found, len(lines)) if standing.search(lines[place].split(" #")[0]))
        found = next(places, found)
    return found + 1


def _broken(error: MkDocsException) -> tuple[str, str]:
    mark = getattr(error.__context__, "problem_mark", None)
    problem = getattr(error.__context__, "problem", None) if mark else None
    why = problem or _one_line(_PARSING.sub("", str(error)))
    return (f"is broken YAML ({why})" if error.__context__ else why.rstrip(".")), "mend the file"


def _stopped(error: MkDocsException) -> int:
    """Where the reader of YAML stopped."""
    mark = getattr(error.__context__, "problem_mark", None)
    return mark.line + 1 if mark else 1


def _told(key: str, what: str) -> tuple[str, str, str]:
    """Plugin (or none), key and cause of what MkDocs says of a key."""
    found = _OF_A_PLUGIN.match(what)
    return (found["plugin"], found["key"], _one_line(found["why"])) if found else ("", key, _one_line(what))


def _named(key: str, what: str) -> Iterable[str]:
    """The names that lead to the place of what MkDocs speaks of, from without to within."""
    plugin, name, _why = _told(key, what)
    return (key, plugin, name) if plugin else (key, *_QUOTED.findall(what)[:1])


def _warning(path: Path, config: MkDocsConfig, key: str, what: str) -> Diagnostic:
    plugin, name, why = _told(key, what)
    line = line_of(path, *_named(key, what))
    if not _UNKNOWN.match(why):
        return Diagnostic(severity="warning", code="setting", message=f"{name}: {why}; see to it", line=line)
    chosen = config.plugins.get(plugin) if plugin else None
    known = [one for one, _option in (chosen.config_scheme if chosen else get_schema())]
    close = get_close_matches(name, known, n=1)
    whose = f"the plugin '{plugin}'" if plugin else "MkDocs"
    remedy = f"did you mean '{close[0]}'?" if close else "leave it out"
    message = f"{whose} has no setting '{name}'; {remedy}"
    return Diagnostic(severity="warning", code="unknown-setting", message=message, line=line)


def _one_line(text: str) -> str:
    return " ".join(text.split())
