"""The element tree that our theme lays out, from Markdown as templates and writers write it."""

from __future__ import annotations

import re
from html import unescape

import markdown
from hypothesis import given
from hypothesis import strategies as st

from generator.site.shape import EXTENSION

OTHERS = ["admonition", "attr_list", "footnotes", "pymdownx.details", "tables", "toc"]


def html(text: str, *, shaped: bool = True) -> str:
    extensions = [*OTHERS, EXTENSION] if shaped else OTHERS
    return markdown.markdown(text, extensions=extensions, output_format="html")


def words(page: str) -> list[str]:
    """What a reader sees of a page, without the punctuation that a layout stands in for."""
    return re.findall(r"\w+", unescape(re.sub(r"<[^>]+>", " ", page)))


def test_a_section_is_named_by_its_heading_and_holds_what_follows() -> None:
    shaped = html("# Title\n\nLede.\n\n## One {#one}\n\nText.\n\n### Inner {#inner}\n\nMore.\n\n## Two {#two}\n")
    assert shaped.startswith('<h1 id="title">Title</h1>\n<p>Lede.</p>\n<section aria-labelledby="one"')
    assert '<div class="group" data-part="inner"><h3 id="inner">Inner</h3>\n<p>More.</p>\n</div>' in shaped
    assert shaped.count("<section") == shaped.count("</section>") == 2


def test_a_fact_is_parted_into_name_role_and_line() -> None:
    shaped = html("- **[Ana Bell](bell.md)**{#ana-bell}, Foreign Minister (Sudria).\n  Said: no.[^a]\n\n[^a]: “No.”\n")
    assert (
        '<li class="fact"><div class="key"><strong id="ana-bell"><a href="bell.md">Ana Bell</a></strong></div>'
        in shaped
    )
    assert '<div class="told">Foreign Minister (Sudria)</div><div class="below">Said: no.<sup id="fnref:a">' in shaped


def test_a_stance_stands_alone() -> None:
    shaped = html("- **Norland**{#p-1}: **+ support**{.support}.\n  “It is time”.\n")
    assert (
        '<div class="told"><strong class="support">+ support</strong></div><div class="below">“It is time”.' in shaped
    )


def test_a_line_that_begins_with_a_dot_says_whence() -> None:
    shaped = html("- **1 Mar 2024**{#t-1}, deadline: “open it”.\n  · [A report](a.md)\n")
    assert '<div class="told">deadline: “open it”</div><div class="meta"><a href="a.md">A report</a></div>' in shaped


def test_lines_that_a_writer_wrapped_stay_one_line() -> None:
    shaped = html("- **Ana Bell**{#ana-bell}, minister.\n  Said: all of\n  this in one\n  sentence.\n")
    assert shaped.count('class="below"') == 1


def test_a_list_of_a_writer_keeps_its_shape() -> None:
    assert html("- **Note** well\n- plain\n") == html("- **Note** well\n- plain\n", shaped=False)


def test_a_nested_list_stays_below_its_fact() -> None:
    shaped = html("- **Ana Bell**{#ana-bell}, minister\n    - one\n    - two\n")
    assert re.search(r'<div class="told">minister</div><ul>\s*<li>one</li>', shaped)


def test_cells_say_under_which_head_they_stand() -> None:
    shaped = html("| Who asks | Response |\n| --- | --- |\n| Norland | none found |\n")
    assert '<table class="ledger">' in shaped
    assert '<th scope="col">Who asks</th>' in shaped
    assert '<td data-label="Who asks">Norland</td>' in shaped
    assert '<td class="none" data-label="Response">none found</td>' in shaped


def test_a_measure_heads_its_row() -> None:
    shaped = html("| Measure | Norland |\n| --- | --- |\n| “a ban” | |\n")
    assert '<th data-label="Measure" scope="row">“a ban”</th>' in shaped
    assert '<td class="empty" data-label="Norland"></td>' in shaped


def test_passages_have_a_heading_once() -> None:
    noted = "Text.[^a]\n\n[^a]: “No.”\n"
    assert '<section aria-labelledby="passages"' in html(noted)
    assert html(noted.replace("\n\n", "\n\n## Passages {#passages}\n\n")).count("<h2") == 1
    assert 'aria-label="Back to citation 1 of passage 1"' in html(noted)


def test_the_rest_of_the_actors_belongs_to_no_side() -> None:
    shaped = html('## Key actors {#key-actors}\n\n### Norland {#norland}\n\nText.\n\n??? note "2 more"\n\n    - one\n')
    assert re.search(r"<p>Text\.</p>\s*</div>\s*<details", shaped)


def test_every_quotation_stands_alone_with_its_speaker() -> None:
    shaped = html("> “No.”\n>\n> **Ana Bell**{#s-1}, minister\n\n> “Yes.”\n>\n> **Norland**{#s-2}\n")
    assert shaped.count("<blockquote>") == 2
    assert re.search(r"“No\.”</p>\s*<p><strong id=.s-1.>Ana Bell</strong>, minister</p>\s*</blockquote>", shaped)


def test_a_quotation_of_a_writer_keeps_its_shape() -> None:
    assert html("> One.\n>\n> Two.\n") == html("> One.\n>\n> Two.\n", shaped=False)


@given(
    st.lists(
        st.sampled_from(
            [
                "## Heading {#h}",
                "### Inner",
                "- **Name**{#d-1}, a role.\n  Said: x\\.[^a]",
                "- plain\n    - nested",
                "1. **[Linked](a.md)**\n   · 1 May",
                "| Measure | B |\n| --- | --- |\n| c | **+ support**{.support} |",
                "> quoted\n>\n> **By**{#s-1}",
                '??? note "More"\n\n    - **Folded**{#d-2}: text',
                "A <mark>marked</mark> line<br>and another",
                "[^a]: “Passage.”",
            ]
        ),
        max_size=8,
    )
)
def test_no_word_is_lost_or_moved(blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    plain, shaped = (words(re.sub(r">\d+</a>", ">↩</a>", html(text, shaped=one))) for one in (False, True))
    assert [word for word in shaped if word != "Passages"] == plain
