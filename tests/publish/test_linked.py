from __future__ import annotations

import json
from typing import Any

from generator.publish.linked import linked_data
from generator.publish.site import Site
from tests.pages.entries import empty, entry, with_article

SITE = Site(name="A desk", url="https://example.org/", as_of="2024-02-13")


def graph(*arguments: Any) -> list[dict[str, Any]]:
    """The things in the linked data of a brief."""
    return list(json.loads(linked_data(*arguments))["@graph"])


def test_a_brief_is_a_background_article_that_rests_on_its_source() -> None:
    sourced = with_article(entry(), outlet="The Post", url="https://post.example/1", byline=("Jo Doe",))
    article, deadline = graph(sourced, (), SITE)
    assert article["@type"] == "BackgroundNewsArticle"
    assert article["url"] == "https://example.org/briefs/strait/"
    assert article["datePublished"] == article["dateModified"] == "2024-02-13"
    assert article["isBasedOn"] == {
        "@type": "NewsArticle",
        "@id": "#source",
        "headline": "Norland and Sudria quarrel over a strait",
        "url": "https://post.example/1",
        "datePublished": "2024-02-13",
        "publisher": {"@type": "Organization", "name": "The Post"},
        "author": [{"@type": "Person", "name": "Jo Doe"}],
    }
    assert article["citation"] == {"@id": "#source"}
    assert {"@type": "Country", "name": "Norland"} in article["about"]
    assert (deadline["@type"], deadline["startDate"], deadline["endDate"]) == ("Event", "2024-03-01", "2024-03-01")


def test_an_event_that_has_passed_is_no_coming_one() -> None:
    later = Site(name="A desk", as_of="2024-03-02")
    assert [thing["@type"] for thing in graph(entry(), (), later)] == ["BackgroundNewsArticle"]


def test_of_an_empty_brief_without_a_date_nothing_is_made_up() -> None:
    (article,) = graph(empty(), (), Site(name="A desk"))
    assert not {"datePublished", "dateModified", "url", "about", "abstract"} & article.keys()


def test_no_text_can_leave_the_script_element() -> None:
    text = "</script><script>alert(1)</script><!--"
    data = linked_data(with_article(entry(), title=text), (), SITE)
    assert "<" not in data
    assert json.loads(data)["@graph"][0]["headline"] == text
