from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.assemble import assemble
from generator.model.facts import Actor, DatedEvent, Demand, Measure, Position
from generator.model.page import Entry
from tests.facts import findings, source
from tests.pages.entries import empty, entry, indexes, page, second, section, site, with_article

LINK = re.compile(r"\]\(([^)#:]+\.md)(?:#([^)]+))?\)")


def test_every_link_leads_to_a_page_and_an_id_on_it() -> None:
    pages = site()
    for path, text in pages.items():
        for target, anchor in LINK.findall(text):
            parts = [*path.split("/")[:-1], *target.split("/")]
            while ".." in parts:
                at = parts.index("..")
                del parts[at - 1 : at + 1]
            goal = pages["/".join(parts)]
            assert not anchor or f"{{#{anchor}}}" in goal, (path, target, anchor)


def test_every_fact_of_a_brief_has_its_place() -> None:
    one = entry()
    text = page(one)
    brief = one.brief
    assert brief.sanctions
    facts: list[Actor | Demand | Measure | Position | DatedEvent] = [*brief.actors, *brief.demands, *brief.dates]
    facts += [*brief.sanctions.measures, *brief.sanctions.positions]
    for fact in facts:
        assert text.count(f"{{#{fact.id}}}") == 1


def test_briefs_stand_by_month_the_newest_first() -> None:
    text = indexes(entry(), second(), empty())["briefs/index.md"]
    assert "3 briefs, the newest first, as of 13 Feb 2024." in text
    assert text.index("## February 2024") < text.index("A later report") < text.index("](strait.md)")
    assert text.index("](strait.md)") < text.index("## Undated {#month-undated}") < text.index("](empty.md)")


def test_an_actor_is_told_over_all_briefs() -> None:
    text = indexes(entry(), second())["actors/ana-bell.md"]
    assert "# Ana Bell\n\nPerson.\nAlso named Bell.\nNone found: demands made, demands received and dates.\n" in text
    assert section(text, "briefs").splitlines() == [
        "- [A later report](../briefs/later.md#ana-bell), 20 Feb 2024",
        "- [Norland and Sudria quarrel over a strait](../briefs/strait.md#ana-bell), 13 Feb 2024",
    ]
    assert section(text, "roles").startswith("- Foreign Minister (Sudria), 20 Feb 2024[^")
    assert "**− oppose**{.oppose}: “sanctions would be a mistake”.[^" in section(text, "on-sanctions")
    assert "- 13 Feb 2024. Said: “We will not be told what to do”.[^" in section(text, "statements")
    assert "[A later report](../briefs/later.md), 20 Feb 2024" in section(text, "passages")


def test_demands_stand_with_him_who_makes_and_her_who_receives_them() -> None:
    pages = indexes(entry())
    made = section(pages["actors/norland.md"], "demands-made")
    assert re.match(r"- \*\*Ultimatum\*\*\{#d-[a-z2-7]{8}\} to Sudria: “that Sudria open the strait”\.\[\^", made)
    assert re.search(r"\n  · \[Norland and .+\]\(\.\./briefs/strait\.md#d-[a-z2-7]{8}\), 13 Feb 2024$", made)
    assert "\n  Rejected by Ana Bell: “rejected the demand”.[^" in made
    received = section(pages["actors/sudria.md"], "demands-received")
    assert re.match(r"- \*\*Ultimatum\*\*\{#d-[a-z2-7]{8}\} by Norland: “that Sudria open the strait”\.\[\^", received)


def test_whoever_is_unnamed_has_no_page() -> None:
    found = findings()
    nameless = tuple(replace(actor, anonymous=True) for actor in found.actors)
    pages = indexes(Entry(slug="strait", brief=assemble(source(), replace(found, actors=nameless))))
    assert [path for path in pages if path.startswith("actors/")] == ["actors/index.md"]


def test_an_actor_named_index_does_not_take_the_place_of_the_index() -> None:
    found = findings()
    renamed = tuple(replace(actor, name="Index") if actor.key == "bell" else actor for actor in found.actors)
    pages = indexes(Entry(slug="strait", brief=assemble(source(), replace(found, actors=renamed))))
    assert pages["actors/index.md"].startswith('---\ntitle: "Actors"')
    assert pages["actors/index-.md"].startswith('---\ntitle: "Index"')


