"""How often Python looks for circles of objects that nothing else holds, while a site is built."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = 10_000
"""New objects after which it looks, in place of 700: pages leave few circles, and most objects live until the end."""


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """While it looks less often: the oldest are hardly ever gone through, and memory grows by a few megabytes."""
    before = gc.get_threshold()
    gc.set_threshold(max(YOUNG, before[0]) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
