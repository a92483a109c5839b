"""Records in files that are whole or nothing: a file begins with the hash of the rest of it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TypeVar

import msgspec

Kind = TypeVar("Kind")


def read_sealed(path: Path, kind: type[Kind]) -> Kind | None:
    """The record in a file; None where there is none, or none that is whole."""
    try:
        digest, _, body = path.read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != digest:
            return None
        return msgspec.json.decode(body, type=kind)
    except (OSError, msgspec.MsgspecError, RecursionError):
        return None


def write_sealed(path: Path, record: object) -> None:
    """Puts a record in its place, whole or not at all; raises `OSError`."""
    body = msgspec.json.encode(record)
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    path.parent.mkdir(parents=True, exist_ok=True)
    beside.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    beside.replace(path)
