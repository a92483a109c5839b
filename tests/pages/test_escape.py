from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils import meta

from generator.model.wording import fold
from generator.pages.escape import Markdown, escape, escaped, key, link, style, web_link, yaml
from tests.pages.readers import Dialects

DIALECTS = Dialects()
STRUCTURE = (
    *("{: .x }", "{#id}", "{.x}", "[^1]", "[^1]: x", "*[HTML]: a", "|", "| a | b |", "---", "!!! note", "??? note"),
    *("<b>", "</p>", "<!-- x -->", "<script>", "&amp;", "&#60;", "&lt", "&", ":smile:", "==x==", "~~x~~", "H~2~O"),
    *("1. x", "2) x", "- x", "+ x", "# x", "x #", "> x", "=", "===", ": x", "```", "~~~", "    x", "\t", "\n", "\n\n"),
    *("https://a.example", "www.a.example", "a@b.example", "[x](y)", "![x](y)", "[x]: y", "`x`", "``", "\\", "\\*"),
    *("{{ x }}", "{% x %}", "{## x ##}", "^x^", "^^x^^", "*x*", "**x**", "_x_", "__x__", "++x++", "///", "/// x"),
    *('--8<-- "x"', "[ ]", "[x]", "[TOC]", "///Footnotes Go Here///", "…", "“x”", '"x"', "'", "$x$", " ", "a", "7"),
    *("\x00", "\x02", "\x03", "\u2028", "\u00a0", "\ufeff", "\u200b", "&#x200b;"),
)
HOSTILE = st.lists(st.one_of(st.sampled_from(STRUCTURE), st.text(max_size=6)), max_size=8).map("".join)


@settings(max_examples=400, deadline=None)
@given(HOSTILE)
def test_text_shows_letter_by_letter(text: str) -> None:
    for read in (DIALECTS.python_markdown, DIALECTS.commonmark):
        shown = read(escape(text))
        assert shown.text == " ".join(fold(text).split())
        assert set(shown.elements) <= {("p", ())}


@settings(max_examples=400, deadline=None)
@given(HOSTILE)
def test_text_shows_letter_by_letter_within_a_line(text: str) -> None:
    for read in (DIALECTS.python_markdown, DIALECTS.commonmark):
        shown = read(f"Before {escape(text)} behind")
        assert shown.text == " ".join(f"Before {fold(text)} behind".split())
        assert shown.elements == (("p", ()),)


@settings(max_examples=400, deadline=None)
@given(HOSTILE)
def test_text_that_begins_a_line_stays_in_its_paragraph(text: str) -> None:
    for read in (DIALECTS.python_markdown, DIALECTS.commonmark):
        shown = read(f"Before\n{escape(text)}\n")
        assert shown.text == " ".join(f"Before {fold(text)}".split())
        assert shown.elements == (("p", ()),)


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_text_stays_within_its_cell(text: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {escape(text)} | {escape(text)} |\n"
    for read in (DIALECTS.python_markdown, DIALECTS.commonmark):
        shown = read(table)
        assert shown.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
        assert shown.text.replace(" ", "") == f"ab{fold(text)}{fold(text)}".replace(" ", "")


@settings(max_examples=300, deadline=None)
@given(HOSTILE.filter(lambda text: fold(text) != ""))
def test_text_stays_within_its_heading_and_keeps_its_id(text: str) -> None:
    shown = DIALECTS.python_markdown(f"## {escape(text)} {{#here}}\n")
    assert shown.elements == (("h2", (("id", "here"),)),)
    assert shown.text == " ".join(fold(text).split())


@settings(max_examples=300, deadline=None)
@given(HOSTILE.filter(lambda text: fold(text) != ""))
def test_text_stays_within_its_link(text: str) -> None:
    for read in (DIALECTS.python_markdown, DIALECTS.commonmark):
        shown = read(link(text, "../briefs/x.md", "d-1"))
        assert shown.elements == (("p", ()), ("a", (("href", "../briefs/x.md#d-1"),)))
        assert shown.text == " ".join(fold(text).split())


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_an_address_of_a_source_makes_a_link_or_none(text: str) -> None:
    for read in (DIALECTS.python_markdown, DIALECTS.commonmark):
        for address in (text, f"https://a.example/{text}"):
            shown = read(web_link("name", address))
            assert shown.text == "name"
            assert shown.tags in (["p"], ["p", "a"])
            for _tag, attributes in shown.elements[1:]:
                assert [name for name, _value in attributes] == ["href"]
                assert str(attributes[0][1]).startswith(("https://", "http://"))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//a.example", "http://[", "", None])
def test_only_addresses_of_the_web_are_links(address: str | None) -> None:
    assert web_link("name", address) == "name"


def test_an_address_keeps_its_letters() -> None:
    address = "https://a.example/2022/02/09/x_y.html?a=1&b=2#c"
    assert DIALECTS.commonmark(web_link("name", address)).elements[1] == ("a", (("href", address),))
    assert DIALECTS.python_markdown(web_link("name", address)).elements[1] == ("a", (("href", address),))


@settings(max_examples=200, deadline=None)
@given(HOSTILE, st.lists(HOSTILE, max_size=3))
def test_front_matter_holds_any_text(title: str, tags: list[str]) -> None:
    page = f"---\ntitle: {yaml(title)}\ntags: {yaml(tags)}\n---\n\n# x\n"
    body, fields = meta.get_data(page)
    assert body.strip() == "# x"
    assert fields == {"title": json.loads(yaml(title)), "tags": json.loads(yaml(tags))}


def test_front_matter_is_safe_in_html() -> None:
    assert yaml('<b>"AT&T"</b>') == '"&lt;b&gt;&quot;AT&amp;T&quot;&lt;/b&gt;"'
    assert yaml(None) == "null"


def test_plain_prose_stays_as_it_is() -> None:
    prose = "On Feb. 20, the minister’s envoy (a former general) said: “No!” – 73 percent; $5 billion at 3.30 p.m."
    assert escape(prose) == prose


def test_markdown_is_printed_as_it_stands_and_all_else_escaped() -> None:
    assert escaped(Markdown("*a*")) == "*a*"
    assert escaped("*a*") == "\\*a\\*"
    assert escaped(Markdown("*a*") + "*b*") == "\\*a\\*\\*b\\*"
    assert escaped(None) == "None"
    assert escaped(3) == "3"


def test_keys_and_styles_are_names_or_nothing() -> None:
    assert key("d-3f2k9a1b") == "{#d-3f2k9a1b}"
    assert style("support") == "{.support}"
    assert key("a b") == key("") == key("}{") == style("x y") == ""
