"""Reading streamed: order, errors in their place, the cache, bounded look-ahead, the same findings whoever reads."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import ALONE, Workforce
from generator.errors import GeneratorError, PipelineMissing, ReaderLost, ReadingFailed, SourceUnreadable
from generator.language import exchange, line
from generator.language.readers import Answer
from generator.language.reading import findings_of
from generator.model.article import Article
from generator.model.findings import Findings
from tests.conftest import article

BUNDLED = "bundled"
STATES = ("Chad", "Togo", "Mali", "Peru", "Cuba", "Iran")
ARTICLES = tuple(
    article(
        f"{state} demanded on Monday that Norway reopen the port. Norway refused.", name=f"{number}-{state.lower()}"
    )
    for number, state in enumerate(STATES)
)
UNREADABLE = SourceUnreadable(Path("3.md"), "holds no text", "remove it")


def read(*sources: Article | GeneratorError, **options: object) -> list[tuple[Article, Findings] | GeneratorError]:
    return list(findings_of(sources, pipeline=BUNDLED, **options))  # type: ignore[arg-type]


def refuse(*_: object) -> bytes:
    message = "something was read that should have been known"
    raise AssertionError(message)


def test_two_processes_find_what_one_finds_in_the_same_order() -> None:
    sources: tuple[Article | GeneratorError, ...] = (*ARTICLES[:3], UNREADABLE, *ARTICLES[3:])
    alone = read(*sources)
    assert [one if isinstance(one, GeneratorError) else one[0] for one in alone] == list(sources)
    assert all(isinstance(one, GeneratorError) or one[1].demands for one in alone)
    assert read(*sources, workforce=Workforce(workers=2)) == alone


def test_what_was_read_once_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(*ARTICLES, cache=tmp_path / "findings")
    monkeypatch.setattr(exchange, "answer", refuse)
    assert read(*ARTICLES, cache=tmp_path / "findings") == first


def test_findings_rest_on_nothing_but_what_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (first,) = read(ARTICLES[0], cache=tmp_path)
    monkeypatch.setattr(exchange, "answer", refuse)
    moved = replace(ARTICLES[0], id="b", path="b.md", outlet="Gazette", sha256="", story="x", tags=("y",))
    (again,) = read(moved, cache=tmp_path)
    assert not isinstance(first, GeneratorError)
    assert again == (moved, first[1])


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Chad demanded on Tuesday that Norway reopen the port. Norway refused."},
        {"title": "Another"},
        {"published": "2023-01-01"},
        {"boilerplate": ((0, 4),)},
        {"byline": ("Ana Bell",)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_change_of_what_counts_is_another_question(change: dict[str, object]) -> None:
    changed = replace(ARTICLES[0], **change)  # type: ignore[arg-type]
    assert exchange.question(changed) != exchange.question(ARTICLES[0])


@pytest.mark.parametrize(
    "damage",
    [b"", b"\x00" * 20, zlib.compress(b'{"actors": [{"id": 3}]}'), zlib.compress(b"[]"), zlib.compress(b'"odd"')],
    ids=["empty", "binary", "another record", "a list", "a remark"],
)
def test_a_damaged_entry_is_read_anew(tmp_path: Path, damage: bytes) -> None:
    (first,) = read(ARTICLES[0], cache=tmp_path)
    (entry,) = tmp_path.glob("*/??/*")
    sound = entry.read_bytes()
    entry.write_bytes(damage)
    assert read(ARTICLES[0], cache=tmp_path) == [first]
    assert entry.read_bytes() == sound


def test_a_cache_that_cannot_be_written_costs_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    (first,) = read(ARTICLES[0], cache=tmp_path / "file" / "findings")
    assert first == read(ARTICLES[0])[0]


def test_articles_are_taken_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield ARTICLES[taken % len(ARTICLES)]

    stream = findings_of(endless(), pipeline=BUNDLED, workforce=ALONE)
    for _ in range(5):
        next(stream)
    assert taken < 2000
    stream.close()  # type: ignore[attr-defined]


def test_a_missing_pipeline_stops_the_work() -> None:
    with pytest.raises(PipelineMissing):
        next(findings_of(ARTICLES, pipeline="en_nowhere_sm"))


def test_a_pipeline_that_does_not_fit_stops_the_work_of_processes_too(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    for workforce in (ALONE, Workforce(workers=2)):
        with pytest.raises(GeneratorError, match="own"):
            next(findings_of(ARTICLES, pipeline=str(tmp_path / "own"), workforce=workforce))


def test_an_article_on_which_the_pipeline_fails_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.language import extract  # noqa: PLC0415

    plain = extract.findings

    def stumbling(nlp: object, articles: list[Article]) -> Iterator[tuple[Article, Findings]]:
        for one in articles:
            if "Mali" in one.text:
                message = "odd text"
                raise ValueError(message)
        yield from plain(nlp, articles)  # type: ignore[arg-type]

    expected = read(*ARTICLES)
    monkeypatch.setattr(extract, "findings", stumbling)
    found = read(*ARTICLES)
    assert [type(one) for one in found].count(ReadingFailed) == 1
    assert str(found[2]) == "2-mali.md:1: the pipeline failed on it (ValueError: odd text); please report this article"
    assert found[:2] + found[3:] == expected[:2] + expected[3:]


class Mortal:
    """A stand-in for workers, of whom one is lost whenever it reads of Mali."""

    width = 2

    def __init__(self, _pipeline: str, _rules: str, _count: int) -> None:
        self.asked: list[tuple[int, bytes]] = []

    def give(self, ticket: int, asked: bytes) -> None:
        self.asked.append((ticket, asked))

    def take(self) -> Answer:
        ticket, asked = self.asked.pop()
        if b"Mali" in asked:
            return Answer(ticket=ticket, lost="killed by SIGKILL")
        return Answer(ticket=ticket, reply=exchange.answer(BUNDLED, asked))

    def close(self) -> None:
        self.asked.clear()


def test_only_the_article_that_ends_its_worker_twice_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(*ARTICLES)
    monkeypatch.setattr(line, "Workers", Mortal)
    found = read(*ARTICLES, workforce=Workforce(workers=2))
    assert isinstance(found[2], ReaderLost)
    assert "killed by SIGKILL" in str(found[2])
    assert found[:2] + found[3:] == expected[:2] + expected[3:]


def test_few_articles_are_read_here_and_many_by_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    counts: list[int] = []

    class Counted(Mortal):
        def __init__(self, pipeline: str, rules: str, count: int) -> None:
            counts.append(count)
            super().__init__(pipeline, rules, count)

        def take(self) -> Answer:
            ticket, asked = self.asked.pop()
            return Answer(ticket=ticket, reply=b"\n".join(b'"unread"' for _ in asked.split(b"\n")))

    monkeypatch.setattr(line, "Workers", Counted)
    monkeypatch.setattr(line, "cores", lambda: 8)
    assert len(read(*ARTICLES, workforce=Workforce())) == len(ARTICLES)
    assert counts == []
    assert len(read(*ARTICLES * 200, workforce=Workforce())) == 200 * len(ARTICLES)
    assert counts == [8]
