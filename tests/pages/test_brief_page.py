from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assemble import assemble
from generator.model.article import Article, ProofStep
from generator.model.evidence import Evidence
from generator.model.findings import Findings
from generator.model.page import Entry, Story
from generator.pages import check_page
from tests.facts import TEXT, cite, findings, source
from tests.pages.entries import empty, entry, page, section, with_article
from tests.pages.readers import Dialects

DIALECTS = Dialects()
SECTIONS = (
    *("In brief", "Key actors", "Demands and responses", "The sanctions debate", "What's next", "How we got here"),
    *("In their words", "What we don't know", "Source and method", "Changes"),
)


def test_sections_stand_in_their_order_with_stable_ids() -> None:
    headings = re.findall(r"^## (.+) \{#([a-z-]+)\}$", page(entry()), re.MULTILINE)
    assert tuple(name for name, _identity in headings) == SECTIONS
    assert [identity for _name, identity in headings] == [
        re.sub(r"[^a-z]+", "-", name.lower().replace("'", "")) for name in SECTIONS
    ]


def test_an_empty_section_says_so() -> None:
    text = page(empty())
    for identity in ("in-brief", "key-actors", "demands-and-responses", "the-sanctions-debate", "whats-next"):
        assert section(text, identity) == "None found in the source."
    for identity in ("how-we-got-here", "in-their-words", "what-we-dont-know"):
        assert section(text, identity) == "None found in the source."


def test_the_head_says_since_when_and_from_how_many_reports() -> None:
    head = page(with_article(entry(), outlet="The Strait Times", url="https://strait.example/a")).split("## ")[0]
    assert "As of **13 Feb 2024**, from 1 report by [The Strait Times](https://strait.example/a)." in head
    assert "single source" in head
    assert "Undated, from 1 report." in page(empty())


def test_a_brief_leads_to_its_story() -> None:
    one = entry()
    story = Story(slug="the-strait", name="The strait", entries=(one,))
    assert "Part of the story [The strait](../stories/the-strait.md)." in page(one, story=story)


def test_actors_are_grouped_by_country() -> None:
    text = section(page(entry()), "key-actors")
    assert text.index("### [Sudria]") < text.index("### [Norland](../actors/norland.md) {#norland}")
    assert "- **[Ana Bell](../actors/ana-bell.md)**{#ana-bell}, Foreign Minister (Sudria)." in text
    assert "Said: “We will not be told what to do”." in text.split("{#ana-bell}")[1]


def test_a_demand_is_a_row_with_its_response() -> None:
    row = section(page(entry()), "demands-and-responses").splitlines()[-1]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert re.fullmatch(r"\*\*Norland\*\*\{#d-[a-z2-7]{8}\}", cells[0])
    assert cells[1] == "Sudria"
    assert re.fullmatch(r"“that Sudria open the strait”\[\^[a-z2-7]{8}\]", cells[2])
    assert cells[3] == "ultimatum; deadline: 1 Mar 2024, “by 1 March”"
    assert re.fullmatch(r"\*\*rejected\*\*\{\.rejected\} by Ana Bell: “rejected the demand”\[\^[a-z2-7]{8}\]", cells[4])


def test_the_matrix_shows_stances_by_sign_and_word() -> None:
    matrix = section(page(entry()), "the-sanctions-debate").splitlines()
    assert matrix[0] == "| Measure | Ana Bell |"
    assert re.fullmatch(r"\| “freeze Sudrian assets” \| \*\*− oppose\*\*\{\.oppose\}\[\^[a-z2-7]{8}\] \|", matrix[2])


def test_a_second_hand_position_keeps_its_chain() -> None:
    found = findings()
    told = replace(found.positions[0], by=("sudria",), via=("bell",), attribution="second-hand")
    one = Entry(slug="strait", brief=assemble(source(), replace(found, positions=(told,))))
    text = section(page(one), "the-sanctions-debate")
    assert re.search(r"\*\*Sudria\*\*\{#p-[a-z2-7]{8}\}, according to Ana Bell \(second-hand\): \*\*− oppose", text)
    assert "(second-hand)" in text.splitlines()[2]


def test_the_unnamed_are_marked_and_have_no_page_of_their_own() -> None:
    found = findings()
    nameless = tuple(replace(actor, anonymous=actor.key == "bell") for actor in found.actors)
    text = page(Entry(slug="strait", brief=assemble(source(), replace(found, actors=nameless))))
    assert "- **Ana Bell (anonymous)**{#ana-bell}" in text
    assert "actors/ana-bell.md" not in text
    assert "*From unnamed sources.* Ana Bell (anonymous) said: “We will not be told what to do”." in text


@pytest.mark.parametrize(("as_of", "passed"), [("2024-03-01", False), ("2024-03-02", True), (None, False)])
def test_what_lies_before_the_sites_day_has_passed(as_of: str | None, passed: bool) -> None:  # noqa: FBT001
    text = section(page(entry(), as_of), "whats-next")
    assert "**1 Mar 2024**{#t-" in text
    assert ("**passed**{.passed}" in text) == passed


