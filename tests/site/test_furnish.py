"""What sections carry beside their facts."""

from __future__ import annotations

from generator.publish import Publication, Site
from generator.site.furnish import about, furnish, report_link

SECTIONS = """\
<section aria-labelledby="whats-next" class="part"><h2 id="whats-next">What's next<a class="headerlink">¶</a></h2>
<ul></ul>
</section>
<section aria-labelledby="changes" class="part"><h2>Changes</h2></section>"""
PUBLICATION = Publication(
    site=Site(name="Desk"), own={"briefs/strait.md": ("briefs/strait.ics", "briefs/strait.json"), "briefs/quiet.md": ()}
)


def furnished(path: str, report: str = "") -> str:
    return furnish(SECTIONS, path=path, publication=PUBLICATION, report=report)


def test_what_is_next_leads_to_its_calendar() -> None:
    assert '</h2>\n<p class="take"><a href="../strait.ics" type="text/calendar">' in furnished("briefs/strait.md")


def test_a_page_without_dates_or_address_for_errors_stays_as_it_is() -> None:
    assert furnished("briefs/quiet.md") == SECTIONS


def test_a_section_of_facts_says_where_to_report_an_error_in_it() -> None:
    report = "mailto:desk@example.org?subject=Strait&body={fact}"
    html = furnished("briefs/quiet.md", report)
    assert html.count('class="report"') == 1
    assert 'href="mailto:desk@example.org?subject=Strait&amp;body=whats-next"' in html
    assert "in “What's next”" in html
    assert 'class="report"' not in furnished("actors/norland.md", report)


def test_words_of_a_page_are_no_part_of_an_address() -> None:
    pattern = "https://example.org/new?title={title}&body={page}%20{fact}"
    link = report_link(pattern, page="https://example.org/a/?b=c", title="A &amp; B <em>now</em>")
    assert (
        link == "https://example.org/new?title=A%20%26%20B%20now&body=https%3A%2F%2Fexample.org%2Fa%2F%3Fb%3Dc%20{fact}"
    )
    assert about(link, "d-1").endswith("%20d-1")
