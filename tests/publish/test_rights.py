from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from generator.model.article import OtherKey, PublishSource
from generator.model.codec import brief_to_json
from generator.publish.rights import brief_json
from tests.conftest import ROOT
from tests.facts import TEXT
from tests.pages.entries import entry, with_article

SCHEMA = json.loads((ROOT / "tests" / "brief.schema.json").read_text(encoding="utf-8"))


def published(source: PublishSource) -> dict[str, Any]:
    """The JSON of the example, as its reader gets it."""
    brief = json.loads(brief_json(with_article(entry(), publish_source=source).brief))
    jsonschema.validate(brief, SCHEMA)
    return dict(brief)


def test_a_free_text_is_published_whole() -> None:
    assert published("full") == json.loads(
        json.dumps(brief_to_json(with_article(entry(), publish_source="full").brief))
    )


def test_keys_that_we_do_not_know_stay_at_the_desk() -> None:
    told = with_article(entry(), publish_source="full", other=(OtherKey(key="phone", value="by night"),)).brief
    assert brief_to_json(told)["article"]["other"] == [{"key": "phone", "value": "by night"}]
    assert b"by night" not in brief_json(told)


def test_passages_stay_and_the_text_goes() -> None:
    brief = published("passages")
    assert brief["article"]["text"] == ""
    cited = brief["demands"][0]["evidence"][0]
    assert cited["quote"] == TEXT[cited["start"] : cited["end"]]


def test_without_leave_no_passage_is_published() -> None:
    brief = published("none")
    assert brief["article"]["text"] == ""
    free = with_article(entry(), publish_source="none").brief
    for fact, shown in zip(free.demands, brief["demands"], strict=True):
        assert [(cited["start"], cited["end"]) for cited in shown["evidence"]] == [
            (cited.start, cited.end) for cited in fact.evidence
        ]
        assert {cited["quote"] for cited in shown["evidence"]} == {"…"}


def test_beyond_the_quota_of_a_source_its_passages_go_one_by_one() -> None:
    one = entry()
    position, demand = one.brief.sanctions.positions[0] if one.brief.sanctions else None, one.brief.demands[0]
    assert position is not None
    left_out = frozenset(position.evidence)
    told = json.loads(brief_json(one.brief, left_out))
    jsonschema.validate(told, SCHEMA)
    assert told["sanctions"]["positions"][0]["evidence"][0] == {
        "start": position.evidence[0].start,
        "end": position.evidence[0].end,
        "quote": "…",
    }
    assert told["demands"][0]["evidence"][0]["quote"] == demand.evidence[0].quote


@pytest.mark.parametrize("source", ["none", "passages", "full"])
def test_no_path_of_the_writers_machine_is_told(source: PublishSource) -> None:
    assert "path" not in published(source)["article"]
