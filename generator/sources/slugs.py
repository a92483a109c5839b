"""From a file's stem to the name of its page."""

from __future__ import annotations

import hashlib

from slugify import slugify


def slug(stem: str) -> str:
    """The page name of a stem: lower case, ASCII, hyphens; never empty.

    A stem without a letter or digit that can be written in ASCII gets a name from its hash.
    """
    return slugify(stem) or "article-" + hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:8]
