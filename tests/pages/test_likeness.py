"""A page is like another where its template is given the same; what a template never reads makes no difference."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble import assemble
from generator.model.brief import Brief
from generator.model.page import Entry
from generator.pages.likeness import Likeness, asked
from generator.pages.report import Report
from tests.facts import findings, source

PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=3)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Something that a template shows."""

    what: object
    others: tuple[object, ...] = ()


def brief() -> Brief:
    """The brief of the article for tests."""
    return assemble(source(), findings())


def exact(value: object) -> object:
    """A value beside its type: to Python 1, 1.0 and True are equal."""
    return tuple(map(exact, value)) if isinstance(value, tuple) else (type(value), value)


@given(VALUES, VALUES)
def test_only_equal_values_are_alike(one: object, other: object) -> None:
    alike = Likeness({}).of(Shown(what=one)) == Likeness({}).of(Shown(what=other))
    assert alike == (exact(one) == exact(other))


def test_a_brief_stands_for_itself_by_its_key() -> None:
    entry = Entry(slug="one", brief=brief())
    name = entry.brief.article.id
    first = Likeness({name: "k"}).of(Report.of(entry))
    assert Likeness({name: "k"}).of(Report.of(replace(entry, brief=replace(entry.brief, summary=())))) == first
    assert Likeness({name: "other"}).of(Report.of(entry)) != first
    assert Likeness({name: "k"}).of(Report.of(replace(entry, slug="two"))) != first
    evidence = frozenset(passage for actor in entry.brief.actors for passage in actor.evidence)
    assert Likeness({name: "k"}).of(Report.of(replace(entry, left_out=evidence))) != first


def test_of_what_cannot_be_told_nothing_is_said() -> None:
    with pytest.raises(TypeError):
        Likeness({}).of(object())
    with pytest.raises(KeyError):
        Likeness({}).of(brief().article)


SOURCES = {
    "plain": "{{ count }} of {{ one.total }}",
    "takes": '{% include "plain" %}{%- from "macros" import link with context -%}{{ link(title) }}',
    "macros": "{% macro link(text) %}{{ text }} {{ as_of }}{% endmacro %}",
    "round": '{% include "round" ignore missing %}{{ x }}',
    "by name": "{% include chosen %}",
    "one of two": '{% include "plain" if x else "macros" %}',
    "of a list": '{% include ["plain", "macros"] %}',
}


@pytest.mark.parametrize(
    ("name", "found", "missing"),
    [
        ("plain", {"count", "one"}, {"total", "as_of"}),
        ("takes", {"count", "as_of", "title"}, {"total"}),
        ("round", {"x"}, {"count"}),
    ],
)
def test_a_template_asks_for_what_it_and_others_name(name: str, found: set[str], missing: set[str]) -> None:
    words = asked(name, SOURCES.__getitem__)
    assert words is not None
    assert found <= words
    assert not missing & words


@pytest.mark.parametrize("name", ["by name", "one of two", "of a list"])
def test_of_a_template_that_chooses_others_nothing_is_told(name: str) -> None:
    assert asked(name, SOURCES.__getitem__) is None
