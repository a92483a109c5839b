"""What stamps prove: that nothing but a regeneration changed what a site is made from, and when they prove nothing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from generator.kept.ground import hashed, today
from generator.kept.stamps import Stamps, differing

UNTOLD = (b"INHERIT:", b"!ENV", b"!!python", b"!relative")
"""What can make a configuration depend on more than its own file."""


def whole(configuration: Path) -> bool:
    """Whether a configuration depends on nothing but its own file; raises `OSError`."""
    content = configuration.read_bytes()
    return not any(word in content for word in UNTOLD)


def clock(as_of: str) -> str:
    """The day by the clock for a site that goes by it; empty for all others."""
    return today() if as_of == "today" and not os.environ.get("SOURCE_DATE_EPOCH") else ""


def changed_by(written: Mapping[str, str | None], before: Stamps, now: Stamps) -> bool:
    """Whether all that changed was written so: texts by path, None for a file that was removed."""
    for path in differing(before, now):
        if path not in written or (written[path] is None) != (path not in now):
            return False
        text = written[path]
        if text is not None and hashlib.sha256(text.encode()).hexdigest() != hashed(path):
            return False
    return True
