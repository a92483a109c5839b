"""The file format of the bundled pipeline: weights as int8 with a scale per row, compressed; nothing runs.

`pipeline.json` says what the pipeline is and how its components are built (a spaCy configuration); `weights.xz` holds
an eight-byte length, a JSON header of that many bytes and the numbers, all compressed with xz. The header lists for
every trained component its labels and, node by node of its network, dimensions and parameters (dtype, shape, place).
Reading uses JSON and NumPy buffers only. Source of the scheme: symmetric linear quantisation, one scale a row (Jacob
et al. 2018, "Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference").
"""

from __future__ import annotations

import hashlib
import json
import lzma
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.lookups import Lookups, Table
from spacy.util import load_model_from_config
from thinc.api import Config

from generator.errors import PipelineDamaged
from generator.language.encoders import hasten_encoders
from generator.language.mending.tokens import mend_tokenizer, set_prefixes

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from thinc.api import Model

CARD_FILE = "pipeline.json"
WEIGHTS_FILE = "weights.xz"
LEMMA_TABLES = ("lemma_rules", "lemma_exc", "lemma_index")
WORD_CLASSES = ("noun", "verb", "adj", "adv", "aux", "punct")

_SMALLEST_QUANTISED = 256
"""Arrays below this size stay float32: a scale a row would cost as much as it saves."""
_EMBEDDING_ROWS, _EMBEDDING_STEPS = 1000, 63
"""Tables of at least so many rows are embeddings, which bear coarser steps and then pack tighter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What `pipeline.json` says.

    `prefix_length` is that of the lexical feature PREFIX; `sources` maps a corpus to its licence, `figures` a test set
    to its scores in percent.
    """

    name: str
    version: str
    licence: str
    sha256: str
    prefix_length: int
    sources: dict[str, str]
    figures: dict[str, dict[str, float]]
    config: dict[str, Any]