def test_every_citation_has_one_passage_and_every_passage_a_citation() -> None:
    text = page(entry())
    defined = re.findall(r"^\[\^([a-z2-7]{8})\]:", text, re.MULTILINE)
    assert len(set(defined)) == len(defined)
    assert set(re.findall(r"\[\^([a-z2-7]{8})\](?!:)", text)) == set(defined)


def test_labels_depend_on_the_passage_alone() -> None:
    def labels(one: Entry) -> dict[str, str]:
        return {words: label for label, words in re.findall(r"^\[\^(.+)\]: (“.+”)$", page(one), re.MULTILINE)}

    all_labels, fewer = labels(entry()), labels(entry(summary=(), demands=()))
    shared = fewer.keys() & all_labels.keys()
    assert 3 <= len(shared) < len(all_labels)
    assert all(fewer[words] == all_labels[words] for words in shared)


def test_a_page_keeps_its_promises() -> None:
    assert list(check_page(page(entry()), [source()])) == []
    assert list(check_page(page(empty()), [source()])) == []


def test_what_changed_may_quote_what_is_gone() -> None:
    gone = "- 14 Feb 2024: Withdrawn: demand “leave at once”"
    text = page(entry()).replace("None since the first version.", gone)
    assert gone in text
    assert list(check_page(text, [source()])) == []
    assert [one.code for one in check_page(f"{text}\nShe said “leave at once”.\n", [source()])] == ["not-verbatim"]


def test_links_only_where_passages_may_not_be_shown() -> None:
    one = with_article(entry(), publish_source="none", outlet="The Strait Times", url="https://strait.example/a")
    notes = section(page(one), "source-and-method")
    assert "We will not be told" not in notes
    assert re.search(
        r"^\[\^[a-z2-7]{8}\]: \[The Strait Times\]\(https://strait.example/a\), 13 Feb 2024$", notes, re.MULTILINE
    )


def test_the_whole_text_where_it_may_be_shown() -> None:
    one = with_article(entry(), publish_source="full")
    shown = DIALECTS.python_markdown(page(one))
    for paragraph in TEXT.split("\n\n"):
        assert paragraph in shown.text
    assert "mark" in shown.tags
    assert "mark" not in DIALECTS.python_markdown(page(entry())).tags


def test_an_inferred_date_is_shown_with_its_proof() -> None:
    step = ProofStep(text="Monday before 1 March is one of four days", evidence=cite("on Monday"))
    text = page(with_article(entry(), published_basis="inferred", published_proof=(step,)))
    assert "13 Feb 2024 (inferred from its text)" in text
    assert re.search(r"1\. Proof of the date: Monday before 1 March is one of four days\.\[\^[a-z2-7]{8}\]", text)


def test_sentences_that_informed_nothing_are_counted() -> None:
    assert "0 of its 5 sentences informed nothing here: [which sentence says what](../sources/strait.md)." in page(
        entry()
    )
    assert "1 of its 5 sentences informed nothing here: [" in page(
        Entry(slug="strait", brief=assemble(source(), replace(findings(), positions=())))
    )


def test_equal_briefs_give_equal_bytes() -> None:
    assert page(entry()) == page(entry())


WORD = "strait"
ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from("<>&|*_`[](){}#!~^\\=+:;/@$%?'x1"), st.characters(categories=("Ll", "Lo", "Nd"))
    ),
    min_size=1,
    max_size=10,
).filter(lambda word: len(word.split()) == 1)


def spoilt(word: str) -> Entry:
    """The example with an odd word in the place of a plain one, throughout."""
    text = TEXT.replace(WORD, word)
    article: Article = replace(source(), text=text, title=source().title.replace(WORD, word))

    def anew(piece: Evidence) -> Evidence:
        start = len(TEXT[: piece.start].replace(WORD, word))
        return article.cite(start, start + len(piece.quote.replace(WORD, word)))

    def spoil(value: object) -> object:
        if isinstance(value, Evidence):
            return anew(value)
        if isinstance(value, str):
            return value.replace(WORD, word)
        if isinstance(value, tuple):
            return tuple(spoil(member) for member in value)
        if hasattr(value, "__dataclass_fields__"):
            names = value.__dataclass_fields__
            return replace(value, **{name: spoil(getattr(value, name)) for name in names})  # type: ignore[type-var]
        return value

    found = replace(findings(), sentences=())
    renamed = spoil(found)
    assert isinstance(renamed, Findings)
    alias = tuple(replace(actor, name=f"{actor.name}{word}") for actor in renamed.actors)
    return Entry(slug="strait", brief=assemble(article, replace(renamed, actors=alias)))


@settings(max_examples=60, deadline=None)
@given(ODD)
def test_no_word_of_a_source_changes_the_elements_of_a_page(word: str) -> None:
    plain, odd = (DIALECTS.python_markdown(page(spoilt(one)).split("---\n", 2)[2]) for one in (WORD, word))
    assert odd.tags == plain.tags
    assert f"that Sudria open the {word}" in odd.text