@pytest.mark.parametrize(("as_of", "heading"), [("2024-03-01", "coming"), ("2024-03-02", "behind-us")])
def test_the_calendar_parts_what_comes_from_what_has_passed(as_of: str, heading: str) -> None:
    text = section(indexes(entry(), as_of=as_of)["dates/index.md"], heading)
    assert "### March 2024" in text
    assert "[Norland and Sudria quarrel over a strait](../briefs/strait.md#t-" in text
    assert ("**passed**" in text) == (heading == "behind-us")


def test_demands_and_sanctions_lead_to_their_rows() -> None:
    pages = indexes(entry())
    assert re.search(
        r"\| \[Norland and .+\]\(\.\./briefs/strait\.md#d-[a-z2-7]{8}\) \|$", pages["demands/index.md"], re.MULTILINE
    )
    assert re.search(r"briefs/strait\.md#m-[a-z2-7]{8}\)", section(pages["sanctions/index.md"], "measures"))
    assert re.search(r"briefs/strait\.md#p-[a-z2-7]{8}\)", section(pages["sanctions/index.md"], "positions"))


def test_tags_gather_briefs() -> None:
    pages = indexes(entry(), second())
    assert "- [ships](ships.md) · 1 brief\n- [Sudria](sudria.md) · 1 brief\n" in pages["tags/index.md"]
    assert "- **[A later report](../briefs/later.md)**\n  · 20 Feb 2024" in pages["tags/ships.md"]


def test_tags_that_read_alike_in_an_address_keep_pages_of_their_own() -> None:
    pages = indexes(with_article(entry(), tags=("C", "c", "index", "&")))
    titles = {path: text.split("\n# ", 1)[1].split("\n")[0] for path, text in pages.items() if path.startswith("tags/")}
    assert titles == {
        "tags/index.md": "Tags",
        "tags/tag.md": "&#38;",
        "tags/c.md": "C",
        "tags/c-2.md": "c",
        "tags/index-2.md": "index",
    }


def test_a_date_that_has_passed_is_told_with_its_outcome_or_without() -> None:
    report = entry()
    (ahead,) = (date for date in report.brief.dates if date.start == "2024-03-01")
    alone = section(indexes(report, as_of="2024-03-05")["dates/index.md"], "behind-us")
    assert "deadline, **passed**{.passed}, no outcome found: “open the strait”." in alone
    happened = replace(ahead, id="t-happened", phase="past", certainty="happened")
    later = with_article(entry("later", dates=(happened,)), id="later", title="The day after", published="2024-03-02")
    told = section(indexes(report, later, as_of="2024-03-05")["dates/index.md"], "behind-us")
    assert "**passed**{.passed}: “open the strait”." in told
    assert "reported since: [The day after](../briefs/later.md#t-happened)" in told


def test_a_site_without_briefs_says_so() -> None:
    pages = indexes()
    assert all("None yet." in pages[f"{name}/index.md"] for name in ("briefs", "stories", "actors", "tags", "a-z"))
    assert all("None found." in pages[f"{name}/index.md"] for name in ("dates", "demands", "sanctions"))


def test_the_order_of_briefs_changes_nothing() -> None:
    assert indexes(entry(), second()) == indexes(second(), entry())


def test_a_story_tells_its_reports_and_says_from_which_a_passage_is() -> None:
    text = site()["stories/the-strait.md"]
    assert "As of **20 Feb 2024**, from 2 reports." in text
    assert "single source" not in text
    brief = section(text, "in-brief")
    assert brief.index("### [A later report](../briefs/later.md)") < brief.index("../briefs/strait.md")
    assert "13 Feb 2024" in brief
    assert re.search(
        r"^\[\^[a-z2-7]{8}\]: “.+” \[A later report\]\(\.\./briefs/later\.md\), 20 Feb 2024$", text, re.MULTILINE
    )


def test_stories_are_listed() -> None:
    text = site()["stories/index.md"]
    assert "## [The strait](the-strait.md) {#story-the-strait}\n\n2 reports, the latest of 20 Feb 2024." in text
