"""An embargo ends on the site's day, and by no clock but that of a site that asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.embargoes import as_on_day, day_of, on_day
from generator.build.holdings import Holding
from generator.config import Settings
from generator.model.article import Status
from tests.build.archive import Desk, archive, seed


def article(name: str, published: str | None, until: str | None = None, status: Status = "published") -> Holding:
    return Holding(
        path=f"{name}.md", id=name, key="", sha256="", status=status, published=published, embargo_until=until
    )


def site(as_of: str = "latest") -> Settings:
    place = Path("site")
    return Settings(root=place, docs=place / "docs", seeds=place / "seeds", templates=place / "templates", as_of=as_of)


@pytest.mark.parametrize(
    ("status", "until", "day", "then"),
    [
        ("published", None, None, "published"),
        ("published", "2024-03-10", "2024-03-09", "embargo"),
        ("published", "2024-03-10", "2024-03-10", "published"),
        ("embargo", "2024-03-10", "2024-03-10", "published"),
        ("embargo", "2024-03-10", None, "embargo"),
        ("embargo", None, "2030-01-01", "embargo"),
        ("draft", "2024-03-10", "2030-01-01", "draft"),
        ("retracted", "2024-03-10", "2024-03-01", "retracted"),
        ("embargo", "2024-03-10T06:00:00", "2024-03-10", "embargo"),
        ("embargo", "2024-03-10T06:00:00", "2024-03-11", "published"),
        ("embargo", "2024-03-10T01:00:00+02:00", "2024-03-10", "published"),
        ("embargo", "2024-03-10T00:00:00-05:00", "2024-03-10", "embargo"),
        ("embargo", "2024-03-10", "2024-03", "embargo"),
        ("embargo", "2024-03-01", "2024-03", "published"),
        ("embargo", "2024-03-10", "2025", "published"),
        ("embargo", "0001-01-01T00:00:00+14:00", "2024-03-10", "published"),
    ],
)
def test_an_embargo_ends_with_the_first_moment_of_a_day(status: Status, until: str, day: str, then: Status) -> None:
    assert on_day(article("a", "2024-03-01", until, status), day) == then


def test_no_article_ends_its_own_embargo() -> None:
    articles = [article("a", "2024-03-01"), article("b", "2024-03-10", until="2024-03-10")]
    assert day_of(site(), articles) == "2024-03-01"
    assert day_of(site(), articles[1:]) is None


def test_an_article_that_is_out_may_end_the_embargo_of_another() -> None:
    chain = [
        article("d", "2024-06-01", status="draft"),
        article("c", "2024-05-01", until="2024-04-01", status="embargo"),
        article("b", "2024-04-01", until="2024-03-01"),
        article("a", "2024-03-01"),
        article("undated", None),
    ]
    for order in (chain, chain[::-1]):
        assert day_of(site(), order) == "2024-05-01"
        assert {one.id for one in as_on_day(order, "2024-05-01") if one.status == "published"} == {
            *("a", "b", "c", "undated")
        }


def test_the_clock_counts_only_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert day_of(site("today"), ()) == "1970-01-02"
    assert day_of(site("2024-03-05"), [article("a", "2024-06-01")]) == "2024-03-05"
    assert day_of(site(), [article("a", "2024-06-01")]) == "2024-06-01"


def test_an_article_appears_when_its_embargo_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tmp_path / "site", monkeypatch.chdir)
    archive(desk.root)
    held = seed("grain").replace("\nstory", "\nstatus: embargo\nembargo_until: 2024-03-20\nstory")
    desk.write("seeds/grain.md", held)
    said = desk.run("generate")
    assert "grain.md:1: note: is under embargo until 2024-03-20; it gets no page" in said
    assert "briefs/grain.md" not in said
    assert "is under embargo until 2024-03-20" in desk.run("status")
    desk.edit("seeds/strait.md", "published: 2024-03-04", "published: 2024-03-20")
    assert "new       briefs/grain.md" in desk.run("generate")
    desk.write("seeds/grain.md", seed("grain").replace("\nstory", "\nembargo_until: 2024-04-20\nstory"))
    desk.write("facts/grain.yml", "actors: [\n")
    assert "withdrawn briefs/grain.md" in desk.run("generate")
    assert "Norland" not in desk.path("docs/briefs/grain.md").read_text(encoding="utf-8")
