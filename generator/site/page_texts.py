"""Pages that MkDocs cannot read, by name."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.utils import is_markdown_file

_SPEAKERS = ("mkdocs.structure.pages", "mkdocs.commands.build")


@contextmanager
def read_as_text(docs: Path) -> Iterator[None]:
    """Raises `PageNotText` where MkDocs stops at a page that is no UTF-8 text, of which it says no place."""
    loggers = [logging.getLogger(name) for name in _SPEAKERS]
    for logger in loggers:
        logger.addFilter(_told)
    try:
        yield
    except UnicodeDecodeError:
        from generator.writers.files import not_text  # noqa: PLC0415  (no room of the house is needed to render a page)

        for path in sorted(docs.rglob("*")):
            if is_markdown_file(path.name) and path.is_file():
                fault = not_text(path)
                if fault:
                    raise fault from None
        raise
    finally:
        for logger in loggers:
            logger.removeFilter(_told)


def _told(_record: logging.LogRecord) -> bool:
    """Whether a line is to be shown: none of those that MkDocs writes of a page whose bytes are no text."""
    return not isinstance(sys.exc_info()[1], UnicodeDecodeError)
