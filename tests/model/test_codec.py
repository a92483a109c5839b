from __future__ import annotations

import json

import jsonschema
import pytest

from generator.assemble import assemble
from generator.model.codec import brief_from_json, brief_to_json, decode, encode
from generator.model.findings import Findings
from tests.conftest import ROOT
from tests.facts import findings, source

SCHEMA = json.loads((ROOT / "tests" / "brief.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("annotations", [False, True])
def test_a_brief_keeps_to_the_schema(*, annotations: bool) -> None:
    jsonschema.validate(brief_to_json(assemble(source(), findings()), annotations=annotations), SCHEMA)


def test_json_round_trip_is_identity() -> None:
    shown = brief_to_json(assemble(source(), findings()), annotations=True)
    again = brief_to_json(brief_from_json(json.loads(json.dumps(shown))), annotations=True)
    assert again == shown


def test_findings_come_back_from_the_cache_as_they_were() -> None:
    assert decode(Findings, json.loads(json.dumps(encode(findings())))) == findings()


def test_a_fact_without_evidence_cannot_come_back() -> None:
    shown = encode(findings())
    shown["demands"][0]["evidence"] = []
    with pytest.raises(Exception, match="without evidence"):
        decode(Findings, shown)
