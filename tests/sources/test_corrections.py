from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from generator.errors import CorrectionInvalid
from generator.model.corrections import Corrections
from generator.sources import read_corrections, schema
from tests.conftest import ROOT

WHOLE = """
actors:
  norland: {name: Kingdom of Norland, country: NOR, role: null}
  sudrian-press: {merge: sudria}
demands:
  d-hyz4yeug:
    of: sudria
    firmness: demand
    condition: null
    responses:
      - {by: [ana-bell], kind: rejected, quotation: rejected the demand}
measures:
  m-yzyjnmip: {drop: true, kinds: [trade, arms]}
dates:
  t-j5cbdnpe: {start: 2024-03-02, time: "18:30"}
add:
  positions:
    - {by: norland, stance: support, quotation: threatened to freeze}
order:
  demands: [d-hyz4yeug]
summary:
  - {text: A deadline., quotation: by 1 March}
"""


def read(folder: Path, text: str) -> Corrections:
    path = folder / "strait.yml"
    path.write_text(text, encoding="utf-8")
    return read_corrections(path)


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE)
    norland, press, demand, measure, event = found.corrections
    assert [(setting.name, setting.value) for setting in norland.settings] == [
        ("name", "Kingdom of Norland"),
        ("country", "NOR"),
        ("role", None),
    ]
    assert press.merge == "sudria"
    assert demand.responses is not None
    assert demand.responses[0].value("by") == ("ana-bell",)
    assert [(setting.name, setting.value) for setting in demand.settings][:1] == [("of", ("sudria",))]
    assert measure.drop
    assert [(setting.name, setting.value, setting.line) for setting in event.settings] == [
        ("start", "2024-03-02", 15),
        ("time", "18:30", 15),
    ]
    assert found.additions[0].quotation == "threatened to freeze"
    assert found.order == (("demands", ("d-hyz4yeug",)),)
    assert found.summary[0].text == "A deadline."


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "actors:\ndemands:\n"])
def test_an_empty_file_corrects_nothing(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text).corrections == ()


def test_a_missing_file_corrects_nothing(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "none.yml").corrections == ()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("actors: [", 1, "is broken YAML"),
        ("actors:\n  norland: {name: A\ndemands:\n  d-1: {}\n", 3, "is broken YAML"),
        ("people:\n  norland: {}\n", 1, "known keys are actors"),
        ("actor:\n  norland: {}\n", 1, "did you mean 'actors'?"),
        ("- actors\n", 1, "the file is no list of keys"),
        ("actors:\n  norland:\n    nam: A\n", 3, "did you mean 'name'?"),
        ("actors:\n  a: {drop: true}\n  a: {}\n", 3, "stands here twice"),
        ("actors:\n  a: {kind: firm}\n", 2, "write one of person"),
        ("actors:\n  a: {drop: maybe}\n", 2, "write 'drop: true'"),
        ("actors:\n  a: {country: France}\n", 2, "three capitals"),
        ("demands:\n  d-1: {responses: {by: a}}\n", 2, "this is no list"),
        ("demands:\n  d-1:\n    responses:\n      - {by: a, kind: rejected}\n", 4, "lacks quotation"),
        ("measures:\n  m-1: {kinds: [gas]}\n", 2, "'kinds' cannot be 'gas'"),
        ("dates:\n  t-1: {start: soon}\n", 2, "'start' is no date"),
        ("dates:\n  t-1: {start: 2024-02-30}\n", 2, "'start' is no date"),
        ("dates:\n  t-1: {time: noon}\n", 2, "'time' is no time"),
        ("add:\n  demands:\n    - {by: a, quotation: x}\n", 3, "lacks of"),
        ("summary:\n  - {text: A.}\n", 2, "lacks its text or its quotation"),
        ("demands:\n  d-1: {text: null}\n", 2, "a single value is missing"),
        ('actors:\n  a: {name: "\\ud83d"}\n', 2, "half a character"),
        ('actors:\n  "\\udc00": {drop: true}\n', 2, "half a character"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(CorrectionInvalid) as caught:
        read(tmp_path, text)
    assert caught.value.where == f"{tmp_path / 'strait.yml'}:{line}"
    assert message in caught.value.what


def test_a_file_in_another_encoding_is_said(tmp_path: Path) -> None:
    (tmp_path / "strait.yml").write_bytes(b"actors:\n  \xe9: {}\n")
    with pytest.raises(CorrectionInvalid, match="UTF-8"):
        read_corrections(tmp_path / "strait.yml")


def test_a_name_is_on_one_line_and_a_quotation_as_in_the_source(tmp_path: Path) -> None:
    escaped = '"a\\u202e\\0b e\\u0301"'
    found = read(tmp_path, f"actors:\n  a: {{name: {escaped}}}\nsummary:\n  - {{text: x, quotation: {escaped}}}\n")
    assert found.corrections[0].settings[0].value == "ab é"
    assert found.summary[0].quotation == "a\u202eb é"


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder.yml").mkdir()
    (tmp_path / "loop.yml").symlink_to(tmp_path / "loop.yml")
    (tmp_path / "lost.yml").symlink_to(tmp_path / "nowhere.yml")
    for name, why in (("folder", "Is a directory"), ("loop", "Too many levels"), ("lost", "a link to nothing")):
        with pytest.raises(CorrectionInvalid, match=rf"{name}\.yml:1: .*{why}.*; "):
            read_corrections(tmp_path / f"{name}.yml")


def test_the_shipped_schema_is_that_of_the_reader() -> None:
    shipped = (ROOT / "docs" / "reference" / "corrections.schema.json").read_text(encoding="utf-8")
    assert json.loads(shipped) == schema()


def test_the_schema_takes_what_the_reader_takes_and_no_more() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    yaml = YAML(typ="safe", pure=True)
    whole = json.loads(json.dumps(yaml.load(WHOLE), default=str))
    assert list(validator.iter_errors(whole)) == []
    assert list(validator.iter_errors({"actors": {"a": {"kind": "firm"}}})) != []
    assert list(validator.iter_errors({"add": {"demands": [{"by": "a", "quotation": "x"}]}})) != []
