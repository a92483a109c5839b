"""What is done where a program that tests need is missing."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def without(program: str, remedy: str) -> NoReturn:
    """Skips the test, and says why; in CI the test fails, so that nothing is left unmeasured there."""
    message = f"no {program} here; {remedy}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
