"""Where a reader reports an error: an address with places for what the report is about."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

PLACES = ("page", "title", "fact")
SCHEMES = ("https", "http", "mailto")
PLACE = re.compile(r"\{([^{}]*)\}")


def unfit(pattern: str) -> tuple[str, str] | None:
    """Why no report can be sent by a pattern, and what to do; None where it is fit, or empty."""
    if not pattern:
        return None
    parts = urlsplit(PLACE.sub("", pattern))
    if parts.scheme not in SCHEMES or not (parts.netloc or (parts.scheme == "mailto" and "@" in parts.path)):
        return f"'{pattern}' is no address", "begin it with https:// or with mailto: and a mailbox"
    unknown = [name for name in PLACE.findall(pattern) if name not in PLACES]
    if unknown:
        return f"'{{{unknown[0]}}}' stands for nothing", "use {page}, {title} and {fact}"
    return None
