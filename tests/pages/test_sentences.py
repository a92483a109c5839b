"""Which sentence says so: a source as far as its owner lets it be shown."""

from __future__ import annotations

from generator.model.article import PublishSource
from tests.pages.entries import entry, indexes, with_article


def view(shown: PublishSource) -> str:
    return indexes(with_article(entry(), publish_source=shown))["sources/strait.md"]


def test_a_sentence_leads_to_the_facts_that_rest_on_it() -> None:
    line = next(line for line in view("passages").splitlines() if "Ultimatum by Norland" in line)
    assert "[In brief](../briefs/strait.md#in-brief), [Ultimatum by Norland](../briefs/strait.md#d-" in line


def test_only_what_is_cited_is_shown_of_a_source_that_is_not_free() -> None:
    cited = "<mark>threatened to freeze Sudrian assets unless ships may pass</mark>"
    assert f"\n  … {cited}" in view("passages")
    assert f"\n  … {cited}" not in view("full")
    assert cited in view("full")


def test_of_a_source_that_may_not_be_shown_there_are_numbers_alone() -> None:
    text = view("none")
    assert "<mark>" not in text
    assert "- **4**{#sentence-4}\n  · [In brief]" in text
