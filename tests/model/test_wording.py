from __future__ import annotations

import pytest

from generator.model.evidence import Evidence
from generator.model.facts import Actor, ActorKind
from generator.model.wording import in_sentence, listed, named, range_in_words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-02-10", "2022-02-20", "10–20 Feb 2022"),
        ("2022-02-28", "2022-03-03", "28 Feb – 3 Mar 2022"),
        ("2021-12", "2022-02", "Dec 2021 – Feb 2022"),
        ("2022-02", "2022-04", "Feb – Apr 2022"),
        ("2021-12-30", "2022-01-02", "30 Dec 2021 – 2 Jan 2022"),
        ("2022-02-09", None, "9 Feb 2022"),
        ("2022-02-09", "2022-02-09", "9 Feb 2022"),
        ("2021", "2022", "2021 – 2022"),
        ("2022-02", "2022-02-20", "Feb 2022 – 20 Feb 2022"),
    ],
)
def test_ranges(start: str, end: str | None, words: str) -> None:
    assert range_in_words(start, end) == words


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_lists(names: list[str], words: str) -> None:
    assert listed(names) == words


@pytest.mark.parametrize(
    ("name", "kind", "text", "shown"),
    [
        ("Harbour Council", "organization", "The Harbour Council met. Harbour Council staff left.", "Harbour Council"),
        ("Harbour Council", "organization", "The Harbour Council met.", "the Harbour Council"),
        ("Norland", "country", "Norland and the Norland talks. Norland left.", "Norland"),
        ("United States", "country", "The U.S. left.", "the United States"),
        ("Netherlands", "country", "Dutch ships left.", "the Netherlands"),
        ("Ana Bell", "person", "the Ana Bell", "Ana Bell"),
        ("pilots", "group", "The pilots spoke; the pilots left.", "the pilots"),
    ],
)
def test_names_take_the_article_that_the_source_gives_them(name: str, kind: ActorKind, text: str, shown: str) -> None:
    passage = Evidence(start=0, end=len(text), quote=text)
    assert in_sentence(Actor(name=name, kind=kind, evidence=(passage,)), text, ()) == shown


def test_an_unnamed_actor_is_marked_only_where_words_are_its_own() -> None:
    passage = Evidence(start=0, end=6, quote="Envoys")
    envoys = Actor(id="envoys", name="envoys", kind="group", anonymous=True, evidence=(passage,))
    assert named(envoys, {"envoys"}) == "envoys (anonymous)"
    assert in_sentence(envoys, "The envoys spoke.", {"envoys"}) == "the envoys (anonymous)"
    assert named(envoys, {"norland"}) == "envoys"
