"""Articles out, findings back: what travels to whoever reads, in this process, another one or on another machine.

Both ways it is JSON Lines, one article a line, so that nothing of a library's own travels. Of an article only that goes
out on which findings may rest; its name, its place and its outlet stay, so that they cannot matter.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from generator.errors import GeneratorError
from generator.model.article import Article
from generator.model.codec import decode, encode
from generator.model.findings import Findings

if TYPE_CHECKING:
    from spacy.language import Language

_TURN = Lock()
_REFUSED = b"!"
"""Opens an answer that holds no findings but the reason why there are none."""


def question(article: Article) -> bytes:
    """All of an article on which its findings may rest, as a line."""
    bare = Article(
        id="",
        path="",
        title=article.title,
        text=article.text,
        sha256="",
        published=article.published,
        published_basis="none",
        boilerplate=article.boilerplate,
        byline=article.byline,
    )
    return _line(encode(bare))


def request(questions: Sequence[bytes]) -> bytes:
    """Several articles to be read at once."""
    return b"\n".join(questions)


def refusal(error: GeneratorError) -> bytes:
    """The answer of a reader that cannot read anything."""
    return _REFUSED + json.dumps([error.where, error.what]).encode()


def answers(reply: bytes) -> tuple[bytes, ...]:
    """The answers to a request, one for each article; raises the `GeneratorError` of a reader that cannot read."""
    if reply.startswith(_REFUSED):
        where, what = json.loads(reply[len(_REFUSED) :])
        raise GeneratorError(where, what)
    return tuple(reply.split(b"\n"))


def findings_in(answer: bytes) -> Findings | str:
    """The findings in an answer, or what went wrong with this one article.

    Raises `ValueError`, `TypeError`, `KeyError` or `AttributeError` on anything else.
    """
    said = json.loads(answer)
    return said if isinstance(said, str) else decode(Findings, said)


def prepare(pipeline: str) -> None:
    """Loads the pipeline ahead of the first request; what stands in the way is said in the answer to that."""
    with suppress(Exception):
        _loaded(pipeline)


def answer(pipeline: str, asked: bytes) -> bytes:
    """The reader's side: reads what is asked, with a pipeline loaded once in a process.

    Raises nothing, since its caller may sit on another machine: what goes wrong with one article is its answer, and
    what goes wrong with the pipeline is a refusal.
    """
    try:
        # One at a time: spaCy's memory zones are not made for threads, and threads gain it nothing.
        with _TURN:
            return b"\n".join(_read(_loaded(pipeline), asked.split(b"\n")))
    except GeneratorError as error:
        return refusal(error)
    except Exception as error:  # noqa: BLE001  (whatever it is, its place is the asker's terminal)
        why = f"cannot be loaded ({type(error).__name__}: {error}); install briefs and the pipeline anew"
        return refusal(GeneratorError(f"pipeline '{pipeline}'", why))


@cache
def _loaded(pipeline: str) -> Language:
    from generator.language.pipelines import load_pipeline  # noqa: PLC0415  (spaCy starts slower than all else together)

    nlp = load_pipeline(pipeline)
    # The pipeline stays: the collector of circles need not go through its hundred thousand objects again and again.
    gc.freeze()
    return nlp


def _read(nlp: Language, lines: Sequence[bytes]) -> list[bytes]:
    from generator.language.extract import findings  # noqa: PLC0415  (with spaCy: only where something is read)

    articles = [decode(Article, json.loads(line)) for line in lines]
    # What a text adds to spaCy's dictionary goes with the zone; else memory would grow with every article.
    with nlp.memory_zone():
        try:
            return [_line(encode(found)) for _article, found in findings(nlp, articles)]
        except Exception as error:  # noqa: BLE001  (one odd article must not cost the others theirs)
            if len(lines) == 1:
                return [_line(f"{type(error).__name__}: {error}")]
    return [read for line in lines for read in _read(nlp, [line])]


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
