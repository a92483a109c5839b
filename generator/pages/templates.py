"""The page templates: a site's own stand in for ours one by one; what they print is escaped, whatever it is."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from generator.errors import TemplateBroken
from generator.model.quoting import stop
from generator.pages.escape import escaped, key, style, web_link, yaml
from generator.pages.likeness import asked

HERE = Path(__file__).parent
FAILURES = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+(?=\n)")


def built_in() -> Path:
    """The folder of our templates: beside this file in an installed package, at the top of a source checkout."""
    packaged = HERE / "templates"
    return packaged if packaged.is_dir() else HERE.parents[1] / "templates"


class Templates:
    """Fills page templates."""

    def __init__(self, own: Path | None) -> None:
        self.folders = tuple(folder for folder in (own, built_in()) if folder is not None)
        # No autoescape: that is for HTML. `finalize` sees every value that a template prints.
        self.environment = SandboxedEnvironment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in self.folders]),
            undefined=StrictUndefined,
            finalize=escaped,
            # The usual "{#" opens an attribute list of Markdown here.
            comment_start_string="{##",
            comment_end_string="##}",
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.environment.filters |= {"stop": stop, "yaml": yaml}
        self.words: dict[str, frozenset[str] | None] = {}
        self.environment.globals |= {"key": key, "style": style, "web_link": web_link}

    def fill(self, name: str, **variables: object) -> str:
        """The text of a page; raises `TemplateBroken`."""
        try:
            filled = self.environment.get_template(name).render(variables)
        except FAILURES as error:
            raise self._broken(name, error) from error
        lines = "\n".join(line.rstrip() for line in filled.splitlines())
        return BLANK_LINES.sub("\n", lines).strip() + "\n"

    def asked(self, name: str) -> frozenset[str] | None:
        """Words among which are all variables that a template reads; None where that cannot be told."""
        if name not in self.words:
            try:
                self.words[name] = asked(name, self._source)
            except FAILURES:
                # Filling it says what is wrong.
                self.words[name] = None
        return self.words[name]

    def _source(self, name: str) -> str:
        loader = self.environment.loader
        return loader.get_source(self.environment, name)[0] if loader else ""

    def _broken(self, name: str, error: Exception) -> TemplateBroken:
        if isinstance(error, TemplateSyntaxError):
            path = Path(error.filename) if error.filename else self._path(error.name or name)
            return TemplateBroken(path, error.lineno, error.message or "is no valid template")
        # Jinja gives its frames the file and the line of the template.
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if self._ours(frame.filename)]
        missing = isinstance(error, TemplateNotFound)
        why = f"there is no template '{error}'" if missing else str(error) or type(error).__name__
        if frames:
            return TemplateBroken(Path(frames[-1].filename), frames[-1].lineno or 1, why)
        return TemplateBroken(self._path(name), 1, why)

    def _ours(self, filename: str) -> bool:
        return any(Path(filename).is_relative_to(folder) for folder in self.folders)

    def _path(self, name: str) -> Path:
        return next((folder / name for folder in self.folders if (folder / name).is_file()), self.folders[0] / name)
