"""How often Python collects while a site is built."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from generator.site.collecting import YOUNG, collecting_rarely


@pytest.fixture(autouse=True)
def thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_it_looks_less_often_and_then_as_before() -> None:
    gc.set_threshold(700, 10, 10)
    seen = []

    def failing() -> None:
        with collecting_rarely():
            seen.append(gc.get_threshold())
            raise ValueError("a build that failed")

    with pytest.raises(ValueError, match="a build that failed"):
        failing()
    assert seen == [(YOUNG, 10, 10)]
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("chosen", [0, 5 * YOUNG])
def test_what_somebody_chose_to_be_rarer_stays(chosen: int) -> None:
    gc.set_threshold(chosen, 10, 10)
    with collecting_rarely():
        assert gc.get_threshold()[0] == chosen
