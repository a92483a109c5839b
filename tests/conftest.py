"""What tests share: the pipeline, loaded once, and articles made from a few lines."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from generator.language.extract import read
from generator.language.pipelines import load_pipeline
from generator.model.article import Article
from generator.model.findings import Findings

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option by which the golden pages are written anew."""
    parser.addoption("--renew-golden", action="store_true", help="Write the golden pages of tests/golden/ anew.")


def article(
    text: str, *, published: str | None = "2022-02-09", title: str = "A title", name: str = "example"
) -> Article:
    """An article of paragraphs parted by one empty line."""
    return Article(
        id=name,
        path=f"{name}.md",
        title=title,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        published=published,
        published_basis="front-matter" if published else "none",
    )


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keeps what tests extract out of the cache of whoever runs them."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The bundled pipeline."""
    return load_pipeline()


@pytest.fixture(scope="session")
def findings(nlp: Language) -> Callable[[Article], Findings]:
    """Reads an article with the bundled pipeline."""

    def reading(source: Article) -> Findings:
        return read(nlp(source.text), source)

    return reading
