"""Ids that stay while a fact stays (CONTRACT.md, "Articles and ids")."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from slugify import slugify

LENGTH = 8
"""Characters of a fact's id behind its prefix: 40 bits, of which a brief holds some dozens."""


def fact_id(prefix: str, article: str, core: Iterable[str], taken: set[str]) -> str:
    """The id of a fact: a hash of its kind, its article and its core; `taken` grows by it.

    Facts of one core (a second telling) get ids of their own in text order.
    """
    parts = "\x1f".join((prefix, article, *core))
    repeat = 0
    while True:
        salted = parts if not repeat else f"{parts}\x1f{repeat}"
        code = base64.b32encode(hashlib.sha256(salted.encode()).digest()).decode().lower()[:LENGTH]
        name = f"{prefix}-{code}"
        if name not in taken:
            taken.add(name)
            return name
        repeat += 1


def actor_id(name: str, taken: set[str]) -> str:
    """The slug of a canonical name, with `-2` ... for namesakes; `taken` grows by it."""
    slug = slugify(name) or "actor"
    candidate, number = slug, 2
    while candidate in taken:
        candidate, number = f"{slug}-{number}", number + 1
    taken.add(candidate)
    return candidate
