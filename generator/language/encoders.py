"""The bundled pipeline's encoders, made fast for reading, with the same bytes whatever else is read beside a text.

An encoder first makes a vector of each token's form alone (hashed embeddings and their mixing layer), then looks at the
tokens around it. The first part is worked out once a word and kept. The second part multiplies large matrices, which
NumPy's library does two to three times as fast as the one that spaCy brings; since its rounding rests on the shape of a
matrix and on the number of threads, it gets one text at a time and one thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model, NumpyOps
from threadpoolctl import threadpool_limits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_MOST_WORDS = 20_000
"""Vectors kept, some ten megabytes for an encoder; a full table is emptied."""


def hasten_encoders(model: Model[Any, Any]) -> None:
    """Rebuild every encoder in `model` for reading, which ends its training. Sets BLAS to one thread, process-wide."""
    threadpool_limits(limits=1, user_api="blas")
    for node in list(model.walk()):
        if node.layers and node.layers[0].layers and node.layers[0].layers[0].name == "extract_features":
            embed, encode = node.layers
            for inner in encode.walk():
                inner.ops = NumpyOps(use_blis=False)
            node.layers[0] = Model("remembered", _Memory(embed).forward)
            node.layers[1] = Model("alone", _alone, layers=[encode])


def _alone(model: Model[Any, Any], texts: Sequence[Any], is_train: bool) -> tuple[list[Any], Any]:  # noqa: FBT001 - thinc's protocol
    """One text at a time."""
    del is_train
    return [model.layers[0].predict([text])[0] for text in texts], None


class _Memory:
    """What an embedding has given: a chain of features, list to ragged, embeddings, mixing layer, ragged to list."""

    __slots__ = ("_features", "_layers", "_places", "_table")

    def __init__(self, embed: Model[Any, Any]) -> None:
        self._features, _, *self._layers, _ = embed.layers
        self._places: dict[bytes, int] = {}
        self._table: NDArray[np.float32] = np.empty((0, embed.get_dim("nO")), np.float32)

    def forward(self, _: Model[Any, Any], docs: Sequence[Any], is_train: bool) -> tuple[list[Any], Any]:  # noqa: FBT001 - thinc's protocol
        """One array of vectors a document."""
        del is_train
        rows = self._features.predict(docs)
        keys = [np.ascontiguousarray(part).view(f"V{part.itemsize * part.shape[1]}").ravel().tolist() for part in rows]
        if len(self._places) > _MOST_WORDS:
            self._places.clear()
        new = {
            key: row
            for part, found in zip(rows, keys, strict=True)
            for key, row in zip(found, part, strict=True)
            if key not in self._places
        }
        if new:
            self._learn(list(new), np.stack(list(new.values())))
        return [self._table[[self._places[key] for key in found]] for found in keys], None

    def _learn(self, keys: list[bytes], rows: NDArray[np.uint64]) -> None:
        vectors: Any = rows
        for layer in self._layers:
            vectors = layer.predict(vectors)
        start = len(self._places)
        missing = start + len(keys) - len(self._table)
        if missing > 0:
            room = np.empty((max(missing, len(self._table)), self._table.shape[1]), np.float32)
            self._table = np.concatenate((self._table, room))
        self._table[start : start + len(keys)] = vectors
        self._places.update((key, start + number) for number, key in enumerate(keys))
