"""Actors, by the cases of `cases/actors`: who acts, under which names, in which roles, and whom words mean."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from generator.language import actors, marks
from generator.language.marks import Marks
from generator.model.facts import Actor, Role
from tests.conftest import article
from tests.language.cases_of import cases_of


def marked(nlp: Language, text: str) -> tuple[Doc, Marks]:
    """A document read as far as its actors."""
    source = article(text)
    doc = nlp(source.text)
    found = marks.attach(doc, source)
    actors.mark(doc)
    return doc, found


def role_in_words(role: Role, names: dict[str, str]) -> str:
    """A role as "title of holder"."""
    return role.title if role.of is None else f"{role.title} of {names[role.of]}"


@pytest.mark.parametrize("case", cases_of("actors"))
def test_actors(case: dict[str, Any], nlp: Language) -> None:
    doc, found = marked(nlp, case["text"])
    names = {actor.key: actor.name for actor in found.actors}
    by_name: dict[str, Actor] = {actor.name: actor for actor in found.actors}
    if "actors" in case:
        assert list(names.values()) == case["actors"]
    for name, aliases in case.get("aliases", {}).items():
        assert set(by_name[name].aliases) | {name} == set(aliases) | {name}
    for name, roles in case.get("roles", {}).items():
        assert [role_in_words(role, names) for role in by_name[name].roles] == roles
    for name in case.get("anonymous", ()):
        assert by_name[name].anonymous
    for name, count in case.get("mentions", {}).items():
        assert by_name[name].mentions == count
    for name in case.get("named", ()):
        assert not by_name[name].anonymous
    for name, sector in case.get("sectors", {}).items():
        assert by_name[name].sector == sector
    for name, country in case.get("countries", {}).items():
        assert by_name[name].country == country
    meant = {doc[mention.start : mention.end].text: names[mention.key] for mention in found.mentions}
    for words, name in case.get("means", {}).items():
        assert meant.get(words) == name


PIECES = (
    "Peru Peruvian Lima Kremlin Ana Silva Kim Jong Un NATO EU President Mr. Foreign Minister Ministry of the and "
    "'s - ( ) , . “ ” said told he she it they who rebels officials a senior official \n\n May Jr. al"
)
WORDS = st.sampled_from(PIECES.replace("\n\n", "¶").split(" "))


@settings(max_examples=60, deadline=None)
@given(words=st.lists(WORDS, min_size=1, max_size=30))
def test_any_string_of_words_gives_sound_actors(words: list[str], nlp: Language) -> None:
    doc, found = marked(nlp, " ".join(words).replace("¶", "\n\n"))
    keys = [actor.key for actor in found.actors]
    assert len(set(keys)) == len(keys)
    for actor in found.actors:
        assert actor.mentions == sum(mention.key == actor.key for mention in found.mentions)
        assert all(doc.text[passage.start : passage.end] == passage.quote for passage in actor.evidence)
        assert all(role.of is None or role.of in keys for role in actor.roles)
    for mention in found.mentions:
        assert 0 <= mention.start <= mention.head < mention.end <= len(doc)
        assert mention.key in keys


SURNAMES = st.lists(
    st.sampled_from(["Adler", "Becker", "Castro", "Dumont", "Evans"]), min_size=2, max_size=4, unique=True
)


@settings(max_examples=20, deadline=None)
@given(surnames=SURNAMES)
def test_different_surnames_are_different_people(surnames: list[str], nlp: Language) -> None:
    text = " ".join(f"President Robert {surname} said the road was closed." for surname in surnames)
    _, found = marked(nlp, text)
    assert [actor.name for actor in found.actors if actor.kind == "person"] == [f"Robert {name}" for name in surnames]
