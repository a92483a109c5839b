"""Links of a page that stays although its article cannot be read now: to pages that nothing makes any more."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

_TO_A_SOURCE = re.compile(
    r'<a\b(?=[^>]*\shref="(?![a-z][a-z0-9+.-]*:)[^"#]*\.md(?:#[^"]*)?")[^>]*>(.*?)</a>', re.DOTALL
)
"""A link that MkDocs could not follow still names a Markdown file."""


def is_left(meta: Mapping[str, Any], left: Collection[str]) -> bool:
    """Whether a page with this front matter is of an article or story that was left as it is."""
    return meta.get("article") in left or f"story:{meta.get('story')}" in left


def without_loose_links(html: str) -> str:
    """The HTML of a page with the words alone of each link that leads nowhere."""
    return _TO_A_SOURCE.sub(r"\1", html)