def read_card(folder: Path) -> Card:
    """The card in `folder`; raises `PipelineDamaged` where it cannot be read."""
    path = folder / CARD_FILE
    try:
        return Card(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise PipelineDamaged(path) from error


def pack(
    nlp: Language,
    folder: Path,
    *,
    version: str,
    licence: str,
    prefix_length: int,
    sources: dict[str, str],
) -> Card:
    """Write `nlp` to `folder` and return its card, still without figures. Equal weights give equal bytes."""
    body = bytearray()
    header: dict[str, Any] = {}
    for name, pipe in nlp.pipeline:
        if hasattr(pipe, "model") and hasattr(pipe.model, "walk"):
            header[name] = {**_labels(pipe), "nodes": _write_nodes(pipe.model, body)}
        elif hasattr(pipe, "lookups"):
            header[name] = {"tables": {table: _named(pipe.lookups.get_table(table)) for table in LEMMA_TABLES}}
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    raw = len(head).to_bytes(8, "little") + head + bytes(body)
    packed = lzma.compress(raw, format=lzma.FORMAT_XZ, preset=9 | lzma.PRESET_EXTREME)
    config = nlp.config.copy()
    card = Card(
        name=nlp.meta["name"],
        version=version,
        licence=licence,
        sha256=hashlib.sha256(packed).hexdigest(),
        prefix_length=prefix_length,
        sources=sources,
        figures={},
        config={"nlp": {"lang": "en", "pipeline": config["nlp"]["pipeline"]}, "components": config["components"]},
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS_FILE).write_bytes(packed)
    write_card(card, folder)
    return card


def write_card(card: Card, folder: Path) -> None:
    """Write `card` beside the weights that it names."""
    fields = {name: getattr(card, name) for name in Card.__slots__}
    (folder / CARD_FILE).write_text(json.dumps(fields, indent=1, ensure_ascii=False) + "\n", "utf-8")


def unpack(folder: Path) -> Language:
    """The pipeline in `folder`; raises `PipelineDamaged` if the weights are not those that the card names."""
    card = read_card(folder)
    path = folder / WEIGHTS_FILE
    try:
        packed = path.read_bytes()
    except OSError as error:
        raise PipelineDamaged(path) from error
    if hashlib.sha256(packed).hexdigest() != card.sha256:
        raise PipelineDamaged(path)
    raw = memoryview(lzma.decompress(packed))
    start = 8 + int.from_bytes(raw[:8], "little")
    header = json.loads(bytes(raw[8:start]))
    nlp = load_model_from_config(Config(card.config), meta={"name": card.name, "version": card.version}, auto_fill=True)
    mend_tokenizer(nlp)
    set_prefixes(nlp, card.prefix_length)
    for name, part in header.items():
        pipe: Any = nlp.get_pipe(name)
        if "tables" in part:
            pipe.initialize(lookups=_lookups(part["tables"]))
            continue
        _restore_labels(nlp, pipe, part)
        _read_nodes(pipe.model, part["nodes"], raw[start:])
        hasten_encoders(pipe.model)
    return nlp


def _labels(pipe: Any) -> dict[str, Any]:
    if hasattr(pipe, "moves"):
        return {"moves": [[move, list(counts.items())] for move, counts in pipe.moves.labels.items()]}
    return {"labels": {key: value for key, value in pipe.cfg.items() if key.startswith("labels")}}


def _restore_labels(nlp: Language, pipe: Any, part: dict[str, Any]) -> None:
    if "moves" in part:
        pipe.moves.initialize_actions({int(move): dict(counts) for move, counts in part["moves"]})
    else:
        pipe.cfg.update(part["labels"])
    for label in pipe.labels if hasattr(pipe, "labels") else ():
        nlp.vocab.strings.add(label)


def _write_nodes(model: Model[Any, Any], body: bytearray) -> list[dict[str, Any]]:
    nodes = []
    for description, node in zip(model.to_dict()["nodes"], model.walk(), strict=True):
        params = {
            name: _write_array(np.asarray(node.get_param(name)), body)
            for name in node.param_names
            if node.has_param(name)
        }
        nodes.append({"name": node.name, "dims": description["dims"], "refs": description["refs"], "params": params})
    return nodes


def _write_array(array: NDArray[np.float32], body: bytearray) -> dict[str, Any]:
    place: dict[str, Any] = {"shape": list(array.shape), "at": len(body)}
    if array.size < _SMALLEST_QUANTISED or array.ndim == 1:
        body += array.astype("<f4").tobytes()
        return place | {"kind": "f4"}
    rows = array.reshape(array.shape[0], -1)
    most = _EMBEDDING_STEPS if array.shape[0] >= _EMBEDDING_ROWS else 127
    scale = (np.abs(rows).max(axis=1, keepdims=True) / most).astype("<f2")
    step = np.where(scale == 0, 1, scale).astype(np.float32)
    body += scale.tobytes()
    body += np.clip(np.rint(rows / step), -most, most).astype(np.int8).tobytes()
    return place | {"kind": "i1"}


def _read_nodes(model: Model[Any, Any], nodes: list[dict[str, Any]], body: memoryview) -> None:
    model.from_dict(
        {
            "nodes": nodes,
            "attrs": [{} for _ in nodes],
            "shims": [[] for _ in nodes],
            "params": [{name: _read_array(place, body) for name, place in node["params"].items()} for node in nodes],
        }
    )


def _read_array(place: dict[str, Any], body: memoryview) -> NDArray[np.float32]:
    shape, at = tuple(place["shape"]), place["at"]
    size = int(np.prod(shape))
    if place["kind"] == "f4":
        return np.frombuffer(body, "<f4", size, at).reshape(shape)
    rows = shape[0]
    scale = np.frombuffer(body, "<f2", rows, at).astype(np.float32)
    values = np.frombuffer(body, np.int8, size, at + 2 * rows).reshape(rows, -1)
    return np.multiply(values, scale[:, None], dtype=np.float32).reshape(shape)


def _named(table: Table) -> dict[str, Any]:
    """A lemma table by the names of its word classes; spaCy keeps their hashes only."""
    return {name: table[name] for name in WORD_CLASSES if name in table}


def _lookups(tables: dict[str, dict[str, Any]]) -> Lookups:
    """Lemma tables; the word lists of the index become sets, in which spaCy looks words up one by one."""
    lookups = Lookups()
    for name, table in tables.items():
        index = name == "lemma_index"
        lookups.add_table(name, {key: frozenset(value) if index else value for key, value in table.items()})
    return lookups
